"""Why a position stands as it does: the chain that fired, or what was missing, or what is not known."""

from collections.abc import Iterator

from foedus.place import Route
from foedus.simulation import Trace
from foedus.simulation.why import Explanation, Path
from foedus.views.account import place, states_words, told, unknown_words
from foedus.views.captions import source_line
from foedus.views.document import Document, Facts, Section
from foedus.views.provision_facts import cited
from foedus.words import joined, name, numbers, phrase, sentence

_GATES = ("enters_when", "in_force_while", "trigger", "requires", "terminates_when")


def view(trace: Trace, provision: str, explanations: tuple[Explanation, ...]) -> Document:
    """The explanation of each position of a provision, in words."""
    model = trace.project.model
    own = model.provisions[provision]
    return Document(
        title=f"{numbers(model)[provision]} {own.title}",
        tag=" · ".join((sentence(trace.scenario.title), *told(trace))),
        source=source_line(trace.project),
        summary=cited(model, own.sources),
        sections=tuple(
            Section(
                f"{name(model, each.standing.position.obligor)}: {states_words(each.standing)}",
                each.standing.position.obligor,
                tuple(_paths(trace, each)),
            )
            for each in explanations
        ),
    )


def _paths(trace: Trace, explanation: Explanation) -> Iterator[Facts]:
    if explanation.standing.unknowns:
        rows = tuple((sentence(unknown_words(trace, each)), "") for each in explanation.standing.unknowns)
        yield Facts("It cannot be said which, because of this", "", rows)
    for path in explanation.paths:
        yield Facts(f"{path.held.state}, since day {path.held.since}", "", tuple(_chain(trace, path)))
        if path.missing:
            yield Facts(_missing_title(path), "", tuple(_missing(trace, path)))


def _chain(trace: Trace, path: Path) -> Iterator[tuple[str, str]]:
    """What fired, first to last, each with its condition in words and its place."""
    if not path.held.chain:
        yield "as in the beginning", "nothing has fired"
    for firing in path.held.chain:
        sure = "" if firing.certain else " (if that is so)"
        yield (
            f"day {firing.day}: {firing.start} → {firing.end}{sure}",
            _why(trace, firing.guard, firing.route),
        )


def _why(trace: Trace, guard: str, route: Route) -> str:
    """The guard that applied: the gate of the provision in words where it has one."""
    model = trace.project.model
    if len(route) > 2 and route[0] == "provisions" and route[2] in _GATES:
        words = phrase(model, getattr(model.provisions[str(route[1])], str(route[2])))
        gate = str(route[2]).replace("_", " ")
        return f"{gate}{' no longer' if guard.startswith('not ') else ''}: {words} ({place(trace, route)})"
    if guard == "`requires`":
        return "nothing more is required"
    return f"{guard.replace('_', ' ')} ({place(trace, route)})"


def _missing_title(path: Path) -> str:
    ways = len(path.missing)
    some = "" if path.complete else " (more exist; these are the first)"
    return f"To be due it lacks {'this' if ways == 1 else f'one of these {ways} sets'}{some}"


def _missing(trace: Trace, path: Path) -> Iterator[tuple[str, str]]:
    for lacks in path.missing:
        words = joined([f"{lack.words} ({place(trace, lack.route)})" for lack in lacks], "and")
        yield words, ""
