"""What if somebody withdraws: for each target who alone, and which two, put it out of reach."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from foedus.analyses.reach import Case, Reach, listed
from foedus.errors import Stop
from foedus.load import Project
from foedus.nearest import did_you_mean
from foedus.schema import Target


@dataclass(frozen=True, slots=True)
class Changed:
    """A target before and after: within reach or not."""

    target: str
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What becomes of the targets in one case, and which provisions can no longer fall due, by id."""

    case: Case
    targets: tuple[Changed, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Withdrawals:
    """Who puts a target out of reach by withdrawing (N-1), and which two together (N-2), neither alone.

    Both are empty where the target is out of reach anyway. `actors` are those that were tried.
    """

    target: str
    within_reach: bool
    alone: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    actors: tuple[str, ...]


def what_if(project: Project, case: Case, targets: Sequence[str] = ()) -> WhatIf:
    """What becomes of some targets (of all, where none is named) in a case.

    Raises `Stop` for an actor, fact or target that the model does not have.
    """
    model = project.model
    for word, what, known in (
        *((each, "actor", [*model.actors, *model.bodies]) for each in case.without),
        *((each, "fact", list(model.facts)) for each in case.deny),
    ):
        _known(project, word, what, known)
    reach = Reach(model, listed((Case(), case)))
    changed = tuple(
        Changed(each.id, bool(bits & 1), bool(bits & 2))
        for each in chosen(project, targets)
        for bits in (reach.holds(each.condition),)
    )
    return WhatIf(case, changed, tuple(key for key in model.provisions if reach.due(key) & 3 == 1))


def withdrawals(
    project: Project, deny: tuple[str, ...] = (), targets: Sequence[str] = ()
) -> tuple[Withdrawals, ...]:
    """The N-1 and N-2 tables of some targets, or of all; the adversary is not among those who may withdraw.

    Raises `Stop` for a target that the model does not have.
    """
    actors = _actors(project)
    sets = [(), *((each,) for each in actors), *combinations(actors, 2)]
    reach = Reach(project.model, listed([Case(each, deny) for each in sets]))
    return tuple(_table(each, reach.holds(each.condition), actors, sets) for each in chosen(project, targets))


def _table(
    target: Target, bits: int, actors: tuple[str, ...], sets: Sequence[tuple[str, ...]]
) -> Withdrawals:
    if not bits & 1:
        return Withdrawals(target.id, False, (), (), actors)
    lost = [each for place, each in enumerate(sets) if not bits >> place & 1]
    alone = tuple(each[0] for each in lost if len(each) == 1)
    pairs = ((each[0], each[1]) for each in lost if len(each) == 2 and not set(each) & set(alone))
    return Withdrawals(target.id, True, alone, tuple(pairs), actors)


def _actors(project: Project) -> tuple[str, ...]:
    """Every actor and body of the model but the adversary, by id."""
    model = project.model
    adversary = set(model.framework.adversary) if model.framework is not None else set()
    return tuple(sorted({*model.actors, *model.bodies} - adversary))


def chosen(project: Project, targets: Iterable[str]) -> tuple[Target, ...]:
    """The targets named, or every target by id. Raises `Stop` for one that the model does not have."""
    known = project.model.targets
    named = tuple(targets)
    for each in named:
        _known(project, each, "target", list(known))
    return tuple(known[each] for each in named or known)


def _known(project: Project, word: str, what: str, known: list[str]) -> None:
    if word not in known:
        hint = did_you_mean(word, sorted(known), f"{what}s are {{known}}")
        raise Stop(f"{project.name} has no {what} `{word}`; {hint}")
