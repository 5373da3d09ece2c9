"""A document as Markdown; pictures are links to files beside it, each with its text alternative."""

from collections.abc import Iterator
from itertools import count
from typing import assert_never

from foedus.views.document import Block, Bullets, Document, Facts, Figure, Paragraph, Section, Table
from foedus.views.twin import twin
from foedus.writers import markdown
from foedus.writers.markdown import escaped, summary


def write(document: Document) -> str:
    """The document; figures point to `NAME.svg` in the same folder."""
    parts = [f"# {escaped(document.title)}", f"**{escaped(document.tag)}**"]
    parts += [escaped(document.summary)] if document.summary else []
    parts.append(f"*{escaped(document.source)}*")
    parts += ["\n".join(f"- [{escaped(each.title)}](#{each.anchor})" for each in document.sections)]
    for section in document.sections:
        parts += _section(section)
    return "\n\n".join(parts) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield f'<a id="{section.anchor}"></a>\n\n## {escaped(section.title)}'
    for each in section.blocks:
        yield from block(each)


def block(shown: Block) -> Iterator[str]:
    """One block in pieces, between which a line is left empty."""
    match shown:
        case Paragraph(text=text, quiet=quiet):
            yield f"*{escaped(text)}*" if quiet else escaped(text)
        case Bullets(items=items, numbered=numbered):
            marks = (f"{place}." if numbered else "-" for place in count(1))
            yield "\n".join(f"{mark} {escaped(item)}" for mark, item in zip(marks, items, strict=False))
        case Facts(title=title, lead=lead, rows=rows, place=place):
            yield f"### {escaped(title)}"
            if lead:
                yield escaped(lead)
            yield "\n".join(f"- **{escaped(term)}:** {escaped(text)}" for term, text in rows)
            if place:
                yield f"<sub>{escaped(place)}</sub>"
        case Table():
            yield _table(shown)
        case Figure(name=name, picture=picture):
            caption = picture.caption
            yield f"### {escaped(caption.title)}"
            yield f"![{escaped(caption.alt)}]({name}.svg)"
            yield summary(f"{caption.alt} The same as a table")
            yield _table(twin(picture))
            yield "</details>"
        case _:
            assert_never(shown)


def _table(table: Table) -> str:
    return markdown.table(map(escaped, table.head), (map(escaped, row) for row in table.rows))
