"""The rules over a project: problems in, findings out, with the rule's code and severity stamped on."""

from collections.abc import Iterable

from foedus.finding import Finding, Fix, Problem, Related, Severity
from foedus.graph import build
from foedus.load import Project
from foedus.load.fixes import of_key, of_value
from foedus.place import Route
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
            known = {(finding.code, finding.span) for finding in found}  # what is found there is said once
            errors = {finding for finding in under if finding.severity == Severity.ERROR}
            found |= {finding for finding in errors if (finding.code, finding.span) not in known}
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
    fix = _fix(project, problem.route, *problem.meant) if problem.meant is not None else None
    return Finding(rule.CODE, severity, place, problem.message, problem.hint, related, element, fix)


def _fix(project: Project, route: Route, wrong: str, right: str) -> Fix | None:
    """A word replaced, which stands at a route as a value or as the key there."""
    node = project.tree.at(*route)
    return of_value(node, right) if node.value == wrong else of_key(node, wrong, right)


def _severity(rule: Rule, strict: bool) -> Severity:
    return rule.STRICT if strict else rule.SEVERITY
