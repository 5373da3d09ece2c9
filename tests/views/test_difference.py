"""The difference view: what was added, removed and changed from one reading, or model, to another."""

from collections.abc import Callable

import pytest
from sample_texts import TEXTS

from foedus.draw import BRIEFEST, picture
from foedus.errors import Stop
from foedus.load import Project
from foedus.views.asked import Asked
from foedus.views.shapes import Grid

Make = Callable[..., Project]


def grid(project: Project, against: Project, brief: int = 0) -> Grid:
    made = picture(project, "difference", brief=brief, asked=Asked(against=against))
    assert isinstance(made, Grid)
    return made


def said(made: Grid) -> dict[str, dict[str, list[str]]]:
    return {
        row.text: {
            lane.title: [line.text for line in cell]
            for lane, cell in zip(made.columns, cells, strict=True)
            if cell
        }
        for row, cells in zip(made.rows, made.cells, strict=True)
    }


def test_a_mark_and_a_word_say_what_became_of_each_provision_and_condition(model: Make) -> None:
    now = model(TEXTS)
    assert said(grid(now, now.read_as("earlier"))) == {
        "Added": {"Watch": ["+ 2.1 Watch the line"], "Frame and others": ["+ fact: The host asks"]},
        "Removed": {"Watch": ["− Hold a parade"], "Frame and others": ["− fact: Fair weather"]},
        "Changed": {
            "Help": [
                "≠ 1.1 Help the host",
                "verb: “will” → “shall”",
                "triggered by: attack on the host → attack on the host and the host asks",
                "other sources or notes only: 1.2 (1 provision)",
            ]
        },
        "The same": {"Help": ["= 1.3 (1 provision)"], "Watch": ["= 2.2 (1 provision)"]},
    }


def test_the_other_way_round_what_was_added_is_removed(model: Make) -> None:
    now = model(TEXTS)
    made = said(grid(now.read_as("earlier"), now))
    assert made["Removed"]["Watch"] == ["− Watch the line"]
    assert "verb: “shall” → “will”" in made["Changed"]["Help"]


def test_the_subtitle_names_both_ends(model: Make) -> None:
    now = model(TEXTS)
    assert grid(now, now.read_as("earlier")).caption.subtitle == "From “The draft” to the text as it stands"
    assert grid(now, now).caption.subtitle.endswith("nothing differs")


def test_two_models_are_compared_by_the_same_ids(model: Make) -> None:
    other = model(
        other=TEXTS.replace("title: Trial", "title: Other trial").replace("wording: shall", "wording: will")
    )
    made = grid(model(TEXTS), other)
    assert said(made)["Changed"]["Help"] == ["≠ 1.1 Help the host", "verb: “will” → “shall”"]


def test_a_new_title_stands_above_the_old_one(model: Make) -> None:
    made = grid(model(TEXTS), model(TEXTS.replace("title: Send arms", "title: Send weapons")))
    assert said(made)["Changed"]["Help"] == ["≠ 1.2 Send arms", "was “Send weapons”"]


@pytest.mark.parametrize("brief", range(BRIEFEST + 1))
def test_a_brief_picture_names_every_provision_that_differs(model: Make, brief: int) -> None:
    now = model(TEXTS)
    text = str(grid(now, now.read_as("earlier"), brief).cells)
    assert all(title in text for title in ("Watch the line", "Hold a parade", "Help the host"))
    assert "triggered by" in text


def test_without_something_to_compare_with_it_says_what_is_missing(model: Make) -> None:
    with pytest.raises(Stop, match="--against READING"):
        picture(model(TEXTS), "difference")


def test_every_line_leads_back_to_one_of_the_two(model: Make) -> None:
    now = model(TEXTS)
    assert all(
        line.origin for row in grid(now, now.read_as("earlier")).cells for cell in row for line in cell
    )
