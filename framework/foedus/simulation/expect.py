"""Scenarios are tests: what was expected, against what came out."""

from foedus.finding import Problem
from foedus.place import Route
from foedus.schema.scenarios import Expectation
from foedus.simulation.compile import positions_for
from foedus.simulation.prepare import Prepared
from foedus.simulation.records import Outcome, Standing, Verdict
from foedus.simulation.trace import Trace


def verdicts(prepared: Prepared, trace: Trace) -> tuple[Verdict, ...]:
    """What came of each expectation of the scenario, in the order in which they are written."""
    return tuple(
        _verdict(prepared, trace, expected, trace.scenario.at("expect", place))
        for place, expected in enumerate(trace.scenario.expect)
    )


def _verdict(prepared: Prepared, trace: Trace, expected: Expectation, route: Route) -> Verdict:
    meant = positions_for(prepared.numbers, expected.provision, expected.by)
    obligors = [prepared.numbers.positions[index].obligor for index in meant]
    found = tuple(
        standing
        for obligor in obligors
        for standing in trace.standings(expected.provision, obligor, expected.after)
    )
    if not found:
        message = f"`{expected.by}` does not owe `{expected.provision}`, so it has no state"
        return Verdict(expected, route, "missed", found, Problem((*route, "by"), message, "name who owes it"))
    wrong = [(standing, _outcome(expected, standing)) for standing in found]
    wrong = [(standing, outcome) for standing, outcome in wrong if outcome != "met"]
    if wrong:
        outcome: Outcome = "missed" if any(each == "missed" for _, each in wrong) else "open"
        return Verdict(expected, route, outcome, found, _problem(prepared, expected, route, wrong[0][0]))
    lacking = [
        reason for reason in expected.because if all(reason not in standing.reasons for standing in found)
    ]
    if lacking:
        others = ", ".join(sorted({reason for standing in found for reason in standing.reasons})) or "nothing"
        message = (
            f"`{expected.provision}` is not open because of {', '.join(lacking)}, but because of {others}"
        )
        return Verdict(
            expected, route, "missed", found, Problem((*route, "because"), message, "correct the reasons")
        )
    return Verdict(expected, route, "met", found, None)


def _outcome(expected: Expectation, standing: Standing) -> Outcome:
    if set(expected.states) == set(standing.states):
        return "met"
    return "open" if set(expected.states) < set(standing.states) else "missed"


def _problem(prepared: Prepared, expected: Expectation, route: Route, standing: Standing) -> Problem:
    """What was expected, what came out, and the places that made it otherwise."""
    wanted, found = " or ".join(expected.states), " or ".join(standing.states)
    provision = prepared.model.provisions[expected.provision]
    message = f"after day {expected.after}, `{standing.position}` is {found}, not {wanted} as expected"
    causes = [
        (held.why.route, f"{held.state} since day {held.since}: {held.why.guard}")
        for held in standing.held
        if held.why is not None and held.state not in expected.states
    ]
    causes += [(unknown.route, f"open: {unknown.kind} `{unknown.subject}`") for unknown in standing.unknowns]
    if not causes:
        causes = [(provision.route, f"nothing has moved it to {wanted}")]
    hint = "`foedus why` shows the chain; correct the expectation or the model"
    return Problem((*route, "states"), message, hint, tuple(dict.fromkeys(causes)))
