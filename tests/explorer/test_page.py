"""The explorer in a real browser: each thing that it offers, by mouse and by keyboard, and nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from explorer_pages import address, until, written

from foedus.checking import examine
from foedus.explorer.page import page
from foedus.load import Project, beside
from foedus.opening import read
from foedus.schema import Provision
from foedus.simulation import Standing, play
from foedus.views.played_shapes import MEANINGS
from foedus.words import numbers

Opened = Callable[..., Any]
SIZES = [(1440, 900), (1024, 768), (390, 844)]
MODES = ["mode=look", "mode=play&turn=3", "mode=ask&lit=0", "mode=learn", "mode=learn&lesson=glossary"]
AXE = Path(__file__).parents[2] / "build" / "axe" / "node_modules" / "axe-core" / "axe.min.js"


def chooser(shown: Any, key: str) -> Any:
    return shown.locator(f'select[data-key="{key}"]')


def test_the_page_of_paris_is_small_and_the_same_every_time(paris: Path) -> None:
    project = read("paris-2026")
    assert page(project, examine(project)) == paris.read_text(encoding="utf-8")
    assert paris.stat().st_size < 1_000_000


def test_a_box_is_chosen_by_a_click(opened: Opened, paris: Path) -> None:
    shown = opened(paris)
    shown.locator('#view-trigger [data-id="provision:attack-response"]').click()
    assert "4.2 Support Ukraine if Russia attacks again" in shown.locator(".panel h2").inner_text()
    assert "models/paris-2026/provisions-4-future-attack.yaml" in shown.locator(".panel").inner_text()
    assert "at=provisions%2Fattack-response" in address(shown)


def test_boxes_are_walked_and_chosen_by_keys(opened: Opened, paris: Path) -> None:
    shown = opened(paris)
    shown.locator('#view-trigger .live[tabindex="0"]').focus()
    shown.keyboard.press("ArrowDown")
    shown.keyboard.press("Enter")
    assert shown.locator(".panel h2").inner_text() != ""
    shown.keyboard.press("Escape")
    assert shown.locator(".panel h2").count() == 0


def test_search_is_reached_by_a_key_and_leads_to_an_element(opened: Opened, paris: Path) -> None:
    shown = opened(paris)
    shown.keyboard.press("/")
    shown.keyboard.type("reassurance air sea")
    shown.locator(".hits button").first.press("Enter")
    assert shown.locator(".panel h2").inner_text().startswith("3.5 Carry out reassurance measures")


def test_a_filter_puts_what_does_not_match_in_the_background(opened: Opened, paris: Path) -> None:
    shown = opened(paris)
    chooser(shown, "filter-standing").select_option("open")
    faint = shown.locator("#view-trigger .box[opacity]")
    assert shown.locator('#view-trigger [data-id="provision:attack-response"][opacity]').count() == 0
    assert faint.count() > 3
    shown.get_by_role("button", name="Clear filters").click()
    assert faint.count() == 0


def test_only_what_is_near_an_element_can_be_shown(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "at=facts%2Fukraine-requests-force&near=1")
    assert shown.locator('#view-trigger [data-id="list:mnf-rebuilding"][opacity]').count() == 0
    assert shown.locator('#view-trigger [data-id="provision:stockpile-access"][opacity]').count() == 1


def test_the_picture_is_enlarged_moved_and_fitted(opened: Opened, paris: Path) -> None:
    shown = opened(paris)
    whole = place_of(shown)
    shown.keyboard.press("+")
    enlarged = place_of(shown)
    frame = shown.locator(".frame").bounding_box()
    drag(shown, frame, -150, -20)
    assert len({whole, enlarged, place_of(shown)}) == 3
    shown.get_by_role("button", name="Fit").click()
    assert place_of(shown) == whole


def place_of(shown: Any) -> tuple[float, ...]:
    """Where the picture stands in its frame, and how large it is."""
    svg, frame = shown.locator("#view-trigger svg").bounding_box(), shown.locator(".frame").bounding_box()
    return (svg["x"] - frame["x"], svg["y"] - frame["y"], svg["width"], svg["height"])


def drag(shown: Any, frame: Any, right: float, down: float) -> None:
    x, y = frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2
    shown.mouse.move(x, y)
    shown.mouse.down()
    shown.mouse.move(x + right, y + down, steps=4)
    shown.mouse.up()


@pytest.mark.parametrize("keys", ["", "+", "++++++++++"])
@pytest.mark.parametrize(("right", "down"), [(-5000, -5000), (5000, 5000)])
def test_the_picture_cannot_be_thrown_out_of_its_frame(
    opened: Opened, paris: Path, keys: str, right: float, down: float
) -> None:
    shown = opened(paris)
    for key in keys:
        shown.keyboard.press(key)
    frame = shown.locator(".frame").bounding_box()
    drag(shown, frame, right, down)
    x, y, width, height = place_of(shown)
    assert max(x, y) <= 1
    assert x + width >= frame["width"] - 1
    assert y + height >= frame["height"] - 1


@pytest.mark.parametrize("keys", ["", "+++"])
def test_the_wheel_scrolls_the_page_and_with_ctrl_it_enlarges(opened: Opened, paris: Path, keys: str) -> None:
    shown = opened(paris, viewport={"width": 1440, "height": 600})
    for key in keys:
        shown.keyboard.press(key)
    frame = shown.locator(".frame").bounding_box()
    shown.mouse.move(frame["x"] + 300, frame["y"] + 100)
    before = place_of(shown)
    shown.mouse.wheel(0, 120)
    until(shown, "scrollY > 100")
    at_rest(shown)
    assert place_of(shown) == before
    shown.keyboard.down("Control")
    shown.mouse.wheel(0, -100)
    until(shown, f"document.querySelector('#view-trigger svg').clientHeight > {before[3] + 1}")
    shown.keyboard.up("Control")


def at_rest(shown: Any) -> list[float]:
    """How far the page, and the frame aside, are scrolled once neither has moved for ten frames."""
    return [float(each) for each in shown.evaluate(SCROLLED)]


SCROLLED = """() => new Promise((done) => {
  let [before, still] = ["", 0];
  const look = () => {
    const now = [scrollY, document.querySelector(".frame").scrollLeft];
    still = `${now}` === before ? still + 1 : 0;
    before = `${now}`;
    if (still < 10) requestAnimationFrame(look);
    else done(now);
  };
  look();
})"""


PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def fingers(shown: Any, *courses: list[tuple[float, float]]) -> None:
    """Each finger along its points, all at once."""
    touch = shown.context.new_cdp_session(shown)
    for place, points in enumerate(zip(*courses, strict=True)):
        those = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(points)]
        name = "touchMove" if place else "touchStart"
        touch.send("Input.dispatchTouchEvent", {"type": name, "touchPoints": those})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def along(start: tuple[float, float], right: float, down: float) -> list[tuple[float, float]]:
    return [(start[0] + right * part / 8, start[1] + down * part / 8) for part in range(9)]


@pytest.mark.parametrize("enlarged", [False, True])
def test_a_swipe_up_scrolls_the_page_and_a_swipe_aside_the_picture(
    opened: Opened, paris: Path, enlarged: bool
) -> None:
    shown = opened(paris, **PHONE)
    if enlarged:
        shown.get_by_role("button", name="Zoom in").click()
    assert "larger than its frame" in shown.locator(".larger").inner_text()
    frame = shown.locator(".frame").bounding_box()
    spot = (frame["x"] + 300, frame["y"] + 120)
    page, picture = at_rest(shown)
    fingers(shown, along(spot, -200, 0))
    until(shown, f"document.querySelector('.frame').scrollLeft > {picture + 100}")
    still, picture = at_rest(shown)
    assert still == page
    fingers(shown, along(spot, 0, -200))
    until(shown, f"scrollY > {page + 100}")
    assert at_rest(shown)[1] == picture


def test_two_fingers_enlarge_the_picture_and_fit_shows_all_of_it(opened: Opened, paris: Path) -> None:
    shown = opened(paris, **PHONE)
    frame, before = shown.locator(".frame").bounding_box(), place_of(shown)
    x, y = frame["x"] + 180, frame["y"] + 100
    fingers(shown, along((x - 30, y), -80, 0), along((x + 30, y), 80, 0))
    assert place_of(shown)[2] > before[2] * 1.5
    shown.get_by_role("button", name="Fit").click()
    assert place_of(shown)[2] <= frame["width"]
    assert not shown.locator(".larger").is_visible()


def test_a_click_on_a_line_of_a_box_opens_what_the_line_says(opened: Opened, paris: Path) -> None:
    shown = opened(paris)
    box = shown.locator('#view-trigger [data-id="list:mnf-rebuilding"]')
    for line in ("3.5", "3.3", "3.4", "3.4"):
        box.locator("text", has_text=line).click()
        assert shown.locator(".panel h2").inner_text().startswith(f"{line} ")
    box.locator("text", has_text="Ukraine's armed forces").click()
    assert shown.locator(".panel h2").inner_text().startswith("3.3 ")


def test_a_click_on_what_a_box_only_counts_opens_each_of_it(opened: Opened, paris: Path) -> None:
    shown = opened(paris)
    box = shown.locator('#view-trigger [data-id="list:attack-military"]')
    opened_so = []
    for _ in range(3):
        box.locator("text", has_text="and 2 more").click()
        opened_so.append(shown.locator(".panel h2").inner_text().split(" ")[0])
    assert opened_so == ["4.6", "4.7", "4.6"]


def test_keys_step_through_the_lines_of_a_box_as_they_are_drawn(opened: Opened, paris: Path) -> None:
    shown = opened(paris)
    shown.locator('#view-trigger [data-id="list:mnf-formation"]').focus()
    numbers_read = []
    for _ in range(4):
        shown.keyboard.press("Enter")
        numbers_read.append(shown.locator(".panel h2").inner_text().split(" ")[0])
    assert numbers_read == ["3.1", "3.6", "3.7", "3.1"]


def test_what_is_chosen_looks_no_more_true_than_before(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=play")
    pill = shown.locator('#view-trigger [data-id="facts/ceasefire-in-force"]')
    pill.click()
    assert pill.get_attribute("opacity") is not None
    assert shown.locator(".marks > rect").count() == 1


@pytest.mark.parametrize("scenario", ["", "reading=-"])
def test_the_table_says_what_python_says_after_every_step(opened: Opened, paris: Path, scenario: str) -> None:
    shown = opened(paris, f"mode=play&{scenario}")
    name = chooser(shown, "scenario").input_value()
    project = read("paris-2026")
    reading = chooser(shown, "reading").input_value()
    trace = play(project, name, reading=None if reading == "-" else reading)
    assert len(trace.turns) == shown.locator(".steps li").count()
    number = numbers(project.model)
    for place, turn in enumerate(trace.turns):
        if place:
            shown.keyboard.press(".")
        if place + 1 < len(trace.turns) and trace.turns[place + 1].day == turn.day:
            continue  # Python tells where things stand at the end of a day
        rows = [row.split("\t") for row in shown.locator(".below tbody tr").all_inner_texts()]
        said = [(row[0], row[1], row[2].strip().removesuffix("changed")) for row in rows]
        stands = [
            (f"{number[each.id]} {each.title}", name_of(project, one), words(each, one))
            for each in project.model.provisions.values()
            for one in trace.standings(each.id, None, turn.day)
        ]
        assert sorted(said) == sorted(stands)


def name_of(project: Project, standing: Standing) -> str:
    obligor = standing.position.obligor
    found = project.model.actors.get(obligor) or project.model.bodies.get(obligor)
    return found.title if found else "nobody named"


def words(provision: Provision, standing: Standing) -> str:
    due = {"must": "due", "must_not": "to be refrained from", "may": "may be used"}[provision.modality]
    said = ", or ".join(due if state == "ACTIVE" else MEANINGS[state] for state in standing.states)
    return f"undetermined: {said}" if len(standing.states) > 1 else said


def test_the_picture_the_table_and_the_panel_say_one_word(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=play&turn=2&at=provisions%2Fattack-response")
    table = shown.locator(".below tbody tr", has_text="4.2 Support Ukraine").locator(".state").inner_text()
    assert table.startswith("undetermined: not in force, or ")
    assert table in shown.locator(".stands .verdict").first.inner_text()
    box = shown.locator('#view-trigger [data-id="provision:attack-response"]')
    assert (box.get_attribute("aria-label") or "").endswith(". undetermined")


def test_a_card_whose_lines_differ_says_how_many_stand_at_each(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=play&turn=2")
    assert shown.locator(".chip", has_text="2 undetermined · 1 may be used").count() == 1


@pytest.mark.parametrize("language", ["en", "uk"])
def test_what_leaves_something_open_is_said_in_a_sentence(opened: Opened, paris: Path, language: str) -> None:
    shown = opened(paris, f"mode=play&turn=2&language={language}")
    own, nobody, consent = {
        "en": ("still to be agreed", "Nobody is named who owes it", "No consent of France"),
        "uk": ("ще належить узгодити", "Не названо того, хто зобов’язаний", "Згоду на це"),
    }[language]
    text = shown.locator(".panel").inner_text()
    assert all(words in text for words in (own, nobody, consent))
    reasons = shown.locator(".reason").all_inner_texts()
    assert not any("1.7 Attribute" in each for each in reasons)


def test_of_itself_a_promise_says_that_its_own_text_is_open(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=play&turn=2&at=provisions%2Fcommission-attribution")
    assert "Its own text is still to be agreed: 1.7" in shown.locator(".stands").inner_text()


def test_the_words_of_a_play_are_explained(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=learn&lesson=glossary")
    said = shown.locator(".standings dt").all_inner_texts()
    for word in ("not in forceINACTIVE", "dueACTIVE", "may be usedACTIVE", "undetermined", "not due"):
        assert word in said


def test_states_stand_on_the_picture_as_marks_with_words(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=play")
    assert shown.locator(".chip", has_text="due").count() > 0
    box = shown.locator('#view-trigger [data-id="rest:armed-forces-support"]')
    assert box.get_attribute("aria-label").endswith(". due")


TOUCHING = """() => {
  const far = ({left, right, top, bottom}, other) =>
    right < other.left || other.right < left || bottom < other.top || other.bottom < top;
  const areas = (which) => [...document.querySelectorAll(`.picture:not([hidden]) ${which}`)].map((node) => [
    node.textContent, node.getBoundingClientRect()]);
  return areas(".chip").flatMap(([chip, area], place) =>
    [...areas(".lanes text"), ...areas(".chip").slice(place + 1)]
      .filter(([, other]) => !far(area, other)).map(([heading]) => [chip, heading]));
}"""


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize("language", ["en", "uk"])
def test_no_mark_covers_another_or_the_heading_of_a_component(
    opened: Opened, paris: Path, turn: int, language: str
) -> None:
    assert opened(paris, f"mode=play&turn={turn}&language={language}").evaluate(TOUCHING) == []


STEP_IN_SIGHT = """() => {
  const area = (selector) => document.querySelector(selector).getBoundingClientRect();
  const [row, now] = [area(".steps"), area(".steps [aria-current]")];
  return row.left <= now.left + 1 && now.right <= row.right + 1;
}"""


@pytest.mark.parametrize("width", [390, 1024, 1366])
def test_the_step_at_which_things_stand_is_in_sight(opened: Opened, paris: Path, width: int) -> None:
    shown = opened(paris, "mode=play&turn=3", viewport={"width": width, "height": 800})
    assert shown.evaluate(STEP_IN_SIGHT)
    for key in ",,,..":
        shown.keyboard.press(key)
        assert shown.evaluate(STEP_IN_SIGHT)


def test_a_step_says_what_is_missing_and_why(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=play&turn=1&at=provisions%2Fmnf-reassurance")
    panel = shown.locator(".panel").inner_text()
    assert "What is missing" in panel
    assert "Ukraine requests the reassurance measures" in panel
    shown.get_by_role("button", name="Step forward").click()
    assert "turn=2" in address(shown)


def test_two_runs_stand_side_by_side_and_what_differs_is_said(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=play")
    shown.keyboard.press(".")
    choices = chooser(shown, "beside").locator("option").all()
    decline = next(each for each in choices if (each.get_attribute("value") or "").endswith("|decline"))
    chooser(shown, "beside").select_option(decline.get_attribute("value"))
    assert shown.locator(".below thead th").all_inner_texts()[-1] == "Beside it"
    values = [choice.get_attribute("value") for choice in choices[1:]]
    counts = []
    for value in values:
        chooser(shown, "beside").select_option(value)
        counts.append(shown.locator("tr.differs").count())
    assert max(counts) > 0


def test_a_scenario_of_ones_own_comes_back_from_yaml_as_it_was_played(
    opened: Opened, paris: Path, tmp_path: Path
) -> None:
    """Built in the page, saved as YAML, and played by Python: the same states at the end."""
    shown = opened(paris, "mode=play&scenario=own")
    chooser(shown, "new-what").select_option("ceasefire-starts")
    shown.get_by_role("button", name="Add a step").click()
    chooser(shown, "new-verb").select_option("performs")
    chooser(shown, "new-what").select_option("attack-finalise")
    shown.get_by_role("button", name="Add a step").click()
    assert shown.locator(".builder ol li").count() == 2
    shown.locator(".menu summary").click()
    with shown.expect_download() as saved:
        shown.get_by_role("button", name="Save scenario as YAML").click()
    path = tmp_path / "explored.yaml"
    saved.value.save_as(path)
    trace = play(beside(read("paris-2026"), path), "explored")
    assert trace.refusals == ()
    shown.keyboard.press("Escape")
    shown.locator(".steps button").last.click()
    row = shown.locator(".below tbody tr", has_text="4.1 Finalise binding commitments").inner_text()
    (standing,) = trace.standings("attack-finalise")
    assert standing.states == ("FULFILLED",)
    assert "done" in row


def test_two_values_on_one_day_are_refused_in_words(opened: Opened, paris: Path) -> None:
    acts = '{"acts":[[0,"set","armed-attack",null,true],[0,"set","armed-attack",null,false]]}'
    shown = opened(paris, f"mode=play&scenario=own&own={acts}")
    assert "is said in two ways on one day" in shown.locator(".alarm").inner_text()


def test_changing_a_scenario_brings_the_editor_and_keeps_the_step(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=play&turn=2", viewport={"width": 1440, "height": 700})
    shown.get_by_role("button", name="Change this scenario").click()
    editor = shown.locator(".builder").bounding_box()
    assert 0 <= editor["y"] < 350
    assert "turn=2" in address(shown)
    before = shown.locator(".builder ol").inner_text()
    shown.locator('[data-key="remove-0"]').click()
    assert "turn=2" in address(shown)
    shown.get_by_role("button", name="Reset").click()
    assert shown.locator(".builder ol").inner_text() == before


def test_a_run_that_is_changed_at_its_start_goes_to_its_end(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=play&scenario=own")
    shown.get_by_role("button", name="Add a step").click()
    assert shown.locator(".steps button").last.get_attribute("aria-current") == "step"


def test_a_day_before_the_first_is_refused_in_words(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=play&scenario=own")
    shown.locator('[data-key="new-day"]').fill("-3")
    shown.get_by_role("button", name="Add a step").click()
    assert "Day -3 was not taken" in shown.locator(".alarm").inner_text()
    assert shown.locator(".builder ol li").count() == 0
    shown.locator('[data-key="new-day"]').fill("3")
    shown.get_by_role("button", name="Add a step").click()
    assert shown.locator(".alarm").count() == 0
    assert shown.locator(".builder ol li").count() == 1


def test_what_search_finds_is_walked_by_arrows_and_says_what_it_is(opened: Opened, paris: Path) -> None:
    shown = opened(paris)
    shown.keyboard.press("/")
    shown.keyboard.type("ceasefire")
    names = shown.locator(".hits button").all_inner_texts()
    assert len(set(names)) == len(names) > 2
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowDown", "Enter"):
        shown.keyboard.press(key)
    assert shown.locator(".panel h2").inner_text() == names[1].rpartition(" · ")[0]


def test_enter_takes_the_first_of_what_search_finds(opened: Opened, paris: Path) -> None:
    shown = opened(paris)
    shown.keyboard.press("/")
    shown.keyboard.type("reassurance air sea")
    shown.keyboard.press("Enter")
    assert shown.locator(".panel h2").inner_text().startswith("3.5 ")


def test_what_is_not_on_the_picture_says_where_it_is(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "at=provisions%2Fmilitary-hubs")
    assert "not on this picture" in shown.locator(".details").inner_text()
    shown.locator('[data-key="way-provisions/military-hubs"]').click()
    assert "not on this picture" not in shown.locator(".details").inner_text()
    assert "view=every-trigger" in address(shown)


@pytest.mark.parametrize("place", range(3))
def test_a_first_link_leaves_the_header_in_sight(opened: Opened, paris: Path, place: int) -> None:
    shown = opened(paris)
    shown.locator(".ways").nth(place).locator("button").first.click()
    assert shown.evaluate("[scrollY, document.querySelector('header').getBoundingClientRect().top]") == [0, 5]


def test_in_ukrainian_it_is_said_once_that_the_texts_are_in_english(opened: Opened, paris: Path) -> None:
    said = "Тексти моделі подано англійською."
    assert opened(paris, "language=uk").locator("body").inner_text().count(said) == 1
    assert said not in opened(paris).locator("body").inner_text()


def test_an_answer_is_shown_on_the_picture(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=ask")
    shown.get_by_role("button", name="Show Activation route 1").first.click()
    assert shown.locator(".marks rect").count() > 0
    assert "Veto player" in shown.locator(".panel").inner_text()


def test_the_tour_goes_on_and_a_prediction_is_answered(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=learn")
    shown.get_by_role("button", name="Next").click()
    assert "What starts things" in shown.locator(".panel h2").first.inner_text()
    shown.get_by_role("button", name="Predict, then look").click()
    shown.get_by_role("button", name="Show what came out").click()
    assert shown.locator(".riddle .is-new").count() > 0
    shown.get_by_role("button", name="See it played").click()
    assert shown.locator(".steps [aria-current]").count() == 1


def test_a_picture_is_saved_with_its_marks(opened: Opened, paris: Path, tmp_path: Path) -> None:
    shown = opened(paris, "mode=play&turn=1")
    for name, start in (("SVG", b"<svg"), ("PNG", b"\x89PNG")):
        shown.locator(".menu summary").click()
        with shown.expect_download() as saved:
            shown.get_by_role("button", name=f"Save picture as {name}").click()
        saved.value.save_as(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(start)
    assert 'class="chip"' in (tmp_path / "SVG").read_text(encoding="utf-8")


def test_back_undoes_where_somebody_went_and_not_what_was_set_there(opened: Opened, paris: Path) -> None:
    shown = opened(paris)
    shown.keyboard.press("2")
    shown.keyboard.press(".")
    shown.locator('#view-trigger [data-id="provision:attack-response"]').click()
    chosen = shown.locator(".details h2", has_text="4.2 Support Ukraine")
    assert chosen.count() == 1
    shown.go_back()
    assert chosen.count() == 0
    assert "mode=play&turn=1" in address(shown)
    shown.go_back()
    assert shown.evaluate("document.body.dataset.mode") == "look"
    shown.go_forward()
    assert shown.locator(".steps [aria-current]").count() == 1


@pytest.mark.parametrize(("mode", "least"), [("look", 0.6), ("play", 0.55)])
def test_on_a_phone_the_picture_has_most_of_the_first_screen(
    opened: Opened, paris: Path, mode: str, least: float
) -> None:
    shown = opened(paris, f"mode={mode}", **PHONE)
    top, height = shown.locator(".frame").bounding_box()["y"], PHONE["viewport"]["height"]
    assert 1 - top / height >= least


def test_on_a_phone_what_is_folded_stays_open_while_it_is_used(opened: Opened, paris: Path) -> None:
    shown = opened(paris, **PHONE)
    assert not chooser(shown, "filter-standing").is_visible()
    shown.locator(".fold summary").tap()
    chooser(shown, "filter-standing").select_option("open")
    assert chooser(shown, "filter-standing").is_visible()
    assert shown.locator(".fold summary").inner_text() == "Filters (1)"


def test_a_link_brings_back_what_was_looked_at(opened: Opened, paris: Path) -> None:
    first = opened(paris, "mode=play&turn=2&view=matrix&at=provisions%2Fattack-response")
    second = opened(paris, address(first).partition("#")[2])
    assert first.locator("body").inner_text() == second.locator("body").inner_text()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_runs_off_the_side_of_the_window(
    opened: Opened, paris: Path, mode: str, width: int, height: int
) -> None:
    shown = opened(paris, mode, viewport={"width": width, "height": height})
    assert shown.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("mode", [*MODES, "mode=play&scenario=own", "view=matrix&at=actors%2Fukraine"])
def test_axe_finds_no_violation_of_wcag(opened: Opened, paris: Path, mode: str, scheme: str) -> None:
    if not AXE.is_file():
        pytest.skip("no axe-core in build/axe; `npm install --prefix build/axe axe-core` brings it")
    shown = opened(paris, mode, bypass_csp=True, color_scheme=scheme)
    shown.evaluate(AXE.read_text(encoding="utf-8"))
    found = shown.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})")
    assert [each["id"] for each in found["violations"]] == []


ATTACK = "</script><script>window.hostile=1</script><img src=x onerror=window.hostile=1>javascript:alert(1)"
HOSTILE = f"""
framework: {{title: '{ATTACK}', as_of: 2026-01-06, beneficiary: [a], summary: '{ATTACK}'}}
components: {{c: {{title: '{ATTACK}', order: 1}}}}
actors: {{a: {{title: '{ATTACK}', kind: state, note: '{ATTACK}', label: {{uk: '{ATTACK}'}}}}}}
sources: {{s: {{title: '{ATTACK}', kind: press_report, publisher: '{ATTACK}'}}}}
facts: {{f: {{title: '{ATTACK}', kind: brute, initial: unknown, definition: '{ATTACK}'}}}}
events: {{e: {{title: '{ATTACK}', sets: {{f: true}}}}}}
targets: {{t: {{title: '{ATTACK}', condition: {{active: p}}}}}}
questions: {{q: {{title: '{ATTACK}', answers: [{{says: '{ATTACK}'}}]}}}}
readings: {{r: {{title: '{ATTACK}', kind: interpretation, patch: {{facts: {{f: {{initial: false}}}}}}}}}}
scenarios: {{n: {{title: '{ATTACK}', summary: '{ATTACK}', steps: [{{day: 0, events: [e]}}]}}}}
provisions:
  p: {{title: '{ATTACK}', component: c, kind: defense, obligors: [a], modality: must, trigger: f,
       summary: '{ATTACK}', note: '{ATTACK}', source: {{doc: s, at: '{ATTACK}', quote: '{ATTACK}'}}}}
"""


def test_hostile_text_stays_text_in_every_mode(
    opened: Opened, model: Callable[..., Project], tmp_path: Path
) -> None:
    project = model(HOSTILE)
    assert [each.message for each in project.findings] == []
    shown = opened(written(project, tmp_path / "hostile.html"))
    for fragment in (*MODES, "mode=play&turn=1&at=provisions%2Fp", "mode=learn&lesson=quiz", "at=facts%2Ff"):
        shown.evaluate(f"location.hash = {fragment!r}")
        shown.wait_for_timeout(30)
        assert shown.evaluate("[window.hostile, document.images.length]") == [None, 0]
    shown.locator(".panel", has_text="onerror").wait_for()


def test_a_script_that_is_not_ours_does_not_run(browser: Any, paris: Path) -> None:
    context = browser.new_context()
    shown = context.new_page()
    shown.goto(paris.as_uri())
    shown.evaluate(
        "const script = document.createElement('script');"
        "script.textContent = 'window.hostile = 1'; document.body.append(script);"
    )
    assert shown.evaluate("window.hostile") is None
    assert shown.evaluate("fetch('https://example.org').then(() => 'sent', () => 'refused')") == "refused"
    context.close()
