"""The other verbs, as a user meets them."""

import json
import os
import re
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from foedus.views.catalogue import ANSWERS, NAMES, STORIES, VIEWS

Foedus = Callable[..., object]


def test_models_lists_what_is_shipped(foedus: Foedus) -> None:
    assert re.search(r"^paris-2026 +2026-02-28  \S", foedus("models").out, re.MULTILINE)


def test_rule_prints_the_page_of_the_reference(foedus: Foedus) -> None:
    page = foedus("rule", "t03").out
    assert page.startswith("## T03 ")
    assert page in foedus("rule", "--all").out


def test_schema_is_a_json_schema_without_ids(foedus: Foedus) -> None:
    schema = json.loads(foedus("schema").out)
    assert schema["$schema"].endswith("2020-12/schema")
    assert "id" not in schema["$defs"]["Provision"]["properties"]


def test_doctor_says_that_pictures_can_be_drawn(foedus: Foedus) -> None:
    assert re.search(r"drawing +works", foedus("doctor").out)


@pytest.mark.parametrize("form", ["graphml", "json", "dot"])
def test_graph_writes_a_file_whole(foedus: Foedus, tmp_path: Path, form: str) -> None:
    path = tmp_path / "new" / f"graph.{form}"
    assert foedus("graph", "paris-2026", "--as", form, "-o", str(path)).code == 0
    assert path.read_text() == foedus("graph", "paris-2026", "--as", form).out
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_draw_lists_the_views(foedus: Foedus) -> None:
    assert foedus("draw", "paris-2026").out.split() == list(NAMES)


@pytest.mark.parametrize("view", STORIES)
@pytest.mark.parametrize("form", ["svg", "dot", "mermaid", "json"])
def test_a_scenario_is_drawn_in_every_format(foedus: Foedus, tmp_path: Path, view: str, form: str) -> None:
    path = tmp_path / f"story.{form}"
    assert (
        foedus("draw", "paris-2026", view, "--scenario", "grey-zone", "--as", form, "-o", str(path)).code == 0
    )
    assert path.stat().st_size > 500


def test_what_stopped_us_is_broken_at_spaces_on_a_terminal_and_one_line_elsewhere(
    foedus: Foedus, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = foedus("draw", "paris-2026", "timeline").err
    monkeypatch.setenv("COLUMNS", "40")
    assert foedus("draw", "paris-2026", "timeline").err == line
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    broken = foedus("draw", "paris-2026", "timeline").err
    assert max(map(len, broken.splitlines())) <= 40 < len(line)
    assert broken.split() == line.split()


def test_a_story_without_a_scenario_stops_and_names_them(foedus: Foedus) -> None:
    ran = foedus("draw", "paris-2026", "timeline")
    assert (ran.code, "renewed-attack" in ran.err) == (2, True)


@pytest.mark.parametrize("view", ["overview", "trigger", "dependency", "matrix"])
@pytest.mark.parametrize("form", ["svg", "dot", "mermaid", "json"])
def test_every_view_is_drawn_in_every_format(foedus: Foedus, tmp_path: Path, view: str, form: str) -> None:
    path = tmp_path / f"picture.{form}"
    assert foedus("draw", "paris-2026", view, "--as", form, "-o", str(path)).code == 0
    assert path.stat().st_size > 500


def test_the_format_follows_from_the_files_ending(foedus: Foedus, tmp_path: Path) -> None:
    path = tmp_path / "matrix.png"
    foedus("draw", "paris-2026", "matrix", "-o", str(path))
    assert path.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-o", "picture.sgv"), "no format has the ending `.sgv` (`--as` names one); did you mean `svg`?"),
        (("--engine", "ownn"), "no engine `ownn`; did you mean `own`?"),
    ],
)
def test_an_ending_or_an_engine_that_there_is_not_is_refused(
    foedus: Foedus, words: tuple[str, str], said: str
) -> None:
    ran = foedus("draw", "paris-2026", "matrix", *words)
    assert (ran.code, ran.err) == (2, f"foedus: {said}\n")


