"""The words for a played scenario: its terms, its acts, why something stands so, and where it is written."""

from foedus.load import Project
from foedus.place import Route
from foedus.schema import UNSPECIFIED, Model, Provision
from foedus.schema.scenarios import Assumptions
from foedus.simulation import Act, Firing, Held, Standing, Trace, Unknown
from foedus.words import day, joined, name, plain

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


def states_words(standing: Standing) -> str:
    """The possible states: one, or several joined by "or"."""
    return joined(list(standing.states), "or")


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


def clause(model: Model, provision: Provision) -> str:
    """The clause that the provision is from, short: the text and the place in it."""
    text = model.instruments.get(provision.instrument or "")
    at = provision.sources[0].at if provision.sources else None
    return ", ".join([text.title if text is not None else "no text named", *([at] if at else [])])


def unknown_words(trace: Trace, unknown: Unknown) -> str:
    """Why something cannot be said, in words, with the place."""
    return left_open(trace.project, unknown)


def left_open(project: Project, unknown: Unknown) -> str:
    """What leaves something open, in words, with the place: of a text, for whom it is not concluded."""
    where = f"`{unknown.subject}` ({short(project, unknown.route)})"
    if unknown.kind == "concluded" and unknown.obligor == UNSPECIFIED:
        return f"nobody is named who could consent to {where}"
    whose = unknown.obligor if unknown.kind == "concluded" else ""
    return f"{OPEN[unknown.kind]}{f' for {name(project.model, whose)}' if whose else ''}: {where}"


def place(trace: Trace, route: Route) -> str:
    """Where something is written, without the folder of the model."""
    return short(trace.project, route)


def short(project: Project, route: Route) -> str:
    """The same, of a project."""
    span = project.where(route)
    return f"{span.file.rpartition('/')[2]}:{span.line}"
