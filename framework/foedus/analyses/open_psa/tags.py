"""XML as tags that know where they stand; nothing is fetched, nothing expanded, and there are limits."""

from collections.abc import Iterator
from typing import NamedTuple, NoReturn
from xml.parsers import expat

from foedus.errors import Stop
from foedus.place import Span

MOST_BYTES = 50_000_000
MOST_TAGS = 1_000_000
MOST_DEPTH = 200


class Tag(NamedTuple):
    """An element: its name, its attributes, what stands in it, and where it begins; text is passed over."""

    name: str
    attributes: dict[str, str]
    children: "list[Tag]"
    file: str
    line: int
    column: int

    @property
    def place(self) -> Span:
        """Where it begins."""
        return Span(self.file, self.line, self.column)

    def named(self, *names: str) -> "Iterator[Tag]":
        """The children of these names."""
        return (child for child in self.children if child.name in names)


def tags(data: bytes, file: str) -> Tag:
    """The outermost tag of an XML text.

    Raises `Stop`, with the place, for what is not XML, declares entities or an external document type, or
    passes a limit: 50 MB, 1,000,000 tags, 200 levels.
    """
    if len(data) > MOST_BYTES:
        raise Stop(f"{file}: more than {MOST_BYTES:,} bytes; split the model, or leave out what is not asked")
    reading = _Reading(file)
    try:
        reading.parser.Parse(data, True)
    except expat.ExpatError as error:
        place = Span(file, error.lineno, error.offset + 1)
        raise Stop(f"{place}: not XML: {expat.ErrorString(error.code)}; mend it with an XML editor") from None
    except (LookupError, ValueError) as error:  # an encoding that Python does not know
        raise Stop(f"{file}: its encoding cannot be read: {error}; save it as UTF-8") from None
    return reading.open[0].children[0]


class _Reading:
    """The tags that are open at a point of the text."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.open = [Tag("", {}, [], file, 1, 1)]
        self.count = 0
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._entity

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > MOST_TAGS or len(self.open) > MOST_DEPTH:
            what = f"{MOST_TAGS:,} tags" if self.count > MOST_TAGS else f"{MOST_DEPTH} levels"
            self._refuse(f"more than {what}", "split the model, or leave out what is not asked")
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        tag = Tag(name, attributes, [], self.file, line, column)
        self.open[-1].children.append(tag)
        self.open.append(tag)

    def _end(self, name: str) -> None:
        self.open.pop()

    def _doctype(self, name: str, system: str | None, public: str | None, has_subset: int) -> None:
        if system is not None or public is not None:
            self._refuse("a document type of another file", "remove it: nothing is fetched")

    def _entity(self, name: str, *rest: object) -> None:
        self._refuse(f"the entity `{name}` is declared", "write its text out: entities are not used here")

    def _here(self) -> Span:
        return Span(self.file, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _refuse(self, what: str, hint: str) -> NoReturn:
        raise Stop(f"{self._here()}: {what}; {hint}")
