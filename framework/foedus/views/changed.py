"""What a change to a model changes, as a document: strength, elements, outcomes, findings."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from foedus.checking import untested
from foedus.comparison import CALLED, Change, Comparison, Divergence, FieldChange, Outcome, Word
from foedus.comparison.outcomes import Pair
from foedus.finding import Finding
from foedus.load import Project
from foedus.place import Span
from foedus.schema import Model
from foedus.simulation import Standing, Trace
from foedus.simulation.positions import TOGETHER
from foedus.views.account import because, states_words
from foedus.views.captions import source_line
from foedus.views.document import Block, Bullets, Document, Facts, Paragraph, Section
from foedus.words import joined, name, numbers, sentence

_NAMED = 3
"""More obligors than these are counted, more scenarios than these named by id alone."""


def view(found: Comparison, ends: tuple[str, str]) -> Document:
    """What differs on the way from one model to another; `ends` is what the two are called."""
    model = found.now.model if found.now.model.framework else found.before.model
    sections = (
        _strength(found),
        *_elements(found),
        _outcomes(found),
        _findings("New findings", "new", found.new),
        _findings("Findings that are gone", "gone", found.gone),
        _beside(found),
    )
    return Document(
        title=model.framework.title if model.framework else found.now.name,
        tag=f"What differs from {ends[0]} to {ends[1]}",
        source=source_line(model),
        summary=_summary(found),
        sections=tuple(section for section in sections if section.blocks),
    )


def _summary(found: Comparison) -> str:
    """The whole in a sentence or two."""
    if not found.differs:
        return "Nothing differs in what the models say, in what comes of it, or in what is found in them."
    words = ("added", "removed", "renamed", "changed")
    counts = [
        f"{count} {word}"
        for word in words
        if (count := sum(each.word == word and not each.beside for each in found.changes))
    ]
    if beside := sum(each.beside for each in found.changes):
        counts.append(f"{beside} with other sources, notes or order only")
    told = f"Elements: {', '.join(counts) or 'none differs'}."
    marks = [f"{len(own)} {word}" for own, word in ((found.new, "new"), (found.gone, "gone")) if own]
    return f"{told} {_played(found)} Findings: {', '.join(marks) or 'the same'}."


def _played(found: Comparison) -> str:
    every, parted = len(found.outcomes), len(found.parted)
    if not every:
        return "No scenario is in both, so none was played."
    if not parted:
        return f"No scenario comes out differently: {_scenarios(every)} played on both, the same every day."
    return f"{parted} of {_scenarios(every)} {'comes' if parted == 1 else 'come'} out differently."


def _scenarios(count: int) -> str:
    return f"{count} scenario{'' if count == 1 else 's'}"


def _outcomes(found: Comparison) -> Section:
    """What comes out differently: what parts alike in several scenarios is told once."""
    alike: dict[Facts, list[str]] = defaultdict(list)
    for outcome in found.parted:
        for each in _partings(outcome):
            alike[each].append(_scenario(outcome))
    blocks: list[Block] = [replace(each, lead=_where(own)) for each, own in alike.items()]
    if missing := _unplayed(found):
        number = numbers(found.now.model)
        listed = ", ".join(sorted((number[each] for each in missing), key=_order))
        text = f"Changed, and made due by no scenario, so that no effect could be seen: {listed}."
        blocks.append(Paragraph(text, quiet=True))
    return Section("Outcomes of scenarios", "outcomes", tuple(blocks))


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


def _unplayed(found: Comparison) -> set[str]:
    """The provisions that say something else and that none of the plays makes due."""
    touched = {
        each.id
        for each in found.changes
        if each.section == "provisions" and each.word in ("added", "changed") and not each.beside
    }
    return touched & set(untested(found.now, tuple(each.now for each in found.outcomes)))


def _partings(outcome: Outcome) -> Iterator[Facts]:
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
    """From which day, and how it ends: `From day 100: STANDBY → ACTIVE; at the end the same difference`."""
    end = f"{_stands(each.end, 0)} → {_stands(each.end, 1)}"
    if each.day is None:
        return f"At the end: {end}"
    first = f"{_stands(each.first, 0)} → {_stands(each.first, 1)}"
    after = (
        "; so to the end"
        if first == end
        else "; at the end no difference"
        if _alike(each.end)
        else f"; at the end {end}"
    )
    return f"From day {each.day}: {first}{after}"


def _alike(pair: Pair) -> bool:
    return _stands(pair, 0) == _stands(pair, 1)


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
    for (provision, why), obligors in sorted(
        found.items(), key=lambda item: _order(_numbered(outcome, item[0][0]))
    ):
        alone = len(_model_with(outcome, provision).provisions[provision].obligors) == 1
        yield _numbered(outcome, provision) + ("" if alone else f" ({_obligors(model, obligors)})"), why


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


def _strength(found: Comparison) -> Section:
    """The fields that make a promise weaker or stronger, firmer or less firm."""
    items = tuple(
        f"{_called(found, each)}: {field.words}; {field.strength} ({_places(field.was_at, field.now_at)})"
        for each in found.changes
        for field in each.fields
        if field.strength
    )
    return Section("Strength", "strength", (Bullets(items),) if items else ())


def _elements(found: Comparison) -> Iterator[Section]:
    """The elements that say something else, by what became of them."""
    by: dict[Word, list[Change]] = defaultdict(list)
    for each in found.changes:
        if not each.beside:
            by[each.word].append(each)
    facts = tuple(
        Facts(_called(found, each), "", tuple(_field(field) for field in each.fields))
        for each in by["changed"]
    )
    yield Section("Changed", "changed", facts)
    for word in ("added", "removed"):
        items = tuple(f"{_called(found, each)} ({each.origin})" for each in by[word])
        yield Section(sentence(word), word, (Bullets(items),) if items else ())
    renamed = tuple(
        f"{_called(found, each)} was `{each.was}` ({_places(each.was_at, each.now_at)})"
        for each in by["renamed"]
    )
    yield Section("Renamed", "renamed", (Bullets(renamed),) if renamed else ())


def _beside(found: Comparison) -> Section:
    """The elements that say the same and rest on something else, or are shown otherwise."""
    items = tuple(
        f"{_called(found, each)}: {joined([field.name for field in each.fields], 'and')} ({each.origin})"
        for each in found.changes
        if each.beside
    )
    return Section("Other sources, notes or order only", "beside", (Bullets(items),) if items else ())


def _field(field: FieldChange) -> tuple[str, str]:
    """A field with its values and places."""
    values = f"{field.before} → {field.now}" if field.before != field.now else "written otherwise"
    return field.name, f"{values} ({_places(field.was_at, field.now_at)})"


def _places(before: Span | None, now: Span | None) -> str:
    return " → ".join(str(place) for place in (before, now) if place is not None)


def _called(found: Comparison, each: Change) -> str:
    """An element by its number, where it is a provision, its title and its id."""
    if each.section == "framework":
        return "framework"
    project: Project = found.before if each.word == "removed" else found.now
    number = numbers(project.model).get(each.id, "") if each.section == "provisions" else ""
    return " ".join(part for part in (CALLED[each.section], number, each.title, f"(`{each.id}`)") if part)


def _findings(title: str, anchor: str, findings: tuple[Finding, ...]) -> Section:
    items = tuple(f"{each.severity.word} {each.code} {each.message} ({each.span})" for each in findings)
    return Section(title, anchor, (Bullets(items),) if items else ())


def _order(number: str) -> tuple[str, int]:
    component, _, place = number.split(" ", 1)[0].partition(".")
    return component, int(place or 0)
