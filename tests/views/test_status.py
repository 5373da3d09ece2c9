"""The status view: which verb each provision uses, and how far what it says is agreed."""

from collections.abc import Callable
from xml.etree import ElementTree

from sample_texts import TEXTS

from foedus.draw import BRIEFEST, draw, picture
from foedus.library import shipped_models
from foedus.load import Project, load
from foedus.views.shapes import Grid

Make = Callable[..., Project]


def grid(project: Project, brief: int = 0, every_text: bool = True) -> Grid:
    made = picture(project, "status", every_text, brief)
    assert isinstance(made, Grid)
    return made


def test_every_rung_of_the_ladder_has_a_row_firmest_first(model: Make) -> None:
    assert [row.text for row in grid(model(TEXTS)).rows] == [
        "shall", "reaffirms", "will", "agreed to continue", "agreed to finalise", "stands ready", "intends",
        "announced", "Verb not stated",
    ]  # fmt: skip


def test_a_provision_stands_on_the_rung_of_its_verb_below_its_standing(model: Make) -> None:
    made = grid(model(TEXTS))
    rungs = {
        row.text: [[line.text for line in cell] for cell in made.cells[i]] for i, row in enumerate(made.rows)
    }
    assert rungs["shall"] == [["1 provision", "1.1 Help the host"], []]
    assert rungs["Verb not stated"] == [["1 provision", "1.3 Send money"], []]
    [chip, _] = made.cells[6][0]
    assert (chip.style, chip.standing) == ("chip", "open")


def test_a_proposal_in_an_adopted_text_is_not_called_a_draft() -> None:
    [drawn] = draw(load(shipped_models()["paris-2026"]), "status", "svg").leaves
    texts = ElementTree.fromstring(drawn.data).itertext()
    assert {"PROPOSED", "DRAFT"} & set(texts) == {"PROPOSED"}


def test_a_brief_picture_names_the_rungs_that_it_leaves_out(model: Make) -> None:
    made = grid(model(TEXTS), brief=1)
    assert [row.text for row in made.rows] == ["shall", "will", "intends", "announced", "Verb not stated"]
    said = "no provision here says “reaffirms”, “agreed to continue”, “agreed to finalise” or “stands ready”"
    assert said in made.caption.subtitle


def test_what_is_not_listed_is_there_by_number() -> None:
    made = grid(load(shipped_models()["paris-2026"]), brief=BRIEFEST, every_text=False)
    texts = [line.text for row in made.cells for cell in row for line in cell]
    assert "2.1–2.6" in texts


def test_every_line_leads_back_to_the_model(model: Make) -> None:
    lines = [line for row in grid(model(TEXTS)).cells for cell in row for line in cell]
    assert all(line.origin for line in lines if line.style != "chip")


def test_a_model_without_components_has_one_column(model: Make) -> None:
    text = TEXTS.replace("component: c,", "").replace("component: d,", "").replace("components:\n", "x-no:\n")
    assert [column.title for column in grid(model(text)).columns] == ["All provisions"]
