"""Pictures of more than thirty boxes: panels on one page, or an overview with a page for each part."""

import os
import re
import subprocess
import sys
from pathlib import Path

import laws
import pytest
from hypothesis import HealthCheck, given, settings
from large_models import large_model
from sample_pictures import diagrams

from foedus.draw import Setting, draw, picture, sheets
from foedus.errors import Stop
from foedus.layout import PAGES, PageName
from foedus.layout.drawing import Drawing, Words
from foedus.layout.pages import set_pages
from foedus.layout.panels import set_panels
from foedus.load import Project
from foedus.opening import read
from foedus.views.shapes import Diagram

LOOSE = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def middling() -> Project:
    return large_model(45, seed=3)


def sound(drawing: Drawing) -> None:
    laws.sound(drawing)
    assert drawing.text_size >= PAGES[drawing.page].smallest  # type: ignore[index]


@pytest.mark.parametrize("page", ["a3", "a3-portrait", "sheet"])
@pytest.mark.parametrize("view", ["trigger", "dependency"])
def test_a_middling_model_stands_in_panels(middling: Project, view: str, page: PageName) -> None:
    [sheet] = sheets(middling, view, Setting(page, form="panels"))
    sound(sheet.drawing)
    assert len(sheet.drawing.lanes) >= 5


@LOOSE
@given(diagrams(most=30))
def test_any_diagram_in_panels_is_sound(diagram: Diagram) -> None:
    drawing = set_panels(diagram, PAGES["a3"], "own")
    if drawing is not None and diagram.boxes:
        sound(drawing)


@LOOSE
@given(diagrams(most=30))
def test_any_diagram_on_pages_is_sound(diagram: Diagram) -> None:
    for sheet in set_pages(diagram, PAGES["a4"], "own"):
        sound(sheet.drawing)


def test_a_large_model_has_every_number_on_just_one_page() -> None:
    project = large_model(90, seed=5)
    found = sheets(project, "trigger", Setting("a4", form="pages"))
    assert len(found) > 5
    numbers: list[str] = []
    for sheet in found:
        sound(sheet.drawing)
        boxes = [box for box in sheet.drawing.boxes if box.kind in ("provision", "list")]
        words = [item for box in boxes for item in box.items if isinstance(item, Words)]
        numbers += [item.text for item in words if re.fullmatch(r"\d+\.\d+", item.text)]
    assert len(numbers) == len(set(numbers)) == 90


def test_pages_are_numbered_and_named() -> None:
    found = sheets(large_model(8, components=2), "trigger", Setting("a4", form="pages"))
    assert [sheet.name for sheet in found][:2] == ["1-overview", "2-part-1"]
    for place, sheet in enumerate(found, 1):
        texts = [item.text for item in sheet.drawing.frame if isinstance(item, Words)]
        assert f"{place} / {len(found)}" in texts
        assert sheet.drawing.alt.startswith(f"Page {place} of {len(found)}. ")


def test_the_form_follows_from_the_number_of_boxes(middling: Project) -> None:
    def engine(project: Project) -> list[str]:
        found = sheets(project, "trigger", Setting("a3"))
        return [sheet.drawing.engine.rpartition(", ")[2] for sheet in found]

    assert engine(large_model(12)) == ["Foedus lanes"]
    assert engine(middling) == ["Foedus panels"]
    assert len(engine(large_model(120, seed=2))) > 5


def test_paris_with_every_text_stands_in_panels_on_a3() -> None:
    [sheet] = sheets(read("paris-2026"), "dependency", Setting("a3", every_text=True))
    assert sheet.drawing.engine.endswith("Foedus panels")
    assert sheet.drawing.text_size >= 9
    sound(sheet.drawing)


def test_several_pages_are_one_svg_each_and_no_single_output() -> None:
    drawn = draw(large_model(8, components=2), "trigger", "svg", Setting("a4", form="pages"))
    assert [leaf.name for leaf in drawn.leaves] == ["1-overview", "2-part-1", "3-part-2"]
    with pytest.raises(Stop, match="3 pages do not go into one output"):
        _ = drawn.data


def test_a_graph_is_whole_whatever_its_size(middling: Project) -> None:
    made = picture(middling, "trigger")
    assert isinstance(made, Diagram)
    assert draw(middling, "trigger", "gexf").data.count(b"<node ") == len(made.boxes)
    with pytest.raises(Stop, match="gexf holds the whole graph"):
        draw(middling, "trigger", "gexf", Setting(form="panels"))


def test_the_hash_seed_changes_no_byte_of_panels_and_pages() -> None:
    code = (
        "from large_models import large_model; from foedus.draw import Setting, draw;"
        "model = large_model(14, components=3);"
        "made = [draw(model, 'trigger', 'svg', Setting('a4', form=form)) for form in ('panels', 'pages')];"
        "print([leaf.data for drawn in made for leaf in drawn.leaves])"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, cwd=Path(__file__).parent,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(made) == 1


def test_a_form_that_there_is_not_and_a_table_in_panels_are_refused(middling: Project) -> None:
    with pytest.raises(Stop, match="did you mean `panels`"):
        sheets(middling, "trigger", Setting(form="panel"))  # type: ignore[arg-type]
    with pytest.raises(Stop, match="`matrix` is a table"):
        sheets(middling, "matrix", Setting(form="panels"))


def test_panels_that_fit_no_page_name_what_would() -> None:
    with pytest.raises(Stop, match="take `--form pages`, or `--page sheet`"):
        sheets(large_model(120), "trigger", Setting(form="panels"))
