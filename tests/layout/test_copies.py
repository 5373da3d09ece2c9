"""What starts things in lanes far apart stands near each of them, and is still one thing in a graph."""

from sample_pictures import caption, lanes

from foedus.layout import lay_out
from foedus.layout.copies import copied
from foedus.views.shapes import Box, Diagram, Link
from foedus.writers.pictures.positions import positions


def event_for(*entered: int) -> Diagram:
    """Five lanes with a promise each, some of which one event brings about."""
    boxes = (Box("e", "event", "It happens"),
             *(Box(f"p{i}", "provision", "Promise", f"{i + 1}.1", f"l{i}") for i in range(5)))  # fmt: skip
    return Diagram(caption(), lanes(5), boxes, tuple(Link("e", f"p{i}", "activates") for i in entered))


def test_an_event_is_copied_where_a_line_would_cross_three_lanes() -> None:
    made = copied(event_for(0, 4))
    assert [box.id for box in made.boxes][:2] == ["e", "e@l4"]
    assert [link.source for link in made.links] == ["e", "e@l4"]


def test_an_event_that_enters_a_lane_between_stays_one() -> None:
    diagram = event_for(0, 2, 4)
    assert copied(diagram) == diagram


def test_copies_are_one_node_of_a_graph() -> None:
    drawn = lay_out(event_for(0, 4), engine="own")
    graph = positions(drawn)
    assert len(drawn.boxes) == 7
    assert (len(graph), graph.number_of_edges()) == (6, 2)
