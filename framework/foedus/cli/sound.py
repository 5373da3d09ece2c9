"""Only a model without errors is drawn, played or reported: half a model would say what no text says."""

from foedus.cli.limited import limits
from foedus.errors import Stop
from foedus.finding import Finding, Severity
from foedus.load import Project
from foedus.opening import read
from foedus.rules import r01_dangling_reference
from foedus.rules.run import check


def read_sound(word: str, reading: str | None = None, *, as_typed: bool = False) -> Project:
    """The model that a word names, if it can be read whole and every reference in it leads somewhere.

    Raises `Stop` with the first error where it cannot, or for what `read` raises it.
    """
    return sound(read(word, reading, as_typed=as_typed, limits=limits()), word)


def sound(project: Project, word: str) -> Project:
    """The same model, if it can be read whole. Raises `Stop` with the first error where it cannot."""
    errors = [
        each for each in check(project, rules=[r01_dangling_reference]) if each.severity == Severity.ERROR
    ]
    if errors:
        raise Stop(_refusal(word, errors))
    return project


def _refusal(word: str, errors: list[Finding]) -> str:
    first = errors[0]
    count = "an error" if len(errors) == 1 else f"{len(errors)} errors"
    return (
        f"{word} has {count}, so what is made of it would be wrong; `foedus check {word}` shows all. "
        f"{first.span}: {first.code} {first.message}"
    )
