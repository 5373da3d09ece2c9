"""The explorer of a large model: views on pages, only what changes told anew, bounds that are said."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from explorer_pages import written

from foedus.explorer.answers import answers as answered
from foedus.explorer.page import bundle
from foedus.load import Project, loads

Opened = Callable[..., Any]


def chain(count: int) -> Project:
    """So many promises in three components, of which every sixth is triggered by a condition of its own."""
    facts = [f"fact-{place}" for place in range(count // 6)]
    attack = {"by": ["b"], "target": ["a"], "severity": "war", "attack_class": "conventional"}
    return loads({"model.yaml": json.dumps({
        "framework": {"title": "A chain", "as_of": "2026-01-06", "beneficiary": ["a"], "adversary": ["b"]},
        "components": {f"part-{place}": {"title": f"Part {place}", "order": place} for place in (1, 2, 3)},
        "actors": {each: {"title": f"The {each}", "kind": "state"} for each in ("a", "b", "c")},
        "facts": {
            each: {"title": f"Condition {each[5:]}", "kind": "brute", "initial": False, "concept": "attack"}
            for each in facts
        },
        "events": {
            f"event-{each}": {"title": f"{each} comes", "sets": {each: True}, **attack} for each in facts
        },
        "provisions": {
            f"promise-{place}": {
                "title": f"Promise {place}", "kind": "defense", "obligors": ["c"], "beneficiary": ["a"],
                "modality": "must", "component": f"part-{1 + 3 * place // count}",
                **({"trigger": facts[place // 6 % len(facts)]} if place % 6 == 0
                   else {"requires": {"active": f"promise-{place - 1}"}}),
            }
            for place in range(count)
        },
        "scenarios": {"story": {
            "title": "A story",
            "steps": [
                {"day": 5 * place, "events": [f"event-{each}"]} for place, each in enumerate(facts[:4])
            ],
        }},
    })})  # fmt: skip


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(chain(90), tmp_path_factory.mktemp("large") / "large.html")


def test_a_large_view_comes_on_pages_and_turns_to_that_which_shows_what_is_chosen(
    opened: Opened, large: Path
) -> None:
    shown = opened(large)
    page = shown.locator('select[data-key="page"]')
    assert page.locator("option").first.inner_text().endswith("overview")
    assert page.locator("option").count() > 3
    page.select_option(index=1)
    assert "Part 1" in page.locator("option:checked").inner_text()
    shown.keyboard.press("/")
    shown.keyboard.type("Promise 85")
    shown.locator(".hits button").first.press("Enter")
    assert "Part 3" in page.locator("option:checked").inner_text()


def test_the_card_of_a_component_tells_how_its_promises_stand(opened: Opened, large: Path) -> None:
    shown = opened(large, "mode=play&turn=1&view=trigger")
    card = shown.locator('#view-trigger [data-id="part:part-1"]')
    assert card.get_attribute("aria-label").endswith(
        ". 6 due, 20 requirement missing, 4 in force, no case yet"
    )


def test_only_the_picture_that_is_looked_at_is_on_the_page(opened: Opened, large: Path) -> None:
    shown = opened(large)
    assert shown.locator(".picture").count() == 1


def test_rows_that_say_the_same_after_a_step_stay_where_they_are(opened: Opened, large: Path) -> None:
    shown = opened(large, "mode=play&turn=1")
    shown.evaluate("document.querySelectorAll('.below tbody td.state').forEach((cell) => (cell.old = true))")
    shown.keyboard.press(".")
    old, rows = shown.evaluate(
        "(([...cells]) => [cells.filter((cell) => cell.old).length, cells.length])"
        "(document.querySelectorAll('.below tbody td.state'))"
    )
    assert 0.5 * rows < old < rows


def test_the_focus_stays_in_the_table_when_its_row_is_told_anew(opened: Opened, large: Path) -> None:
    shown = opened(large, "mode=play&turn=1")
    row = shown.locator(".below tbody button", has_text="Promise 8").first
    row.focus()
    shown.keyboard.press(".")
    assert shown.evaluate("document.activeElement.closest('tr') !== null")


def test_a_search_that_ends_early_is_said_with_the_way_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    project = chain(12)
    (whole,) = (each for each in answered(project) if each["id"] == "gaps")
    monkeypatch.setattr("foedus.analyses.gaps._PASSING", 10**9)
    (cut,) = (each for each in answered(project) if each["id"] == "gaps")
    assert "ended early" not in whole["lead"]
    assert cut["lead"].startswith(whole["lead"])
    assert "ended early: this page does a part of the work, and `foedus gaps` all of it." in cut["lead"]


def test_no_two_modules_use_one_name_at_their_top() -> None:
    """They stand in one script; a name that is given twice would stop all of them."""
    names = re.findall(r"^(?:async )?(?:function|const|let|class) (\w+)", bundle(live=True), re.MULTILINE)
    assert sorted(names) == sorted(set(names))
