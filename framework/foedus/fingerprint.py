"""What tells a finding from others across edits: its rule, element and words, never its line."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import PurePosixPath

from foedus.finding import Finding


def fingerprints(findings: Iterable[Finding]) -> dict[Finding, str]:
    """A fingerprint for each finding: the same when lines are inserted above it, or it moves to another file.

    What could not be read is told apart by the name of its file, however the way to it was typed. Findings
    that nothing but their place tells apart are numbered in their order.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    found = {}
    for finding in findings:
        key = (finding.code, finding.element or PurePosixPath(finding.span.file).name, finding.message)
        found[finding] = sha256("\x1f".join((*key, str(seen[key]))).encode()).hexdigest()[:32]
        seen[key] += 1
    return found
