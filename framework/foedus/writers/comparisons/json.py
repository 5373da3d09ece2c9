"""Comparisons as one JSON object with a schema version: every change, outcome and finding with its places."""

import json
from collections.abc import Iterable
from typing import Any

from foedus.comparison import Change, Comparison, Divergence, FieldChange, Outcome
from foedus.comparison.outcomes import Pair
from foedus.finding import Finding
from foedus.fingerprint import fingerprints
from foedus.handling import recorded
from foedus.load import Project
from foedus.place import Span
from foedus.simulation import Standing, Trace

SCHEMA = "foedus-diff/1"


def write(found: Iterable[tuple[Comparison, tuple[str, str]]]) -> str:
    """The comparisons in order, each with what its two ends are called."""
    whole = {"schema": SCHEMA, "comparisons": [_comparison(each, called) for each, called in found]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _comparison(found: Comparison, called: tuple[str, str]) -> dict[str, Any]:
    return {
        "before": _end(found.before, called[0]),
        "now": _end(found.now, called[1]),
        "differs": found.differs,
        "changes": [_change(each) for each in found.changes],
        "outcomes": [_outcome(each) for each in found.outcomes],
        "findings": {"new": _findings(found.new), "gone": _findings(found.gone)},
    }


def _end(project: Project, called: str) -> dict[str, Any]:
    return {"called": called, "model": project.name, "reading": project.reading, **recorded(project)}


def _change(each: Change) -> dict[str, Any]:
    return {
        "section": each.section,
        "id": each.id,
        "was": each.was,
        "change": each.word,
        "title": each.title,
        "before": _place(each.was_at),
        "now": _place(each.now_at),
        "fields": [_field(field) for field in each.fields],
    }


def _field(field: FieldChange) -> dict[str, Any]:
    return {
        "field": field.key,
        "weight": field.weight,
        "strength": field.strength or None,
        "before": {"words": field.before, "place": _place(field.was_at)},
        "now": {"words": field.now, "place": _place(field.now_at)},
    }


def _outcome(each: Outcome) -> dict[str, Any]:
    return {
        "scenario": each.now.scenario.id,
        "reading": each.now.reading,
        "differs": each.differs,
        "played": {"before": not each.before.refusals, "now": not each.now.refusals},
        "divergences": [_divergence(each, divergence) for divergence in each.divergences],
    }


def _divergence(outcome: Outcome, each: Divergence) -> dict[str, Any]:
    return {
        "provision": each.position.provision,
        "obligor": each.position.obligor,
        "day": _moment(each.day),
        "first": _pair(outcome, each.first),
        "end": _pair(outcome, each.end),
    }


def _pair(outcome: Outcome, pair: Pair) -> dict[str, Any]:
    return {"before": _states(outcome.before, pair.before), "now": _states(outcome.now, pair.now)}


def _states(trace: Trace, standing: Standing | None) -> list[dict[str, Any]] | None:
    """The possible states, each with the guard that led there and where it is written."""
    if standing is None:
        return None
    return [
        {
            "state": held.state,
            "due": _moment(held.due),
            "guard": held.why.guard if held.why is not None else None,
            "place": _place(trace.project.where(held.why.route)) if held.why is not None else None,
        }
        for held in standing.held
    ]


def _moment(due: object) -> object:
    return due if due is None or isinstance(due, int) else str(due)


def _findings(findings: tuple[Finding, ...]) -> list[dict[str, Any]]:
    return [
        {
            "fingerprint": mark,
            "code": each.code,
            "severity": each.severity.word,
            "element": each.element,
            "message": each.message,
            "place": _place(each.span),
        }
        for each, mark in fingerprints(findings).items()
    ]


def _place(span: Span | None) -> dict[str, Any] | None:
    return {"file": span.file, "line": span.line, "column": span.column} if span is not None else None
