"""One provision as a list of facts: who owes what to whom, how firmly, when, and where it says so."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from foedus.graph import Graph
from foedus.logic import leaves
from foedus.schema import GATES, Found, Model, Provision, Source, SourceDocument
from foedus.views.document import Facts
from foedus.views.status import WORDS, provision_standing
from foedus.words import (
    day,
    finder,
    in_quotes,
    joined,
    lasting,
    names,
    numbers,
    phrase,
    plain,
    sentence,
    unnamed,
)

_WHEN = {
    "enters_when": "Enters into force, once",
    "in_force_while": "In force while",
    "trigger": "Triggered by",
    "requires": "Due only if",
    "terminates_when": "Ends when",
}

_MODELLED = {"must": "a duty", "must_not": "a prohibition", "may": "a permission"}


Cite: TypeAlias = Callable[[Model, tuple[Source, ...]], str]
"""How sources are cited: `cited` in full, `numbered` where a list of sources stands beside the text."""


def cited(model: Model, sources: tuple[Source, ...], quoted: bool = True) -> str:
    """Sources as a reader cites them: document, place and, where `quoted`, the words to find it by."""
    parts = []
    for source in sources:
        document = model.sources.get(source.doc)
        parts.append(_at(document.title if document is not None else unnamed(source.doc), source, quoted))
    return "; ".join(parts)


def numbered(model: Model, sources: tuple[Source, ...]) -> str:
    """The same, each document by its place in the list of the model's sources: [3], C1."""
    places = {key: place for place, key in enumerate(model.sources, 1)}
    shown = (f"[{places[each.doc]}]" if each.doc in places else unnamed(each.doc) for each in sources)
    return "; ".join(_at(place, each) for place, each in zip(shown, sources, strict=True))


def _at(document: str, source: Source, quoted: bool = True) -> str:
    text = document + (f", {source.at}" if source.at else "")
    return text + (f": {in_quotes(source.quote)}" if source.quote and quoted else "")


def facts(graph: Graph, provision: Provision, cite: Cite = cited) -> Facts:
    """Everything that the model says of a provision, in words."""
    number = numbers(graph.model)[provision.id]
    rows = tuple((term, text) for term, text in _rows(graph.model, provision, cite) if text)
    place = str(graph.project.where(provision.route))
    return Facts(f"{number} {provision.title}", provision.summary or "", rows, provision.id, place)


def _rows(model: Model, provision: Provision, cite: Cite) -> Iterator[tuple[str, str]]:
    yield "Owed by", sentence(names(model, provision.obligors))
    yield "Owed to", names(model, provision.beneficiary)
    yield "Protects", names(model, provision.protects)
    yield "Through", names(model, (provision.through,)) if provision.through else ""
    yield "Strength", strength(provision)
    yield "Status", WORDS[provision_standing(model, provision)]
    for gate in GATES:
        yield _WHEN[gate], phrase(model, getattr(provision, gate))
    if provision.already_ongoing:
        yield "Under way", "already, whatever else happens"
    yield "Who decides", deciders(model, provision)
    yield "Within", lasting(provision.deadline) if provision.deadline else ""
    yield "Not later than", day(provision.due_by) if provision.due_by else ""
    yield "Against", names(model, provision.scope.adversary) if provision.scope else ""
    yield "Part of", _title(model, provision.part_of)
    yield "Text", _instrument(model, provision.instrument)
    yield "Source", cite(model, provision.sources)
    yield "Rests on", _claim(provision)
    yield "Note", provision.note or ""


def strength(provision: Provision) -> str:
    """How strong the words are: the verb of the text first, then what it is modelled as, and what binds."""
    binds = "" if provision.bindingness else "; bindingness not stated"
    return firmness(provision) + binds


def firmness(provision: Provision) -> str:
    """The same, silent on what binds where the provision is: for beside what is said of its whole text."""
    verb = f"“{plain(provision.wording)}”" if provision.wording else "verb not stated"
    parts = [verb, f"modelled as {_MODELLED[provision.modality]}"]
    if provision.discretion and provision.discretion != "none":
        parts.append(f"free to choose {plain(provision.discretion)}")
    if provision.constitutional_processes:
        parts.append("under each state's constitution")
    binding = joined([plain(each) for each in provision.bindingness], "and")
    if binding:
        parts.append(f"binding: {binding}")
    return "; ".join(parts)


def deciders(model: Model, provision: Provision) -> str:
    """Who finds that the trigger has occurred, for each finding or fact that it reads."""
    found = [
        finder(model, each)
        for leaf in leaves(provision.trigger)
        for each in model.determinations.values()
        if (each.id == leaf.determination if isinstance(leaf, Found) else each.of == leaf)
    ]
    return joined(list(dict.fromkeys(found)), "and")


def reference(document: SourceDocument, after: tuple[str, ...] = ()) -> str:
    """An entry of the source list; `after` are the titles of the documents that it is taken from."""
    told = [plain(document.kind)]
    told.append(f"reports the {document.version_reported} version" if document.version_reported else "")
    told.append(f"after {joined([f'“{title}”' for title in after], 'and')}" if after else "")
    parts = [document.title, document.publisher or "", day(document.published) if document.published else ""]
    parts += [sentence("; ".join(filter(None, told))), *whereabouts(document)]
    return ". ".join(part.rstrip(".") for part in parts if part)


def whereabouts(document: SourceDocument) -> tuple[str, ...]:
    """How places in a document are named, and where it can be read, as far as the model says so."""
    places = f"Places: {document.places}" if document.places else ""
    return tuple(filter(None, (places, document.address)))


def _claim(provision: Provision) -> str:
    claim = provision.claim
    if claim is None:
        return ""
    return claim.basis + (f", {claim.confidence} confidence" if claim.confidence else "")


def _title(model: Model, provision: str | None) -> str:
    found = model.provisions.get(provision or "")
    return found.title if found is not None else ""


def _instrument(model: Model, instrument: str | None) -> str:
    found = model.instruments.get(instrument or "")
    return found.title if found is not None else ""
