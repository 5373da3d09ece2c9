"""What the views that the report leaves out share: words, twins, titles, pages, the same bytes each time."""

import os
import re
import subprocess
import sys
from collections.abc import Callable

import pytest
from sample_texts import TEXTS

from foedus.draw import Setting, drawing, picture
from foedus.library import shipped_models
from foedus.load import Project, load
from foedus.views.asked import Asked
from foedus.views.catalogue import ANSWERS, ASKED, NAMES, STORIES, STUDIES, VIEWS
from foedus.views.shapes import Picture
from foedus.views.twin import twin

Make = Callable[..., Project]
JUDGING = re.compile(
    r"\b(weak|strong|fail\w*|succe\w*|robust|empty|hollow|clear|danger\w*|must|credible|score)\b", re.I
)
views = pytest.mark.parametrize("view", [*ANSWERS, *STUDIES, *ASKED])


def asked(project: Project, view: str, focus: str = "ally") -> Asked:
    against = project.read_as(
        next(key for key, each in project.model.readings.items() if each.kind == "draft")
    )
    return {"focus": Asked(focus=focus), "difference": Asked(against=against)}.get(view, Asked())


def made(project: Project, view: str) -> Picture:
    return picture(project, view, every_text=True, asked=asked(project, view))


@views
def test_no_title_that_the_program_makes_holds_a_judgement(model: Make, view: str) -> None:
    caption = made(model(TEXTS), view).caption
    assert not JUDGING.search(f"{caption.title} {caption.subtitle} {caption.alt}")
    assert caption.view == view


@views
def test_the_title_of_the_author_wins(model: Make, view: str) -> None:
    text = TEXTS.replace("instrument: pact}", f"instrument: pact, views: {{{view}: {{title: Mine}}}}}}", 1)
    assert made(model(text), view).caption.title == "Mine"


@views
def test_the_twin_says_every_provision_that_the_picture_shows(model: Make, view: str) -> None:
    table = twin(made(model(TEXTS), view))
    assert table.rows
    assert all(len(row) == len(table.head) for row in table.rows)


@views
def test_paris_fits_a_slide_at_a_readable_size(view: str) -> None:
    paris = load(shipped_models()["paris-2026"])
    placed = drawing(paris, view, Setting(asked=asked(paris, view, "ukraine")))
    assert (placed.page, placed.text_size >= 9) == ("slide", True)


@pytest.mark.parametrize("view", STUDIES)
def test_a_model_with_next_to_nothing_in_it_is_drawn(model: Make, view: str) -> None:
    for text in (
        "actors: {a: {title: A, kind: state}}",
        "facts: {f: {title: F, kind: brute, initial: true}}",
    ):
        assert drawing(model(text), view).page == "slide"


@pytest.mark.parametrize("words", [
    ("coverage",), ("status",), ("instruments",), ("provenance", "--all"),
    ("focus", "--focus", "ukraine", "--steps", "2"), ("difference", "--against", "draft"),
], ids=" ".join)  # fmt: skip
def test_the_hash_seed_changes_no_byte(words: tuple[str, ...]) -> None:
    ran = [
        subprocess.run(
            [sys.executable, "-m", "foedus", "draw", "paris-2026", *words, "--as", "json"],
            capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert ran[0] == ran[1]
    assert ran[0]


def test_every_view_has_one_name() -> None:
    assert len(set(NAMES)) == len(VIEWS) + len(ANSWERS) + len(STUDIES) + len(ASKED) + len(STORIES)
