"""The instruments view: the texts in the order of time, how they stand to each other, what rests on each."""

from collections.abc import Callable

import pytest
from sample_texts import TEXTS

from foedus.draw import BRIEFEST, picture
from foedus.layout import lay_out
from foedus.load import Project
from foedus.views.shapes import Diagram

Make = Callable[..., Project]


def diagram(project: Project, brief: int = 0) -> Diagram:
    made = picture(project, "instruments", brief=brief)
    assert isinstance(made, Diagram)
    return made


def test_links_run_from_the_earlier_text_to_the_later(model: Make) -> None:
    assert [(link.source, link.target, link.meaning) for link in diagram(model(TEXTS)).links] == [
        ("instruments/draft-pact", "instruments/pact", "is a draft of"),
        ("instruments/old-pact", "instruments/pact", "comes before what supplements it"),
    ]


def test_a_linked_text_says_how_far_it_has_come_what_it_says_of_others_and_what_rests_on_it(
    model: Make,
) -> None:
    [card] = [box for box in diagram(model(TEXTS)).boxes if box.id == "instruments/pact"]
    assert card.text == "The pact"
    assert [row.text for row in card.rows] == [
        "agreement, signed 6 January 2026; 4 provisions",
        "supplements: The old pact",
    ]


def test_texts_that_are_linked_with_none_stand_together_with_their_days(model: Make) -> None:
    rows = [(row.number, row.text) for box in diagram(model(TEXTS)).boxes for row in box.rows if row.number]
    assert rows == [
        ("7 January 2026", "A speech (announcement, adopted; 1 provision)"),
        ("no day", "An idea (plan, status not stated)"),
    ]


def test_a_text_is_drawn_left_of_the_one_that_supplements_it(model: Make) -> None:
    areas = {box.id: box.area for box in lay_out(diagram(model(TEXTS))).boxes}
    assert areas["instruments/old-pact"].right < areas["instruments/pact"].x


MANY = "instruments:\n" + "".join(
    f"  text-{i}: {{title: Text {i}, form: plan, status: {{is: proposed, on: 2026-01-{i:02}}}}}\n"
    for i in range(1, 15)
)


@pytest.mark.parametrize("brief", range(BRIEFEST + 1))
def test_what_has_no_room_on_a_card_is_counted(model: Make, brief: int) -> None:
    rows = [row for box in diagram(model(MANY), brief).boxes for row in box.rows]
    listed = [row for row in rows if row.number]
    more = sum(int(row.text.split()[1]) for row in rows if not row.number)
    assert len(listed) + more == 14
    assert [row.text for row in listed] == [f"Text {i} (plan, proposed)" for i in range(1, len(listed) + 1)]


def test_every_text_is_shown_whatever_the_system_rests_on(model: Make) -> None:
    made = diagram(model(TEXTS))
    assert "Send everything" in str(made)
    assert "not drawn" not in made.caption.subtitle


def test_a_model_without_texts_says_so(model: Make) -> None:
    assert diagram(model("actors: {a: {title: A, kind: state}}")).caption.subtitle == "No text is named here"
