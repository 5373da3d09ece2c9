"""Provisions as boxes: siblings that share their conditions become one list card."""

from collections import defaultdict
from collections.abc import Callable, Hashable

from foedus.graph import Graph
from foedus.schema import GATES, Provision
from foedus.views.shapes import Box, Row, Standing
from foedus.views.status import WORDS, provision_standing
from foedus.words import component_list, numbers, plain, provisions_of

Cards = dict[str, Box]
"""The box of each provision, by the provision's id; siblings share one."""


def cards(graph: Graph, alike: Callable[[Provision], Hashable]) -> Cards:
    """A box for every provision; those of one component that `alike` cannot tell apart share a list card."""
    groups: dict[Hashable, list[Provision]] = defaultdict(list)
    components = [each.id for each in component_list(graph.model)]
    for component in (*components, None):
        for provision in provisions_of(graph.model, component):
            standing = provision_standing(graph.model, provision)
            groups[component, standing, alike(provision)].append(provision)
    return {each.id: box for group in groups.values() for box in [_card(graph, group)] for each in group}


def gates_of(provision: Provision) -> Hashable:
    """The conditions of a provision: what makes two of them siblings in the trigger view."""
    return repr([getattr(provision, gate) for gate in GATES])


def _card(graph: Graph, group: list[Provision]) -> Box:
    number = numbers(graph.model)
    first = group[0]
    standing = provision_standing(graph.model, first)
    origin = graph.project.where(first.route)
    lane = first.component or ""
    if len(group) == 1:
        return Box(
            f"provision:{first.id}", "provision", first.title, number[first.id], lane, standing,
            title=described(first, number[first.id], standing), origin=origin,
        )  # fmt: skip
    rows = tuple(
        Row(number[each.id], each.title, described(each, number[each.id], standing), graph.project.where(each.route))
        for each in group
    )
    text = f"{len(group)} provisions"
    return Box(f"list:{first.id}", "list", text, "", lane, standing, rows, text, origin)


def described(provision: Provision, number: str, standing: Standing) -> str:
    """The sentence that stands for a provision where only words do."""
    wording = f"“{plain(provision.wording)}”; " if provision.wording else ""
    return f"{number} {provision.title} ({wording}{WORDS[standing]})"
