"""Computed codes for programs: JSON with a schema version, and rows for a spreadsheet."""

import json
from dataclasses import asdict

from foedus.coding import Clause, Code
from foedus.handling import recorded
from foedus.load import Project
from foedus.writers import sheet

SCHEMA = "foedus-codes/1"
HEAD = ("scheme", "code", "question", "value", "rule", "clauses", "published")


def write_json(project: Project, codes: tuple[Code, ...]) -> str:
    """The codes as one object; each clause has its place."""
    whole = {"schema": SCHEMA, "model": project.name, **recorded(project)}
    whole["codes"] = [_record(project, each) for each in codes]
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _record(project: Project, code: Code) -> dict[str, object]:
    return {
        "scheme": asdict(code.scheme),
        "code": code.name,
        "question": code.question,
        "value": code.value,
        "rule": code.rule,
        "clauses": [{"title": each.title, "place": _place(project, each)} for each in code.clauses],
        "published": [asdict(each) for each in code.rates],
    }


def write_csv(project: Project, codes: tuple[Code, ...]) -> str:
    """One row a code."""
    return sheet.write(HEAD, (_row(project, each) for each in codes))


def _row(project: Project, code: Code) -> tuple[str, ...]:
    clauses = "; ".join(f"{each.title} ({_place(project, each)})" for each in code.clauses)
    published = "; ".join(f"{each.share} of {each.population}" for each in code.rates)
    return code.scheme.id, code.name, code.question, code.value, code.rule, clauses, published


def _place(project: Project, clause: Clause) -> str:
    return str(project.where(clause.route))
