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
from foedus.tree import Document, Node, Scalar, Value

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


def read(document: Document, limits: Limits) -> tuple[Node | None, list[Finding]]:
    """The tree of one file, and what is wrong with its text.

    The tree is None where the text cannot be read to its end; everything else that is wrong (a
    duplicate key, an alias) leaves a tree that holds the rest.
    """
    reader = _Reader(document, limits)
    try:
        return reader.tree(), reader.findings
    except _TooMuch:
        return None, reader.findings


class _TooMuch(Exception):
    """A limit was passed; the finding has been recorded."""


class _Reader:
    """Events in, nodes out; the open mappings and lists stand on a stack of our own."""

    def __init__(self, document: Document, limits: Limits) -> None:
        self.document = document
        self.limits = limits
        self.findings: list[Finding] = []
        self.meanings: dict[str, Scalar] = {}

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
        """The whole file; None where it cannot be read to its end."""
        try:
            self.hidden(self.document.text, 0)
            return self.built()
        except yaml.MarkedYAMLError as error:
            self.refuse("Y02", *explain(error, self.document.text))
        except (yaml.reader.ReaderError, UnicodeEncodeError):  # a character that is refused above
            pass
        return None

    def built(self) -> Node | None:
        """One pass over the events; the file itself is the outermost list, and holds one value at most."""
        parser = yaml.CSafeLoader(self.document.text)
        most, depth = self.limits.nodes, self.limits.depth
        whole: list[Node] = []
        inside = [_Open(whole)]
        count = 0
        try:
            while (event := parser.get_event()) is not None:
                index = event.start_mark.index if event.start_mark is not None else 0
                if isinstance(event, yaml.NodeEvent):
                    count += 1
                    if count > most:
                        self.limit("nodes", index, "too many values in one file")
                    if len(inside) > depth + 1:
                        self.limit("depth", index, "nested too deep")
                    value = self.value(event, index)
                    self.place(inside[-1], value, event, index)
                    if type(value) is dict or type(value) is list:
                        inside.append(_Open(value))
                elif isinstance(event, yaml.CollectionEndEvent):
                    inside.pop()
                elif isinstance(event, yaml.DocumentStartEvent) and whole:
                    hint = "keep one document a file: remove the `---`"
                    self.refuse("Y03", index, "a second document begins here", hint)
                    break
        finally:
            parser.dispose()
        return whole[0] if whole else None

    def value(self, event: yaml.NodeEvent, index: int) -> Value:
        """A value without its children; what the language leaves out becomes null."""
        if event.anchor is not None:
            self.anchored(event, index)
        if isinstance(event, yaml.ScalarEvent):
            if event.tag is not None:
                self.tagged(index)
            return self.quoted(event, index) if event.style else self.bare(event.value, index)
        if isinstance(event, yaml.CollectionStartEvent):
            if event.tag is not None:
                self.tagged(index)
            return {} if isinstance(event, yaml.MappingStartEvent) else []
        return None

    def anchored(self, event: yaml.NodeEvent, index: int) -> None:
        if isinstance(event, yaml.AliasEvent):
            what, hint = f"alias `*{event.anchor}`", "write the value out: aliases are not used here"
        else:
            what, hint = f"anchor `&{event.anchor}`", "remove it: anchors and aliases are not used here"
        self.refuse("Y03", index, what, hint)

    def tagged(self, index: int) -> None:
        tag = self.document.text[index:].split(maxsplit=1)[0]
        self.refuse("Y03", index, f"tag `{tag}`", "remove it: a value's type follows from its field")

    def bare(self, text: str, index: int) -> Scalar:
        """A scalar without quotes: looked at once, and the same object wherever it is written again."""
        try:
            return self.meanings[text]
        except KeyError:
            self.bounded(text, index)
            return self.meanings.setdefault(text, resolve(text))

    def quoted(self, event: yaml.ScalarEvent, index: int) -> str:
        """A scalar in quotes or in a block; by its escapes it may hold what the file does not."""
        text: str = event.value
        self.bounded(text, index)
        if event.style == '"':
            escaped = {char for char in _HIDDEN.findall(text) if char not in self.document.text}
            self.hidden("".join(sorted(escaped)), index)
        return text

    def bounded(self, text: str, index: int) -> None:
        if len(text) > self.limits.text:
            self.limit("text", index, "a text is too long (characters)")

    def place(self, parent: "_Open", value: Value, event: yaml.NodeEvent, index: int) -> None:
        """Put a value into the mapping or list that is open; in a mapping every second one is a key."""
        held, key_index = parent.held, parent.key_index
        if isinstance(held, list):
            held.append(Node(self.document, index, value))
        elif key_index < 0:
            parent.key, parent.key_index = self.key(value, event, index), index
        else:
            parent.key_index = -1
            if parent.key in held:
                self.twice(held[parent.key], parent.key, key_index)
            elif parent.key is not None:
                held[parent.key] = Node(self.document, index, value, key_index)

    def twice(self, first: Node, key: str, index: int) -> None:
        what = f"`{key}` is written twice in this mapping"
        also = (Related(first.key_span, "first written here"),)
        self.refuse("R02", index, what, "keep one of the two", also)

    def key(self, value: Value, event: yaml.NodeEvent, index: int) -> str | None:
        """The text of a key, or None where it is not text."""
        if value == "<<":
            hint = "write the entries out: merge keys are not used here"
            self.refuse("Y03", index, "merge key `<<`", hint)
            return None
        if isinstance(value, str):
            return value
        shown = f"`{event.value}`" if isinstance(event, yaml.ScalarEvent) else "a list or mapping"
        hint = "put the key in quotes, or give it a name"
        self.refuse("Y07", index, f"{shown} as a key: keys are text", hint)
        return None


class _Open:
    """A mapping or list whose end has not been met; in a mapping, the key that waits for its value."""

    __slots__ = ("held", "key", "key_index")

    def __init__(self, held: dict[str, Node] | list[Node]) -> None:
        self.held = held
        self.key: str | None = None
        self.key_index = -1  # while a key is awaited
