"""Did you mean: the nearest known word, else what is known."""

import pytest

from foedus.nearest import did_you_mean


@pytest.mark.parametrize(
    ("word", "known", "said"),
    [
        ("pars-2026", ["paris-2026", "minsk-2015"], "did you mean `paris-2026`?"),
        ("PARIS-2026", ["paris-2026"], "did you mean `paris-2026`?"),
        ("qqq", ["one", "two"], "views are one, two"),
        ("qqq", [], "views are none"),
    ],
)
def test_the_nearest_word_is_suggested_and_else_all_are_named(word: str, known: list[str], said: str) -> None:
    assert did_you_mean(word, iter(known), "views are {known}") == said
