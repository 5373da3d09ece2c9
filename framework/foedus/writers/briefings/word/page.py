"""The page as a Word document: an empty template or ours, then every part in its style."""

import io
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from foedus.errors import Stop
from foedus.layout.drawing import Drawing
from foedus.views.briefing.shape import Briefing, Claim
from foedus.writers.briefings import paper
from foedus.writers.briefings.paper import Paper
from foedus.writers.briefings.word.figure import add_figure
from foedus.writers.briefings.word.notes import add_comma, add_mark, add_notes
from foedus.writers.briefings.word.styles import BOTTOM_LINE, STATUS, add_styles
from foedus.writers.pictures.xml import held
from foedus.writers.zipped import moment, refuse_large, timeless

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.shared import Length


class Style(NamedTuple):
    """An empty document in a house style, or in ours, and the room that its page has."""

    document: "Document"
    paper: Paper


def opened(template: Path | None) -> Style:
    """The template without its text, its headers and footers kept; else an upright A4 of ours.

    Raises `Stop` where python-docx is not installed, and for a file that is no document of Word.
    """
    try:
        import docx
    except ImportError:
        raise Stop("a Word page needs python-docx: install it with `pip install 'foedus[office]'`") from None
    if template is not None:
        refuse_large(template)
    try:
        document = docx.Document(str(template) if template is not None else None)
    except Exception:  # the package says in a dozen ways that it cannot read a file
        raise Stop(f"{template}: no document that Word can open; save the template as .docx") from None
    body = document.element.body
    for each in [each for each in body if each is not body.sectPr]:
        body.remove(each)
    if template is None:
        _upright(document.sections[0])
    add_styles(document, ours=template is None)
    return Style(document, _room(document.sections[0]))


def _upright(section: "Section") -> None:
    """An upright A4 with the margins that the PDF has."""
    from docx.shared import Pt

    section.page_width, section.page_height = Pt(595), Pt(842)
    section.left_margin = section.right_margin = Pt(45)
    section.top_margin, section.bottom_margin = Pt(40), Pt(60)
    section.header_distance, section.footer_distance = Pt(20), Pt(24)


def _room(section: "Section") -> Paper:
    """The room inside the margins of a section; of what it leaves open, ours."""
    width = _left(section.page_width, section.left_margin, section.right_margin)
    height = _left(section.page_height, section.top_margin, section.bottom_margin)
    return Paper(width or Paper().width, height or Paper().height)


def _left(whole: "Length | None", first: "Length | None", last: "Length | None") -> float | None:
    """What two margins leave of a length, in points."""
    if whole is None or first is None or last is None:
        return None
    return float(whole.pt - first.pt - last.pt)


def write(briefing: Briefing, drawing: Drawing, style: Style, day: date | None) -> bytes:
    """The page, dated `day`: the same bytes every time."""
    document, noted = style.document, set[int]()
    add_notes(document, briefing.noted)
    document.add_paragraph(held(briefing.title), "Title")
    document.add_paragraph(held(briefing.tag), STATUS)
    _add(document, BOTTOM_LINE, briefing.bottom_line, noted)
    add_figure(document, drawing, paper.described(briefing))
    document.add_paragraph(held(paper.caption(briefing)), "Caption")
    if briefing.points:
        document.add_paragraph("What the texts say", "Heading 1")
    for point in briefing.points:
        _add(document, "List Bullet", point, noted, led=True)
    if briefing.more:
        document.add_paragraph(briefing.more, "List Bullet")
    if briefing.open:
        document.add_paragraph("What is open", "Heading 1")
    for each in briefing.open:
        document.add_paragraph(held(each), "List Bullet")
    document.add_paragraph(held(briefing.rests.lead), "Heading 1")
    _add(document, "Normal", briefing.rests, noted)
    _add_foot(document.sections[0], f"{briefing.source} {briefing.made}.")
    _name(document, briefing, day)
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())


def _add(document: "Document", style: str, said: Claim, noted: set[int], led: bool = False) -> None:
    """A claim with the marks of its notes; `noted` are the notes that have been met before."""
    paragraph = document.add_paragraph(style=style)
    if led:
        paragraph.add_run(f"{held(said.lead)}. ").bold = True
    paragraph.add_run(held(said.text))
    for place, number in enumerate(said.notes):
        if place:
            add_comma(paragraph)
        add_mark(paragraph, number, first=number not in noted)
        noted.add(number)


def _add_foot(section: "Section", words: str) -> None:
    """The words at the foot of the first page, after what the template has there."""
    first = section.different_first_page_header_footer
    footer = section.first_page_footer if first else section.footer
    footer.is_linked_to_previous = False
    empty = [each for each in footer.paragraphs if not each.text and not each.runs]
    paragraph = empty[-1] if empty else footer.add_paragraph()
    paragraph.style = "Footer"
    paragraph.add_run(held(words))


def _name(document: "Document", briefing: Briefing, day: date | None) -> None:
    """Title and day as the document's own; nothing of whoever made the template."""
    about = document.core_properties
    about.title, about.subject = held(briefing.title)[:255], held(briefing.tag)[:255]
    about.author = about.last_modified_by = "Foedus"
    about.comments, about.keywords, about.revision = held(briefing.made)[:255], "", 1
    about.created = about.modified = moment(day)
