"""Relations outside conditions: what an element writes of another is an edge of its kind at that place."""

from collections.abc import Iterator

import pytest

from foedus.graph import Graph, build
from foedus.graph.graph import Edge
from foedus.library import shipped_models
from foedus.load import Project, load, loads
from foedus.schema import SECTIONS, references

INWARD = {
    "bodies.established_by": "established_by",
    "bodies.lead": "provides",
    "bodies.members.closed": "member_of",
    "bodies.members.open": "member_of",
    "actors.members.closed": "member_of",
    "actors.members.open": "member_of",
    "determinations.of": "determines",
    "determinations.body": "provides",
    "determinations.actor": "provides",
    "events.by": "does",
    "facts.owner": "does",
    "provisions.obligors": "owes",
    "provisions.through": "through",
    "provisions.instrument": "states",
}
"""The fields of which an edge runs from the element that is named, with its kind."""
OUTWARD = {
    "actors.of": "part_of",
    "events.sets": "sets",
    "provisions.beneficiary": "benefits",
    "provisions.protects": "protects",
    "provisions.part_of": "part_of",
    "provisions.component": "part_of",
    "questions.touches": "touches",
    **{
        f"instruments.{field}": field
        for field in ("supersedes", "supplements", "implements", "interprets", "reaffirms", "draft_of")
    },
    **{f"{section}.source.doc": "cites" for section in SECTIONS},
}
"""The fields of which an edge runs to the element that is named, with its kind."""

TEXTS = """
instruments:
  old: {title: Old, form: treaty, status: in_force}
  law:
    {title: Law, form: treaty, status: in_force, supersedes: [old, law], interprets: [old], reaffirms: [old]}
  draft: {title: Draft, form: treaty, status: draft, draft_of: law, supplements: [law], implements: [old]}
bodies:
  staff: {title: Staff, kind: mission, established_by: law, lead: unspecified}
facts:
  calm: {title: Calm, kind: brute, initial: true, owner: staff}
events:
  raid: {title: Raid, sets: {calm: false}, by: [unspecified, staff]}
"""


def written(graph: Graph) -> Iterator[tuple[str, str, str, bool, tuple[str | int, ...]]]:
    """The edges that the references of the elements are, one by one."""
    for element in graph.model.elements():
        own = f"{element.section}/{element.id}"
        for each in references(element, element.route):
            steps = [str(step) for step in each.route[2:] if not isinstance(step, int)]
            sets = steps[0] == "sets"
            field = ".".join((element.section, *(steps[:1] if sets else steps)))
            route = each.route[:3] if steps[0] == "members" else each.route
            value = not sets or element.sets[each.id]  # type: ignore[attr-defined]  # an event
            for section in each.sections or SECTIONS:
                other = f"{section}/{each.id}"
                if other in graph.vertices and field in INWARD:
                    yield Edge(other, own, INWARD[field], value, route)  # type: ignore[arg-type]
                elif other in graph.vertices and field in OUTWARD:
                    yield Edge(own, other, OUTWARD[field], value, route)  # type: ignore[arg-type]


PROJECTS = (loads({"model.yaml": TEXTS}), *map(load, shipped_models().values()))


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.name)
def test_what_an_element_writes_of_another_is_an_edge_at_that_place_and_there_is_no_other(
    project: Project,
) -> None:
    graph = build(project)
    kinds = {*INWARD.values(), *OUTWARD.values()}
    assert {edge for edge in graph.edges if edge.kind in kinds} == {*written(graph)}


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.name)
def test_what_waits_for_a_provision_is_tied_to_it_once_for_each_place(project: Project) -> None:
    graph = build(project)
    assert {edge for edge in graph.edges if edge.kind == "delivers"} == {*graph.position_edges}
