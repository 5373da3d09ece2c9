"""What stops an outcome alone is what the exact engine lists as cut sets of one."""

import pytest

from foedus.analyses.alone import alone
from foedus.analyses.analysis import analyse
from foedus.library import shipped_models
from foedus.opening import read
from foedus.simulation import prepare

TARGETS = [(name, target) for name in shipped_models() for target in sorted(read(name).model.targets)]


@pytest.mark.parametrize(("name", "target"), TARGETS)
def test_it_names_what_the_exact_engine_names(name: str, target: str) -> None:
    prepared = prepare(read(name))
    exact = analyse(prepared, target, order=1)
    found = {(point.atom.key, point.so) for point in alone(prepared, prepared.model.targets[target])}
    listed = {(point.atom.key, point.so) for point in exact.alone}
    assert found <= listed
    assert found == listed or not exact.coherent
