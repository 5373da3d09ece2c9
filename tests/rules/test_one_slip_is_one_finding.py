"""One slip is one error: no error is told that only follows from it, and none that does not is kept back."""

from pathlib import Path

import pytest

from foedus.checking import check
from foedus.cli.init import command as init
from foedus.files import decode, texts
from foedus.finding import Finding, Severity
from foedus.library import shipped_models
from foedus.load import Project, load, project_of


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """The skeleton of a model, with all that a model can hold."""
    assert init.callback is not None
    folder = tmp_path / "begun"
    init.main([str(folder)], standalone_mode=False)
    return folder


def errors(project: Project) -> list[Finding]:
    return [each for each in check(project) if each.severity == Severity.ERROR]


@pytest.mark.parametrize(
    ("file", "written", "slip", "code", "said"),
    [
        ("provisions", "    obligors: [guarantor]", "    obligers: [guarantor]", "R06", "`obligors`"),
        ("provisions", "{doc: pact-text, at", "{document: pact-text, at", "R06", "`doc` is missing"),
        ("provisions", "  help:\n", "help:\n", "R06", "sections are"),
        ("provisions", "    order: 2\n", "\torder: 2\n", "Y02", "spaces"),
        ("provisions", "    order: 2\n", "   order: 2\n", "Y02", "line it up"),
        ("provisions", "    order: 2\n", "\u00a0   order: 2\n", "Y02", "an ordinary space"),
        ("provisions", "provisions:\n", "provision:\n", "R06", "`provisions`"),
        ("provisions", "[guarantor]", "[garantor]", "R01", "`guarantor`"),
        ("provisions", "modality: must\n", "modality: should\n", "R07", "`may`"),
        ("scenarios", "threat-is-declared", "threat-declared", "R01", "`threat-is-declared`"),
        ("scenarios", "[FULFILLED]", "[fulfilled]", "R07", "`FULFILLED`"),
        ("framework", "2026-01-06", "6/1/26", "R07", "a day is written"),
    ],
)  # fmt: skip
def test_a_slip_is_one_error_with_a_next_step(
    begun: Path, file: str, written: str, slip: str, code: str, said: str
) -> None:
    path = begun / f"{file}.yaml"
    text = path.read_text("utf-8")
    assert written in text
    path.write_text(text.replace(written, slip, 1), "utf-8")
    (found,) = errors(load(begun))
    assert (found.code, said in found.hint) == (code, True), found


def test_a_file_with_another_ending_is_named(begun: Path) -> None:
    (begun / "actors.yaml").rename(begun / "actors.yml")
    assert [each.span.file for each in check(load(begun)) if each.code == "Y08"] == ["begun/actors.yml"]


def test_what_is_missing_is_told_beside_a_file_that_is_no_yaml(begun: Path) -> None:
    (begun / "other.yaml").write_text("facts: {threat-is: {title: [}", "utf-8")
    path = begun / "provisions.yaml"
    path.write_text(path.read_text("utf-8").replace("[guarantor]", "[garantor]", 1), "utf-8")
    assert sorted(each.code for each in errors(load(begun))) == ["R01", "Y02"]


def test_a_word_in_a_list_is_wrong_for_the_field_and_not_for_its_place(begun: Path) -> None:
    path = begun / "scenarios.yaml"
    path.write_text(path.read_text("utf-8").replace("[FULFILLED]", "[fulfilled]"), "utf-8")
    (found,) = errors(load(begun))
    assert found.message == "`fulfilled` is not a word for `states`"


def test_a_register_that_cannot_be_read_is_told_and_not_every_name_that_it_would_have_held() -> None:
    held = texts(shipped_models()["paris-2026"])
    torn = tuple(decode(file.name, f"{file.text}[".encode()) for file, _ in held.register if file is not None)
    assert {each.code for each in errors(project_of(held._replace(register=torn)))} == {"Y02"}
