"""What tells a finding or a model from others: what it says, never where it is written."""

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import PurePosixPath

from foedus.finding import Finding
from foedus.tree import Node


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


def fingerprint(tree: Node) -> str:
    """Twelve hexadecimal digits of what is said; comments, the order of keys and the files do not count."""
    said = json.dumps(tree.plain(), ensure_ascii=True, separators=(",", ":"))
    return sha256(said.encode()).hexdigest()[:12]
