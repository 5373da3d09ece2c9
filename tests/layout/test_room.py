"""What no drawing holds: refused by number where asked for, else counted by component, as is said."""

import pytest

from foedus.errors import Stop
from foedus.layout import forms, room
from foedus.layout.drawing import Words
from foedus.layout.forms import Form
from foedus.views.shapes import Box, Caption, Diagram, Lane, Link

pytestmark = pytest.mark.promise(5)

BOXES = {
    name: Diagram(
        Caption("made", "Made", "", "", "", "Made."),
        tuple(Lane(f"l{lane}", str(lane), f"Lane {lane}", lane) for lane in range(4)),
        tuple(Box(f"b{n}", "provision", "Words", str(n), f"l{n % 4}") for n in range(boxes)),
        tuple(Link(f"b{n % boxes}", f"b{(n + 7) % boxes}", "requires") for n in range(links)),
    )
    for name, boxes, links in (("boxes", room.BOXES + 1, 1), ("links", 50, room.LINKS + 1),
                               ("pages", room.TIMES * room.BOXES + 1, 1))
}  # fmt: skip
"""Pictures with one box or link more than a drawing or its pages hold."""


@pytest.mark.parametrize("name", BOXES)
@pytest.mark.parametrize("form", ["lanes", "panels", "pages"])
def test_a_picture_of_too_many_boxes_is_refused_by_the_number_that_there_may_be(
    name: str, form: Form
) -> None:
    if form == "pages" and name != "pages":
        assert len(forms.sheets(lambda _: BOXES[name], "a3", "own", form)) > 4
        return
    most = room.TIMES * room.BOXES if name == "pages" else room.BOXES
    with pytest.raises(Stop, match=f"more than the {most:,} and .*`--as dot`"):
        forms.sheets(lambda _: BOXES[name], "slide", "own", form)


@pytest.mark.promise(11)
@pytest.mark.parametrize("name", BOXES)
def test_one_drawing_of_too_many_boxes_counts_them_by_component_and_says_so(name: str) -> None:
    made = forms.single(lambda _: BOXES[name], "slide", "own")
    assert [box.id for box in made.boxes] == ["part:l0", "part:l1", "part:l2", "part:l3"]
    said = f"{room.size(BOXES[name])}, more than a drawing holds: counted by component"
    assert said in " ".join(text.text for text in made.items() if isinstance(text, Words))
    assert any(note.startswith(said) for note in made.notes)


def test_what_belongs_to_one_box_and_is_too_much_for_a_page_is_counted_unless_pages_are_asked_for() -> None:
    caption, lane = Caption("made", "Made", "", "", "", "Made."), Lane("l", "1", "Lane", 1)
    facts = tuple(Box(f"f{n}", "fact", "Words") for n in range(room.BOXES))
    promise = Box("p", "provision", "Words", "1.1", "l")
    links = tuple(Link(fact.id, "p", "triggers") for fact in facts)
    wide = Diagram(caption, (lane,), (promise, *facts), links)
    (sheet,) = forms.sheets(lambda _: wide, "slide", "own", "auto")
    assert [note.partition(":")[0] for note in sheet.drawing.notes] == [
        f"{room.size(wide)}, more than a drawing holds"
    ]
    with pytest.raises(Stop, match=r"in a part that cannot be cut, more than the 300 .*`--as dot`"):
        forms.sheets(lambda _: wide, "slide", "own", "pages")
