"""The components side by side: when each starts, who is in it, what it provides, how firm it stands."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from foedus.graph import Graph
from foedus.logic import leaves
from foedus.place import Span
from foedus.schema import UNSPECIFIED, Condition, Model, Provision
from foedus.views.captions import caption, columns, without_frame
from foedus.views.shapes import Box, Grid, Head, Line
from foedus.views.status import WORDS, provision_standing
from foedus.words import counted, joined, name, phrase, provisions_of, sentence

TITLE = "Overview of the components"


@dataclass(frozen=True, slots=True)
class _Most:
    """More lines than these in a cell are counted, not listed."""

    starts: int
    actors: int
    items: int


_MOST = (_Most(9, 9, 15), _Most(4, 5, 8), _Most(3, 4, 6), _Most(3, 3, 4), _Most(2, 3, 4))
"""By how brief the picture is."""


def view(graph: Graph, brief: int = 0) -> Grid:
    """The overview of a model; a brief one lists fewer conditions, actors and provisions, and counts."""
    project, model = graph.project, graph.model
    keys, lanes = [key for key, _ in columns(model)], tuple(lane for _, lane in columns(model))
    start = opener(model)
    rows = ("Starts when", "Who", "What it provides", "Status")
    each = [_column(graph, component, _MOST[brief]) for component in keys]
    cells = tuple(tuple(column[row] for column in each) for row in range(len(rows)))
    titles = "; ".join(lane.title for lane in lanes)
    alt = f"Overview with one column for each of {len(lanes)} components: {titles}."
    return Grid(
        caption(project, "overview", TITLE, without_frame(model, _subtitle(model)), alt),
        lanes,
        tuple(Head(row) for row in rows),
        cells,
        start=_boxes(graph, start),
        opened=tuple(opened(model, component, start) for component in keys) if start else (),
    )


def _subtitle(model: Model) -> str:
    count, title = len(model.components), model.framework.title if model.framework else ""
    return f"{counted(count, 'component')} of {title}" if count and title else title


def opener(model: Model) -> Condition | None:
    """The condition on which most components enter into force, where more than one does."""
    gates: Counter[str] = Counter()
    conditions: dict[str, Condition] = {}
    for component in model.components:
        found = {repr(each.enters_when): each.enters_when for each in provisions_of(model, component)}
        for key, condition in found.items():
            if condition is not None:
                gates[key] += 1
                conditions[key] = condition
    most = min(gates, key=lambda key: (-gates[key], key), default=None)
    return conditions[most] if most is not None and gates[most] > 1 else None


def _boxes(graph: Graph, start: Condition | None) -> tuple[Box, ...]:
    if start is None:
        return ()
    text = sentence(phrase(graph.model, start))
    first = next(leaves(start), None)
    fact = graph.model.facts.get(first) if isinstance(first, str) else None
    origin = graph.project.where(fact.route) if fact is not None else None
    return (Box("start", "fact", text, title=text, origin=origin),)


def opened(model: Model, component: str | None, start: Condition) -> Literal["activates", "inference", ""]:
    entering = [each for each in provisions_of(model, component) if each.enters_when == start]
    if not entering:
        return ""
    agreed = any(provision_standing(model, each) != "open" for each in entering)
    return "activates" if agreed else "inference"


def _column(graph: Graph, component: str | None, most: _Most) -> tuple[tuple[Line, ...], ...]:
    model = graph.model
    provisions = provisions_of(model, component)
    return (
        starts(graph, component, most.starts),
        who(model, provisions, most.actors),
        _what(graph, provisions, most.items),
        _status(model, provisions),
    )


def starts(graph: Graph, component: str | None, most: int, asides: bool = True) -> tuple[Line, ...]:
    """The condition that opens the component, if it is opened with others, then its own; at most so many.

    `asides` tell which are those of a part of it, and what the frame waits for where the component does not.
    """
    model = graph.model
    parents = [each for each in provisions_of(model, component) if each.part_of is None]
    own = [(start_phrase(model, each), _place(graph, each)) for each in parents]
    gate = opener(model)
    found: dict[str, Span | None] = {}
    if gated := gate is not None and bool(opened(model, component, gate)):
        found[sentence(phrase(model, gate))] = None
    for text, place in own:
        found.setdefault(text, place)
    found.pop("", None)
    told = [Line(text, "plain", origin=place) for text, place in found.items()]
    if gated or len(told) == 1:
        told[0] = replace(told[0], style="strong")
    lines = at_most(told, most) or (Line("not stated", "aside"),)
    if not asides:
        return lines
    alike = len({text for text, _ in own}) == 1
    if gated and not alike and told[1:] and lines[1] == told[1]:
        lines = (lines[0], Line("some of it only when", "aside"), *lines[1:])
    return (*lines, *_of_the_frame(graph, parents))


def _of_the_frame(graph: Graph, provisions: list[Provision]) -> Iterator[Line]:
    """What the frame waits for, beside provisions that are under way without it."""
    if any(each.already_ongoing and each.enters_when is None for each in provisions):
        for each in provisions_of(graph.model, None):
            if each.enters_when is not None:
                text = f"though the frame waits until {phrase(graph.model, each.enters_when)}"
                yield Line(text, "aside", origin=_place(graph, each))


def start_phrase(model: Model, provision: Provision) -> str:
    """When a provision comes alive, in words: its trigger and what it requires, else what it enters with."""
    parts = [phrase(model, each) for each in (provision.trigger, provision.requires) if each is not None]
    if parts:
        return sentence("; and ".join(parts))
    if provision.already_ongoing:
        return "Already under way"
    return sentence(phrase(model, provision.enters_when))


def who(model: Model, provisions: list[Provision], most: int) -> tuple[Line, ...]:
    """Who leads, then who owes most, in one line; a second one says that some provisions name nobody."""
    owing = Counter(actor for each in provisions for actor in each.obligors)
    nobody = owing.pop(UNSPECIFIED, 0)
    leads = leaders(model, provisions)
    everywhere = Counter(actor for each in model.provisions.values() for actor in each.obligors)
    order = sorted(
        {*owing, *leads},
        key=lambda actor: (actor not in leads, -owing[actor], -everywhere[actor], actor),
    )
    named = [name(model, actor) + (f" ({leads[actor]})" if actor in leads else "") for actor in order]
    kept = named if len(named) <= most else [*named[: most - 1], f"{len(named) - most + 1} more"]
    lines = [Line(joined(kept, "and"), title=joined(named, "and"))] if named else []
    return (*lines, *([Line(f"nobody named for {counted(nobody, 'provision')}", "aside")] if nobody else []))


def leaders(model: Model, provisions: list[Provision]) -> dict[str, str]:
    """Who leads a body that these provisions set up: "lead", or "proposed lead" where it is not agreed."""
    firm = {each.id: provision_standing(model, each) == "agreed" for each in provisions}
    return {
        body.lead: "lead" if firm[body.established_by] else "proposed lead"
        for body in model.bodies.values()
        if body.lead is not None and body.established_by in firm
    }


def _what(graph: Graph, provisions: list[Provision], most: int) -> tuple[Line, ...]:
    """The provisions as items, with those that spell one out as its parts."""
    lines = []
    for each in provisions:
        if each.part_of is not None and each.part_of in graph.model.provisions:
            continue
        parts = [part for part in provisions if part.part_of == each.id]
        lines.append(_item(graph, each, f"{each.title}:" if parts else each.title, "item"))
        lines += [_item(graph, part, part.title, "part") for part in parts]
    return at_most(lines, most)


def _item(graph: Graph, provision: Provision, text: str, style: Literal["item", "part"]) -> Line:
    return Line(text, style, title=provision.summary or provision.title, origin=_place(graph, provision))


def at_most(lines: list[Line], most: int) -> tuple[Line, ...]:
    """The first lines, and how many more there are."""
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], Line(f"and {len(lines) - most + 1} more", "aside"))


def _status(model: Model, provisions: list[Provision]) -> tuple[Line, ...]:
    standings = Counter(provision_standing(model, each) for each in provisions)
    return tuple(
        Line(counted(standings[standing], "provision"), "chip", standing=standing, title=words)
        for standing, words in WORDS.items()
        if standings[standing]
    )


def _place(graph: Graph, provision: Provision) -> Span:
    return graph.project.where(provision.route)
