"""Safe repairs of a model: what can only mean one thing is written so, and nothing else is touched."""

from collections.abc import Callable, Mapping
from itertools import groupby

from foedus.finding import Finding
from foedus.load import loads
from foedus.rules import r01_dangling_reference, run

_ROUNDS = 20
"""A repaired word can bring the next to light; more rounds than this no model needs."""


def repaired(
    texts: Mapping[str, str], name: str, wanted: Callable[[Finding], bool]
) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """The texts of a model by file name with every wanted repair made, and what was found there.

    Only the texts given are repaired; the registers are read and left alone.
    """
    made, told = dict(texts), []
    for _ in range(_ROUNDS):
        project = loads(made, name, register=True)
        found = run.check(project, rules=[r01_dangling_reference])
        fixable = [each for each in found if _can_be_made(each, made) and wanted(each)]
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
