"""Where reports come from in the end: ten retellings of one leak are one origin."""

from collections.abc import Iterable

from foedus.schema import Model, SourceDocument


def origins(model: Model, documents: Iterable[str]) -> frozenset[str]:
    """The documents that retell no other, behind these; a circle of retellings is its own origin."""
    found: set[str] = set()
    seen: set[str] = set()
    waiting = list(documents)
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        known = model.sources.get(name)
        before = known.derived_from if known is not None else ()
        waiting += before
        if not before:
            found.add(name)
    return frozenset(found or seen)


def of_draft(model: Model, document: str) -> bool:
    """True for a draft, and for what retells nothing but drafts, whatever it says of itself."""
    known = model.sources.get(document)
    if known is None or known.version_reported == "final":
        return False
    return known.version_reported == "draft" or _retells_drafts(model, known)


def _retells_drafts(model: Model, known: SourceDocument) -> bool:
    behind = origins(model, known.derived_from) if known.derived_from else frozenset()
    drafts = [name in model.sources and model.sources[name].version_reported == "draft" for name in behind]
    return bool(drafts) and all(drafts)
