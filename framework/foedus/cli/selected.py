"""Which findings are wanted: of some rules, or new since a baseline."""

import json
from collections.abc import Sequence
from pathlib import Path

from foedus.errors import Stop
from foedus.finding import Finding
from foedus.fingerprint import fingerprints
from foedus.nearest import did_you_mean
from foedus.rules import RULES


def selected(findings: Sequence[Finding], select: str | None, ignore: str | None) -> tuple[Finding, ...]:
    """The findings of the rules that are wanted. Raises `Stop` for what is neither a rule nor a family."""
    wanted, unwanted = _codes(select), _codes(ignore)
    return tuple(
        each
        for each in findings
        if (not wanted or each.code.startswith(wanted)) and not (unwanted and each.code.startswith(unwanted))
    )


def _codes(words: str | None) -> tuple[str, ...]:
    known = [rule.CODE for rule in RULES]
    codes = tuple(word.strip().upper() for word in (words or "").split(",") if word.strip())
    for code in codes:
        if not any(each.startswith(code) for each in known):
            raise Stop(
                f"no rule or family `{code}`; {did_you_mean(code, known) or '`foedus rule` lists them'}"
            )
    return codes


def new_since(findings: Sequence[Finding], baseline: Path | None) -> tuple[Finding, ...]:
    """The findings whose fingerprint is not in a baseline. Raises `Stop` where that cannot be read."""
    if baseline is None:
        return tuple(findings)
    try:
        known = {each["fingerprint"] for each in json.loads(baseline.read_text(encoding="utf-8"))["findings"]}
    except OSError as error:
        raise Stop(f"{baseline}: cannot be read: {error.strerror}") from None
    except (ValueError, KeyError, TypeError):
        hint = "write one with `foedus check MODEL --format json > FILE`"
        raise Stop(f"{baseline}: is no output of `--format json`; {hint}") from None
    marks = fingerprints(findings)
    return tuple(each for each in findings if marks[each] not in known)
