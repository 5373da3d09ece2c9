"""What would help a picture that cannot be read: each thing is drawn and measured before it is named."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TypeAlias

from foedus.errors import Stop
from foedus.layout.palette import LIGHT
from foedus.legibility.measured import Fault, faults
from foedus.legibility.places import PLACES, Place
from foedus.legibility.wanted import Wanted, drawn
from foedus.load import Project
from foedus.rules import p01_small_text, p02_low_contrast
from foedus.views.asked import Asked
from foedus.views.catalogue import ASKED, STORIES, VIEWS

Try: TypeAlias = tuple[str, Wanted, Place]
"""What would be done in words, and the picture and place to be measured."""
Known: TypeAlias = dict[tuple[Wanted, str], bool]
"""Which pictures can be read at which place; what was measured once is kept."""

_NAMED = 3
"""So many things that would help are named."""
_OURS = "this is a mistake of the drawing, not of the model; please report it"
_NOTHING = "nothing narrower that was tried passes; show fewer provisions"


def hint(project: Project, wanted: Wanted, place: Place, fault: Fault, known: Known) -> str:
    """What passes instead, the nearest to what was asked for first."""
    match fault.rule.CODE:
        case p01_small_text.CODE:
            tries = _narrower(project, wanted, place, fault)
        case p02_low_contrast.CODE:
            lit = replace(wanted, setting=replace(wanted.setting, theme=LIGHT))
            tries = iter([("`--theme light` passes", lit, place)])
        case _:
            return _OURS
    passing = (words for words, other, at in tries if _passes(project, other, at, known))
    return "; ".join(islice(passing, _NAMED)) or _NOTHING


def _narrower(project: Project, wanted: Wanted, place: Place, fault: Fault) -> Iterator[Try]:
    """Ways to show less, or to show it larger."""
    setting = wanted.setting
    if setting.page != place.page:
        own = replace(wanted, setting=replace(setting, page=place.page))
        yield f"`--page {place.page}` passes", own, place
    if wanted.view not in (*STORIES, *ASKED) and setting.form != "pages":
        parted = replace(wanted, setting=replace(setting, form="pages"))
        yield "`--form pages` passes, with a page for each component", parted, place
    alone = replace(setting, scenario=None, form="auto")
    if (near := fault.about or next(iter(project.model.provisions), None)) is not None:
        focused = Wanted("focus", replace(alone, asked=Asked(focus=near)))
        if focused.name != wanted.name:
            yield f"`focus --focus {near}` passes", focused, place
    for view in VIEWS:
        if view != wanted.view:
            yield f"the view `{view}` passes", Wanted(view, alone), place
    for other in PLACES.values():
        if other.width * other.height > place.width * place.height and not other.grey:
            there = replace(wanted, setting=replace(setting, page=other.page))
            yield f"`--for {other.name}` passes", there, other


def _passes(project: Project, wanted: Wanted, place: Place, known: Known) -> bool:
    """Whether a picture can be drawn, and everything in it can be read."""
    key = wanted, place.name
    if key not in known:
        try:
            found = drawn(project, wanted)
        except Stop:
            known[key] = False
        else:
            known[key] = not any(True for _, drawing in found for _ in faults(drawing, place))
    return known[key]
