"""Actors by components: who leads, owes, supports, decides and benefits."""

from collections import defaultdict

from foedus.graph import Graph
from foedus.logic import atoms
from foedus.schema import GATES, UNSPECIFIED, Found, Model, Provision
from foedus.views.captions import caption, lanes
from foedus.views.shapes import Grid, Head, Line, Mark
from foedus.views.status import provision_standing
from foedus.words import component_list, inside, joined, label, plain, provisions_of

TITLE = "Who does what"
_ROWS = 12
"""More actors than these make the table too small to read on a slide; those with the fewest roles go."""
_RANK: tuple[Mark, ...] = ("leads", "owes", "supports", "decides", "open", "benefits")

Roles = dict[Mark, list[str]]


def view(graph: Graph) -> Grid:
    """The matrix of a model."""
    model = graph.model
    columns = component_list(model)
    roles = {each.id: _roles(graph, each.id) for each in columns}
    actors = sorted(
        {actor for component in roles.values() for actor in component},
        key=lambda actor: (-sum(actor in component for component in roles.values()), _title(model, actor)),
    )
    shown, hidden = actors[:_ROWS], actors[_ROWS:]
    cells = tuple(tuple(_cell(roles[each.id].get(actor, {})) for each in columns) for actor in shown)
    subtitle = "Roles by actor and component"
    if hidden:
        subtitle += f"; not shown: {joined([_title(model, actor) for actor in hidden], 'and')}"
    alt = f"Table of {len(shown)} actors by {len(columns)} components with the role of each."
    return Grid(
        caption(graph.project, "matrix", TITLE, subtitle, alt), lanes(model, short=True),
        tuple(Head(_title(model, actor), _note(model, actor), graph.project.where(_route(model, actor)))
              for actor in shown),
        cells, row_style="names",
    )  # fmt: skip


def _roles(graph: Graph, component: str) -> dict[str, Roles]:
    """For each actor its roles in a component, each with the words of the cell."""
    model = graph.model
    found: dict[str, Roles] = defaultdict(lambda: defaultdict(list))
    for provision in provisions_of(model, component):
        mark = _owing(model, provision)
        kind = label(graph.project, "provision-kind", provision.kind)
        hedge = " (proposed)" if _is_draft(model, provision) else ""
        for actor in provision.obligors:
            found[actor][mark].append(inside(model, kind) + hedge)
        for actor in (*provision.beneficiary, *provision.protects):
            found[actor]["benefits"].append("is protected" if actor in provision.protects else "is supported")
        for decider, what in _deciders(model, provision):
            found[decider]["decides"].append(what)
    for body in model.bodies.values():
        founder = model.provisions.get(body.established_by or "")
        if body.lead is not None and founder is not None and founder.component == component:
            hedge = " (proposed)" if _is_draft(model, founder) else ""
            found[body.lead]["leads"].append(body.title + hedge)
    found.pop(UNSPECIFIED, None)
    return found


def _owing(model: Model, provision: Provision) -> Mark:
    if provision_standing(model, provision) == "open":
        return "open"
    return "supports" if provision.modality == "may" else "owes"


def _is_draft(model: Model, provision: Provision) -> bool:
    return provision_standing(model, provision) == "draft"


def _deciders(model: Model, provision: Provision) -> list[tuple[str, str]]:
    """Who holds a key to a provision: owns a fact that it waits for, or makes a finding that it needs."""
    found = []
    for gate in GATES:
        for leaf, _, _ in atoms(getattr(provision, gate), ()):
            if isinstance(leaf, str) and leaf in model.facts and (owner := model.facts[leaf].owner):
                found.append((owner, plain(model.facts[leaf].nature or "act")))
            if isinstance(leaf, Found) and leaf.determination in model.determinations:
                determination = model.determinations[leaf.determination]
                if (finder := determination.body or determination.actor) is not None:
                    found.append((finder, "finds"))
    return found


def _cell(roles: Roles) -> tuple[Line, ...]:
    """At most two roles, the weightier first; a second role leaves the first less room."""
    marks = [mark for mark in _RANK if roles.get(mark)][:2]
    return tuple(Line(_brief(roles[mark], 2 if len(marks) == 1 else 1), mark=mark) for mark in marks)


def _brief(words: list[str], most: int) -> str:
    distinct = list(dict.fromkeys(words))
    return ", ".join(distinct[:most]) + (f" +{len(distinct) - most}" if len(distinct) > most else "")


def _title(model: Model, actor: str) -> str:
    found = model.actors.get(actor) or model.bodies.get(actor)
    return found.title if found is not None else actor


def _note(model: Model, actor: str) -> str:
    found = model.actors.get(actor) or model.bodies.get(actor)
    return plain(found.kind) if found is not None else ""


def _route(model: Model, actor: str) -> tuple[str | int, ...]:
    return ("bodies" if actor in model.bodies else "actors", actor)
