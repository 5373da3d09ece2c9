"""Where the plays of two models part, in words: what stands otherwise, from which day, and why."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from foedus.comparison import Divergence, Outcome
from foedus.comparison.outcomes import Pair
from foedus.schema import Model
from foedus.simulation import Standing, Trace
from foedus.simulation.positions import TOGETHER
from foedus.views.account import because, states_words
from foedus.views.document import Facts
from foedus.words import joined, name, numbers, sentence

_NAMED = 3
"""More obligors than these are counted, more scenarios than these named by id alone."""


def partings(parted: Sequence[Outcome]) -> tuple[Facts, ...]:
    """What parts in these scenarios; what parts alike in several of them is told once."""
    alike: dict[Facts, list[str]] = defaultdict(list)
    for outcome in parted:
        for each in _of_outcome(outcome):
            alike[each].append(_scenario(outcome))
    return tuple(replace(each, lead=_where(own)) for each, own in alike.items())


def _scenario(outcome: Outcome) -> str:
    trace = outcome.now
    reading = f", reading {trace.reading}" if trace.reading else ""
    return f"{sentence(trace.scenario.title)} (`{trace.scenario.id}`{reading})"


def _where(scenarios: list[str]) -> str:
    """The scenarios in which something parts, by title where they are few."""
    if len(scenarios) <= _NAMED:
        return f"In: {'; '.join(scenarios)}."
    ids = (each.rpartition(" (")[2].removesuffix(")") for each in scenarios)
    return f"In {len(scenarios)} scenarios: {'; '.join(ids)}."


def _of_outcome(outcome: Outcome) -> Iterator[Facts]:
    """Where the two plays of a scenario part: the positions that part alike together, each with its why."""
    if outcome.before.refusals or outcome.now.refusals:
        which, side = ("no longer", outcome.now) if outcome.now.refusals else ("only now", outcome.before)
        yield Facts(f"It can {which} be played", "", (("Why", side.refusals[0].problem.message),))
    groups: dict[str, list[Divergence]] = defaultdict(list)
    for each in outcome.divergences:
        groups[_parting(each)].append(each)
    for parting, own in groups.items():
        yield Facts(parting, "", tuple(_rows(outcome, own)))


def _parting(each: Divergence) -> str:
    """From which day, and to what end: `From day 100: STANDBY → ACTIVE; so to the end`."""
    end = f"{_stands(each.end, 0)} → {_stands(each.end, 1)}"
    if each.day is None:
        return f"At the end: {end}"
    first = f"{_stands(each.first, 0)} → {_stands(each.first, 1)}"
    if first == end:
        return f"From day {each.day}: {first}; so to the end"
    same = _stands(each.end, 0) == _stands(each.end, 1)
    return f"From day {each.day}: {first}; {'no difference at the end' if same else f'at the end {end}'}"


def _stands(pair: Pair, side: int) -> str:
    """The possible states on one side, with the deadlines that run where only those differ."""
    standing = pair[side]
    if standing is None:
        return "not in the model"
    other = pair[1 - side]
    words = states_words(standing)
    due = sorted({str(held.due) for held in standing.held if held.due is not None})
    if due and other is not None and states_words(other) == words:
        return f"{words}, by day {joined(due, 'or')}"
    return words


def _rows(outcome: Outcome, own: Sequence[Divergence]) -> Iterator[tuple[str, str]]:
    """The positions by provision, with why they stand so on either side."""
    model = _model_with(outcome, own[0].position.provision)
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in own:
        found[each.position.provision, _why(outcome, each)].append(each.position.obligor)
    titles = {provision: _numbered(outcome, provision) for provision, _ in found}
    for (provision, why), obligors in sorted(found.items(), key=lambda item: in_number(titles[item[0][0]])):
        alone = len(_model_with(outcome, provision).provisions[provision].obligors) == 1
        yield titles[provision] + ("" if alone else f" ({_obligors(model, obligors)})"), why


def _model_with(outcome: Outcome, provision: str) -> Model:
    now = outcome.now.project.model
    return now if provision in now.provisions else outcome.before.project.model


def _numbered(outcome: Outcome, provision: str) -> str:
    model = _model_with(outcome, provision)
    return f"{numbers(model)[provision]} {model.provisions[provision].title}"


def _obligors(model: Model, obligors: list[str]) -> str:
    if len(obligors) > _NAMED:
        return f"{len(obligors)} of those who owe it"
    return joined(["together" if each == TOGETHER else name(model, each) for each in obligors], "and")


def _why(outcome: Outcome, each: Divergence) -> str:
    pairs = (("before", outcome.before, each.first.before), ("now", outcome.now, each.first.now))
    said = (f"{when}: {_reason(trace, standing)}" for when, trace, standing in pairs if standing is not None)
    return "; ".join(said)


def _reason(trace: Trace, standing: Standing) -> str:
    return because(trace, standing) or "as before the first step"


def in_number(title: str) -> tuple[str, int]:
    """What sorts provisions by their number, with which a title begins."""
    component, _, place = title.split(" ", 1)[0].partition(".")
    return component, int(place or 0)
