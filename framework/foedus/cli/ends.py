"""The two ends of a comparison: folders, readings of a model, or revisions of a git repository."""

from dataclasses import dataclass
from pathlib import Path

from foedus.cli.default import default_models
from foedus.cli.limited import limits
from foedus.cli.sound import sound
from foedus.errors import Stop
from foedus.library import shipped_models
from foedus.load import Project, loads
from foedus.opening import read
from foedus.revision import is_revision, read_at
from foedus.schema.vocabulary import Handling

HERE = "the working copy"
"""What the files on the disk are called beside a revision."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Two models to be compared, and what each is called."""

    before: Project
    now: Project
    called: tuple[str, str]


def ends(words: tuple[str, ...], readings: tuple[str, ...], most: Handling | None = None) -> tuple[Ends, ...]:
    """What the words name: two models, two readings of one, or models at two points of a history.

    What is marked above `most` is withheld from both. A folder goes before a revision of the same name.
    Raises `Stop` for what is neither.
    """
    if len(readings) > 2:
        raise Stop("two readings can be compared; `--reading` is given at most twice")
    first, rest = (words[0], words[1:]) if words else ("HEAD", ())
    if is_model(first):
        return (_of_models(first, rest, readings, most),)
    old, new = _range(first)
    found = (_of_history(old, new, word, most) for word in rest or default_models())
    return tuple(_under(each, readings) for each in found)


def is_model(word: str) -> bool:
    """Whether a word names a folder or a shipped model."""
    return word in shipped_models() or Path(word).exists()


def _of_models(first: str, rest: tuple[str, ...], readings: tuple[str, ...], most: Handling | None) -> Ends:
    if len(rest) > 1:
        raise Stop(f"two models can be compared, and {len(rest) + 1} are named")
    if not rest and not readings:
        return _of_history("HEAD", None, first, most)
    one = _read(first, most)
    if rest:
        return _under(Ends(one, _read(rest[0], most), (first, rest[0])), readings)
    if len(readings) == 1:
        return Ends(one, one.read_as(readings[0]), ("the text as it stands", _titled(one, readings[0])))
    old, new = (one.read_as(each) for each in readings)
    return Ends(old, new, (_titled(one, readings[0]), _titled(one, readings[1])))


def _under(found: Ends, readings: tuple[str, ...]) -> Ends:
    """Both ends under a reading, or each under its own."""
    if not readings:
        return found
    old, new = found.before.read_as(readings[0]), found.now.read_as(readings[-1])
    called = [f"{word}, {_titled(each, reading)}" for word, each, reading in zip(
        found.called, (found.before, found.now), (readings[0], readings[-1]), strict=True)]  # fmt: skip
    return Ends(old, new, (called[0], called[1]))


def _titled(project: Project, reading: str) -> str:
    found = project.model.readings.get(reading)
    return f"“{found.title}”" if found is not None else reading


def _range(word: str) -> tuple[str, str | None]:
    """`A..B` as two revisions, anything else as one and the working copy; an absent one is HEAD."""
    if "..." in word:
        raise Stop(f"`{word}`: write two dots, `A..B`; for three, name the merge base yourself")
    old, dots, new = word.partition("..")
    if not dots and not is_revision(word, Path()):
        raise Stop(
            f"no folder, no shipped model and no revision `{word}`; `foedus diff --help` shows the ways"
        )
    return old or "HEAD", (new or "HEAD") if dots else None


def _of_history(old: str, new: str | None, word: str, most: Handling | None) -> Ends:
    """A model at a revision and at another, or as it lies here. What is not there says nothing."""
    folder = Path(word) if Path(word).is_dir() else shipped_models().get(word, Path(word))
    before = read_at(old, folder, limits())
    now = read_at(new, folder, limits()) if new is not None else _here(word) if folder.is_dir() else None
    if before is None and now is None:
        raise Stop(f"no model `{word}`, neither at `{old}` nor at {f'`{new}`' if new else HERE}")
    sides = _sound(before, word, most), _sound(now, word, most)
    return Ends(*sides, (_called(old, before), _called(new or HERE, now)))


def _sound(project: Project | None, word: str, most: Handling | None) -> Project:
    """The model without errors; one that is not there says nothing."""
    return sound(project, project.name, most) if project is not None else loads({}, word)


def _called(word: str, project: Project | None) -> str:
    return word if project is not None else f"{word} (where it is not)"


def _read(word: str, most: Handling | None) -> Project:
    return sound(_here(word), word, most)


def _here(word: str) -> Project:
    return read(word, as_typed=True, limits=limits())
