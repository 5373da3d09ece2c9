"""Provisions as boxes: siblings that share their conditions become one list card."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from foedus.graph import Graph
from foedus.schema import GATES, Provision
from foedus.views.shapes import Box, Row, Standing
from foedus.views.status import WORDS, provision_standing
from foedus.words import component_list, numbers, plain, provisions_of

Cards = dict[str, Box]
"""The box of each provision, by the provision's id; siblings share one."""

_ROWS = 4
"""A card in a picture that must be brief has no more rows than these."""


def cards(
    graph: Graph, alike: Callable[[Provision], Hashable], without: Collection[str] = (), brief: bool = False
) -> Cards:
    """A box for every provision; those of one component that `alike` cannot tell apart share a list card,
    but for those that the author put in different groups.

    Provisions `without` boxes are left out; the rows of a `brief` card are few, and the rest counted.
    """
    groups: dict[Hashable, list[Provision]] = defaultdict(list)
    for provision in _in_order(graph):
        if provision.id not in without:
            standing = provision_standing(graph.model, provision)
            groups[provision.component, provision.group, standing, alike(provision)].append(provision)
    return {
        each.id: box for group in groups.values() for box in [_card(graph, group, brief)] for each in group
    }


def _in_order(graph: Graph) -> list[Provision]:
    components = [each.id for each in component_list(graph.model)]
    return [each for component in (*components, None) for each in provisions_of(graph.model, component)]


def gates_of(provision: Provision) -> Hashable:
    """The conditions of a provision: what makes two of them siblings in the trigger view."""
    return repr([getattr(provision, gate) for gate in GATES])


def _card(graph: Graph, group: list[Provision], brief: bool) -> Box:
    number = numbers(graph.model)
    first = group[0]
    standing = provision_standing(graph.model, first)
    origin = graph.project.where(first.route)
    lane, rank = first.component or "", max(each.rank or 1 for each in group)
    if len(group) == 1:
        return Box(
            f"provision:{first.id}", "provision", first.title, number[first.id], lane, standing,
            title=described(first, number[first.id], standing), origin=origin, rank=rank,
            group=first.group or "",
        )  # fmt: skip
    rows = tuple(
        Row(
            number[each.id], each.title, described(each, number[each.id], standing),
            graph.project.where(each.route),
        )
        for each in group
    )  # fmt: skip
    title = f"{len(group)} provisions: " + "; ".join(row.title for row in rows)
    if brief and len(rows) > _ROWS:
        rest = len(rows) - _ROWS + 1
        rows = (*rows[: _ROWS - 1], replace(rows[_ROWS - 1], number="", text=f"and {rest} more"))
    return Box(
        f"list:{first.id}", "list", "", "", lane, standing, rows, title, origin, rank=rank,
        group=first.group or "",
    )  # fmt: skip


def framing(graph: Graph, keys: Collection[str]) -> set[str]:
    """Those of some provisions that belong to no component of a model that has components."""
    provisions = graph.model.provisions
    return {key for key in keys if graph.model.components and provisions[key].component is None}


def gathered(graph: Graph, members: Collection[str], says: Callable[[Sequence[Provision]], str]) -> list[Box]:
    """One line for the provisions among `members` that share lane and standing: their numbers, and how many.

    One that is alone keeps a card of its own.
    """
    number = numbers(graph.model)
    groups: dict[tuple[str, Standing], list[Provision]] = defaultdict(list)
    for each in _in_order(graph):
        if each.id in members:
            groups[each.component or "", provision_standing(graph.model, each)].append(each)
    return [
        _card(graph, group, brief=True) if len(group) == 1 else Box(
            f"rest:{group[0].id}", "provision", f"{ranges(number[each.id] for each in group)}: {says(group)}",
            lane=lane, standing=standing, origin=graph.project.where(group[0].route),
            title="; ".join(described(each, number[each.id], standing) for each in group),
        )
        for (lane, standing), group in groups.items()
    ]  # fmt: skip


def ranges(found: Iterable[str]) -> str:
    """Numbers of provisions in their order, neighbours as a range: `2.1–2.4, 2.6`."""
    split = [(number.partition(".")[0], int(number.partition(".")[2])) for number in found]
    runs = groupby(enumerate(split), key=lambda item: (item[1][0], item[1][1] - item[0]))
    return ", ".join(_run([f"{head}.{place}" for _, (head, place) in run]) for _, run in runs)


def _run(numbered: list[str]) -> str:
    return numbered[0] if len(numbered) == 1 else f"{numbered[0]}–{numbered[-1]}"


def described(provision: Provision, number: str, standing: Standing) -> str:
    """The sentence that stands for a provision where only words do."""
    wording = f"“{plain(provision.wording)}”; " if provision.wording else ""
    return f"{number} {provision.title} ({wording}{WORDS[standing]})"
