"""Actors by components: who leads, owes, supports, decides and benefits."""

from collections import defaultdict
from dataclasses import dataclass, replace

from foedus.graph import Graph
from foedus.logic import leaves
from foedus.place import Span
from foedus.schema import GATES, UNSPECIFIED, Found, Model, Provision
from foedus.views.captions import caption, columns, leaving_out, without_frame
from foedus.views.shapes import Grid, Head, Line, Mark, Standing
from foedus.views.status import provision_standing
from foedus.words import counted, inside, joined, label, plain, provisions_of

TITLE = "Who does what"
_RANK: tuple[Mark, ...] = ("leads", "owes", "supports", "decides", "open", "benefits")


@dataclass(frozen=True, slots=True)
class _Most:
    """So many rows, so many roles in a cell, and so long a title of a provision may stand in a cell."""

    rows: int
    roles: int
    letters: int


_MOST = (_Most(40, 3, 60), _Most(12, 2, 50), _Most(10, 2, 50), _Most(9, 2, 32), _Most(7, 1, 32))
"""By how brief the picture is."""


@dataclass(frozen=True, slots=True)
class _Role:
    """One thing that an actor does in a component: its kind in a word or two, and the whole of it."""

    kind: str
    whole: str
    standing: Standing
    origin: Span | None = None
    vague: bool = False


_NAMED = 3
"""So many are named of a row of many, where it has no room for all."""
_VAGUE = frozenset({"institutional", "guarantee"})
"""Kinds that say too little of a provision to stand for it alone."""
_ABSTAINING = frozenset({"nonaggression", "neutrality"})
"""Kinds that say by themselves that something is left undone."""

Roles = dict[Mark, list[_Role]]


def view(graph: Graph, brief: int = 0) -> Grid:
    """The matrix of a model; a brief one has fewer rows and words, names who has no row, and counts roles."""
    model, most = graph.model, _MOST[brief]
    shown_in = columns(model, short=True)
    roles = {key: _roles(graph, key) for key, _ in shown_in}
    actors = sorted(
        {actor for component in roles.values() for actor in component},
        key=lambda actor: _weight(model, actor, roles),
    )
    alike: dict[tuple[str, tuple[tuple[Line, ...], ...]], list[str]] = defaultdict(list)
    for actor in actors:
        cells = tuple(_cell(roles[key].get(actor, {}), most) for key, _ in shown_in)
        alike[_kind(model, actor), cells].append(actor)
    shown, hidden = list(alike.items())[: most.rows], list(alike.values())[most.rows :]
    subtitle = without_frame(model, "Roles by actor and component")
    if hidden:
        left_out = [_title(model, actor) for group in hidden for actor in group]
        subtitle = leaving_out(subtitle, joined(left_out, "and"))
    count = sum(len(group) for _, group in shown)
    alt = f"Table of {count} actors by {len(shown_in)} components with the role of each."
    return Grid(
        caption(graph.project, "matrix", TITLE, subtitle, alt), tuple(lane for _, lane in shown_in),
        tuple(_head(graph, group, most) for _, group in shown),
        tuple(cells for (_, cells), _ in shown), row_style="names",
    )  # fmt: skip


def _head(graph: Graph, group: list[str], most: _Most) -> Head:
    """The heading of a row: an actor, or those who have the same part in everything."""
    model, origin = graph.model, graph.project.where(_route(graph.model, group[0]))
    titles = [_title(model, actor) for actor in group]
    text = joined(titles, "and")
    if len(titles) > _NAMED and len(text) > 3 * most.letters:
        text = joined([*titles[:_NAMED], f"{len(titles) - _NAMED} more"], "and")
    note = _kind(model, group[0])
    return Head(text, note if len(group) == 1 else f"{note} ({len(group)} alike)", origin)


def _weight(model: Model, actor: str, roles: dict[str | None, dict[str, Roles]]) -> tuple[int, int, str]:
    """Actors of many components first, then those with the weightiest role."""
    own = [component[actor] for component in roles.values() if actor in component]
    return -len(own), min(_RANK.index(mark) for found in own for mark in found), _title(model, actor)


