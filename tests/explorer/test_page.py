"""The explorer in a real browser: each thing that it offers, by mouse and by keyboard, and nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from explorer_pages import written

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
    assert "at=provisions%2Fattack-response" in shown.url


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
    svg = shown.locator("#view-trigger svg")
    whole = svg.get_attribute("viewBox")
    shown.keyboard.press("+")
    enlarged = svg.get_attribute("viewBox")
    box = svg.bounding_box()
    shown.mouse.move(box["x"] + 200, box["y"] + 200)
    shown.mouse.down()
    shown.mouse.move(box["x"] + 150, box["y"] + 180, steps=4)
    shown.mouse.up()
    assert len({whole, enlarged, svg.get_attribute("viewBox")}) == 3
    shown.get_by_role("button", name="Fit").click()
    assert svg.get_attribute("viewBox") == whole


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
    return " or ".join(due if state == "ACTIVE" else MEANINGS[state] for state in standing.states)


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
  return areas(".chip").flatMap(([chip, area]) => areas(".lanes text")
    .filter(([, other]) => !far(area, other)).map(([heading]) => [chip, heading]));
}"""


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize("language", ["en", "uk"])
def test_no_mark_covers_the_heading_of_a_component(
    opened: Opened, paris: Path, turn: int, language: str
) -> None:
    assert opened(paris, f"mode=play&turn={turn}&language={language}").evaluate(TOUCHING) == []


def test_a_step_says_what_is_missing_and_why(opened: Opened, paris: Path) -> None:
    shown = opened(paris, "mode=play&turn=1&at=provisions%2Fmnf-reassurance")
    panel = shown.locator(".panel").inner_text()
    assert "What is missing" in panel
    assert "Ukraine requests the reassurance measures" in panel
    shown.get_by_role("button", name="Step forward").click()
    assert "turn=2" in shown.url


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
    shown.get_by_role("button", name="Look", exact=True).last.click()
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


def test_a_link_brings_back_what_was_looked_at(opened: Opened, paris: Path) -> None:
    first = opened(paris, "mode=play&turn=2&view=matrix&at=provisions%2Fattack-response")
    second = opened(paris, first.url.partition("#")[2])
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
    assert "onerror" in shown.locator(".panel").inner_text()


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
