"""Only a model without errors is drawn, played or reported: half a model would say what no text says."""

from foedus.cli.handled import handled
from foedus.cli.limited import limits
from foedus.errors import Stop
from foedus.finding import Finding, Severity
from foedus.load import Project
from foedus.opening import read
from foedus.rules import r01_dangling_reference
from foedus.rules.run import check
from foedus.schema.vocabulary import Handling


def read_sound(
    word: str,
    reading: str | None = None,
    *,
    max_handling: Handling | None = None,
    as_typed: bool = False,
) -> Project:
    """The model that a word names, if it can be read whole and every reference in it leads somewhere.

    What is marked above `max_handling` is taken out at once, so that nothing made of the model can hold it.
    Raises `Stop` with the first error where it cannot be read whole, where what stays would tell of what is
    withheld, or for what `read` raises it.
    """
    if max_handling is None:
        return sound(read(word, reading, as_typed=as_typed, limits=limits()), word)
    held = sound(read(word, as_typed=as_typed, limits=limits()), word, max_handling)
    return sound(held.read_as(reading), word) if reading is not None else held


def sound(project: Project, word: str, max_handling: Handling | None = None) -> Project:
    """The same model, if it can be read whole, without what is marked above `max_handling`.

    Raises `Stop` with the first error where it cannot, or where what stays would tell of what is withheld.
    """
    errors = [
        each for each in check(project, rules=[r01_dangling_reference]) if each.severity == Severity.ERROR
    ]
    if errors:
        raise Stop(_refusal(word, errors))
    return handled(project, max_handling)


def _refusal(word: str, errors: list[Finding]) -> str:
    first = errors[0]
    count = "an error" if len(errors) == 1 else f"{len(errors)} errors"
    return (
        f"{word} has {count}, so what is made of it would be wrong; `foedus check {word}` shows all. "
        f"{first.span}: {first.code} {first.message}"
    )
