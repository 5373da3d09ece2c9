"""Every element of a model as the page tells it: what it says, how firmly, where, and what it is tied to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from foedus.finding import Finding
from foedus.graph import Graph
from foedus.graph.near import ties as every_tie
from foedus.rules import RULES
from foedus.rules.page import page
from foedus.schema import Body, Determination, Element, Event, Fact, Instrument, Provision, Source
from foedus.schema import Question as OpenQuestion
from foedus.views import provision_facts
from foedus.views.status import WORDS, provision_standing
from foedus.views.told.dependence import verb
from foedus.words import day, finder, names, numbers, plain, sentence, unmarked, unnamed

SHOWN = (
    "provisions", "facts", "events", "determinations", "actors", "bodies", "instruments", "targets",
    "questions",
)  # fmt: skip
"""The sections that can be looked at; the others are about these."""
_QUIET = frozenset({"Source", "Rests on", "Note"})
"""What the panel tells apart from the other facts of a provision."""


def elements(graph: Graph, findings: Iterable[Finding]) -> dict[str, Any]:
    """Every element by section and id."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.element].append(finding)
    titles = {rule.CODE: page(rule).title for rule in RULES}
    return {
        key: _element(graph, each) | {"findings": [_finding(titles, one) for one in found[key]]}
        for section in SHOWN
        for each in graph.model.section(section).values()
        for key in (f"{section}/{each.id}",)
    }


def ties(graph: Graph) -> list[list[str]]:
    """How elements are tied: source, target, and what the one does to the other."""
    found = ((tie.source, tie.target, verb(tie.kind, tie.positive)) for tie in every_tie(graph))
    shown = (each for each in found if all(end.partition("/")[0] in SHOWN for end in each[:2]))
    return [list(each) for each in dict.fromkeys(shown)]


def _element(graph: Graph, each: Element) -> dict[str, Any]:
    claim = each.claim
    common = {
        "title": each.title,
        "labels": each.label or {},
        "lead": each.summary or "",
        "rows": [[term, text] for term, text in _rows(graph, each) if text],
        "note": each.note or "",
        "sources": [_source(graph, source) for source in each.sources],
        "basis": claim.basis if claim is not None else "",
        "confidence": (claim.confidence or "") if claim is not None else "",
        "place": str(graph.project.where(each.route)),
    }
    return common | _provision(graph, each) if isinstance(each, Provision) else common


def _provision(graph: Graph, each: Provision) -> dict[str, Any]:
    return {
        "number": numbers(graph.model)[each.id],
        "component": each.component or "",
        "obligors": list(each.obligors),
        "modality": each.modality,
        "wording": each.wording or "",
        "standing": provision_standing(graph.model, each),
        "due": _DUE[each.modality],
    }


_DUE = {"must": "due", "must_not": "to be refrained from", "may": "may be used"}
"""What ACTIVE is called, by modality: never "must" where the word is "may"."""


def _rows(graph: Graph, each: Element) -> Iterator[tuple[str, str]]:
    model = graph.model
    match each:
        case Provision():
            rows = provision_facts.facts(graph, each).rows
            yield from (row for row in rows if row[0] not in _QUIET)
        case Fact():
            initial = str(each.initial).lower() if isinstance(each.initial, bool) else each.initial
            yield "At first", {"true": "so", "false": "not so"}.get(initial, "not known")
            yield "Up to", names(model, (each.owner,)) if each.owner else ""
            yield "Means", each.definition or ""
            yield "Not the same as", "; ".join(_title(graph, "facts", key) for key in each.distinct_from)
        case Event():
            yield "By", names(model, each.by)
            yield "Against", names(model, each.target)
            for key, value in each.sets.items():
                yield "Makes true" if value else "Makes false", _title(graph, "facts", key)
        case Determination():
            yield "Of", _title(graph, "facts", each.of)
            yield "Found by", sentence(finder(model, each))
            yield "In a deadlock", plain(each.on_deadlock) if each.on_deadlock else ""
        case Instrument():
            status = each.status_on(model.framework.as_of if model.framework else None)
            yield "Form", plain(each.form)
            yield "Status", plain(status) if status else "not stated"
        case Body():
            yield "Set up by", _title(graph, "provisions", each.established_by or "")
        case OpenQuestion():
            for answer in each.answers:
                yield "One source says", answer.says
        case _:
            pass


def _title(graph: Graph, section: str, key: str) -> str:
    found = graph.model.section(section).get(key)
    return str(found.title) if found is not None else key


def _source(graph: Graph, source: Source) -> dict[str, str]:
    document = graph.model.sources.get(source.doc)
    quote = unmarked(source.quote or "")  # the page puts it between quotation marks
    if document is None:
        return {"title": unnamed(source.doc), "at": source.at or "", "quote": quote, "by": ""}
    on = day(document.published) if document.published else ""
    by = ", ".join(part for part in (document.publisher or "", on) if part)
    return {"title": document.title, "at": source.at or "", "quote": quote, "by": by}


def _finding(titles: dict[str, str], finding: Finding) -> dict[str, str]:
    return {
        "code": finding.code,
        "rule": titles.get(finding.code, ""),
        "message": finding.message,
        "place": str(finding.span),
    }


STANDINGS = WORDS
"""How firm a provision stands, in words."""
