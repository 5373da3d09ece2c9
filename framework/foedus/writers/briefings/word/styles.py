"""The styles of one page: their sizes are the page's, their fonts and colours the template's or ours."""

from typing import TYPE_CHECKING, NamedTuple

from foedus.writers.briefings import paper

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle, ParagraphStyle

FAMILY = "Arial"
"""The font of a page without a template: a machine without it has one of the same widths."""
_INK, _MUTED, _HEADING, _WARNING = "17212B", "4A5663", "1F3044", "8A1C1C"


class _Look(NamedTuple):
    """How a style of paragraph looks: points, and a colour and weight that only our own look has."""

    size: float
    before: float
    after: float
    colour: str
    bold: bool = False
    italic: bool = False


STATUS, BOTTOM_LINE, PICTURE = "Foedus status", "Foedus bottom line", "Foedus figure"
"""Styles that no template has; they follow its `Normal`."""

_LOOKS = {
    "Normal": _Look(paper.BODY, 0, 2, _INK),
    "Title": _Look(paper.TITLE, 0, 0, _INK, bold=True),
    STATUS: _Look(paper.TAG, 0, 6, _WARNING, bold=True),
    BOTTOM_LINE: _Look(paper.BOTTOM_LINE, 0, 6, _INK, bold=True),
    PICTURE: _Look(paper.BODY, 0, 2, _INK),
    "Caption": _Look(paper.CAPTION, 0, 2, _MUTED),
    "Heading 1": _Look(paper.HEADING, 6, 2, _HEADING, bold=True),
    "List Bullet": _Look(paper.BODY, 0, 2, _INK),
    "footnote text": _Look(paper.NOTE, 0, 0, _INK),
    "Footer": _Look(paper.FOOT, 0, 0, _MUTED),
}
REFERENCE = "footnote reference"


def add_styles(document: "Document", ours: bool) -> None:
    """Give every style of the page its size and spacing, and `ours` its font and colour as well."""
    from docx.enum.style import WD_STYLE_TYPE

    for name, look in _LOOKS.items():
        style = _found(document, name, WD_STYLE_TYPE.PARAGRAPH)
        _sized(style, look, exact=name != PICTURE)
        if ours:
            _coloured(style, look)
    if REFERENCE not in document.styles:
        mark = document.styles.add_style(REFERENCE, WD_STYLE_TYPE.CHARACTER, builtin=True)
        mark.font.superscript = True


def _found(document: "Document", name: str, kind: object) -> "ParagraphStyle":
    """The style of that name; where a template has none, a new one after `Normal`."""
    style: ParagraphStyle
    if name in document.styles:
        style = document.styles[name]
        return style
    style = document.styles.add_style(name, kind, builtin=not name.startswith("Foedus"))
    style.base_style = document.styles["Normal"]
    return style


def _sized(style: "ParagraphStyle", look: _Look, exact: bool) -> None:
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt

    style.font.size = Pt(look.size)
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after = Pt(look.before), Pt(look.after)
    if exact:
        spacing.line_spacing_rule, spacing.line_spacing = (
            WD_LINE_SPACING.EXACTLY,
            Pt(look.size * paper.LEADING),
        )
    else:
        spacing.line_spacing_rule = WD_LINE_SPACING.SINGLE
    spacing.keep_with_next = style.name == "Heading 1"


def _coloured(style: "CharacterStyle", look: _Look) -> None:
    """Our font for every script, whatever the theme says."""
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    style.font.name = FAMILY
    fonts = style.element.rPr.rFonts
    for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{script}"), None)
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FAMILY)
    style.font.color.rgb = RGBColor.from_string(look.colour)
    style.font.bold, style.font.italic = look.bold, look.italic
    for unwanted in (*style.element.iter(qn("w:pBdr")), *style.element.iter(qn("w:spacing"))):
        if unwanted.tag == qn("w:pBdr") or unwanted.getparent().tag == qn("w:rPr"):
            unwanted.getparent().remove(unwanted)
