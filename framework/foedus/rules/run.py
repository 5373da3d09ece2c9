"""The rules over a project: problems in, findings out, with the rule's code and severity stamped on."""

from collections.abc import Iterable

from foedus.finding import Finding, Problem, Related, Severity
from foedus.graph import build
from foedus.load import Project
from foedus.rules import RULES
from foedus.rules.rule import Rule


def check(project: Project, *, strict: bool = False, rules: Iterable[Rule] = RULES) -> tuple[Finding, ...]:
    """What the reader and the rules find in a project, in the one order of findings.

    `strict` lifts the rules that say so to their severity for continuous integration. The readings of
    the model are checked too, for errors: a reading must be a model. The rest of what a reading brings
    is found by checking `project.read_as(reading)`.
    """
    found = _found(project, strict, rules)
    if project.reading is None:
        grave = [rule for rule in rules if _severity(rule, strict) == Severity.ERROR]
        for reading in project.model.readings:
            under = _found(project.read_as(reading), strict, grave)
            found |= {finding for finding in under if finding.severity == Severity.ERROR}
    return tuple(sorted(found, key=lambda finding: finding.order))


def _found(project: Project, strict: bool, rules: Iterable[Rule]) -> set[Finding]:
    graph = build(project)
    found = set(project.findings)
    for rule in rules:
        if rule.check is not None:
            found |= {stamped(project, rule, problem, strict) for problem in rule.check(graph)}
    return found


def stamped(project: Project, rule: Rule, problem: Problem, strict: bool) -> Finding:
    """A problem as a finding: with the rule's code and severity, and its routes as places."""
    severity = min(_severity(rule, strict), problem.at_most)
    related = tuple(Related(project.where(route), message) for route, message in problem.related)
    place = project.where(problem.route)
    element = "/".join(map(str, problem.route[:2]))
    return Finding(rule.CODE, severity, place, problem.message, problem.hint, related, element)


def _severity(rule: Rule, strict: bool) -> Severity:
    return rule.STRICT if strict else rule.SEVERITY
