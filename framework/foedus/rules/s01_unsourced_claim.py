"""A statement does not say where it stands.

A model is an argument about texts, and a reader must be able to look up each step. A provision, a
named decision-maker or a status needs a document and a place in it; a document alone sends the reader
searching. What no text says may be assumed, but must be marked: `claim: {basis: assumed}`.

Bad:

    provisions:
      help:  # <- S01
        title: Help if attacked
        kind: military_aid
        obligors: [ally]
        modality: must

Good:

    provisions:
      help:
        title: Help if attacked
        kind: military_aid
        obligors: [ally]
        modality: must
        source: {doc: pact, at: Article 3}
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.schema import WITHHELD, Body, Element, Instrument, Model, history

CODE = "S01"
NAME = "unsourced-claim"
SEVERITY = Severity.WARNING
STRICT = Severity.ERROR

HINT = "add `source: {doc: .., at: ..}`, or `claim: {basis: assumed}`"


def check(graph: Graph) -> Iterator[Problem]:
    """Each provision and finder without document or locator, and each status without a document."""
    model = graph.model
    for element in _stated(model):
        if element.claim is not None and element.claim.basis == "assumed":
            continue
        if not element.sources:
            stated = "where this stands" if element.section == "provisions" else "who decides this"
            yield Problem(element.route, f"no source says {stated}", HINT)
        elif not any(source.at or source.quote or source.doc == WITHHELD for source in element.sources):
            message = f"no place in `{element.sources[0].doc}` is named"
            yield Problem(element.at("source"), message, "add `at:` with the article or line")
    texts: tuple[Instrument | Body, ...] = (*model.instruments.values(), *model.bodies.values())
    for text in texts:
        statuses = [] if text.sources or text.claim else history(text.status)
        if any(not dated.sources for dated in statuses):
            yield Problem(text.at("status"), "no source gives this status", HINT)


def _stated(model: Model) -> Iterator[Element]:
    """What must say where it stands; that nobody is named to decide is a silence, and has no place."""
    yield from model.provisions.values()
    for determination in model.determinations.values():
        if determination.by not in ("unspecified", "automatic"):
            yield determination