@pytest.mark.parametrize("ending", ["svg", "scene.json"])
def test_pages_become_a_file_each_and_a_note_names_them(foedus: Foedus, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"plan.{ending}"
    ran = foedus("draw", "paris-2026", "trigger", "--form", "pages", "--page", "a4", "-o", str(path))
    there = sorted(file.name for file in tmp_path.iterdir())
    assert there[:2] == [f"plan-1-overview.{ending}", f"plan-2-monitoring-component.{ending}"]
    assert all(f"note: wrote {tmp_path / name}" in ran.err for name in there)


def test_pages_do_not_go_to_standard_output(foedus: Foedus) -> None:
    ran = foedus("draw", "paris-2026", "trigger", "--form", "pages", "--page", "a4")
    assert (ran.code, ran.out, "`-o NAME.pdf` holds them all" in ran.err) == (2, "", True)


def test_a_file_that_cannot_be_written_leaves_the_old_one_whole(foedus: Foedus, tmp_path: Path) -> None:
    ran = foedus("draw", "paris-2026", "matrix", "--as", "svg", "-o", str(tmp_path))
    assert (ran.code, "is a folder" in ran.err) == (2, True)


def test_report_writes_pages_and_pictures_and_says_what_was_found(foedus: Foedus, tmp_path: Path) -> None:
    ran = foedus("report", "paris-2026", "-o", str(tmp_path))
    assert ran.code == 0
    there = {path.name for path in tmp_path.iterdir()}
    assert there >= {
        "report.html",
        "report.md",
        *(f"{view}.{form}" for view in (*VIEWS, *ANSWERS) for form in ("svg", "png")),
    }
    assert "timeline-renewed-attack.png" in there
    assert len(ran.out.splitlines()) <= 24
    assert all(len(line) <= 80 or str(tmp_path) in line for line in ran.out.splitlines())


def test_the_report_says_what_is_waived_and_why(foedus: Foedus, tmp_path: Path) -> None:
    assert " findings, 2 waived," in foedus("report", "paris-2026", "-o", str(tmp_path)).out
    assert "Waived: the text reports this planning" in (tmp_path / "report.md").read_text(encoding="utf-8")


def test_the_report_is_one_page_that_loads_nothing(foedus: Foedus, tmp_path: Path) -> None:
    foedus("report", "paris-2026", "-o", str(tmp_path))
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert not re.findall(r"""(?:src|href)=["'](?!#|data:)""", page)


def test_model_text_in_the_report_is_text(foedus: Foedus, tmp_path: Path) -> None:
    hostile = "<script>x()</script><img src=x onerror=y>"
    (tmp_path / "m.yaml").write_text(
        f"framework: {{title: '{hostile}', as_of: 2026-01-06, beneficiary: [a], summary: '{hostile}'}}\n"
        f"components: {{c: {{title: '{hostile}', order: 1}}}}\n"
        f"actors: {{a: {{title: '{hostile}', kind: state}}}}\n"
        f"provisions:\n  p: {{title: '{hostile}', kind: defense, obligors: [a], modality: may}}\n"
    )
    out = tmp_path / "out"
    assert foedus("report", str(tmp_path), "-o", str(out)).code == 0
    for name in ("report.html", "report.md"):
        text = (out / name).read_text(encoding="utf-8")
        assert "<script" not in text
        assert "<img src=x" not in text


@pytest.mark.parametrize("words", [("draw", "overview"), ("graph",), ("report",), ("play",), ("why", "p")])
def test_nothing_is_made_of_a_model_with_errors(
    foedus: Foedus, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "m.yaml").write_text("framework: {title: T, as_of: 2026-01-06, beneficiary: [ukrane]}\n")
    verb, *rest = words
    scenario = ["--scenario", "s"] if verb == "why" else []
    ran = foedus(verb, str(tmp_path), *rest, *scenario)
    assert (ran.code, "has an error" in ran.err, "R01" in ran.err) == (2, True, True)


def test_a_pipe_is_written_to_and_never_replaced(foedus: Foedus, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    assert foedus("draw", "paris-2026", "matrix", "--as", "dot", "-o", str(pipe)).code == 0
    reader.join(60)
    assert pipe.is_fifo()
    assert b"digraph" in read[0]
