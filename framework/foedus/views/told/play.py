"""A played scenario as a document: day by day what changed and why, and where everything ends."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from foedus.schema import Scenario
from foedus.schema.scenarios import Assumptions
from foedus.simulation import Act, Change, Moment, Position, Standing, Trace, Turn, Unknown
from foedus.views.account import act_words, because, clause, place, states_words, told, unknown_words
from foedus.views.captions import source_line
from foedus.views.document import Document, Facts, Paragraph, Section, Table
from foedus.words import component_list, joined, name, numbers, sentence

_WAYS = ("due", "may be used", "perhaps", "not due")
_DEEDS = frozenset({"performs", "fails", "exercises", "declines"})
"""What somebody does about a provision."""


def view(trace: Trace, given: Assumptions | None = None, only: Moment | None = None) -> Document:
    """What came of a scenario, in words.

    `given` is what was assumed beyond what the scenario assumes; `only` narrows the account to one day.
    What the scenario expects is left out where it was not played as it is written.
    """
    as_written = given is None and trace.discretion == trace.scenario.discretion
    sections = tuple(_turns(trace, only))
    if only is None:
        sections += (_ending(trace), _owed(trace), _open(trace), _void(trace))
    if trace.refusals or (as_written and only is None):
        sections += (_expected(trace),)
    return Document(
        title=sentence(trace.scenario.title),
        tag=" · ".join(told(trace, given)),
        source=source_line(trace.project),
        summary=trace.scenario.summary or "",
        sections=tuple(section for section in sections if section.blocks),
    )


def _turns(trace: Trace, only: Moment | None) -> Iterator[Section]:
    for step, turn in enumerate(trace.turns):
        if only is not None and (turn.day != only or turn.kind == "start"):
            continue
        if turn.kind == "start":
            yield Section("Before the first step", "start", tuple(_beginning(trace, turn)))
            continue
        changes = [change for change in turn.changes if change.now.states != change.before.states]
        blocks = (*_groups(trace, changes), *_left(trace, turn))
        nothing = (Paragraph("Nothing changes.", quiet=True),)
        yield Section(_heading(trace, turn), f"turn-{step}", blocks or nothing)


def _beginning(trace: Trace, turn: Turn) -> Iterator[Paragraph]:
    """What holds before anything happens, by state; INACTIVE is left out, as nearly all begin so."""
    number = numbers(trace.project.model)
    found: dict[str, set[str]] = defaultdict(set)
    for change in turn.changes:
        found[states_words(change.now)].add(number[change.now.position.provision])
    for states in sorted(found.keys() - {"INACTIVE"}):
        yield Paragraph(f"{states}: {_listed(found[states])}")


def _heading(trace: Trace, turn: Turn) -> str:
    if turn.kind == "clock":
        return f"Day {turn.day}, at its end: a deadline has passed"
    acts = joined([act_words(trace, act) for act in turn.acts], "and")
    return f"Day {turn.day}: {acts or 'nothing happens'}"


def _groups(trace: Trace, changes: list[Change]) -> Iterator[Facts]:
    """The changes of an instant, those of one kind together, each with its place."""
    groups: dict[str, list[Standing]] = defaultdict(list)
    for change in changes:
        groups[f"{states_words(change.before)} → {states_words(change.now)}"].append(change.now)
    for kind, own in groups.items():
        yield _group(trace, kind, own)


def _left(trace: Trace, turn: Turn) -> Iterator[Facts]:
    """What somebody did something about, and what stands as open as before: with what leaves it open."""
    moved = {change.now.position for change in turn.changes if change.now.states != change.before.states}
    void = {each.act for each in turn.void}
    groups: dict[str, dict[Position, Standing]] = defaultdict(dict)
    for act in turn.acts:
        if act.verb in _DEEDS and act not in void:
            for now in _meant(trace, act, turn.day):
                if now.unknowns and now.position not in moved:
                    groups[f"{states_words(now)}, as before"][now.position] = now
    for kind, own in groups.items():
        yield _group(trace, kind, own.values())


def _meant(trace: Trace, act: Act, day: Moment) -> tuple[Standing, ...]:
    """How what an act is about stands after a day: the actor's own position, else all of them."""
    return trace.standings(act.subject, act.by, day) or trace.standings(act.subject, None, day)


def _group(trace: Trace, kind: str, standings: Iterable[Standing]) -> Facts:
    number = numbers(trace.project.model)
    rows = [
        (f"{number[now.position.provision]} {_title(trace, now)}", _with_clause(trace, now))
        for now in standings
    ]
    return Facts(kind, "", tuple(sorted(rows, key=lambda row: _order(row[0]))))


def _title(trace: Trace, standing: Standing) -> str:
    model, position = trace.project.model, standing.position
    provision = model.provisions[position.provision]
    alone = len(provision.obligors) == 1
    return provision.title + ("" if alone else f" ({name(model, position.obligor)})")


def _with_clause(trace: Trace, standing: Standing) -> str:
    """Why a position stands so, and the clause that it is from."""
    said = clause(trace.project.model, trace.project.model.provisions[standing.position.provision])
    return "; ".join(part for part in (because(trace, standing), said) if part)


