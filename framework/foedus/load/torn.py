"""What may be declared where it could not be read, so that nobody calls it missing."""

import re
from collections.abc import Iterable, Mapping

from foedus.finding import Finding
from foedus.tree import Document

_DECLARED = re.compile(r"(?<![A-Za-z0-9_-])([A-Za-z][A-Za-z0-9_-]*+)[\"']?[ \t]*+:")
"""A word before a colon; no character is looked at twice, so that a text made to be slow is not."""


def unread(findings: Iterable[Finding], documents: Mapping[str, Document]) -> frozenset[str]:
    """Each word before a colon in a file that is no YAML, or that holds a section that there is not."""
    torn = {each.span.file for each in findings if _is_torn(each)} & documents.keys()
    return frozenset(word for name in torn for word in _DECLARED.findall(documents[name].text))


def _is_torn(finding: Finding) -> bool:
    return finding.code.startswith("Y") or (finding.code == "R06" and finding.span.column == 1)
