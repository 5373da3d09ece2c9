"""Files, registers and readings become one tree in which everything keeps its place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from foedus.errors import Stop
from foedus.library import shipped_models
from foedus.load import Project, load, loads
from foedus.load.shape import shape

FACT = "{title: F, kind: brute, initial: false}"


def test_splitting_a_model_over_files_changes_nothing_in_it(model: Callable[..., Project]) -> None:
    whole = model(f"facts:\n  b: {FACT}\n  a: {FACT}\n")
    parts = model(z=f"facts:\n  a: {FACT}\n", y=f"facts:\n  b: {FACT}\n")
    assert whole.model == parts.model
    assert list(whole.model.facts) == ["a", "b"]


def test_an_id_in_two_files_is_found_with_both_places(model: Callable[..., Project]) -> None:
    project = model(a=f"facts:\n  f: {FACT}\n", b=f"facts:\n  f: {FACT}\n")
    [finding] = project.findings
    assert (finding.code, str(finding.span), str(finding.related[0].span)) == (
        "R02",
        "b.yaml:2:3",
        "a.yaml:2:3",
    )


def test_a_framework_may_stand_in_two_files(model: Callable[..., Project]) -> None:
    project = model(a="framework: {title: T, as_of: 2026-01-06}\n", b="framework: {beneficiary: [x]}\n")
    assert project.findings == ()
    assert project.model.framework is not None


@pytest.mark.parametrize(
    ("key", "cure"), [("Bad_Id", "`bad-id`"), ("9lives", "joined by"), ("a--b", "`a-b`")]
)
def test_an_id_that_cannot_be_one_is_found_with_one_that_can(key: str, cure: str) -> None:
    [finding] = loads({"m.yaml": f"facts:\n  {key}: {FACT}\n"}).findings
    assert (finding.code, finding.span.line, cure in finding.hint) == ("R10", 2, True)


def test_an_unknown_section_is_found_with_the_nearest(model: Callable[..., Project]) -> None:
    [finding] = model("provision: {}\n").findings
    assert (finding.code, finding.hint) == ("R06", "did you mean `provisions`?")


def test_a_model_takes_from_the_register_what_it_names() -> None:
    project = loads(
        {"m.yaml": "framework: {title: T, as_of: 2026-01-06, beneficiary: [ukraine]}\n"}, register=True
    )
    assert "ukraine" in project.model.actors
    assert "japan" not in project.model.actors


def test_an_id_that_the_register_has_too_is_found() -> None:
    project = loads({"m.yaml": "actors:\n  ukraine: {title: Ukraine, kind: state}\n"}, register=True)
    assert [(each.code, str(each.span)) for each in project.findings] == [("R11", "m.yaml:2:3")]


def test_extends_lays_fields_over_the_registers_entry() -> None:
    project = loads({"m.yaml": "actors:\n  ukraine: {extends: true, note: mine}\n"}, register=True)
    assert project.findings == ()
    assert (project.model.actors["ukraine"].note, project.model.actors["ukraine"].kind) == ("mine", "state")


READ = f"""\
facts:
  a: {FACT}
  b: {FACT}
readings:
  r:
    title: R
    kind: what_if
    patch:
      facts:
        a: {{title: Other, note: new}}
        b: null
        c: {FACT}
"""


def test_a_reading_replaces_adds_and_removes(model: Callable[..., Project]) -> None:
    facts = model(READ).read_as("r").model.facts
    assert (list(facts), facts["a"].title, facts["a"].kind) == (["a", "c"], "Other", "brute")


def test_a_patched_field_keeps_the_place_of_the_patch(model: Callable[..., Project]) -> None:
    project = model(READ).read_as("r")
    assert (project.where(("facts", "a", "title")).line, project.where(("facts", "a", "kind")).line) == (
        10,
        2,
    )


def test_a_reading_keeps_the_nouns_of_what_it_leaves_as_it_is(model: Callable[..., Project]) -> None:
    project = model(f"{READ}actors: {{a: {{title: A, kind: state}}}}\n")
    assert project.read_as("r").model.actors["a"] is project.model.actors["a"]


@pytest.mark.parametrize("name", sorted(shipped_models()))
def test_a_reading_is_the_same_model_as_if_all_of_it_were_shaped_anew(name: str) -> None:
    project = load(shipped_models()[name])
    for reading in project.model.readings:
        under = project.read_as(reading)
        assert under.model == shape(under.tree, under.limits)[0]


def test_what_is_wrong_in_a_model_is_wrong_in_its_readings(model: Callable[..., Project]) -> None:
    project = model(READ + "actors: {x: 1}\n")
    assert project.findings
    assert set(project.findings) <= set(project.read_as("r").findings)


def test_an_unknown_reading_stops_with_the_known_ones(model: Callable[..., Project]) -> None:
    with pytest.raises(Stop, match=r"has no reading `s`.* r"):
        model(READ).read_as("s")


def test_a_wrong_shape_in_a_patch_is_found_in_the_patch(model: Callable[..., Project]) -> None:
    project = model(READ.replace("title: Other", "kind: brutal")).read_as("r")
    assert [(each.code, each.span.line) for each in project.findings] == [("R07", 10)]


def test_a_folder_is_read_with_what_cannot_be_read_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(f"facts:\n  f: {FACT}\n")
    (tmp_path / "b.yaml").mkdir()
    (tmp_path / "c.yaml").symlink_to("/etc/hostname")
    (tmp_path / "d.yaml").symlink_to(tmp_path / "nowhere.yaml")
    (tmp_path / ".hidden.yaml").write_text("nonsense\n")
    project = load(tmp_path, "m")
    assert [(each.code, each.span.file) for each in project.findings] == [
        ("Y08", "m/b.yaml"), ("Y08", "m/c.yaml"), ("Y08", "m/d.yaml"),
    ]  # fmt: skip
    assert list(project.model.facts) == ["f"]


@pytest.mark.parametrize("made", ["missing", "empty", "file", "yml"])
def test_a_folder_that_holds_no_model_stops_with_the_next_step(tmp_path: Path, made: str) -> None:
    path = tmp_path / made
    if made == "file":
        path.write_text("facts: {}\n")
    elif made != "missing":
        path.mkdir()
    if made == "yml":
        (path / "m.yml").write_text("facts: {}\n")
    with pytest.raises(Stop, match=r"no such folder|no `\.yaml` file|a model is a folder|rename it"):
        load(path)
