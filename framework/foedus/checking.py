"""Everything that can be wrong in a model: what the reader, the rules and the scenarios find.

A scenario is a test: it is played, and an expectation that is not met is a finding with two places,
that of the expectation and that of what made it otherwise.
"""

from collections.abc import Iterator
from datetime import date

from foedus.finding import Finding, Problem
from foedus.load import Project
from foedus.rules import RULES, run
from foedus.simulation import Trace, play, play_readings, prepare
from foedus.standing import stated_on
from foedus.waivers import Weighed, weigh

_REFUSALS = {"contradiction": "C02", "order": "C05"}
"""Refusals that are findings of their own; the others are found by rules (R01, T07)."""
_VERDICTS = {"open": "C03", "missed": "C06"}


def check(project: Project, *, strict: bool = False, today: date | None = None) -> tuple[Finding, ...]:
    """What is found in a project and not waived, in the one order of findings.

    As `examine`, which gives what is waived too.
    """
    return examine(project, strict=strict, today=today).findings


def examine(project: Project, *, strict: bool = False, today: date | None = None) -> Weighed:
    """What is found in a project, and which of it is waived with a reason.

    `strict` lifts the rules that say so to their severity for continuous integration. A waiver ends after
    its last day: `today` is the day on which that is judged, the day for which the model is stated where
    none is given, so that the same model gives the same answer on every day. Scenarios say themselves in
    which reading they are played, so a project under a reading is checked without them.
    """
    found = {*run.check(project, strict=strict), *(_of_scenarios(project, strict))}
    return weigh(project, found, today or stated_on(project.model), lambda: _under_readings(project, strict))


def _of_scenarios(project: Project, strict: bool) -> Iterator[Finding]:
    if project.reading is not None:
        return
    rules = {rule.CODE: rule for rule in RULES}
    played = traces(project)
    problems = [pair for trace in played for pair in _problems(trace)]
    for code, problem in (*problems, *_untested(project, played)):
        yield run.stamped(project, rules[code], problem, strict)


def _under_readings(project: Project, strict: bool) -> Iterator[Finding]:
    """Everything that is found under the readings, of which `run.check` keeps the errors only."""
    for reading in project.model.readings:
        yield from run.check(project.read_as(reading), strict=strict)


def traces(project: Project) -> tuple[Trace, ...]:
    """Every scenario of a project, played in the reading that it names, or in each."""
    if not project.model.scenarios:
        return ()
    prepared = prepare(project)
    return tuple(
        trace
        for scenario in project.model.scenarios.values()
        if scenario.reading in (None, "all", *project.model.readings)
        for trace in (
            play_readings(prepared, scenario) if scenario.reading == "all" else (play(prepared, scenario),)
        )
    )


def _problems(trace: Trace) -> Iterator[tuple[str, Problem]]:
    for refusal in trace.refusals:
        if refusal.kind in _REFUSALS:
            yield _REFUSALS[refusal.kind], refusal.problem
    for void in trace.void:
        yield "C01", void.problem
    for verdict in trace.verdicts:
        if verdict.problem is not None:
            yield _VERDICTS[verdict.outcome], verdict.problem


def untested(project: Project, played: tuple[Trace, ...]) -> tuple[str, ...]:
    """The provisions that no play makes due, by id: what the scenarios do not cover."""
    due = {
        change.now.position.provision
        for trace in played
        for turn in trace.turns
        for change in turn.changes
        if "ACTIVE" in change.now.states
    }
    return tuple(provision for provision in project.model.provisions if provision not in due)


def _untested(project: Project, played: tuple[Trace, ...]) -> Iterator[tuple[str, Problem]]:
    if not played:
        return
    for provision in untested(project, played):
        message = f"no scenario makes `{provision}` due"
        yield "C04", Problem(("provisions", provision), message, "play a scenario in which it is")
