"""How much Foedus takes of one model: every limit by name, what it bounds, and how it is raised."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace

from foedus.errors import Stop
from foedus.nearest import did_you_mean


def _limit(usual: int, unit: str, bounds: str, most: int = 10**12) -> int:
    """A limit with its usual value; it cannot be raised above `most`."""
    made: int = field(default=usual, metadata={"unit": unit, "bounds": bounds, "most": most})
    return made


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a run. All are counted and none is timed: the same input always ends the same way."""

    file_bytes: int = _limit(2_000_000, "bytes", "one file of a model")
    all_bytes: int = _limit(50_000_000, "bytes", "all files of a model together")
    files: int = _limit(2_000, "files", "the files of a model")
    depth: int = _limit(32, "levels", "lists and mappings inside one another", most=100)
    nodes: int = _limit(200_000, "values", "the values of one file: texts, numbers, lists, mappings")
    text: int = _limit(100_000, "characters", "one text")
    faults: int = _limit(1_000, "findings", "what is told of a file that cannot be read as it stands")
    elements: int = _limit(200_000, "elements", "the elements of a model, those of the registers included")
    states: int = _limit(20_000, "states", "one search over every order of events (`foedus gaps`)")
    moves: int = _limit(100_000, "moves", "the moves that all such searches of a question try together")
    positions: int = _limit(500_000, "positions", "the promises that these moves settle, by who owes them")


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit as it is told: `usual` in `unit`, and what it bounds."""

    name: str
    usual: int
    unit: str
    bounds: str
    most: int


def table() -> tuple[Limit, ...]:
    """Every limit, in the order in which a model meets them."""
    usual = Limits()
    return tuple(
        Limit(each.name.replace("_", "-"), getattr(usual, each.name), **each.metadata)
        for each in fields(Limits)
    )


def cure(name: str) -> str:
    """How a limit is raised, as the end of a message."""
    known = {each.name: each for each in table()}
    told = name.replace("_", "-")
    return f"raise the limit by `foedus --limit {told}={min(known[told].usual * 2, known[told].most)}`"


def raised(words: Iterable[str], limits: Limits | None = None) -> Limits:
    """Limits as words such as `nodes=400000` set them. Raises `Stop` for any other word."""
    limits = limits or Limits()
    known = {each.name: each for each in table()}
    for word in words:
        name, _, figure = word.partition("=")
        if name not in known:
            raise Stop(
                f"`--limit {word}`: no limit `{name}`; {did_you_mean(name, known, 'limits are {known}')}"
            )
        if not (figure.isascii() and figure.isdigit()) or not 0 < int(figure[:30]) <= known[name].most:
            example = f"{name}={known[name].usual * 2}"
            raise Stop(
                f"`--limit {word}`: write a number from 1 to {known[name].most:,}, such as `{example}`"
            )
        limits = replace(limits, **{name.replace("-", "_"): int(figure)})
    return limits
