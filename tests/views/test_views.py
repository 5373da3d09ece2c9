"""What the views choose to show."""

import re
from collections.abc import Callable

import pytest

from foedus.draw import picture
from foedus.graph import build
from foedus.library import shipped_models
from foedus.load import Project, load, loads
from foedus.views.catalogue import VIEWS
from foedus.views.shapes import Diagram, Grid
from foedus.views.twin import twin

Make = Callable[..., Project]

MODEL = """\
framework: {title: Trial, as_of: 2026-01-06, beneficiary: [host], instrument: pact}
actors:
  host: {title: Host, kind: state}
  ally: {title: Ally, kind: state}
components:
  c: {title: Help, order: 1, short: Help}
instruments:
  pact: {title: The pact, form: agreement, status: signed}
  talk: {title: A speech, form: announcement, status: adopted}
facts:
  attack: {title: Attack on the host, kind: brute, initial: false}
  asked: {title: The host asks, kind: institutional, initial: false, owner: host, nature: request}
provisions:
  help: {title: Help the host, kind: defense, obligors: [ally], beneficiary: [host], modality: must,
         component: c, instrument: pact, order: 1, trigger: attack, requires: asked}
  arms: {title: Send arms, kind: military_aid, obligors: [ally], modality: may, component: c,
         instrument: pact, order: 2, part_of: help, trigger: {active: help}}
  money: {title: Send money, kind: economic_aid, obligors: [ally], modality: may, component: c,
          instrument: pact, order: 3, part_of: help, trigger: {active: help}}
  boast: {title: Send everything, kind: military_aid, obligors: [ally], modality: may, component: c,
          instrument: talk, order: 4}
"""


def shown(project: Project, view: str) -> Diagram | Grid:
    return picture(project, view, every_text=True)


def test_siblings_with_the_same_conditions_share_a_card(model: Make) -> None:
    made = shown(model(MODEL), "trigger")
    assert isinstance(made, Diagram)
    [card] = [box for box in made.boxes if box.kind == "list"]
    assert [(row.number, row.text) for row in card.rows] == [("1.2", "Send arms"), ("1.3", "Send money")]


def test_the_trigger_view_draws_each_gate_with_its_meaning(model: Make) -> None:
    made = shown(model(MODEL), "trigger")
    assert isinstance(made, Diagram)
    assert {(link.source, link.target, link.kind) for link in made.links} == {
        ("facts/attack", "provision:help", "activates"),
        ("facts/asked", "provision:help", "requires"),
        ("provision:help", "list:arms", "activates"),
    }


def test_a_picture_shows_the_main_text_and_counts_the_rest(model: Make) -> None:
    made = picture(model(MODEL), "trigger")
    assert "not drawn: 1 provision of another text" in made.caption.subtitle
    assert "Send everything" not in str(made)


def test_what_one_side_announces_is_not_agreed(model: Make) -> None:
    made = shown(model(MODEL), "trigger")
    assert isinstance(made, Diagram)
    [boast] = [box for box in made.boxes if box.text == "Send everything"]
    assert boast.standing == "draft"


def test_the_matrix_says_who_owes_who_decides_and_who_benefits(model: Make) -> None:
    made = shown(model(MODEL), "matrix")
    assert isinstance(made, Grid)
    marks = {
        row.text: [line.mark for line in cells[0]] for row, cells in zip(made.rows, made.cells, strict=True)
    }
    assert marks == {"Ally": ["owes", "supports"], "Host": ["decides", "benefits"]}


def test_those_who_have_the_same_part_in_everything_share_a_row(model: Make) -> None:
    made = shown(model("""
actors:
  one: {title: One, kind: state}
  two: {title: Two, kind: state}
  army: {title: Army, kind: armed_forces}
  host: {title: Host, kind: state}
components: {c: {title: Part, order: 1}}
provisions:
  help: {title: Help, kind: defense, obligors: [two, one, army], modality: must, component: c,
         beneficiary: [host]}
  visit: {title: Visit, kind: training, obligors: [one, two, army], modality: must_not, component: c}
"""), "matrix")  # fmt: skip
    assert isinstance(made, Grid)
    assert [(row.text, row.note) for row in made.rows] == [
        ("Army", "armed forces"), ("One and Two", "state (2 alike)"), ("Host", "state"),
    ]  # fmt: skip
    assert "no training" in made.cells[0][0][0].text


@pytest.mark.parametrize(
    ("old", "new", "tag"),
    [
        ("status: signed", "status: signed", "SIGNED TEXT AND 1 OTHER"),
        ("status: signed", "status: in_force", "TEXT IN FORCE AND 1 OTHER"),
        ("status: signed", "status: agreed_in_principle", "TEXT AGREED IN PRINCIPLE AND 1 OTHER"),
        (", status: signed", "", "2 TEXTS"),
        ("beneficiary: [host], instrument: pact}", "beneficiary: [host]}", "2 TEXTS"),
    ],
)
def test_the_tag_says_how_far_the_main_text_has_come_or_how_many_there_are(
    old: str, new: str, tag: str
) -> None:
    changed = loads({"model.yaml": MODEL.replace(old, new, 1)})
    assert shown(changed, "overview").caption.tag == f"{tag} · AS OF 6 JANUARY 2026"


