"""Trees into one tree: the files of a model, the register's entries that it uses, a reading's patch."""

import re
from collections.abc import Iterable

from foedus.finding import Finding, Fix, Related, Severity
from foedus.load.fixes import of_key
from foedus.nearest import did_you_mean, slip
from foedus.schema import SECTIONS
from foedus.schema.base import ID, ID_LENGTH
from foedus.tree import Document, Node

_NOWHERE = Document("", "")


def merge(trees: Iterable[Node]) -> tuple[Node, list[Finding]]:
    """One tree out of the trees of many files; what is declared twice keeps its first place."""
    whole: dict[str, Node] = {}
    findings: list[Finding] = []
    for tree in trees:
        if not isinstance(tree.value, dict):
            findings.append(
                _error("R08", tree, "a file holds sections", "begin with a section: `provisions:`")
            )
            continue
        for section, node in tree.value.items():
            if section.startswith("x-"):
                continue
            if (wrong := _wrong_section(section, node)) is not None:
                findings.append(wrong)
            elif node.value is not None:
                known = whole.setdefault(section, Node(node.document, node.index, {}, node.key_index))
                findings += _add(known.entries(), node.entries(), section)
    return Node(_NOWHERE, 0, whole), findings


def _wrong_section(section: str, node: Node) -> Finding | None:
    """What keeps a top-level key from being a section of elements."""
    if section != "framework" and section not in SECTIONS:
        hint = did_you_mean(section, ("framework", *SECTIONS), "sections are {known}")
        fix = of_key(node, section, slip(section, ("framework", *SECTIONS)))
        return _error("R06", node, f"unknown section `{section}`", hint, fix=fix)
    if node.value is not None and not isinstance(node.value, dict):
        return _error("R08", node, f"`{section}` holds a mapping", "write `key: value` entries")
    return None


def _add(known: dict[str, Node], entries: dict[str, Node], section: str) -> list[Finding]:
    """Add entries to those known, and say which cannot be added."""
    findings = []
    for key, node in entries.items():
        if key.startswith("x-"):
            continue
        if key in known:
            what = f"`{key}` is declared twice" if section == "framework" else f"id `{key}` is declared twice"
            first = Related(known[key].key_span, "first declared here")
            findings.append(_error("R02", node, what, "rename one of the two, or remove it", first))
        elif section != "framework" and not (ID.fullmatch(key) and len(key) <= ID_LENGTH):
            fixed = "-".join(re.findall("[a-z0-9]+", key.lower()))[:ID_LENGTH]
            hint = "an id is lower-case words joined by `-`" + (f": `{fixed}`" if ID.fullmatch(fixed) else "")
            findings.append(_error("R10", node, f"`{key}` cannot be an id", hint))
        else:
            known[key] = node
    return findings


def _error(
    code: str, node: Node, message: str, hint: str, *related: Related, fix: Fix | None = None
) -> Finding:
    return Finding(code, Severity.ERROR, node.key_span, message, hint, related, fix=fix)


def with_register(tree: Node, register: Node) -> tuple[Node, list[Finding]]:
    """The tree together with the register's entries that it names, directly or through one another."""
    findings: list[Finding] = []
    whole = {
        section: Node(node.document, node.index, dict(node.entries()), node.key_index)
        for section, node in tree.entries().items()
    }
    for section, node in tree.entries().items():
        if section == "framework":
            continue
        shared = register.at(section).entries() if section in register.entries() else {}
        for key in node.entries().keys() & shared.keys():
            own, entry = node.entries()[key], shared[key]
            if own.entries().get("extends", own).value is True:
                whole[section].entries()[key] = _laid_over(entry, own.entries())
            else:
                hint = "rename it, or say `extends: true` to lay these fields over the register's entry"
                related = Related(entry.key_span, "the register's entry")
                findings.append(_error("R11", own, f"`{key}` is in the register too", hint, related))
    wanted = tree.words()
    while wanted:
        more: set[str] = set()
        for section, shared_node in register.entries().items():
            for key in wanted & shared_node.entries().keys():
                kept = whole.setdefault(section, Node(shared_node.document, shared_node.index, {}))
                if key not in kept.entries():
                    entry = shared_node.entries()[key]
                    kept.entries()[key] = entry
                    more |= entry.words()
        wanted = more
    return Node(_NOWHERE, 0, whole), findings


def overlay(tree: Node, patch: Node) -> tuple[Node, list[Finding]]:
    """The tree as a reading has it, and what in the patch cannot be laid over it.

    Fields are replaced or added; a field or an element that the patch sets to null is removed.
    """
    whole = dict(tree.entries())
    findings: list[Finding] = []
    for section, changes in patch.entries().items():
        if (wrong := _wrong_section(section, changes)) is not None:
            findings.append(wrong)
            continue
        base = whole.get(section, Node(changes.document, changes.index, {}, changes.key_index))
        if section == "framework":
            whole[section] = _laid_over(base, changes.entries())
            continue
        elements = dict(base.entries())
        for key, change in changes.entries().items():
            if change.value is None:
                elements.pop(key, None)
            elif key in elements:
                elements[key] = _laid_over(elements[key], change.entries())
            else:
                elements[key] = change
        whole[section] = Node(base.document, base.index, elements, base.key_index)
    return Node(_NOWHERE, 0, whole), findings


def _laid_over(base: Node, fields: dict[str, Node]) -> Node:
    merged = {key: node for key, node in base.entries().items() if key not in fields}
    merged |= {key: node for key, node in fields.items() if node.value is not None}
    return Node(base.document, base.index, merged, base.key_index)
