"""YAML text to a tree that knows where everything was written.

The tree is built from libyaml's events in one pass. Limits are applied event by event, so nothing
recurses, and no input can make the reader slow or large. Scalars are a YAML 1.2 core subset: only
`true`, `false`, `null`, integers and decimals are not text; `no`, `on`, `2026-01-06` and `1:20` stay
text until a field asks for something else. Aliases, anchors, tags and merge keys are not part of the
language.
"""

import re

import yaml

from foedus.finding import Finding, Related, Severity
from foedus.limits import Limits, cure
from foedus.syntax import explain
from foedus.tree import Document, Node, Scalar

_NUMBER = re.compile(r"[-+]?(?:[0-9]{1,18}(?:\.[0-9]{0,18})?|\.[0-9]{1,18})")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\u3164\uffa0\ud800-\udfff\U000e0000-\U000e007f]"
)


def resolve(text: str) -> Scalar:
    """What a scalar without quotes means."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "-+.0123456789" and _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def decode(name: str, data: bytes) -> tuple[Document | None, list[Finding]]:
    """Bytes to text: UTF-8, with or without a byte order mark."""
    try:
        return Document(name, data.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        before = Document(name, data[: error.start].decode("utf-8-sig", "replace"))
        hint = "save the file as UTF-8 text"
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            hint = "the file is UTF-16: save it as UTF-8 text"
        elif data[:2] == b"PK" or b"\x00" in data[:1000]:
            hint = "this looks like an office document or an archive, not YAML text"
        message = f"byte {data[error.start]:#04x} is not UTF-8 text"
        return None, [Finding("Y01", Severity.ERROR, before.span(len(before.text)), message, hint)]


def read(document: Document, limits: Limits) -> tuple[Node | None, list[Finding]]:
    """The tree of one file, and what is wrong with its text.

    The tree is None where the text cannot be read to its end; everything else that is wrong (a
    duplicate key, an alias) leaves a tree that holds the rest.
    """
    reader = _Reader(document, limits)
    try:
        reader.hidden(document.text, 0)
        tree = reader.tree()
    except yaml.MarkedYAMLError as error:
        index, message, hint = explain(error, document.text)
        reader.refuse("Y02", index, message, hint)
        return None, reader.findings
    except (yaml.reader.ReaderError, _TooMuch):  # a character that is refused above; a limit
        return None, reader.findings
    return tree, reader.findings


class _TooMuch(Exception):
    """A limit was passed; the finding has been recorded."""


class _Reader:
    """Events in, nodes out; the open mappings and lists stand on a stack of our own."""

    def __init__(self, document: Document, limits: Limits) -> None:
        self.document = document
        self.limits = limits
        self.findings: list[Finding] = []

    def refuse(
        self, code: str, index: int, message: str, hint: str, related: tuple[Related, ...] = ()
    ) -> None:
        self.findings.append(Finding(code, Severity.ERROR, self.document.span(index), message, hint, related))
        if len(self.findings) == self.limits.faults:
            self.limit("faults", index, "too much is wrong in one file, and the rest was not read")

    def hidden(self, text: str, index: int) -> None:
        """Refuse characters that a reviewer cannot see, or that change the order of what he sees."""
        for found in _HIDDEN.finditer(text):
            message = f"hidden character U+{ord(found.group()):04X}"
            self.refuse("Y05", index + found.start(), message, "remove it; it does not show in an editor")

    def limit(self, name: str, index: int, what: str) -> None:
        allowed = getattr(self.limits, name)
        message, hint = f"{what}: more than {allowed:,}", f"split the file, or {cure(name)}"
        self.findings.append(Finding("Y04", Severity.ERROR, self.document.span(index), message, hint))
        raise _TooMuch

    def tree(self) -> Node | None:
        """One pass over the events."""
        parser = yaml.CSafeLoader(self.document.text)
        stack: list[_Open] = []
        root: Node | None = None
        count = documents = 0
        try:
            while (event := parser.get_event()) is not None:
                kind = type(event)
                index = event.start_mark.index if event.start_mark is not None else 0
                if kind is yaml.DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        hint = "keep one document a file: remove the `---`"
                        self.refuse("Y03", index, "a second document begins here", hint)
                        return root
                    continue
                if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                    stack.pop()
                    continue
                if not isinstance(event, yaml.NodeEvent):
                    continue
                count += 1
                if count > self.limits.nodes:
                    self.limit("nodes", index, "too many values in one file")
                if len(stack) > self.limits.depth:
                    self.limit("depth", index, "nested too deep")
                node = self.node(event, index)
                if stack:
                    self.place(stack[-1], node, event)
                else:
                    root = node
                if isinstance(node.value, dict | list):
                    stack.append(_Open(node))
        finally:
            parser.dispose()
        return root

    def node(self, event: yaml.NodeEvent, index: int) -> Node:
        """A value without its children; what the language leaves out becomes null."""
        if isinstance(event, yaml.AliasEvent):
            self.refuse(
                "Y03", index, f"alias `*{event.anchor}`", "write the value out: aliases are not used here"
            )
            return Node(self.document, index, None)
        if event.anchor is not None:
            self.refuse(
                "Y03", index, f"anchor `&{event.anchor}`", "remove it: anchors and aliases are not used here"
            )
        if getattr(event, "tag", None) is not None:
            tag = self.document.text[index:].split(maxsplit=1)[0]
            self.refuse("Y03", index, f"tag `{tag}`", "remove it: a value's type follows from its field")
        if isinstance(event, yaml.ScalarEvent):
            text: str = event.value
            if len(text) > self.limits.text:
                self.limit("text", index, "a text is too long (characters)")
            if event.style == '"':
                escaped = {char for char in _HIDDEN.findall(text) if char not in self.document.text}
                self.hidden("".join(sorted(escaped)), index)
            return Node(self.document, index, text if event.style else resolve(text))
        return Node(self.document, index, {} if isinstance(event, yaml.MappingStartEvent) else [])

    def place(self, parent: "_Open", node: Node, event: yaml.Event) -> None:
        """Put a node into the mapping or list that is open; in a mapping every second one is a key."""
        value = parent.node.value
        if isinstance(value, list):
            value.append(node)
        elif not parent.keyed:
            parent.keyed = True
            parent.key = self.key(node, event)
            parent.key_index = node.index
        else:
            parent.keyed = False
            node.key_index = parent.key_index
            assert isinstance(value, dict)
            if parent.key is None:
                return
            if parent.key in value:
                first = value[parent.key].key_span
                self.refuse(
                    "R02",
                    node.key_index,
                    f"`{parent.key}` is written twice in this mapping",
                    "keep one of the two",
                    (Related(first, "first written here"),),
                )
                return
            value[parent.key] = node

    def key(self, node: Node, event: yaml.Event) -> str | None:
        """The text of a key, or None where it is not text."""
        if node.value == "<<":
            self.refuse(
                "Y03", node.index, "merge key `<<`", "write the entries out: merge keys are not used here"
            )
            return None
        if isinstance(node.value, str):
            return node.value
        shown = f"`{event.value}`" if isinstance(event, yaml.ScalarEvent) else "a list or mapping"
        self.refuse(
            "Y07", node.index, f"{shown} as a key: keys are text", "put the key in quotes, or give it a name"
        )
        return None


class _Open:
    """A mapping or list whose end has not been met."""

    __slots__ = ("key", "key_index", "keyed", "node")

    def __init__(self, node: Node) -> None:
        self.node = node
        self.key: str | None = None
        self.key_index = -1
        self.keyed = False