def test_the_tag_of_one_text_in_a_reading_says_both() -> None:
    made = picture(load(shipped_models()["minsk-2015"]).read_as("each-waits"), "overview")
    assert made.caption.tag == "READING: EACH-WAITS · SIGNED TEXT · AS OF 17 FEBRUARY 2015"


def test_the_overview_sets_what_spells_a_provision_out_under_it() -> None:
    made = shown(loads({"model.yaml": MODEL}), "overview")
    assert isinstance(made, Grid)
    assert [(line.text, line.style) for line in made.cells[2][0]] == [
        ("Help the host:", "item"), ("Send arms", "part"), ("Send money", "part"),
        ("Send everything", "item"),
    ]  # fmt: skip


def test_the_overview_has_a_column_for_each_component_in_order() -> None:
    made = picture(load(shipped_models()["paris-2026"]), "overview")
    assert isinstance(made, Grid)
    assert [column.number for column in made.columns] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("view", VIEWS)
def test_every_box_and_line_of_a_picture_leads_back_to_a_line_of_yaml(view: str) -> None:
    made = picture(load(shipped_models()["paris-2026"]), view)
    if isinstance(made, Diagram):
        assert all(box.origin is not None for box in made.boxes)
        assert all(link.origin is not None for link in made.links)


@pytest.mark.parametrize("view", VIEWS)
def test_a_model_without_anything_can_be_shown(view: str) -> None:
    assert VIEWS[view](build(loads({}))).caption.view == view


@pytest.mark.parametrize("view", VIEWS)
def test_the_twin_of_a_picture_says_every_title_in_it(view: str) -> None:
    made = picture(load(shipped_models()["paris-2026"]), view)
    words = " ".join(cell for row in twin(made).rows for cell in row)
    texts = (
        [row.text for box in made.boxes for row in box.rows]
        + [box.text for box in made.boxes if not box.rows]
        if isinstance(made, Diagram)
        else [line.text for row in made.cells for lines in row for line in lines]
    )
    assert all(text in words for text in texts)


JUDGING = re.compile(
    r"\b(weak|strong|fail\w*|succe\w*|robust|empty|hollow|clear|danger\w*|must|credible)\b", re.I
)


@pytest.mark.parametrize("view", VIEWS)
def test_no_title_that_the_program_makes_holds_a_judgement(view: str, model: Make) -> None:
    caption = shown(model(MODEL), view).caption
    assert not JUDGING.search(f"{caption.title} {caption.subtitle}")


def starts(view: str) -> dict[str, list[str]]:
    """What starts each component of Paris, as a view tells it."""
    made = picture(load(shipped_models()["paris-2026"]), view)
    assert isinstance(made, Grid)
    heads = [each.title for each in made.columns] if view == "overview" else [each.text for each in made.rows]
    cells = made.cells[0] if view == "overview" else [row[0] for row in made.cells]
    return {head[:1] if view == "glance" else str(place): [line.text for line in cell]
            for place, (head, cell) in enumerate(zip(heads, cells, strict=True), 1)}  # fmt: skip


def test_the_overview_and_the_glance_tell_the_same_start_of_each_component() -> None:
    assert starts("overview") == starts("glance")
    assert starts("glance")["4"] == [
        "A ceasefire is in force", "some of it only when", "Russia carries out an armed attack on Ukraine",
    ]  # fmt: skip


def test_what_is_under_way_is_told_beside_what_the_frame_waits_for() -> None:
    assert starts("glance")["5"] == [
        "Already under way", "though the frame waits until a ceasefire is in force",
    ]  # fmt: skip


PARTS = """\
framework: {title: Trial, as_of: 2026-01-06, beneficiary: [a]}
actors: {a: {title: The host, kind: state}}
components: {c: {title: Help, order: 1}, d: {title: Talks, order: 2}}
facts:
  start: {title: The pact starts, kind: institutional, initial: false}
  attack: {title: An attack, kind: brute, initial: false}
provisions:
  help: {title: Help, kind: defense, obligors: [a], modality: must, component: c, enters_when: start,
         trigger: attack}
  talk: {title: Talk, kind: consultation, obligors: [a], modality: must, component: d, enters_when: start}
"""


def test_a_condition_of_a_part_of_a_component_is_told_as_that_of_a_part() -> None:
    part = "  x: {title: X, kind: training, obligors: [a], modality: may, component: c, enters_when: start}\n"
    whole, parted = (shown(loads({"m.yaml": text}), "overview") for text in (PARTS, PARTS + part))
    assert isinstance(whole, Grid)
    assert isinstance(parted, Grid)
    assert [line.text for line in whole.cells[0][0]] == ["The pact starts", "An attack"]
    assert [line.text for line in parted.cells[0][0]] == [
        "The pact starts",
        "some of it only when",
        "An attack",
    ]
