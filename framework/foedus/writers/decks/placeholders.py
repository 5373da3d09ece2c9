"""The places that a layout has for title, foot and number: filled where they are wanted, else removed."""

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from foedus.layout.tokens import BOLD
from foedus.layout.wrap import wrapped
from foedus.writers.decks.xml import DECLARED, EMU, element, named, parsed, said, tag
from foedus.writers.pictures.xml import escaped

if TYPE_CHECKING:
    from pptx.slide import Slide, SlideLayout

_FOOT = {"FOOTER": "ftr", "SLIDE_NUMBER": "sldNum"}
_BROADER = 1.12  # a house's own font may be so much broader than ours
_LEADING = 1.2
_SMALLEST = 12.0


def entitle(slide: "Slide", title: str, size: float | None = None) -> None:
    """Fill the title, at a size in points where the one of the layout is not wanted or does not fit."""
    place: Any = slide.shapes.title
    place.text_frame.text = said(title) or "Untitled"
    found = size or fitting(slide.slide_layout, title)
    if found is not None:
        for run in place.text_frame.paragraphs[0].runs:
            run.font.size = round(found * EMU)
    describe(place, "Title")


def describe(shape: Any, words: str) -> None:
    """What is said in place of a shape."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", said(words))


def fitting(layout: "SlideLayout", title: str) -> float | None:
    """The size at which a title fits the place that a layout has for it; None for the layout's own."""
    place = _title_of(layout)
    own = _size(layout)
    size = own
    wide, high = place.width / EMU - 15, place.height / EMU - 8
    while size > _SMALLEST:
        lines = wrapped(title, wide, size * _BROADER, BOLD)
        if len(lines) * size * _LEADING <= high:
            break
        size -= 1
    return None if size == own else size


def _title_of(layout: "SlideLayout") -> Any:
    places: Any = layout.placeholders
    return next(each for each in places if each.placeholder_format.type.name.endswith("TITLE"))


def _size(layout: "SlideLayout") -> float:
    """The size of a title in points, as layout, master or their styles say."""
    master = layout.slide_master._element
    found = [
        *_title_of(layout)._element.xpath(".//a:lvl1pPr/a:defRPr/@sz"),
        *master.xpath(".//p:sp[.//p:ph[@type='title']]//a:lvl1pPr/a:defRPr/@sz"),
        *master.xpath("./p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr/@sz"),
    ]
    return int(found[0]) / 100 if found else 44.0


def foot(slide: "Slide", source: str, number: int) -> None:
    """Fill the places for foot and number, where the layout has them."""
    places: Any = slide.slide_layout.placeholders
    for place in places:
        kind = place.placeholder_format.type.name
        if kind not in _FOOT:
            continue
        word = source if kind == "FOOTER" else ""
        run = tag("a:r", tag("a:rPr", lang="en-GB"), f"<a:t>{escaped(said(word))}</a:t>")
        if kind == "SLIDE_NUMBER":
            run = tag(
                "a:fld", tag("a:rPr", lang="en-GB"), f"<a:t>{number}</a:t>",
                id="{5D1B6F4E-0A3C-4B52-9C61-7E1D2A84C0F3}", type="slidenum",
            )  # fmt: skip
        told = "Slide number" if kind == "SLIDE_NUMBER" else "Source"
        fields = {"type": _FOOT[kind], "idx": str(place.placeholder_format.idx)}
        if size := place._element.xpath(".//p:ph/@sz"):
            fields["sz"] = str(size[0])
        head = tag(
            "p:nvSpPr", named(_next(slide), told, told),
            tag("p:cNvSpPr", tag("a:spLocks", noGrp=1)), tag("p:nvPr", element("p:ph", fields)),
        )  # fmt: skip
        body = tag("p:txBody", tag("a:bodyPr"), tag("a:lstStyle"), tag("a:p", run))
        made = parsed(element("p:sp", DECLARED, head, tag("p:spPr"), body))
        _style(made, place)
        slide.shapes._spTree.append(made)


def _style(made: Any, place: Any) -> None:
    """The style of a placeholder said once more: LibreOffice does not take that of a foot from its layout."""
    kind = place._element.xpath(".//p:ph/@type")[0]
    master = place.part.slide_layout.slide_master._element if hasattr(place.part, "slide_layout") else None
    found = place._element.xpath("./p:txBody/a:lstStyle[*]")
    if not found and master is not None:
        found = master.xpath(f".//p:sp[.//p:ph[@type='{kind}']]/p:txBody/a:lstStyle[*]")
    if found:
        old = made.xpath("./p:txBody/a:lstStyle")[0]
        old.getparent().replace(old, deepcopy(found[0]))


def _next(slide: "Slide") -> int:
    return max(map(int, slide._element.xpath("//@id[. > 0][number(.) = .]")), default=1) + 1


def prune(slide: "Slide") -> None:
    """Take out the places that nothing was put in."""
    for place in list(slide.placeholders):
        said = place.has_text_frame and (place.text_frame.text.strip() or place._element.xpath(".//a:fld"))
        if not said:
            place._element.getparent().remove(place._element)
