"""The pictures of the Paris model stand on a slide, readable and sound."""

import itertools
import os
import shutil
import subprocess
import sys
from pathlib import Path

import laws
import pytest
from sample_pictures import caption, lanes

from foedus.draw import Setting, draw, drawing, picture
from foedus.layout import PAGES, fitted
from foedus.layout.columns import ranked
from foedus.layout.spread import spread
from foedus.library import shipped_models
from foedus.load import Project, load
from foedus.views.catalogue import VIEWS
from foedus.views.shapes import Box, Diagram, Link

views = pytest.mark.parametrize("view", VIEWS)
readings = pytest.mark.parametrize("reading", [None, "draft"])


@pytest.fixture(scope="module")
def paris() -> Project:
    return load(shipped_models()["paris-2026"])


@readings
@views
def test_the_paris_pictures_stand_on_a_slide(paris: Project, view: str, reading: str | None) -> None:
    project = paris.read_as(reading) if reading else paris
    drawn = drawing(project, view)
    assert drawn.page == "slide"
    assert drawn.text_size >= 9.0
    assert drawn.notes == ()
    laws.sound(drawn)


@views
def test_lines_of_the_paris_pictures_never_turn_by_a_hair(paris: Project, view: str) -> None:
    for link in drawing(paris, view).links:
        for a, b in itertools.pairwise(link.points):
            assert abs(a[0] - b[0]) + abs(a[1] - b[1]) > 2


def test_formats_without_a_page_say_everything(paris: Project) -> None:
    text = draw(paris, "trigger", "mermaid").data.decode()
    assert "Adopt additional sanctions" in text
    assert "Cooperate in intelligence" in text


def test_notes_say_that_a_larger_page_was_needed(paris: Project) -> None:
    found = draw(paris, "trigger", "svg", Setting(every_text=True))
    assert any("does not fit page 'slide'" in note for note in found.notes)


def test_the_briefest_picture_that_is_needed_is_taken(paris: Project) -> None:
    assert drawing(paris, "overview", Setting(page="a3")).notes == ()
    full = fitted(picture(paris, "overview"), "a3")
    assert full is not None
    assert drawing(paris, "overview", Setting(page="a3")).boxes == full.boxes
    assert fitted(picture(paris, "overview"), "slide") is None


def test_a_picture_that_fits_its_page_keeps_the_text_above_the_minimum(paris: Project) -> None:
    for page in ("slide", "a4", "a3"):
        assert drawing(paris, "matrix", Setting(page=page)).text_size >= PAGES[page].smallest  # type: ignore[index,arg-type]


def siblings() -> Diagram:
    """A lane in which one box brings about many, and these bring about one more each."""
    boxes = [Box("a", "provision", "First", "1.1", "l0")]
    boxes += [Box(f"b{i}", "provision", f"Second {i}", f"1.{i + 2}", "l0") for i in range(6)]
    boxes += [Box("c", "provision", "Last", "1.9", "l0")]
    links = [Link("a", f"b{i}", "activates") for i in range(6)] + [Link("b0", "c", "activates")]
    return Diagram(caption(), lanes(1), tuple(boxes), tuple(links))


@pytest.mark.parametrize("wider", [0, 1, 2, 3])
def test_spreading_keeps_the_order_of_causes(paris: Project, wider: int) -> None:
    for diagram in (siblings(), picture(paris, "trigger"), picture(paris, "dependency")):
        assert isinstance(diagram, Diagram)
        before = ranked(diagram, "own")
        after = spread(diagram, before, wider)
        for i, link in enumerate(diagram.links):
            left, right = (link.target, link.source) if i in before.back else (link.source, link.target)
            assert after.of[left] < after.of[right]


def test_spreading_makes_a_tall_column_lower() -> None:
    diagram = siblings()
    before, after = ranked(diagram, "own"), spread(diagram, ranked(diagram, "own"), 1)

    def tallest(columns: dict[str, int]) -> int:
        return max(list(columns.values()).count(column) for column in columns.values())

    assert tallest(dict(after.of)) < tallest(dict(before.of))


@pytest.mark.skipif(shutil.which("dot") is None, reason="no `dot` here; install Graphviz to compare engines")
@pytest.mark.parametrize("view", ["trigger", "dependency"])
def test_the_graphviz_of_the_machine_ranks_as_the_one_in_the_wheel(paris: Project, view: str) -> None:
    made = picture(paris, view, brief=4)
    assert isinstance(made, Diagram)
    one, other = ranked(made, "embedded"), ranked(made, "system")
    assert other.engine.endswith("(system)")
    assert one.of == other.of


@pytest.mark.skipif(shutil.which("dot") is None, reason="no `dot` here; install Graphviz to render DOT")
@views
def test_graphviz_renders_the_dot_files(paris: Project, view: str, tmp_path: Path) -> None:
    file = tmp_path / "picture.dot"
    file.write_bytes(draw(paris, view, "dot").data)
    done = subprocess.run(["dot", "-Tsvg", str(file)], capture_output=True, check=True, timeout=20)
    assert not done.stderr
    assert b"</svg>" in done.stdout


def test_the_hash_seed_changes_no_byte() -> None:
    made = set()
    for seed in ("1", "2"):
        code = (
            "from foedus.draw import drawing; from foedus.library import shipped_models;"
            "from foedus.load import load; from foedus.writers.pictures import svg;"
            "paris = load(shipped_models()['paris-2026']);"
            "print(*(svg.write(drawing(paris, view)) for view in ('overview', 'dependency', 'matrix')))"
        )
        run = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )  # fmt: skip
        made.add(run.stdout)
    assert len(made) == 1
