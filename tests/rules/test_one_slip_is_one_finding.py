"""One slip is one finding: nothing is told that only follows from it."""

from pathlib import Path

import pytest

from foedus.checking import check
from foedus.cli.init import command as init
from foedus.files import decode, texts
from foedus.library import shipped_models
from foedus.load import load, project_of


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """The skeleton of a model, with all that a model can hold."""
    assert init.callback is not None
    folder = tmp_path / "begun"
    init.main([str(folder)], standalone_mode=False)
    return folder


@pytest.mark.parametrize(
    ("file", "written", "slip", "code", "said"),
    [
        ("provisions", "    obligors: [guarantor]", "    obligers: [guarantor]", "R06", "`obligors`"),
        ("provisions", "{doc: pact-text, at", "{document: pact-text, at", "R06", "`doc` is missing"),
        ("provisions", "  help:\n", "help:\n", "R06", "sections are"),
        ("provisions", "  help:\n", "  consult:\n", "R02", "keep one of the two"),
        ("provisions", "  help:\n", "  Help them:\n", "R10", "`help-them`"),
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
    (found,) = check(load(begun))
    assert (found.code, said in found.hint) == (code, True), found


def test_a_file_with_another_ending_is_named_and_not_what_it_would_have_declared(begun: Path) -> None:
    (begun / "actors.yaml").rename(begun / "actors.yml")
    assert [(each.code, each.span.file.rpartition("/")[2]) for each in check(load(begun))] == [
        ("Y08", "actors.yml")
    ]


def test_a_word_in_a_list_is_wrong_for_the_field_and_not_for_its_place(begun: Path) -> None:
    path = begun / "scenarios.yaml"
    path.write_text(path.read_text("utf-8").replace("[FULFILLED]", "[fulfilled]"), "utf-8")
    (found,) = check(load(begun))
    assert found.message == "`fulfilled` is not a word for `states`"


def test_a_register_that_cannot_be_read_is_told_and_not_every_name_that_it_would_have_held() -> None:
    held = texts(shipped_models()["paris-2026"])
    torn = tuple(decode(file.name, b"sources: [") for file, _ in held.register if file is not None)
    found = check(project_of(held._replace(register=torn)))
    assert {each.code for each in found} == {"Y02"}
