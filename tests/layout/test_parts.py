"""A diagram in parts: nothing is lost or said twice, and both ends of what is cut know each other."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from large_models import large_model
from sample_pictures import caption, diagrams, lanes

from foedus.draw import picture
from foedus.views.cuts import halves, with_short_lists
from foedus.views.pages import overviews
from foedus.views.parts import between, lane_of, parts
from foedus.views.shapes import Box, Diagram, Link, Row

LOOSE = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def large(count: int = 60, components: int = 5, seed: int = 1) -> Diagram:
    made = picture(large_model(count, components, seed), "trigger")
    assert isinstance(made, Diagram)
    return made


def across() -> Diagram:
    """A card that leads to a card and to a gate of another lane, and an event that starts both."""
    boxes = (
        Box("event", "event", "An attack happens"),
        Box("a", "provision", "Consult", "1.1", "l0"),
        Box("gate", "all", "AND", lane="l1"),
        Box("b", "list", "", "", "l1", rows=(Row("2.1", "Train"), Row("2.2", "Arm"))),
        Box("c", "provision", "Restore sanctions", "2.3", "l1"),
    )
    links = (
        Link("event", "a", "activates"),
        Link("event", "gate", "activates"),
        Link("a", "gate", "requires"),
        Link("gate", "b", "activates"),
        Link("a", "c", "requires"),
    )
    return Diagram(caption(), lanes(2), boxes, links)


def kept(diagram: Diagram) -> None:
    """Every link is drawn in one part, or told in two; every provision stands in one part."""
    made = parts(diagram)
    inner = sum(1 for part in made for link in part.links if not _stubbed(part, link))
    told = len({(link.source, link.target, link.kind) for source, _, link in between(diagram) if source})
    drawn = {(link.source, link.target, link.kind) for link in diagram.links}
    homes = {box.id.partition("@")[0]: lane_of(part) for part in made for box in part.boxes if not _stub(box)}
    assert homes.keys() == {box.id for box in diagram.boxes}
    assert inner >= len(drawn) - told
    cards = Counter(
        box.id for part in made for box in part.boxes if box.kind in {"provision", "list"} and not _stub(box)
    )
    assert set(cards.values()) <= {1}
    for part in made:
        assert {box.lane for box in part.boxes} == {part.lanes[0].id}
        assert {end for link in part.links for end in (link.source, link.target)} <= {
            box.id for box in part.boxes
        }


def _stub(box: Box) -> bool:
    return bool(box.tags) and box.id.endswith(f" {'to' if box.tags[0].away else 'from'} {box.tags[0].number}")


def _stubbed(part: Diagram, link: Link) -> bool:
    boxes = {box.id: box for box in part.boxes}
    return _stub(boxes[link.source]) or _stub(boxes[link.target])


@LOOSE
@given(diagrams(most=24))
def test_nothing_is_lost_in_the_parts_of_any_diagram(diagram: Diagram) -> None:
    kept(diagram)


@pytest.mark.parametrize("seed", range(4))
def test_nothing_is_lost_in_the_parts_of_a_large_model(seed: int) -> None:
    kept(large(seed=seed))


def test_what_starts_things_in_several_parts_stands_in_each() -> None:
    first, second = parts(across())
    assert "event@l0" in [box.id for box in first.boxes]
    assert "event@l1" in [box.id for box in second.boxes]


def test_both_ends_of_a_link_between_parts_are_told_by_number() -> None:
    first, second = parts(across())
    tags = {box.number: [(tag.away, tag.number) for tag in box.tags] for box in (*first.boxes, *second.boxes)}
    assert tags["1.1"] == [(True, "2.1–2.2"), (True, "2.3")]
    assert tags["2.3"] == [(False, "1.1")]


def test_a_gate_gets_a_small_card_with_the_number_of_what_it_waits_for() -> None:
    _, second = parts(across())
    [stub] = [box for box in second.boxes if _stub(box)]
    assert [tag.number for tag in stub.tags] == ["1.1"]
    assert (stub.id, "gate") in [(link.source, link.target) for link in second.links]


@pytest.mark.parametrize("seed", range(3))
def test_halves_hold_every_box_of_a_part_once(seed: int) -> None:
    diagram = large(seed=seed)
    own = {box.id for box in diagram.boxes if box.lane}
    for part in parts(diagram):
        one, other = halves(diagram, part)
        assert not {*one} & {*other}
        assert {*one, *other} == {box.id for box in part.boxes} & own


def test_a_diagram_without_lanes_is_one_part() -> None:
    [part] = parts(large(components=0))
    assert part.lanes[0].title == "All provisions"


def test_a_long_list_is_told_in_several_cards_with_the_same_links() -> None:
    rows = tuple(Row(f"1.{i}", "Row") for i in range(1, 8))
    boxes = (Box("a", "provision", "First", "1.9", "l0"), Box("b", "list", "", lane="l0", rows=rows))
    made = with_short_lists(Diagram(caption(), lanes(1), boxes, (Link("a", "b", "activates"),)), 3)
    assert [len(box.rows) for box in made.boxes] == [0, 3, 3, 1]
    assert [(link.source, link.target) for link in made.links] == [("a", "b"), ("a", "b/3"), ("a", "b/6")]


def test_the_overview_says_on_which_page_each_part_is_and_counts_what_it_leaves_out() -> None:
    diagram = across()
    full, shorter, plain = overviews(diagram, parts(diagram))
    assert [box.rows[-1].text for box in full.boxes if box.rows] == ["Page 2", "Page 3"]
    assert {(link.source, link.target) for link in full.links} == {
        ("event", "part:l0"), ("event", "part:l1"), ("part:l0", "part:l1"),
    }  # fmt: skip
    assert "1 thing that bears on several parts" in shorter.caption.subtitle
    assert plain.links == ()
