"""Which findings are wanted: of some rules, or new since a baseline."""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from foedus.errors import Stop
from foedus.finding import Finding, Severity
from foedus.fingerprint import fingerprints
from foedus.nearest import did_you_mean

MOST = 50_000_000
"""Bytes; a longer file is no baseline."""


def selected(select: Iterable[str], ignore: Iterable[str]) -> Callable[[Finding], bool]:
    """Whether a finding is of the rules that are wanted. Raises `Stop` for what is no rule or family.

    That a file cannot be read is told whichever rules are selected; only who ignores it is not told.
    """
    wanted, unwanted = _codes(select), _codes(ignore)

    def is_wanted(finding: Finding) -> bool:
        unread = finding.severity == Severity.ERROR and finding.code.startswith("Y")
        chosen = not wanted or unread or finding.code.startswith(wanted)
        return chosen and not (unwanted and finding.code.startswith(unwanted))

    return is_wanted


def _codes(words: Iterable[str]) -> tuple[str, ...]:
    codes = tuple(word.strip().upper() for word in ",".join(words).split(",") if word.strip())
    if codes:
        _known(codes)
    return codes


def _known(codes: Iterable[str]) -> None:
    """Raises `Stop` for a code that is no rule's, nor the beginning of one."""
    from foedus.rules import RULES

    known = [rule.CODE for rule in RULES]
    for code in codes:
        if not any(each.startswith(code) for each in known):
            hint = did_you_mean(code, known, "`foedus rule` lists them")
            raise Stop(f"no rule or family `{code}`; {hint}")


def new_since(findings: Sequence[Finding], baseline: Path | None) -> tuple[Finding, ...]:
    """The findings whose fingerprint is not in a baseline. Raises `Stop` where that cannot be read."""
    if baseline is None:
        return tuple(findings)
    try:
        with baseline.open("rb") as file:
            data = file.read(MOST + 1)
    except OSError as error:
        raise Stop(f"{baseline}: cannot be read: {error.strerror}") from None
    if len(data) > MOST:
        raise Stop(f"{baseline}: too long for a baseline: more than {MOST:,} bytes")
    try:
        known = {each["fingerprint"] for each in json.loads(data)["findings"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        hint = "write one with `foedus check MODEL --format json > FILE`"
        raise Stop(f"{baseline}: is no output of `--format json`; {hint}") from None
    marks = fingerprints(findings)
    return tuple(each for each in findings if marks[each] not in known)
