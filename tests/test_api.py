"""The public face: one short list, each name where it says."""

import subprocess
import sys

import pytest

import foedus


def test_the_public_names_are_these_and_no_others() -> None:
    assert sorted(foedus.__all__) == [
        "Analysis", "Finding", "Graph", "Project", "Stop", "Trace", "__version__", "analyse", "build",
        "check", "play", "read",
    ]  # fmt: skip


@pytest.mark.parametrize("name", foedus.__all__)
def test_a_public_name_can_be_had_and_says_what_it_is(name: str) -> None:
    assert getattr(foedus, name).__doc__


def test_what_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'plya'"):
        foedus.plya  # noqa: B018


def test_importing_foedus_imports_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import foedus; print(set(sys.modules) - before)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "{'foedus'}"


def test_the_example_of_the_package_is_true() -> None:
    import doctest

    assert (doctest.testmod(foedus).failed, doctest.testmod(foedus).attempted) == (0, 5)


def test_a_trace_shows_itself_in_a_notebook() -> None:
    shown = foedus.play(foedus.read("paris-2026"), "renewed-attack")._repr_markdown_()
    assert shown.startswith("**renewed-attack** (the text as it stands, discretion ")
    assert "| attack-response | coalition-of-the-willing | INACTIVE or ACTIVE |" in shown.splitlines()
