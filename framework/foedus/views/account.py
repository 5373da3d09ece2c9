"""A played scenario as a document: day by day what changed and why, and where everything ends."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from foedus.load import Project
from foedus.place import Route
from foedus.schema import UNSPECIFIED, Model, Provision, Scenario
from foedus.schema.scenarios import Assumptions
from foedus.simulation import Act, Change, Firing, Held, Moment, Standing, Trace, Turn, Unknown
from foedus.views.captions import source_line
from foedus.views.document import Document, Facts, Paragraph, Section, Table
from foedus.words import component_list, day, joined, name, numbers, plain, sentence

OPEN = {
    "concluded": "not concluded",
    "determination": "nobody named to decide, or no decision yet",
    "fact": "a fact is not known",
    "capacity": "a capacity is not known",
    "discretion": "left to whoever may act",
    "timer": "the day on which the clock started is not known",
}
"""Why an outcome cannot be said, in words."""

_BY = {
    "enters when": "by its entry into force",
    "in force while": "by what keeps it in force",
    "trigger": "by its trigger",
    "requires": "by what it requires",
    "terminates when": "by what ends it",
}
"""Which of its conditions moved a promise, in a few words."""


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


def told(trace: Trace, given: Assumptions | None = None) -> tuple[str, ...]:
    """Under what the scenario was played: reading, discretion, assumptions, the day of the texts."""
    reading = f"reading {trace.reading}" if trace.reading else "the text as it stands"
    concluded: dict[str, bool] = {}
    facts: dict[str, object] = {}
    for each in (trace.scenario.assume, given):
        if each is not None:
            concluded |= each.concluded
            facts |= each.facts
    assumed = [f"{key} {'concluded' if value else 'not concluded'}" for key, value in concluded.items()]
    assumed += [f"{key} {str(value).lower()}" for key, value in facts.items()]
    on = f"as of {day(trace.as_of)}" if trace.as_of is not None else "no day given"
    parts = [reading, f"discretion {trace.discretion}"]
    return (*parts, *([f"assuming {joined(assumed, 'and')}"] if assumed else []), on)


def _turns(trace: Trace, only: Moment | None) -> Iterator[Section]:
    for place, turn in enumerate(trace.turns):
        if only is not None and (turn.day != only or turn.kind == "start"):
            continue
        if turn.kind == "start":
            yield Section("Before the first step", "start", tuple(_beginning(trace, turn)))
            continue
        changes = [change for change in turn.changes if change.now.states != change.before.states]
        blocks = tuple(_groups(trace, changes)) or (Paragraph("Nothing changes.", quiet=True),)
        yield Section(_heading(trace, turn), f"turn-{place}", blocks)


def _beginning(trace: Trace, turn: Turn) -> Iterator[Paragraph]:
    """What holds before anything happens, by state; INACTIVE is left out, as nearly all begin so."""
    number = numbers(trace.project.model)
    found: dict[str, set[str]] = defaultdict(set)
    for change in turn.changes:
        found[states_words(change.now)].add(number[change.now.position.provision])
    for states in sorted(found.keys() - {"INACTIVE"}):
        yield Paragraph(f"{states}: {_listed(found[states])}")


def _listed(those: Iterable[str]) -> str:
    return ", ".join(sorted(set(those), key=_order))


def _order(title: str) -> tuple[str, int]:
    component, _, place = title.split(" ", 1)[0].partition(".")
    return component, int(place or 0)


def _heading(trace: Trace, turn: Turn) -> str:
    if turn.kind == "clock":
        return f"Day {turn.day}, at its end: a deadline has passed"
    acts = joined([act_words(trace, act) for act in turn.acts], "and")
    return f"Day {turn.day}: {acts or 'nothing happens'}"


def act_words(trace: Trace, act: Act) -> str:
    """One act of a scenario in words."""
    model = trace.project.model
    match act.verb:
        case "happens":
            found = model.events.get(act.subject)
            return found.title if found is not None else act.subject
        case "found":
            determination = model.determinations.get(act.subject)
            title = determination.title if determination is not None else act.subject
            return f"finding “{title}”: {act.value}" + (f" by {name(model, act.by)}" if act.by else "")
        case "set":
            fact = model.facts.get(act.subject)
            return f"“{fact.title if fact is not None else act.subject}” is {str(act.value).lower()}"
        case _:
            element = model.provisions.get(act.subject) or model.instruments.get(act.subject)
            about = f" “{element.title}”" if element is not None else ""
            return f"{name(model, act.by) if act.by else 'whoever owes it'} {act.verb}{about}"


def _groups(trace: Trace, changes: list[Change]) -> Iterator[Facts]:
    """The changes of an instant, those of one kind together, each with its place."""
    groups: dict[str, list[Standing]] = defaultdict(list)
    for change in changes:
        groups[f"{states_words(change.before)} → {states_words(change.now)}"].append(change.now)
    number = numbers(trace.project.model)
    for kind, own in groups.items():
        rows = [
            (f"{number[now.position.provision]} {_title(trace, now)}", _with_clause(trace, now))
            for now in own
        ]
        yield Facts(kind, "", tuple(sorted(rows, key=lambda row: _order(row[0]))))


def states_words(standing: Standing) -> str:
    """The possible states: one, or several joined by "or"."""
    return joined(list(standing.states), "or")


def _title(trace: Trace, standing: Standing) -> str:
    model, position = trace.project.model, standing.position
    provision = model.provisions[position.provision]
    alone = len(provision.obligors) == 1
    return provision.title + ("" if alone else f" ({name(model, position.obligor)})")


def because(trace: Trace, standing: Standing) -> str:
    """Why a position stands so: what fired and where it is written, or what is not known."""
    parts = [_fired(trace, held) for held in standing.held if held.why is not None]
    if standing.unknowns:
        parts = [unknown_words(trace, each) for each in standing.unknowns]
    return "; ".join(dict.fromkeys(parts))


def reasons(standing: Standing) -> str:
    """The same in a word or two, without places."""
    if standing.unknowns:
        return "; ".join(dict.fromkeys(OPEN[each.kind] for each in standing.unknowns))
    fired = (_gate(_last(held).route) for held in standing.held if held.why is not None)
    return "; ".join(dict.fromkeys(_BY.get(gate, gate) for gate in fired))


def _with_clause(trace: Trace, standing: Standing) -> str:
    """Why a position stands so, and the clause that it is from."""
    said = clause(trace.project.model, trace.project.model.provisions[standing.position.provision])
    return "; ".join(part for part in (because(trace, standing), said) if part)


def clause(model: Model, provision: Provision) -> str:
    """The clause that the provision is from, short: the text and the place in it."""
    text = model.instruments.get(provision.instrument or "")
    at = provision.sources[0].at if provision.sources else None
    return ", ".join([text.title if text is not None else "no text named", *([at] if at else [])])


def _fired(trace: Trace, held: Held) -> str:
    """The last guard that is written in the model, and its place."""
    route = _last(held).route
    return f"{_gate(route)}, {place(trace, route)}"


def _last(held: Held) -> Firing:
    """The last guard that fired of those that are written in the model."""
    return ([firing for firing in held.chain if len(firing.route) > 2] or list(held.chain))[-1]


def _gate(route: Route) -> str:
    """The field of a provision that holds a guard, in words."""
    return plain(str(route[2]) if len(route) > 2 else "in force, nothing more required")


def unknown_words(trace: Trace, unknown: Unknown) -> str:
    """Why something cannot be said, in words, with the place."""
    if unknown.kind == "concluded" and unknown.obligor == UNSPECIFIED:
        return f"nobody is named who could consent to `{unknown.subject}` ({place(trace, unknown.route)})"
    return f"{OPEN[unknown.kind]}: `{unknown.subject}` ({place(trace, unknown.route)})"


def place(trace: Trace, route: Route) -> str:
    """Where something is written, without the folder of the model."""
    return short(trace.project, route)


def short(project: Project, route: Route) -> str:
    """The same, of a project."""
    span = project.where(route)
    return f"{span.file.rpartition('/')[2]}:{span.line}"


_WAYS = ("due", "may be used", "perhaps", "not due")


def _way(standing: Standing, is_may: bool) -> str:
    """Where a position stands; a *may* is never due, it may be used."""
    held = {state in ("ACTIVE", "FULFILLED") for state in standing.states}
    if len(held) == 2:
        return "perhaps"
    return "not due" if held == {False} else "may be used" if is_may else "due"


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
