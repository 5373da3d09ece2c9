"""What a shipped model keeps as a true statement about its texts stands in its README, and nothing else."""

import re

import pytest

from foedus.checking import check
from foedus.finding import Severity
from foedus.library import shipped_models
from foedus.opening import read

ROW = re.compile(r"^\| ([A-Z]\d\d) \| `([^`]+)` \| \S", re.MULTILINE)


@pytest.mark.parametrize("name", shipped_models())
def test_every_warning_of_a_shipped_model_is_listed_and_every_row_is_found(name: str) -> None:
    rows = ROW.findall((shipped_models()[name] / "README.md").read_text(encoding="utf-8"))
    found = {(each.code, each.element): each.severity for each in check(read(name), strict=True)}
    grave = {about for about, severity in found.items() if severity > Severity.INFORMATION}
    assert len(rows) == len(set(rows))
    assert (grave - set(rows), set(rows) - set(found)) == (set(), set())
