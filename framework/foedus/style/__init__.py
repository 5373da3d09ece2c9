"""How a model file is written: one order of fields, one layout; comments and meaning are kept."""

import json
import re
from collections import Counter
from typing import Any

from foedus.errors import Stop
from foedus.finding import Finding
from foedus.limits import Limits
from foedus.schema import SECTIONS
from foedus.style.comments import comments, words
from foedus.style.lines import Layout
from foedus.style.written import Collection, written
from foedus.text import read
from foedus.tree import Document, Node

__all__ = ["styled"]


def styled(document: Document, limits: Limits | None = None) -> tuple[str | None, list[Finding]]:
    """A file in the one layout, or None and what keeps its text from being read.

    What holds no section of the language comes back as it is. Raises `Stop` where the new text would
    not say exactly what the old one says, which is a fault of ours.
    """
    limits = limits or Limits()
    node, findings = read(document, limits)
    if findings:
        return None, findings
    if node is None or not node.entries().keys() & {"framework", *SECTIONS}:
        return document.text, []
    text = re.sub(r"\r\n?", "\n", document.text)
    root = written(text)
    assert isinstance(root, Collection)  # a mapping, as the reader found
    lines = Layout(comments(text, root)).lines(root)
    made = "\n".join(lines).strip("\n") + "\n"
    if _said(text, limits) != _said(made, limits):
        raise Stop(f"{document.name}: its layout would change what it says, so it is left as it is")
    return made, []


def _said(text: str, limits: Limits) -> tuple[str, Counter[str]]:
    """What a text says: its values, however written and in whatever order, and its comments."""
    node, findings = read(Document("", text), limits)
    values = json.dumps(_plain(node), sort_keys=True) if node is not None and not findings else ""
    return values, Counter(words(text, written(text)) if values else ())


def _plain(node: Node) -> Any:
    """The bare value of a node, keys that begin with `x-` included."""
    if isinstance(node.value, dict):
        return {key: _plain(each) for key, each in node.value.items()}
    if isinstance(node.value, list):
        return [_plain(each) for each in node.value]
    return node.value
