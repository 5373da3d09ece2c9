"""Did you mean: the known word nearest to one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The nearest known word, or None where none is near."""
    spelt = {each.lower(): each for each in sorted(known, reverse=True)}
    found = get_close_matches(word.lower(), sorted(spelt), n=1, cutoff=0.6)
    return spelt[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "known are {known}") -> str:
    """`did you mean \\`x\\`?`, or what to say where no known word is near.

    `{known}` in it stands for the known words in their order, or for `none`.
    """
    words = tuple(known)
    found = nearest(word, words)
    if found is not None:
        return f"did you mean `{found}`?"
    return otherwise.replace("{known}", ", ".join(words) or "none")
