"""How much a drawing holds: so many boxes and links on one page, and four times as many over several."""

from foedus.views.shapes import Diagram

BOXES, LINKS = 300, 900
"""On one page, however large it is: more take minutes to route, and nobody follows them."""
TIMES = 4
"""So many times as many stand on pages, each of which holds a part."""


def holds(diagram: Diagram, times: int = 1) -> bool:
    """Whether a diagram has room in one drawing, or in that of `times` as many boxes and links."""
    return len(diagram.boxes) <= times * BOXES and len(diagram.links) <= times * LINKS


def size(diagram: Diagram) -> str:
    """How large a diagram is, in words: `1,969 boxes and 5,538 links`."""
    boxes, links = len(diagram.boxes), len(diagram.links)
    return f"{boxes:,} box{'' if boxes == 1 else 'es'} and {links:,} link{'' if links == 1 else 's'}"


def refusal(diagram: Diagram, *, cut: bool = False) -> str:
    """Why a diagram, or a part that has been `cut` as far as it can be, is not drawn, and what to ask for."""
    where = " in a part that cannot be cut" if cut else ""
    said = f"{diagram.caption.view}: {size(diagram)}{where}, more than"
    less = "the view `focus` shows what is near an element, `--as dot` and `--as csv` hold everything"
    if not holds(diagram, TIMES):
        return f"{said} the {TIMES * BOXES:,} and {TIMES * LINKS:,} that pages hold; {less}"
    pages = "" if cut else "take `--form pages`; "
    return f"{said} the {BOXES:,} and {LINKS:,} that one drawing holds; {pages}{less}"
