"""Plays as one JSON object with a schema version: every change with what made it, and its place."""

import json
from collections.abc import Sequence
from typing import Any

from foedus.handling import recorded
from foedus.place import Route
from foedus.simulation import Held, Standing, Trace, Turn

SCHEMA = "foedus-play/1"


def write(traces: Sequence[Trace]) -> str:
    """The plays in order."""
    whole = {"schema": SCHEMA, "plays": [_trace(trace) for trace in traces]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _trace(trace: Trace) -> dict[str, Any]:
    return {
        "scenario": trace.scenario.id,
        "reading": trace.reading,
        **recorded(trace.project),
        "discretion": trace.discretion,
        "as_of": str(trace.as_of) if trace.as_of is not None else None,
        "turns": [_turn(trace, turn) for turn in trace.turns],
        "final": [_standing(trace, standing) for standing in trace.final],
        "owed": [
            {
                "provision": owed.position.provision,
                "obligor": owed.position.obligor,
                "beneficiary": list(owed.beneficiary),
                "state": owed.state,
                "certain": owed.certain,
                "since": [_moment(each) for each in owed.since],
                "by": [_moment(each) for each in owed.by],
            }
            for owed in trace.residual
        ],
        "problems": [
            {"message": each.message, "hint": each.hint, "place": _place(trace, each.route)}
            for each in trace.problems
        ],
        "expectations": [
            {
                "after": _moment(verdict.expected.after),
                "provision": verdict.expected.provision,
                "states": list(verdict.expected.states),
                "outcome": verdict.outcome,
            }
            for verdict in trace.verdicts
        ],
    }


def _turn(trace: Trace, turn: Turn) -> dict[str, Any]:
    return {
        "day": _moment(turn.day),
        "kind": turn.kind,
        "acts": [
            {
                "verb": act.verb,
                "subject": act.subject,
                "by": act.by,
                "value": act.value,
                "place": _place(trace, act.route),
            }
            for act in turn.acts
        ],
        "changes": [
            {"before": list(change.before.states), **_standing(trace, change.now)} for change in turn.changes
        ],
        "void": [void.problem.message for void in turn.void],
    }


def _standing(trace: Trace, standing: Standing) -> dict[str, Any]:
    return {
        "provision": standing.position.provision,
        "obligor": standing.position.obligor,
        "states": list(standing.states),
        "held": [_held(trace, held) for held in standing.held],
        "open": [
            {
                "kind": each.kind,
                "subject": each.subject,
                "obligor": each.obligor,
                "place": _place(trace, each.route),
            }
            for each in standing.unknowns
        ],
    }


def _held(trace: Trace, held: Held) -> dict[str, Any]:
    why = held.why
    return {
        "state": held.state,
        "since": _moment(held.since),
        "due": _moment(held.due) if held.due is not None else None,
        "guard": why.guard if why is not None else None,
        "certain": why.certain if why is not None else True,
        "place": _place(trace, why.route) if why is not None else None,
    }


def _moment(moment: object) -> int | str:
    return moment if isinstance(moment, int) else str(moment)


def _place(trace: Trace, route: Route) -> str:
    return str(trace.project.where(route))
