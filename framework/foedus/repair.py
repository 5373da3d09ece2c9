"""Safe repairs of a model: what can only mean one thing is written so, and nothing else is touched."""

from collections.abc import Callable, Mapping
from itertools import groupby

from foedus.finding import Finding
from foedus.limits import Limits
from foedus.load import Project, loads
from foedus.rules import r01_dangling_reference, run

_ROUNDS = 20
"""A repaired word can bring the next to light; more rounds than this no model needs."""
_HIDING = ("Y", "R02", "R06", "R08", "R10")
"""While one of these is found, an id may be declared where it cannot be read, so no id is called misspelt."""


def repaired(
    texts: Mapping[str, str], name: str, wanted: Callable[[Finding], bool], limits: Limits | None = None
) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """The texts of a model by file name with every wanted repair made, and what was found there.

    Only the texts given are repaired; the registers are read and left alone. Ids are repaired last, when
    nothing that could declare them is unread.
    """
    made, told = dict(texts), []
    for _ in range(_ROUNDS):
        project = loads(made, name, register=True, limits=limits)
        found = run.check(project, rules=[r01_dangling_reference])
        fixable = [
            each for each in found if _can_be_made(each, made) and _is_safe(each, project) and wanted(each)
        ]
        for file, findings in groupby(fixable, lambda each: each.span.file):
            made[file], done = _edited(made[file], list(findings))
            told += done
        if not fixable:
            break
    return made, tuple(told)


def _can_be_made(finding: Finding, texts: Mapping[str, str]) -> bool:
    """True for a repair of one of these texts that still holds what is to be replaced."""
    fix = finding.fix
    return fix is not None and texts.get(fix.span.file, "").startswith(fix.old, fix.index)


def _is_safe(finding: Finding, project: Project) -> bool:
    """False for an id that is declared, and only not under a reading; and while ids may be hidden."""
    if finding.code != r01_dangling_reference.CODE or finding.fix is None:
        return True
    hidden = any(each.code.startswith(_HIDING) for each in project.findings)
    word = finding.fix.old.strip("'\"")
    return not hidden and not any(word in ids for ids in project.declared.values())


def _edited(text: str, findings: list[Finding]) -> tuple[str, list[Finding]]:
    """A text with its repairs made from the end on, each of its characters once."""
    done: list[Finding] = []
    limit = len(text)
    for finding in sorted(findings, key=lambda each: each.fix.index if each.fix else 0, reverse=True):
        fix = finding.fix
        if fix is not None and fix.index + len(fix.old) <= limit:
            text = text[: fix.index] + fix.new + text[fix.index + len(fix.old) :]
            limit = fix.index
            done.append(finding)
    return text, done[::-1]
