"""The explorer by keys alone: every control is reached, shows its focus, and does what the mouse does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from explorer_pages import address

Opened = Callable[..., Any]
PLACES = (
    "mode=look&at=provisions%2Fattack-response&component=monitoring",
    "mode=play&turn=1&at=provisions%2Fmnf-reassurance",
    "mode=play&scenario=own", "mode=ask&lit=0", "mode=learn&lesson=tour-1", "mode=learn&lesson=quiz",
)  # fmt: skip
PHONE = {"viewport": {"width": 390, "height": 844}}

UNREACHED = """() => {
  const seen = (node) => node.checkVisibility();
  const wanted = [...document.querySelectorAll("button, select, input, summary")].filter(seen);
  return wanted.filter((node) => !window.visited.has(node)).map((node) => node.outerHTML.slice(0, 90));
}"""
VISIT = """() => {
  window.visited ??= new Set();
  const node = document.activeElement;
  const again = window.visited.has(node) || node === document.body;
  window.visited.add(node);
  const seen = node.matches(":focus-visible") && getComputedStyle(node).outlineStyle !== "none";
  return [again, seen || node === document.body ? "" : node.outerHTML.slice(0, 90)];
}"""


@pytest.mark.parametrize("fragment", PLACES)
def test_every_control_is_reached_by_tab_and_shows_its_focus(
    opened: Opened, paris: Path, fragment: str
) -> None:
    shown = opened(paris, fragment)
    shown.keyboard.press("Tab")
    for _ in range(400):
        again, unseen = shown.evaluate(VISIT)
        assert unseen == ""
        if again:
            break
        shown.keyboard.press("Tab")
    assert shown.evaluate(UNREACHED) == []


def focused(shown: Any) -> str:
    """The name by which what has the focus is found again."""
    return str(shown.evaluate("document.activeElement.dataset.key ?? document.activeElement.className"))


def press(shown: Any, *keys: str) -> None:
    for key in keys:
        shown.keyboard.press(key)


def test_the_list_of_keys_opens_and_closes_and_turns_single_keys_off(opened: Opened, paris: Path) -> None:
    shown = opened(paris)
    press(shown, "?")
    assert shown.locator("dialog").is_visible()
    press(shown, "Tab", "Tab", "Escape")
    assert not shown.locator("dialog").is_visible()
    press(shown, "2")
    assert "mode=play" in address(shown)
    press(shown, "?")
    shown.locator("dialog input").focus()
    press(shown, " ", "Escape", "1")
    assert "mode=play" in address(shown)


def test_modes_and_views_are_changed_by_keys(opened: Opened, paris: Path) -> None:
    shown = opened(paris)
    for key, mode in (("2", "play"), ("3", "ask"), ("4", "learn"), ("1", "look")):
        press(shown, key)
        assert shown.evaluate("document.body.dataset.mode") == mode
    press(shown, "v")
    assert shown.locator("#view-overview").is_visible()
    press(shown, "V")
    assert shown.locator("#view-trigger").is_visible()
    shown.locator('[data-key="every-text"]').focus()
    press(shown, "Enter")
    assert shown.locator("#view-every-trigger").is_visible()
    assert focused(shown) == "every-text"


def test_a_further_view_is_taken_from_the_menu_by_keys(opened: Opened, paris: Path) -> None:
    shown = opened(paris)
    shown.locator('[data-key="more-views"]').focus()
    press(shown, "ArrowDown")
    assert shown.locator("#view-coverage").is_visible()
    assert focused(shown) == "more-views"


def test_a_box_is_chosen_read_and_let_go(opened: Opened, paris: Path) -> None:
    """Into the picture, from box to box, to the details, and back to the box where one was."""
    shown = opened(paris)
    press(shown, "p", "ArrowDown", "ArrowRight", "Enter")
    name = shown.locator(".details h2").inner_text()
    box = shown.evaluate("document.activeElement.dataset.id")
    assert box
    press(shown, "d", "Tab", "Enter")
    assert shown.locator(".details h2").count() == 0
    assert shown.evaluate("document.activeElement.dataset.id") == box
    press(shown, "Enter")
    assert shown.locator(".details h2").inner_text() == name
    press(shown, "Escape")
    assert shown.evaluate("document.activeElement.dataset.id") == box


SHOWN = """() => {
  const frame = document.querySelector(".frame");
  return [frame.scrollLeft, frame.scrollTop, document.querySelector("#view-trigger svg").clientWidth];
}"""


def test_the_picture_is_enlarged_moved_and_fitted_by_keys(opened: Opened, paris: Path) -> None:
    shown = opened(paris)
    boxes = [shown.evaluate(SHOWN)]
    press(shown, "p")
    for key in ("+", "+", "Shift+ArrowRight", "Shift+ArrowUp", "-"):
        press(shown, key)
        boxes.append(shown.evaluate(SHOWN))
    assert len(set(map(tuple, boxes))) == len(boxes)
    press(shown, "0")
    assert shown.evaluate(SHOWN) == boxes[0]


def test_a_search_leads_to_the_details_and_back(opened: Opened, paris: Path) -> None:
    shown = opened(paris)
    press(shown, "/")
    shown.keyboard.type("reassurance air sea")
    press(shown, "Tab", "Enter")
    assert shown.locator(".details h2").inner_text().startswith("3.5")
    assert focused(shown) == "details"
    press(shown, "Escape")
    assert shown.evaluate("document.activeElement.id") == "search"


def test_filters_and_what_is_near_are_set_by_keys(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "at=provisions%2Fattack-response")
    shown.locator('[data-key="filter-component"]').focus()
    press(shown, "ArrowDown")
    assert "component=" in address(shown)
    assert focused(shown) == "filter-component"
    shown.locator(".details summary").focus()
    press(shown, "Enter")
    shown.locator('[data-key="near"]').focus()
    press(shown, "Enter")
    assert shown.locator('#view-trigger .box[opacity="0.5"]').count() > 0
    assert focused(shown) == "near"


def test_a_scenario_is_stepped_through_and_its_table_read(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=play")
    press(shown, ".", ".")
    assert "turn=2" in address(shown)
    press(shown, ",")
    assert "turn=1" in address(shown)
    shown.locator('[data-key="turn-3"]').focus()
    press(shown, "Enter")
    assert "turn=3" in address(shown)
    assert focused(shown) == "turn-3"
    press(shown, "t", "Tab", "Enter")
    assert shown.locator(".details h2").count() == 1
    shown.locator('[data-key="beside"]').focus()
    press(shown, "ArrowDown")
    assert shown.locator(".below thead th").last.inner_text() == "Beside it"


def test_a_scenario_of_ones_own_is_built_by_keys(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=play")
    shown.locator('[data-key="edit"]').focus()
    press(shown, "Enter")
    steps = shown.locator(".builder ol li").count()
    shown.locator('[data-key="new-verb"]').focus()
    press(shown, "ArrowDown")
    assert focused(shown) == "new-verb"
    shown.locator('[data-key="add"]').focus()
    press(shown, "Enter")
    assert shown.locator(".builder ol li").count() == steps + 1
    shown.locator('[data-key="remove-0"]').focus()
    press(shown, "Enter")
    assert shown.locator(".builder ol li").count() == steps


def test_answers_lessons_and_questions_are_worked_by_keys(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=ask")
    shown.locator('[data-key="part-0"]').focus()
    press(shown, "Enter")
    assert shown.locator(".marks rect").count() > 0
    assert focused(shown) == "part-0"
    press(shown, "4")
    shown.locator('[data-key="tour-next"]').focus()
    press(shown, "Enter", "Enter")
    assert "lesson=tour-2" in address(shown)
    shown.locator('[data-key="lesson-quiz"]').focus()
    press(shown, "Enter")
    shown.locator(".riddle input").first.focus()
    press(shown, " ")
    shown.locator('[data-key="reveal"]').focus()
    press(shown, "Enter")
    assert shown.locator(".riddle .is-new").count() > 0
    assert focused(shown) == "replay"


def test_a_picture_is_saved_by_keys(opened: Opened, paris: Path) -> None:
    shown = opened(paris)
    shown.locator(".menu summary").focus()
    press(shown, "Enter", "Tab", "Tab", "Tab")
    with shown.expect_download() as saved:
        press(shown, "Enter")
    assert saved.value.suggested_filename == "paris-2026-trigger.svg"
    assert shown.evaluate("document.activeElement.tagName") == "SUMMARY"
    press(shown, "Enter", "Escape")
    assert not shown.get_by_role("button", name="Copy citation").is_visible()


def test_on_a_phone_the_details_stand_over_the_page_and_take_the_focus(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=play&turn=1", has_touch=True, **PHONE)
    row = shown.locator(".below tbody button").nth(12)
    row.tap()
    area = shown.locator(".details").bounding_box()
    assert area["y"] >= 0
    assert area["y"] + area["height"] <= PHONE["viewport"]["height"] + 1
    assert focused(shown) == "details"
    key = row.get_attribute("data-key")
    shown.get_by_role("button", name="Close").tap()
    assert "at=" not in address(shown)
    assert focused(shown) == key


def test_going_back_on_a_phone_closes_the_details_and_keeps_the_focus(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=play&turn=1", has_touch=True, **PHONE)
    row = shown.locator(".below tbody button").nth(12)
    key = row.get_attribute("data-key")
    row.tap()
    assert focused(shown) == "details"
    shown.go_back()
    assert not shown.evaluate("document.body.matches('.chosen')")
    assert focused(shown) == key


@pytest.mark.parametrize(
    ("fragment", "label"),
    [
        ("mode=play&beside=nosuch", "Compare with"), ("mode=play&scenario=nosuch", "Scenario"),
        ("mode=play&reading=nosuch", "Reading"), ("at=provisions%2Fnosuch", "Details"),
        ("view=nosuch", "Views"),
    ],
)  # fmt: skip
def test_what_an_address_names_and_the_model_lacks_is_said(
    opened: Opened, paris: Path, fragment: str, label: str
) -> None:
    shown = opened(paris, fragment)
    assert shown.locator(".notice").inner_text().startswith(f"{label}: the address names “")
    assert "" not in shown.locator("select:visible").evaluate_all(
        "(all) => all.map((each) => each.selectedOptions[0]?.textContent ?? '')"
    )


def test_a_run_that_no_list_offers_is_laid_beside_all_the_same(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=play&beside=breach-that-is-found")
    assert shown.locator(".notice").inner_text() == ""
    assert shown.locator(".below thead th").last.inner_text() == "Beside it"


def test_the_beginning_leads_to_the_three_questions_that_are_asked_most(opened: Opened, paris: Path) -> None:
    """What starts the force, who can block it, and what is undetermined after an attack: one choice each."""
    shown = opened(paris)
    shown.get_by_role("button", name="The multinational force carries out its measures").press("Enter")
    said = shown.locator(".panel").inner_text()
    assert "Ukraine requests the reassurance measures" in said
    assert "Veto player" in said
    assert focused(shown) == "guidance"
    press(shown, "1")
    shown.get_by_role("button", name="A ceasefire, a request, and a new attack").press("Enter")
    said = shown.locator(".panel").inner_text()
    assert "Russia carries out an armed attack on Ukraine" in said
    assert "undetermined" in said
    assert "Nobody is named who owes it and could consent to this: Paris Declaration" in said
