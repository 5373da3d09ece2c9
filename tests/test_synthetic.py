"""A made model: right at every size, the same for the same numbers, and as large as it says."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.checking import check
from foedus.finding import Severity
from foedus.load import loads
from foedus.style import styled
from foedus.synthetic import synthetic
from foedus.tree import Document

Foedus = Callable[..., Any]
SIZES = st.integers(1, 90)


@given(SIZES, st.integers())
@settings(max_examples=40, deadline=None)
def test_every_made_model_has_no_error_and_every_promise_falls_due(provisions: int, seed: int) -> None:
    project = loads(synthetic(provisions, seed))
    found = check(project)
    assert len(project.model.provisions) == provisions
    assert [each for each in found if each.severity == Severity.ERROR or each.code == "C04"] == []


@given(SIZES, st.data())
@settings(max_examples=40, deadline=None)
def test_it_stands_in_as_many_files_as_are_asked_for(provisions: int, data: st.DataObject) -> None:
    files = data.draw(st.integers(1, provisions))
    made = synthetic(provisions, 0, files)
    assert sum(name.startswith("provisions-") for name in made) == files
    assert loads(made).model == loads(synthetic(provisions, 0)).model


@given(SIZES, st.integers())
@settings(max_examples=10, deadline=None)
def test_it_is_in_the_one_layout(provisions: int, seed: int) -> None:
    files = synthetic(provisions, seed).items()
    assert [name for name, text in files if styled(Document(name, text)) != (text, [])] == []


def test_each_need_stands_in_the_layer_before() -> None:
    model = loads(synthetic(1_000, 1)).model
    needs = {
        each.id: [need.provision for need in each.requires.conditions]  # type: ignore[union-attr]
        for each in model.provisions.values()
        if each.requires is not None
    }
    steps = {int(id_[2:]) // 100 - int(need[2:]) // 100 for id_ in needs for need in needs[id_]}
    assert (len(needs), steps, {len(each) for each in needs.values()}) == (900, {1}, {1, 2, 3})


def test_a_promise_is_478_bytes_on_average() -> None:
    made = synthetic(1_000, 1)
    size = sum(len(text) for name, text in made.items() if name.startswith("provisions-"))
    assert 470 <= size / 1_000 <= 486


def test_the_same_numbers_give_the_same_bytes_in_every_process() -> None:
    code = "from foedus.synthetic import synthetic; print(synthetic(50, 7))"
    said = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert said == {f"{synthetic(50, 7)}\n"}
    assert synthetic(50, 8) != synthetic(50, 7)


def test_the_command_writes_a_folder_that_checks(foedus: Foedus, tmp_path: Path) -> None:
    made = foedus("generate", "--provisions", "12", "--files", "2", "-o", str(tmp_path / "made"))
    assert made.out.splitlines()[-1] == f"next: foedus check {tmp_path / 'made'}"
    assert foedus("check", str(tmp_path / "made")).code == 0
    again = foedus("generate", "--provisions", "12", "-o", str(tmp_path / "made"))
    assert (again.code, "already; nothing was written" in again.err) == (2, True)


@pytest.mark.parametrize(("provisions", "files", "instead"), [(7_000, 1, 3), (2, 3, 2)])
def test_files_that_would_be_too_large_or_empty_are_refused(
    foedus: Foedus, provisions: int, files: int, instead: int
) -> None:
    ran = foedus("generate", "--provisions", str(provisions), "--files", str(files))
    assert (ran.code, f"write `--files {instead}`" in ran.err) == (2, True)