def _roles(graph: Graph, component: str | None) -> dict[str, Roles]:
    """For each actor its roles in a component, by mark."""
    model = graph.model
    found: dict[str, Roles] = defaultdict(lambda: defaultdict(list))
    for each in provisions_of(model, component):
        standing, origin = provision_standing(model, each), graph.project.where(each.route)
        kind = inside(model, label(graph.project, "provision-kind", each.kind))
        kind = f"no {kind}" if each.modality == "must_not" and each.kind not in _ABSTAINING else kind
        for actor in each.obligors:
            role = _Role(kind, inside(model, each.title), standing, origin, each.kind in _VAGUE)
            found[actor][_owing(each, standing)].append(role)
        for actor in dict.fromkeys((*each.beneficiary, *each.protects)):
            what = "protected" if actor in each.protects else "supported"
            found[actor]["benefits"].append(_Role(what, what, standing, origin))
        for decider, what in _deciders(model, each):
            found[decider]["decides"].append(_Role(what, what, standing, origin))
    for body in model.bodies.values():
        founder = model.provisions.get(body.established_by or "")
        if body.lead is not None and founder is not None and founder.component == component:
            standing, origin = provision_standing(model, founder), graph.project.where(body.route)
            role = _Role(f"the {plain(body.kind)}", body.title, standing, origin)
            found[body.lead]["leads"].append(role)
    found.pop(UNSPECIFIED, None)
    return found


def _owing(provision: Provision, standing: Standing) -> Mark:
    if standing == "open":
        return "open"
    return "supports" if provision.modality == "may" else "owes"


def _deciders(model: Model, provision: Provision) -> list[tuple[str, str]]:
    """Who holds a key to a provision: owns a fact that it waits for, or makes a finding that it needs."""
    found = []
    for gate in GATES:
        for leaf in leaves(getattr(provision, gate)):
            if isinstance(leaf, str) and leaf in model.facts and (owner := model.facts[leaf].owner):
                found.append((owner, plain(model.facts[leaf].nature or "act")))
            if isinstance(leaf, Found) and leaf.determination in model.determinations:
                determination = model.determinations[leaf.determination]
                if (finder := determination.body or determination.actor) is not None:
                    found.append((finder, "finds"))
    return found


def _cell(roles: Roles, most: _Most) -> tuple[Line, ...]:
    """The roles of an actor in a component, the weightier first; what has no room is counted."""
    marks = [mark for mark in _RANK if roles.get(mark)]
    shown = marks[: most.roles]
    lines = [_line(mark, roles[mark], most) for mark in shown]
    if rest := len(marks) - len(shown):
        more = f"{lines[-1].text}; and {counted(rest, 'more role')}"
        lines[-1] = replace(lines[-1], text=more)
    return tuple(lines)


def _line(mark: Mark, roles: list[_Role], most: _Most) -> Line:
    """Roles of one mark: a single one in full where it is short, else the kinds; as firm as the weakest."""
    weakest = min((role.standing for role in roles), key=_WEAKEST_FIRST.index)
    if mark == "benefits":
        kinds = sorted({role.kind for role in roles})
        return Line(f"is {joined(kinds, 'and')}", mark=mark, origin=roles[0].origin)
    title = "; ".join(dict.fromkeys(_hedged(role.whole, role.standing) for role in roles))
    if len(roles) == 1 and (roles[0].vague or len(roles[0].whole) <= most.letters):
        text = title
    else:
        kinds = list(dict.fromkeys(_hedged(role.kind, role.standing) for role in roles))
        kept = kinds if len(kinds) <= 2 else [kinds[0], f"{len(kinds) - 1} more"]
        text = joined(kept, "and")
    return Line(text, mark=mark, standing=weakest, title=title, origin=roles[0].origin)


_WEAKEST_FIRST: tuple[Standing, ...] = ("ended", "open", "draft", "agreed")
_HEDGES: dict[Standing, str] = {"draft": "proposed", "ended": "ended"}


def _hedged(text: str, standing: Standing) -> str:
    """The text with what keeps it from being agreed, unless it says so itself."""
    hedge = _HEDGES.get(standing)
    return text if hedge is None or f"({hedge})" in text else f"{text} ({hedge})"


def _title(model: Model, actor: str) -> str:
    found = model.actors.get(actor) or model.bodies.get(actor)
    return found.title if found is not None else actor


def _kind(model: Model, actor: str) -> str:
    found = model.actors.get(actor) or model.bodies.get(actor)
    return plain(found.kind) if found is not None else ""


def _route(model: Model, actor: str) -> tuple[str | int, ...]:
    return ("bodies" if actor in model.bodies else "actors", actor)
