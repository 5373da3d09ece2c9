"""The components side by side: when each starts, who is in it, what it provides, how firm it stands."""

from collections import Counter
from typing import Literal

from foedus.graph import Graph
from foedus.logic import atoms
from foedus.place import Span
from foedus.schema import UNSPECIFIED, Condition, Model, Provision
from foedus.views.captions import caption, lanes
from foedus.views.shapes import Box, Grid, Head, Line
from foedus.views.status import WORDS, provision_standing
from foedus.words import component_list, joined, name, phrase, provisions_of, sentence

TITLE = "Overview of the components"

_ITEMS, _ACTORS, _STARTS = 6, 4, 2
"""More lines than these in a cell are counted, not listed."""


def view(graph: Graph) -> Grid:
    """The overview of a model."""
    project, model = graph.project, graph.model
    columns = lanes(model)
    start = _start(model)
    subtitle = f"{len(columns)} components of {model.framework.title}" if model.framework else ""
    rows = ("Starts when", "Who", "What it provides", "Status")
    each = [_column(graph, component.id) for component in component_list(model)]
    cells = tuple(tuple(column[row] for column in each) for row in range(len(rows)))
    alt = f"Overview with one column for each of {len(columns)} components: {'; '.join(c.title for c in columns)}."
    return Grid(
        caption(project, "overview", TITLE, subtitle, alt),
        columns,
        tuple(Head(row) for row in rows),
        cells,
        start=_boxes(graph, start),
        opened=tuple(_opened(model, component.id, start) for component in component_list(model)) if start else (),
    )


def _start(model: Model) -> Condition | None:
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
    first = next(atoms(start, ()), None)
    fact = graph.model.facts.get(first.leaf) if first is not None and isinstance(first.leaf, str) else None
    origin = graph.project.where(fact.route) if fact is not None else None
    return (Box("start", "event", text, title=text, origin=origin),)


def _opened(model: Model, component: str, start: Condition) -> Literal["activates", "inference", ""]:
    entering = [each for each in provisions_of(model, component) if each.enters_when == start]
    if not entering:
        return ""
    agreed = any(provision_standing(model, each) != "open" for each in entering)
    return "activates" if agreed else "inference"


def _column(graph: Graph, component: str) -> tuple[tuple[Line, ...], ...]:
    model = graph.model
    provisions = provisions_of(model, component)
    parents = [each for each in provisions if each.part_of is None]
    return (_starts(graph, parents), _who(model, provisions), _what(graph, provisions), _status(model, provisions))


def _starts(graph: Graph, provisions: list[Provision]) -> tuple[Line, ...]:
    """The distinct conditions under which the provisions of a component come alive."""
    found: dict[str, Line] = {}
    for each in provisions:
        text = start_phrase(graph.model, each)
        if text and text not in found:
            found[text] = Line(text, "strong" if not found else "plain", origin=_place(graph, each))
    return _at_most(list(found.values()), _STARTS) or (Line("not stated", "aside"),)


def start_phrase(model: Model, provision: Provision) -> str:
    """When a provision comes alive, in words: its trigger and what it requires, else what brings it into force."""
    parts = [phrase(model, each) for each in (provision.trigger, provision.requires) if each is not None]
    if parts:
        return sentence("; and ".join(parts))
    if provision.already_ongoing:
        return "Already under way"
    return sentence(phrase(model, provision.enters_when))


def _who(model: Model, provisions: list[Provision]) -> tuple[Line, ...]:
    """Those who owe most first, in one line; a second one says that some provisions name nobody."""
    owing = Counter(actor for each in provisions for actor in each.obligors)
    nobody = owing.pop(UNSPECIFIED, 0)
    order = sorted(owing, key=lambda actor: (-owing[actor], actor))
    named = [name(model, actor) for actor in order[:_ACTORS]]
    more = [f"{len(order) - _ACTORS} more"] if len(order) > _ACTORS else []
    lines = [Line(joined([*named, *more], "and"))] if named else []
    return (*lines, *([Line(f"nobody named for {_counted(nobody)}", "aside")] if nobody else []))


def _what(graph: Graph, provisions: list[Provision]) -> tuple[Line, ...]:
    """The provisions as items; one that others spell out is the heading of these."""
    lines = []
    for each in provisions:
        if each.part_of is not None and each.part_of in graph.model.provisions:
            continue
        parts = [part for part in provisions if part.part_of == each.id]
        lines.append(_item(graph, each, "aside" if parts else "item"))
        lines += [_item(graph, part, "item") for part in parts]
    return _at_most(lines, _ITEMS)


def _item(graph: Graph, provision: Provision, style: Literal["item", "aside"]) -> Line:
    text = f"{provision.title}:" if style == "aside" else provision.title
    return Line(text, style, title=provision.summary or provision.title, origin=_place(graph, provision))


def _at_most(lines: list[Line], most: int) -> tuple[Line, ...]:
    """The first lines, and how many more there are."""
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], Line(f"and {len(lines) - most + 1} more", "aside"))


def _status(model: Model, provisions: list[Provision]) -> tuple[Line, ...]:
    standings = Counter(provision_standing(model, each) for each in provisions)
    return tuple(
        Line(_counted(standings[standing]), "chip", standing=standing, title=words)
        for standing, words in WORDS.items()
        if standings[standing]
    )


def _counted(number: int) -> str:
    return f"{number} provision" + ("" if number == 1 else "s")


def _place(graph: Graph, provision: Provision) -> Span:
    return graph.project.where(provision.route)
