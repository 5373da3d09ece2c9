"""What tests share: a model from a few lines of YAML, the command line in this process, a git repository."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

import foedus as package
from foedus.cli.run import run
from foedus.load import Project, loads

# Nothing fails because a machine is slow. Set FOEDUS_RANDOM to look for new cases; without it every run
# tries the same.
settings.register_profile(
    "ours",
    derandomize="FOEDUS_RANDOM" not in os.environ,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ours")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "promise(number): a test of a promise of tests/promises/table.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Each test says in its report of which promises it is one."""
    for item in items:
        for mark in item.iter_markers("promise"):
            item.user_properties += [("promise", number) for number in mark.args]


def pytest_collection_finish(session: pytest.Session) -> None:
    """Hypothesis also tries the numbers and texts of the modules that are loaded: before it begins, all are.

    Else what it tries would follow from the tests that happened to run before it in the same process.
    """
    if any(item.get_closest_marker("hypothesis") for item in session.items):
        for module in walk_packages(package.__path__, "foedus."):
            import_module(module.name)


@pytest.fixture
def tried(request: pytest.FixtureRequest) -> Iterator[Callable[[], None]]:
    """`tried()` counts one case; a test that has more than one counts them so."""
    cases = 0

    def count() -> None:
        nonlocal cases
        cases += 1

    yield count
    request.node.user_properties.append(("cases", cases))


@pytest.fixture(autouse=True)
def _counted(request: pytest.FixtureRequest) -> None:
    """A test that does not count its cases is one."""
    if request.node.get_closest_marker("promise") and "tried" not in request.fixturenames:
        request.node.user_properties.append(("cases", 1))


@pytest.fixture
def soon() -> Callable[[Callable[[], float]], bool]:
    """`soon(end)`: whether `end()`, which gives the seconds that it took, takes less than a free one.

    On a busy machine a second lasts as many times longer as a Python that does nothing takes longer than
    its own processor time; and what had to wait its turn is tried again.
    """
    return lambda end: any(end() < _slowness() for _ in range(5))


def _slowness() -> float:
    import resource

    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    passed, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return passed / (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A Chromium for all tests of this process; where there is none, they are skipped with one line."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here; install it (Debian: apt install chromium) for what a browser shows")
    made = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install playwright")
    with made.sync_playwright() as play:
        running = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def model() -> Callable[..., Project]:
    """`model("facts: ...")` or `model(a="...", b="...")`: a project from texts, without the register."""

    def make(text: str = "", **files: str) -> Project:
        named = {f"{name}.yaml": body for name, body in files.items()}
        return loads({**({"model.yaml": text} if text else {}), **named})

    return make


@pytest.fixture
def foedus(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Ran]:
    """`foedus("check", "paris-2026")`: the command as a user runs it, with what it printed."""

    def call(*words: str) -> Ran:
        code = run(list(words))
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return call


NAMED = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")


@pytest.fixture
def git() -> Callable[..., str]:
    """`git(folder, "commit", ...)`: git as somebody, whatever this machine knows of its user."""

    def call(folder: Path, *words: str) -> str:
        ran = subprocess.run(
            ["git", *NAMED, *words], cwd=folder, capture_output=True, text=True, check=True
        )  # fmt: skip
        return ran.stdout

    return call
