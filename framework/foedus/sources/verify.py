"""What is wrong with the citations of a model, as far as the user's own copies show."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from foedus.finding import Finding, Problem, Related
from foedus.load import Project
from foedus.rules import RULES, run
from foedus.sources.citations import Citation, citations
from foedus.sources.copies import Copy
from foedus.sources.folding import Folded, fold
from foedus.sources.lock import Lock, place_mark, whole_mark
from foedus.sources.passages import locators, passage
from foedus.sources.quotes import find, nearest
from foedus.words import unmarked

_RULES = {rule.CODE: rule for rule in RULES}
_NAMED = 3
"""More missing places than these are counted."""


def verify(project: Project, copies: Mapping[str, Copy], lock: Lock) -> tuple[Finding, ...]:
    """What the copies show of the citations of a model, in the one order of findings.

    Quotes that do not stand there (S02), places that there are not (S08); and where a copy is not the one
    that was locked, the statements whose place has changed (S10), or that no cited place has (S09).
    """
    cited = [each for each in citations(project) if each.source.doc in copies]
    suspect = [each for each in cited if _has_changed(each, copies[each.source.doc], lock)]
    found = {_suspect(each) for each in suspect}
    for each in cited:
        found |= {*_missing(each, copies[each.source.doc]), *_misquoted(each, copies[each.source.doc])}
    for doc in sorted(copies.keys() - {each.source.doc for each in suspect}):
        if doc in lock and lock[doc].whole != whole_mark(copies[doc]):
            found.add(_changed(project, doc))
    return tuple(sorted(found, key=lambda finding: finding.order))


def _missing(cited: Citation, copy: Copy) -> Iterator[Finding]:
    """The places that a citation names and the copy does not have."""
    text = copy.document.text
    missing = [each for each in locators(cited.source.at or "") if passage(text, each) is None]
    if missing:
        named = ", ".join(f"`{each}`" for each in missing[:_NAMED])
        more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        message = f"the copy of `{cited.source.doc}` has no {named}{more}"
        hint = "a place begins with a line that starts with it; paragraphs count from the headline"
        yield _finding(cited, "S08", "at", message, hint)


def _misquoted(cited: Citation, copy: Copy) -> Iterator[Finding]:
    """A quote that does not stand at its place, with where it does or what comes nearest."""
    if cited.source.quote is None:
        return
    quote, at = unmarked(cited.source.quote), cited.source.at
    parts = _parts(cited, copy)
    if any(find(quote, text) is not None for _, text in parts):
        return
    elsewhere = find(quote, copy.folded)
    if elsewhere is not None:
        place = Related(copy.document.span(elsewhere), "they stand here")
        message = f"these words stand in `{cited.source.doc}`, and not at {at}"
        yield _finding(
            cited, "S02", "quote", message, "correct `at`, or quote the place that is meant", place
        )
        return
    message = f"“{quote}” does not stand in the copy of `{cited.source.doc}`" + (f" at {at}" if at else "")
    hint = "quote the words as they stand, at most twelve, or leave the quote out"
    yield _finding(cited, "S02", "quote", message, hint, *_near(quote, copy, parts))


def _parts(cited: Citation, copy: Copy) -> list[tuple[int, Folded]]:
    """The passages that a citation names, each with where it begins; the whole copy where it names none."""
    text = copy.document.text
    found = [passage(text, locator) for locator in locators(cited.source.at or "")]
    parts = [(each.start, fold(text[each.start : each.end])) for each in found if each is not None]
    return parts or [(0, copy.folded)]


def _near(quote: str, copy: Copy, parts: list[tuple[int, Folded]]) -> Iterator[Related]:
    """The nearest words, at the place where they were sought or else anywhere in the copy."""
    for start, text in (*parts, (0, copy.folded)):
        near = nearest(quote, text)
        if near is not None:
            words = " ".join(copy.document.text[start + near.start : start + near.end].split())
            yield Related(copy.document.span(start + near.start), f"nearest: “{words}”")
            return


def _has_changed(cited: Citation, copy: Copy, lock: Lock) -> bool:
    """True where the copy is not the one that was locked, and the place that is cited is not what it was."""
    before = lock.get(cited.source.doc)
    if before is None or before.whole == whole_mark(copy):
        return False
    at = cited.source.at
    return at is None or (at in before.places and before.places[at] != place_mark(copy, at))


def _suspect(cited: Citation) -> Finding:
    at, doc = cited.source.at, cited.source.doc
    what = f"{at} of `{doc}`" if at else f"`{doc}`"
    message = f"{what} is not what it was when this was checked against it"
    hint = "read it again; if this still holds, run with `--lock`"
    return _finding(cited, "S10", "at" if at else "doc", message, hint)


def _changed(project: Project, doc: str) -> Finding:
    message = "the copy of this document is not the one that was locked; no place that is cited has changed"
    problem = Problem(("sources", doc), message, "run with `--lock` to accept it")
    return run.stamped(project, _RULES["S09"], problem, strict=False)


def _finding(cited: Citation, code: str, field: str, message: str, hint: str, *related: Related) -> Finding:
    problem = Problem((*cited.route, field), message, hint)
    return replace(run.stamped(cited.project, _RULES[code], problem, strict=False), related=related)
