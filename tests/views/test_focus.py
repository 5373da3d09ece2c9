"""The focus view: one element, and everything within so many edges of it."""

from collections.abc import Callable

import pytest
from sample_texts import TEXTS

from foedus.draw import BRIEFEST, picture
from foedus.errors import Stop
from foedus.library import shipped_models
from foedus.load import Project, load
from foedus.views.asked import Asked
from foedus.views.shapes import Diagram

Make = Callable[..., Project]


def diagram(project: Project, focus: str, steps: int = 1, brief: int = 0) -> Diagram:
    made = picture(project, "focus", brief=brief, asked=Asked(focus=focus, steps=steps))
    assert isinstance(made, Diagram)
    return made


def cards(made: Diagram) -> dict[str, list[str]]:
    return {box.text: [row.text for row in box.rows] for box in made.boxes if box.rows}


def test_neighbours_stand_under_the_words_of_what_links_them(model: Make) -> None:
    made = diagram(model(TEXTS), "host")
    assert cards(made) == {
        "Host": ["the actor asked about"],
        "Host has in hand": ["The host asks"],
        "Is owed to Host": ["Help the host"],
    }
    assert made.caption.title == "Host"


def test_links_run_as_the_graph_does_with_their_meaning(model: Make) -> None:
    links = {(link.target, link.kind, link.meaning) for link in diagram(model(TEXTS), "attack").links}
    assert links == {
        ("near:provisions/help", "activates", "triggers (with others)"),
        ("near:provisions/watch", "blocks", "must keep holding for (where it is not so)"),
    }


def test_a_step_further_shows_what_the_neighbours_are_linked_with(model: Make) -> None:
    near, far = diagram(model(TEXTS), "host"), diagram(model(TEXTS), "host", steps=2)
    assert "Ally" not in str(near.boxes)
    assert "Ally" in [box.text for box in far.boxes]


def test_an_unknown_id_is_answered_with_a_near_one(model: Make) -> None:
    with pytest.raises(Stop, match="no element `hots`; did you mean `host`"):
        diagram(model(TEXTS), "hots")


def test_an_id_of_several_sections_must_be_told_apart(model: Make) -> None:
    text = TEXTS.replace("  talk: {", "  ally: {").replace("instrument: talk", "instrument: ally")
    with pytest.raises(Stop, match="say which: actors/ally, instruments/ally"):
        diagram(model(text), "ally")
    assert diagram(model(text), "instruments/ally").caption.title == "A speech"


def test_without_an_element_it_says_what_is_missing(model: Make) -> None:
    with pytest.raises(Stop, match="--focus ID"):
        picture(model(TEXTS), "focus")
    with pytest.raises(Stop, match="at least 1 step"):
        diagram(model(TEXTS), "host", steps=0)


def test_other_views_take_no_focus(model: Make) -> None:
    with pytest.raises(Stop, match="`trigger` takes no `--focus`"):
        picture(model(TEXTS), "trigger", asked=Asked(focus="host"))


def test_an_element_that_is_linked_with_nothing_stands_alone(model: Make) -> None:
    made = diagram(model("actors: {a: {title: Alone, kind: state}}"), "a")
    assert cards(made) == {"Alone": ["the actor asked about"]}
    assert made.caption.subtitle == "Nothing is linked with it"


@pytest.mark.parametrize("brief", range(BRIEFEST + 1))
def test_a_brief_picture_loses_no_neighbour_from_its_words(brief: int) -> None:
    paris = load(shipped_models()["paris-2026"])
    words = " ".join(box.title for box in diagram(paris, "ukraine", brief=brief).boxes)
    assert all(
        each.title in words for each in paris.model.provisions.values() if "ukraine" in each.beneficiary
    )


def test_every_box_and_line_leads_back_to_the_model(model: Make) -> None:
    made = diagram(model(TEXTS), "help", steps=2)
    assert all(each.origin for each in (*made.boxes, *made.links))
