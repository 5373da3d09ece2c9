"""A quote stands in a text whatever its printer did to it, and only as whole words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.sources.folding import fold
from foedus.sources.quotes import find, nearest

TEXT = """\
The Parties “stand ready” – once a ceasefire enters
into force – to act.  It is the Élysée's view that they may
dismay nobody.
"""

SPOKEN = ("the", "parties", "stand", "once", "a", "cease", "fire", "to", "act")
WORDS = st.lists(st.sampled_from(SPOKEN))


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ('"stand ready" - once', True),
        ("enters into force", True),
        ("the Elysee’s view", True),
        ("The Parties … to act", True),
        ("The Parties [...] may", True),
        ("to act ... The Parties", False),
        ("stand", True),
        ("may nobody", False),
        ("cease", False),
        ("the parties", False),
        ("", False),
    ],
)
def test_form_makes_no_difference_and_words_and_their_order_do(quote: str, stands: bool) -> None:
    assert (find(quote, fold(TEXT)) is not None) == stands


@given(WORDS, WORDS, WORDS)
def test_every_run_of_words_is_found_where_it_first_stands(
    before: list[str], quote: list[str], after: list[str]
) -> None:
    text, words = "\n\t".join([*before, *quote, *after]), " ".join(quote)
    run = "\n\t".join(quote)
    first = re.search(rf"\b{run}\b", text)
    assert find(words, fold(text)) == (first.start() if quote and first else None)


@given(st.text("aé “”\"'–- \n\u00a0\u00ad…", max_size=30))
def test_folding_twice_is_folding_once_and_every_sign_knows_its_place(text: str) -> None:
    once = fold(text)
    assert fold(once.text).text == once.text
    assert len(once.places) == len(once.text)
    assert list(once.places) == sorted(once.places)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("once a cease-fire enters into force", "once a ceasefire enters\ninto force"),
        ("The Parties stood ready", "The Parties “stand ready”"),
        ("nothing of the kind whatever", None),
    ],
)
def test_a_near_miss_shows_the_words_of_the_text(quote: str, words: str | None) -> None:
    near = nearest(quote, fold(TEXT))
    assert (TEXT[near.start : near.end] if near else None) == words


def test_nothing_is_near_in_an_empty_text() -> None:
    assert nearest("words", fold(" \n")) is None
