"""What the author asks of a diagram: an order, a rank, a group."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_pictures import caption, diagrams, lanes

from foedus.draw import picture
from foedus.layout import lay_out
from foedus.layout.aside import leftmost
from foedus.layout.columns import ranked
from foedus.load import loads
from foedus.views.shapes import Box, Diagram, Link


def chain(rank: int) -> Diagram:
    """a leads to b, c waits for nothing and asks for a rank; d follows c."""
    boxes = [Box(id, "provision", f"Promise {id}", f"1.{i}", "l0") for i, id in enumerate("abcd", 1)]
    boxes[2] = replace(boxes[2], rank=rank)
    links = (Link("a", "b", "activates"), Link("c", "d", "requires"))
    return Diagram(caption(), lanes(1), tuple(boxes), links)


@pytest.mark.parametrize(("rank", "column"), [(1, 0), (2, 1), (3, 2)])
def test_a_box_does_not_stand_before_its_rank_and_pushes_what_follows_it(rank: int, column: int) -> None:
    of = ranked(chain(rank), "own").of
    assert of["c"] >= column
    assert of["d"] > of["c"]
    assert of["a"] == 0


def test_what_nothing_touches_begins_its_lane_where_the_links_leave_it_room() -> None:
    """a leads to b and c; d is alone beside them, e in a lane of its own, and f asks for the third column."""
    boxes = [Box(id, "provision", f"Promise {id}", f"1.{i}", "l0") for i, id in enumerate("abcdef", 1)]
    boxes[4:] = [replace(boxes[4], lane="l1"), replace(boxes[5], lane="l1", rank=3)]
    links = (Link("a", "b", "activates"), Link("a", "c", "activates"))
    shown = Diagram(caption(), lanes(2), tuple(boxes), links)
    columns = ranked(shown, "own")
    strewn = replace(columns, of={**columns.of, "d": 1, "e": 1})
    of = leftmost(shown, strewn).of
    assert {id: of[id] for id in "abcd"} == {"a": 0, "b": 1, "c": 1, "d": 0}
    assert of["e"] == 0
    assert of["f"] == columns.of["f"]


def test_columns_that_stay_empty_are_closed() -> None:
    assert sorted(set(ranked(chain(99), "own").of.values())) == [0, 1, 2, 3]


@settings(max_examples=40, deadline=None)
@given(diagrams(most=14), st.integers(1, 6))
def test_a_rank_never_turns_a_link(diagram: Diagram, rank: int) -> None:
    hinted = replace(diagram, boxes=(replace(diagram.boxes[0], rank=rank), *diagram.boxes[1:]))
    columns = ranked(hinted, "own")
    for i, link in enumerate(diagram.links):
        left, right = (link.target, link.source) if i in columns.back else (link.source, link.target)
        assert left == right or columns.of[left] < columns.of[right]


def test_a_group_stands_together_whatever_its_links_would_have() -> None:
    boxes = [Box(f"e{i}", "event", f"Event {i}") for i in range(6)]
    boxes += [Box(f"p{i}", "provision", f"Promise {i}", f"1.{i + 1}", "l0", group="g" if i in (0, 5) else "")
              for i in range(6)]  # fmt: skip
    links = tuple(Link(f"e{i}", f"p{i}", "activates") for i in range(6))
    drawn = lay_out(Diagram(caption(), lanes(1), tuple(boxes), links), engine="own")
    order = [box.id for box in sorted(drawn.boxes, key=lambda box: box.area.y) if box.lane]
    assert abs(order.index("p0") - order.index("p5")) == 1


def test_the_model_gives_rank_and_group_and_a_group_has_cards_of_its_own() -> None:
    text = """
framework: {title: A system, beneficiary: [fr], instrument: t, as_of: 2026-01-06}
actors: {fr: {title: France, kind: state}}
instruments: {t: {title: The text, form: treaty}}
components: {c: {title: Part, order: 1}}
provisions:
  a: {title: First, component: c, kind: defense, obligors: [fr], modality: must, instrument: t}
  b: {title: Second, component: c, kind: defense, obligors: [fr], modality: must, instrument: t, group: x}
  d: {title: Third, component: c, kind: defense, obligors: [fr], modality: must, instrument: t, group: x, rank: 2}
"""  # noqa: E501
    project = loads({"model.yaml": text})
    assert not project.findings
    made = picture(project, "trigger")
    assert isinstance(made, Diagram)
    assert [(len(box.rows), box.group, box.rank) for box in made.boxes] == [(0, "", 1), (2, "x", 2)]