def _ending(trace: Trace) -> Section:
    """Where everything stands at the end, component by component, by number."""
    model, number = trace.project.model, numbers(trace.project.model)
    ways: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for standing in trace.final:
        provision = model.provisions[standing.position.provision]
        way = _way(standing, provision.modality == "may")
        ways[provision.component or ""][way].append(number[provision.id])
    titles = {"": "Frame"} | {each.id: f"{each.order} {each.title}" for each in component_list(model)}
    rows = [
        (title, *(_listed(ways[key][way]) or "none" for way in _WAYS))
        for key, title in titles.items()
        if key in ways
    ]
    return Section("At the end", "end", (Table(("Component", *_WAYS), tuple(rows)),) if rows else ())


def _way(standing: Standing, is_may: bool) -> str:
    """Where a position stands; a *may* is never due, it may be used."""
    held = {state in ("ACTIVE", "FULFILLED") for state in standing.states}
    if len(held) == 2:
        return "perhaps"
    return "not due" if held == {False} else "may be used" if is_may else "due"


def _owed(trace: Trace) -> Section:
    """Who owes what now, since when and by when."""
    model, number = trace.project.model, numbers(trace.project.model)
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for owed in trace.residual:
        how = ("due" if owed.state == "ACTIVE" else "broken") + ("" if owed.certain else ", perhaps")
        since = joined([f"day {each}" for each in owed.since], "or")
        by = joined([f"day {each}" for each in owed.by], "or")
        provision = model.provisions[owed.position.provision]
        line = f"{how}, since {since}" + (f", by {by}" if by else "")
        found[owed.position.obligor][line].append(f"{number[provision.id]} {provision.title}")
    blocks = []
    for obligor in sorted(found, key=lambda each: name(model, each)):
        rows = ((how, "; ".join(sorted(those, key=_order))) for how, those in sorted(found[obligor].items()))
        blocks.append(Facts(sentence(name(model, obligor)), "", tuple(rows)))
    return Section("Owed now", "owed", tuple(blocks))


def _open(trace: Trace) -> Section:
    """What cannot be said, and why, with what depends on it."""
    number = numbers(trace.project.model)
    depends: dict[Unknown, list[str]] = defaultdict(list)
    for standing in trace.final:
        for unknown in standing.unknowns:
            depends[unknown].append(number[standing.position.provision])
    rows = tuple(
        (sentence(unknown_words(trace, unknown)), _listed(depends[unknown])) for unknown in sorted(depends)
    )
    return Section("What cannot be said, and why", "open", (Table(("Why", "Touches"), rows),) if rows else ())


def _void(trace: Trace) -> Section:
    rows = tuple((void.problem.message, place(trace, void.problem.route)) for void in trace.void)
    return Section("Void acts", "void", (Table(("Act", "Place"), rows),) if rows else ())


def _expected(trace: Trace) -> Section:
    """What the scenario expects, and what came of it; or why it is not played at all."""
    refused = tuple((each.problem.message, place(trace, each.problem.route)) for each in trace.refusals)
    if refused:
        return Section("Not played", "refused", (Table(("Why", "Place"), refused),))
    provisions = trace.project.model.provisions
    rows = tuple(
        (
            f"day {verdict.expected.after}",
            provisions[verdict.expected.provision].title,
            joined(list(verdict.expected.states), "or"),
            verdict.outcome,
        )
        for verdict in trace.verdicts
        if verdict.expected.provision in provisions
    )
    head = ("After", "Provision", "Expected", "Outcome")
    return Section("Expectations", "expectations", (Table(head, rows),) if rows else ())


def _listed(those: Iterable[str]) -> str:
    return ", ".join(sorted(set(those), key=_order))


def _order(title: str) -> tuple[str, int]:
    component, _, place = title.split(" ", 1)[0].partition(".")
    return component, int(place or 0)


def brief(trace: Trace) -> Facts:
    """A scenario in a few lines: its steps, what its author looks at, and how that ends."""
    provisions, number = trace.project.model.provisions, numbers(trace.project.model)
    rows = [("Played in", ", ".join(told(trace)))]
    rows += [
        (f"Day {turn.day}", joined([act_words(trace, act) for act in turn.acts], "and"))
        for turn in trace.turns
        if turn.acts
    ]
    rows += [
        (
            f"After day {verdict.expected.after}",
            f"{number[verdict.expected.provision]} {provisions[verdict.expected.provision].title}: "
            + joined(list(dict.fromkeys(state for each in verdict.found for state in each.states)), "or"),
        )
        for verdict in trace.verdicts
        if verdict.found
    ]
    rows += [("Not played", each.problem.message) for each in trace.refusals]
    origin = str(trace.project.where(trace.scenario.route))
    title, summary = sentence(trace.scenario.title), trace.scenario.summary or ""
    return Facts(title, summary, tuple(rows), f"scenario-{trace.scenario.id}", origin)


def scenario_line(scenario: Scenario) -> str:
    """One line for a list of scenarios."""
    reading = f" (reading {scenario.reading})" if scenario.reading else ""
    return f"{scenario.id:<32} {scenario.title}{reading}"
