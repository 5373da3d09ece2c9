"""A statement rests on a superseded version, or the model is older than what it records.

Drafts leak, are retold for months, and are then changed. In January 2026 a draft of the Paris
Declaration held a United States commitment to support the force if attacked; the adopted text did not,
and reports written after its adoption repeated the draft. A later report does not revive an earlier
draft, and one that retells nothing but a draft is a report of the draft, whatever its day. A model that
records something later than its own `as_of` reads it as not yet happened.

Bad:

    instruments:
      declaration: {title: Declaration, form: declaration, status: adopted}
    sources:
      leak: {title: A leaked draft, kind: press_report, version_reported: draft}
    provisions:
      support:
        title: Support the force
        instrument: declaration
        kind: military_aid
        obligors: [ally]
        modality: must
        source: {doc: leak, at: line 2}  # <- S05

Good:

    instruments:
      declaration: {title: Declaration, form: declaration, status: adopted}
    sources:
      text: {title: The adopted text, kind: instrument, version_reported: final}
    provisions:
      support:
        title: Support the force
        instrument: declaration
        kind: military_aid
        obligors: [ally]
        modality: must
        source: {doc: text, at: paragraph 3}
"""

from collections.abc import Iterator
from datetime import date

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.place import Route
from foedus.rules.origins import of_draft
from foedus.rules.wording import named
from foedus.schema import Instrument, Model, Provision, history, latest
from foedus.standing import ENDED, OPEN, stated_on

CODE = "S05"
NAME = "superseded-source"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING


def check(graph: Graph) -> Iterator[Problem]:
    """Provisions known from a draft only, though a later version exists; and an `as_of` that is too early."""
    model, day = graph.model, stated_on(graph.model)
    reading = model.readings.get(graph.project.reading or "")
    of_draft = reading is not None and reading.kind == "draft"
    later = {
        text.id: found
        for text in model.instruments.values()
        if not of_draft and text.status_on(day) not in ENDED and (found := _later(model, text, day))
    }
    for provision in model.provisions.values():
        if (
            provision.instrument in later
            and latest(provision.status, day) != "dropped"
            and _known_from_draft(model, provision)
        ):
            place, why = later[provision.instrument]
            docs = named(sorted({source.doc for source in provision.sources}))
            message = f"rests on reports of a draft only ({docs}), and {why}"
            hint = "cite the later version, or mark the provision `status: dropped`"
            yield Problem(provision.at("source"), message, hint, ((place, "the later version"),))
    if day is not None:
        yield from _too_early(model, day)


def _known_from_draft(model: Model, provision: Provision) -> bool:
    return bool(provision.sources) and all(of_draft(model, each.doc) for each in provision.sources)


def _later(model: Model, text: Instrument, day: date | None) -> tuple[Route, str] | None:
    """Where a version later than a draft of this text is declared, and what it is."""
    if text.draft_of is not None:
        return text.at("draft_of"), f"`{text.draft_of}` is the later version"
    for other in model.instruments.values():
        if text.id in other.supersedes:
            return other.at("supersedes"), f"`{other.id}` supersedes that text"
    if (status := text.status_on(day)) is not None and status not in OPEN:
        return text.at("status"), f"`{text.id}` exists as {_past(status)}"
    return None


def _past(status: str) -> str:
    return "a text in force" if status == "in_force" else f"a text {status.replace('_', ' ')}"


def _too_early(model: Model, day: date) -> Iterator[Problem]:
    late = sorted((each for each in _dated(model) if each[0] > day), key=lambda each: (each[0], str(each[1])))
    if late:
        message = f"`as_of` is {day}, and the model records what became so later, up to {late[-1][0]}"
        related = tuple((route, f"{what} on {on}") for on, route, what in late)
        yield Problem(("framework", "as_of"), message, "move `as_of` forward, or say why it is kept", related)


def _dated(model: Model) -> Iterator[tuple[date, Route, str]]:
    """Every dated word of a status or a consent: the day, the place, the word."""
    histories: list[tuple[Route, object]] = [
        (element.at("status"), element.status)
        for section in ("instruments", "bodies", "provisions")
        for element in model.section(section).values()
        if element.status is not None
    ]
    for text in model.instruments.values():
        histories += [(text.at("parties", actor), consent) for actor, consent in text.parties.items()]
    for route, value in histories:
        for dated in history(value):
            if dated.on is not None:
                place = (*route, value.index(dated)) if isinstance(value, tuple) else route
                yield dated.on, place, str(dated.value).replace("_", " ")
