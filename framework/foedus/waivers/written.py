"""The waivers of a model as they are written: in the field `waive` of an element, or in a comment.

A comment `# foedus: waive T12 until 2027-01-01 -- reason` speaks of its own line, or of the next one
where it stands alone.
"""

import re
from collections.abc import Iterator
from datetime import date

from foedus.comments import Comment, comments
from foedus.finding import Finding, Severity, Waiver
from foedus.load import Project
from foedus.place import Span
from foedus.schema import Element, Framework

_MARK = re.compile(r"#\s*foedus:\s*(.*)")
_REASON = re.compile(r"\s+(?:--|–|—)\s+")
_SAYS = re.compile(r"waive\s+(?P<rules>\w[\w\s,]*?)(?:\s+until\s+(?P<until>\S+))?")
_FORM = "write `# foedus: waive T12 until 2027-01-01 -- reason`; the day may be left out"


def written(project: Project) -> tuple[tuple[Waiver, ...], tuple[Finding, ...]]:
    """The waivers of a model, and the comments that were meant as one and cannot be understood.

    Comments are read in the model's own files, not in those of the register.
    """
    found: list[Waiver | Finding] = list(_of_elements(project))
    for name in project.files:
        document = project.documents[name]
        if "foedus:" in document.text:  # else the file need not be read a second time
            found += [each for comment in comments(document) for each in _of_comment(comment)]
    return (
        tuple(each for each in found if isinstance(each, Waiver)),
        tuple(each for each in found if isinstance(each, Finding)),
    )


def _of_elements(project: Project) -> Iterator[Waiver]:
    framework = project.model.framework
    owners: list[Element | Framework] = [*project.model.elements(), *([framework] if framework else [])]
    for owner in owners:
        for place, each in enumerate(owner.waive):
            span = project.where(owner.at("waive", place))
            about = "/".join(map(str, owner.at()))
            yield Waiver(each.rule.upper(), (each.reason or "").strip(), each.until, span, about)


def _of_comment(comment: Comment) -> Iterator[Waiver | Finding]:
    marked = _MARK.fullmatch(comment.text)
    if marked is None:
        return
    head, *reason = _REASON.split(marked[1], maxsplit=1)
    said = _SAYS.fullmatch(head.strip())
    if said is None:
        yield _unclear(comment.span, f"`{head.strip()}` is not a waiver that can be understood")
        return
    try:
        until = date.fromisoformat(said["until"]) if said["until"] else None
    except ValueError:
        yield _unclear(comment.span, f"`{said['until']}` is not a day")
        return
    for rule in re.split(r"[,\s]+", said["rules"]):
        yield Waiver(rule.upper(), "".join(reason).strip(), until, comment.span, line=comment.about)


def _unclear(span: Span, message: str) -> Finding:
    return Finding("W03", Severity.ERROR, span, message, _FORM)
