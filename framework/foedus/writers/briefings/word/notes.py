"""Footnotes in a Word document: a part of its own, which python-docx does not make."""

from typing import TYPE_CHECKING

from foedus.writers.briefings.word.styles import REFERENCE
from foedus.writers.pictures.xml import escaped

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SEPARATORS = (("separator", -1, "separator"), ("continuationSeparator", 0, "continuationSeparator"))


def add_notes(document: "Document", notes: tuple[str, ...]) -> None:
    """Put the notes, numbered from 1, into the document; the same where a template has notes already."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    whole = document.part
    for key, held in list(whole.rels.items()):
        if held.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            whole.rels.pop(key)
    name = PackURI("/word/footnotes.xml")
    made = Part(name, CONTENT_TYPE.WML_FOOTNOTES, _written(document, notes).encode(), whole.package)
    whole.relate_to(made, RELATIONSHIP_TYPE.FOOTNOTES)


def _written(document: "Document", notes: tuple[str, ...]) -> str:
    text, mark = document.styles["footnote text"].style_id, document.styles[REFERENCE].style_id
    rules = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{sign}/></w:r></w:p></w:footnote>'
        for kind, number, sign in _SEPARATORS
    )
    own = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{text}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escaped(note)}</w:t></w:r></w:p></w:footnote>'
        for number, note in enumerate(notes, 1)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<w:footnotes xmlns:w="{_SPACE}">{rules}{own}</w:footnotes>'


def add_mark(paragraph: "Paragraph", number: int, first: bool) -> None:
    """The mark of a note: the note's own where it is the `first`, else a reference to that one."""
    if first:
        _open(paragraph, number)
        _run(paragraph, f'<w:footnoteReference w:id="{number}"/>')
        _close(paragraph, number)
        return
    _run(paragraph, '<w:fldChar w:fldCharType="begin"/>')
    _run(paragraph, f'<w:instrText xml:space="preserve"> NOTEREF {_bookmark(number)} \\f \\h </w:instrText>')
    _run(paragraph, '<w:fldChar w:fldCharType="separate"/>')
    _run(paragraph, f"<w:t>{number}</w:t>")
    _run(paragraph, '<w:fldChar w:fldCharType="end"/>')


def add_comma(paragraph: "Paragraph") -> None:
    """What stands between two marks."""
    _run(paragraph, "<w:t>,</w:t>")


def _bookmark(number: int) -> str:
    return f"_Note{number}"


def _open(paragraph: "Paragraph", number: int) -> None:
    _append(paragraph, f'<w:bookmarkStart xmlns:w="{_SPACE}" w:id="{number}" w:name="{_bookmark(number)}"/>')


def _close(paragraph: "Paragraph", number: int) -> None:
    _append(paragraph, f'<w:bookmarkEnd xmlns:w="{_SPACE}" w:id="{number}"/>')


def _run(paragraph: "Paragraph", inner: str) -> None:
    from docx.enum.style import WD_STYLE_TYPE

    style = paragraph.part.get_style_id(REFERENCE, WD_STYLE_TYPE.CHARACTER)
    _append(paragraph, f'<w:r xmlns:w="{_SPACE}"><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{inner}</w:r>')


def _append(paragraph: "Paragraph", xml: str) -> None:
    from docx.oxml import parse_xml

    paragraph._p.append(parse_xml(xml))
