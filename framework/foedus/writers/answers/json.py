"""Analyses as one JSON object with a schema version: every set with its points, and the place of each."""

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from foedus.analyses.analysis import Analysis, Point, Power, Sets
from foedus.analyses.atoms import Atom
from foedus.handling import recorded

SCHEMA = "foedus-analysis/1"


def write(analyses: Sequence[Analysis]) -> str:
    """The analyses in order."""
    whole = {"schema": SCHEMA, "analyses": [_analysis(each) for each in analyses]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _analysis(analysis: Analysis) -> dict[str, Any]:
    return {
        "target": analysis.target.id,
        "title": analysis.target.title,
        "place": str(analysis.project.where(analysis.target.route)),
        "reading": analysis.project.reading,
        **recorded(analysis.project),
        "by": analysis.by,
        "time": "latched",
        "exact": "minimal sets" if analysis.coherent else "prime implicants",
        "atoms": [_atom(analysis, each) for each in analysis.atoms],
        "routes": _sets(analysis.routes),
        "blockers": _sets(analysis.blocks),
        "vetoes": [_point(each) for each in analysis.vetoes],
        "power": [_power(each) for each in analysis.power],
    }


def _atom(analysis: Analysis, atom: Atom) -> dict[str, Any]:
    found = {
        "key": atom.key,
        "kind": atom.kind,
        "subject": atom.subject,
        "owner": atom.owner,
        "given": atom.given,
        "words": atom.words,
        "place": str(analysis.project.where(atom.route)),
    }
    return {**found, "parts": [_atom(analysis, each) for each in atom.parts]} if atom.parts else found


def _sets(sets: Sets) -> dict[str, Any]:
    return {
        "count": sets.count,
        "by_order": list(sets.by_order),
        "complete": sets.complete,
        "sets": [[_point(point) for point in points] for points in sets.sets],
    }


def _point(point: Point) -> dict[str, Any]:
    return {"atom": point.atom.key, "so": point.so}


def _power(power: Power) -> dict[str, Any]:
    return {
        "atom": power.atom.key,
        "banzhaf": _fraction(power.banzhaf),
        "shapley": _fraction(power.shapley),
        "routes": power.routes,
        "blockers": power.blocks,
    }


def _fraction(number: Fraction | None) -> str | None:
    """An exact number as text: `15/256`."""
    return None if number is None else str(number)
