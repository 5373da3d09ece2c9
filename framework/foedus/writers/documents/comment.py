"""Documents as Markdown for a comment on a forge: sections folded, and cut to a size with a word on it."""

from collections.abc import Iterator, Sequence

from foedus.views.document import Block, Bullets, Document, Section
from foedus.writers.documents.markdown import block
from foedus.writers.markdown import escaped, summary

_CUT = "\n\n*Cut here: {} of {} parts are shown. `foedus diff` prints the whole.*"
_FOLDED = "\n\n</details>"


def write(documents: Sequence[Document], size: int = 0) -> str:
    """The documents under one another, in `size` characters at most; 0 for as many as they need.

    What every document has in short comes first. A part is shown whole or not at all, and what is
    folded is closed, so that a cut comment is still Markdown.
    """
    heads = "\n\n".join(part for each in documents for part in _head(each))
    sections = [(each, section) for each in documents for section in each.sections]
    parts = [part for each, section in sections for part in _parts(each, section, len(documents) > 1)]
    room = size - len(heads) - len(_CUT.format(len(parts), len(parts))) - len(_FOLDED) - 1
    shown, used = 0, 0
    while shown < len(parts) and (not size or used + len(parts[shown]) <= room):
        used += len(parts[shown])
        shown += 1
    body = "".join(parts[:shown])
    if shown == len(parts):
        return f"{heads}{body}\n"
    folded = _FOLDED if body.count("<details>") > body.count("</details>") else ""
    return f"{heads}{body}{folded}{_CUT.format(shown, len(parts))}\n"


def _head(document: Document) -> Iterator[str]:
    yield f"### {escaped(document.title)}"
    yield f"**{escaped(document.tag)}**"
    if document.summary:
        yield escaped(document.summary)


def _parts(document: Document, section: Section, several: bool) -> Iterator[str]:
    """A section in pieces that can stand for themselves; the first opens what the last closes."""
    title = f"{document.title}: {section.title}" if several else section.title
    bodies = [text for each in section.blocks for text in _texts(each)]
    for place, body in enumerate(bodies):
        opened = f"\n\n{summary(title)}" if place == 0 else ""
        yield f"{opened}\n\n{body}{_FOLDED if place == len(bodies) - 1 else ''}"


def _texts(each: Block) -> Iterator[str]:
    """A block as Markdown; a list item by item."""
    if isinstance(each, Bullets):
        for item in each.items:
            yield from block(Bullets((item,)))
    else:
        yield "\n\n".join(block(each))
