"""Which findings the waivers of a model set aside, and which waivers cannot be honoured or are not needed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from foedus.finding import Finding, Related, Severity, Waived, Waiver, Weighed
from foedus.load import Project
from foedus.nearest import did_you_mean
from foedus.rules import RULES
from foedus.rules.rule import Rule
from foedus.waivers.written import written

_RULES: dict[str, Rule] = {rule.CODE: rule for rule in RULES}
VERIFIED = frozenset({"S02", "S08", "S09", "S10"})
"""Rules that are found by comparing with copies of the texts, and not by checking a model."""
_UNPLAYABLE = frozenset({"T07", "C02", "C05"})
"""Rules that say that a model or a scenario cannot be played."""


def weigh(
    project: Project,
    findings: Iterable[Finding],
    day: date | None,
    elsewhere: Callable[[], Iterable[Finding]] | None = None,
) -> Weighed:
    """What is left of findings when those that the model's waivers cover on a day are set aside.

    Without a day no waiver has ended. `elsewhere` gives what is found under the readings; it is asked
    only where a waiver is needed nowhere else. Without it the findings are of some rules only, so whether
    a waiver is needed at all, or can be honoured, is not judged.
    """
    found = sorted(findings, key=lambda finding: finding.order)
    waivers, unclear = written(project)
    refusals = [refusal for each in waivers if (refusal := _refusal(each)) is not None]
    honest = [each for each in waivers if _refusal(each) is None]
    ended = [each for each in honest if day is not None and each.until is not None and each.until < day]
    waived = tuple(_covered(found, [each for each in honest if each not in ended]))
    about = [_ended(each, found) for each in ended if _needed(each, found)]
    if elsewhere is not None:
        idle = [each for each in honest if each.rule not in VERIFIED and not _needed(each, found)]
        about += [*unclear, *refusals, *_idle(project, idle, elsewhere)]
    standing = {*found, *about} - {each.finding for each in waived}
    return Weighed(tuple(sorted(standing, key=lambda finding: finding.order)), waived)


def _covered(findings: Iterable[Finding], waivers: Sequence[Waiver]) -> Iterator[Waived]:
    for finding in findings:
        waiver = next((each for each in waivers if each.covers(finding)), None)
        if waiver is not None:
            yield Waived(finding, waiver)


def _needed(waiver: Waiver, findings: Iterable[Finding]) -> bool:
    return any(waiver.covers(finding) for finding in findings)


def _refusal(waiver: Waiver) -> Finding | None:
    """Why a waiver is not honoured, whatever the day; None where it is."""
    code = waiver.rule
    if code not in _RULES:
        hint = did_you_mean(code, _RULES, "`foedus rule` lists the rules")
        return _about(waiver, "W04", f"no rule `{code}`", hint)
    if (reason := _unwaivable(code)) is not None:
        return _about(waiver, "W05", f"`{code}` cannot be waived: {reason}", "mend what it finds")
    if not waiver.reason:
        hint = "say why the finding is set aside: `reason: ..`, or ` -- ..` at the end of the comment"
        return _about(waiver, "W03", f"this waiver of `{code}` gives no reason", hint)
    return None


def _unwaivable(code: str) -> str | None:
    """Why what a rule finds must be mended; None where it may be set aside."""
    if code[0] == "W":
        return "it is about a waiver"
    if code[0] == "K":
        return "it is about the settings"
    if code[0] == "Y" or (code[0] == "R" and _RULES[code].SEVERITY == Severity.ERROR):
        return "it says that the model cannot be read as it was meant"
    return "it says that the model cannot be played" if code in _UNPLAYABLE else None


def _idle(
    project: Project, waivers: Sequence[Waiver], elsewhere: Callable[[], Iterable[Finding]]
) -> Iterator[Finding]:
    """The waivers of the model's own files that nothing needs, under no reading either."""
    own = [each for each in waivers if project.reading is None and each.span.file in project.files]
    others = tuple(elsewhere()) if own else ()
    for waiver in own:
        if not _needed(waiver, others):
            message = f"nothing here needs a waiver of `{waiver.rule}`"
            yield _about(waiver, "W01", message, "remove it, or move it to the line or element that does")


def _ended(waiver: Waiver, findings: Iterable[Finding]) -> Finding:
    first = next(finding for finding in findings if waiver.covers(finding))
    message = f"this waiver of `{waiver.rule}` ended on {waiver.until}"
    hint = "mend what it set aside, or look again and give a later day"
    return _about(waiver, "W02", message, hint, Related(first.span, "what it set aside"))


def _about(waiver: Waiver, code: str, message: str, hint: str, *related: Related) -> Finding:
    return Finding(code, _RULES[code].SEVERITY, waiver.span, message, hint, related, waiver.element)
