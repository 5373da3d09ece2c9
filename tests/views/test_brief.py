"""A picture for a page may say less than everything, never without saying how much less."""

import re

import pytest
from sample_models import CROWDED, lines_of, named_in

from foedus.draw import BRIEFEST, picture
from foedus.graph import build
from foedus.library import shipped_models
from foedus.load import Project, load, loads
from foedus.views.cards import ranges
from foedus.views.catalogue import VIEWS
from foedus.views.shapes import Diagram, Grid

diagrams = pytest.mark.parametrize("view", ["trigger", "dependency"])
briefs = pytest.mark.parametrize("brief", range(BRIEFEST + 1))


@pytest.fixture(scope="module")
def paris() -> Project:
    return load(shipped_models()["paris-2026"])


@pytest.fixture(scope="module")
def crowded() -> Project:
    return loads({"model.yaml": CROWDED})


def counted(made: Diagram) -> int:
    """The provisions that a diagram draws, gathers, or counts at the end of a card."""
    single = sum(box.kind == "provision" and bool(box.number) for box in made.boxes)
    rows = sum(bool(row.number) for box in made.boxes for row in box.rows)
    words = [row.text for box in made.boxes for row in box.rows if not row.number]
    words += [box.text for box in made.boxes if box.kind == "provision" and not box.number]
    found = (re.search(r"(\d+) (?:more|provisions)", text) for text in words)
    return single + rows + sum(int(each[1]) for each in found if each)


@diagrams
@briefs
def test_what_a_brief_diagram_does_not_draw_it_counts(crowded: Project, view: str, brief: int) -> None:
    made = picture(crowded, view, brief=brief)
    assert isinstance(made, Diagram)
    frame = re.search(r"not drawn: (\d+) provisions? of the frame", made.caption.subtitle)
    assert counted(made) + (int(frame[1]) if frame else 0) == len(crowded.model.provisions)


@diagrams
def test_a_brief_diagram_has_no_more_boxes_than_a_full_one(paris: Project, view: str) -> None:
    sizes = [len(picture(paris, view, brief=brief).boxes) for brief in range(BRIEFEST + 1)]  # type: ignore[union-attr]
    assert sizes == sorted(sizes, reverse=True)


def test_provisions_that_wait_for_nothing_become_one_line_with_their_numbers(crowded: Project) -> None:
    made = picture(crowded, "trigger", brief=3)
    assert isinstance(made, Diagram)
    assert "1.2–1.7: 6 provisions, already under way" in {box.text for box in made.boxes}
    [line] = [box for box in made.boxes if box.id == "rest:under-way-1"]
    assert "Keep doing thing 4" in line.title


def test_a_provision_that_is_alone_in_waiting_for_nothing_keeps_its_title(paris: Project) -> None:
    texts = named_in(picture(paris, "trigger", brief=4))
    assert "Finalise binding commitments for a future attack" in texts


@briefs
def test_a_brief_overview_counts_what_it_does_not_list(crowded: Project, brief: int) -> None:
    made = picture(crowded, "overview", brief=brief)
    assert isinstance(made, Grid)
    for row, total in ((0, 1 + 1), (2, 7)):
        lines = [line.text for line in made.cells[row][0]]
        more = re.fullmatch(r"and (\d+) more", lines[-1])
        assert len(lines) - bool(more) + (int(more[1]) if more else 0) == total


@briefs
def test_who_leads_is_named_however_brief_the_overview(paris: Project, brief: int) -> None:
    made = picture(paris, "overview", brief=brief)
    assert isinstance(made, Grid)
    assert made.cells[1][0][0].text.startswith("United States (proposed lead)")


@briefs
def test_actors_without_a_row_are_named_below_the_title(paris: Project, brief: int) -> None:
    full, made = picture(paris, "matrix"), picture(paris, "matrix", brief=brief)
    assert isinstance(full, Grid)
    assert isinstance(made, Grid)
    missing = {row.text for row in full.rows} - {row.text for row in made.rows}
    assert all(name in made.caption.subtitle for name in missing)


def test_roles_without_room_are_counted(paris: Project) -> None:
    made = picture(paris, "matrix", brief=BRIEFEST)
    assert any("more role" in text for text in lines_of(made))


def test_a_proposed_lead_is_marked_as_proposed(paris: Project) -> None:
    made = picture(paris, "matrix")
    assert isinstance(made, Grid)
    leads = [line for row in made.cells for cell in row for line in cell if line.mark == "leads"]
    assert leads
    assert all(line.standing == "draft" and "(proposed)" in line.text for line in leads)


def test_what_spells_out_an_open_provision_is_not_called_adopted(paris: Project) -> None:
    made = picture(paris, "trigger")
    assert isinstance(made, Diagram)
    [card] = [box for box in made.boxes if any(row.text == "Use military capabilities" for row in box.rows)]
    assert card.standing == "open"


def test_the_main_text_is_named_and_draws_no_links(paris: Project) -> None:
    made = picture(paris, "dependency")
    assert isinstance(made, Diagram)
    assert made.caption.subtitle.startswith("Paris Declaration: ")
    assert not any(link.source == "instruments/paris-declaration" for link in made.links)


def test_what_touches_one_component_stands_in_its_lane(paris: Project) -> None:
    made = picture(paris, "dependency")
    assert isinstance(made, Diagram)
    lanes = {box.text: box.lane for box in made.boxes}
    assert lanes["Special Commission"] == "monitoring-component"
    assert lanes["United States"] == "monitoring-component"


@pytest.mark.parametrize("view", VIEWS)
@briefs
def test_a_model_without_components_is_shown_however_brief(view: str, brief: int) -> None:
    text = CROWDED.replace("component: c, ", "").replace("components: {c: {title: Part, order: 1}}", "")
    made = VIEWS[view](build(loads({"model.yaml": text})), brief=brief)
    assert "eep doing thing 1" in str(made)
    assert made.boxes if isinstance(made, Diagram) else made.columns


def test_numbers_in_a_row_are_written_as_a_range() -> None:
    assert ranges(["2.1", "2.2", "2.3", "2.6"]) == "2.1–2.3, 2.6"
    assert ranges(["F.1"]) == "F.1"
    assert ranges(["1.9", "1.10", "1.12"]) == "1.9–1.10, 1.12"
