"""A provision rests on something that is not concluded.

A promise can be announced long before it is agreed: a commitment that is still to be finalised, a text
still under negotiation, a commission that is still to be set up. Until then it is unsupported, and
whatever waits for it waits in vain. A text of which the model gives no status may be concluded or not,
and every play must leave open whether its provisions bind. Each such gap is reported once, where it is
written, with what rests on it.

Bad:

    framework: {title: A small guarantee, as_of: 2026-01-06, beneficiary: []}
    instruments:
      pact:
        title: Pact
        form: agreement
        status: under_negotiation  # <- L02
    provisions:
      help:
        title: Help if attacked
        instrument: pact
        kind: military_aid
        obligors: [unspecified]
        modality: must

Good:

    framework: {title: A small guarantee, as_of: 2026-01-06, beneficiary: []}
    instruments:
      pact:
        title: Pact
        form: agreement
        status: in_force
    provisions:
      help:
        title: Help if attacked
        instrument: pact
        kind: military_aid
        obligors: [unspecified]
        modality: must
"""

from collections.abc import Iterator
from datetime import date

from foedus.finding import Problem, Severity
from foedus.graph import Graph, vertex_id
from foedus.place import Route
from foedus.rules.gating import uses
from foedus.rules.order import in_order
from foedus.schema import Body, Instrument, Model, Provision, latest
from foedus.standing import OPEN, UNAGREED, gone, stated_on

CODE = "L02"
NAME = "depends-on-unconcluded"
SEVERITY = Severity.WARNING
STRICT = Severity.ERROR


def check(graph: Graph) -> Iterator[Problem]:
    """What is not there yet, with what rests on it: the unagreed of each text, each text, each body."""
    model, day = graph.model, stated_on(graph.model)
    unagreed: dict[tuple[str, str | None], list[Provision]] = {}
    for provision in in_order(model):
        if (status := latest(provision.status, day)) in UNAGREED:
            unagreed.setdefault((status, provision.instrument), []).append(provision)
    for (status, _), provisions in unagreed.items():
        yield _unagreed(graph, status, provisions)
    for text in model.instruments.values():
        yield from _text(model, text, day)
    for body in model.bodies.values():
        if latest(body.status, day) in ("proposed", "to_be_established"):
            yield from _body(model, body)


def _unagreed(graph: Graph, status: str, provisions: list[Provision]) -> Problem:
    """What is not agreed in one text, at the first such provision, with what depends on each."""
    first, *others = provisions
    ids = {vertex_id("provisions", provision.id) for provision in provisions}
    related = [(each.at("status"), "and this") for each in others]
    for edge in graph.position_edges:
        if edge.source in ids and edge.target not in ids:
            waiting, wanted = (end.partition("/")[2] for end in (edge.target, edge.source))
            related.append((edge.route, f"`{waiting}` depends on `{wanted}`"))
    what = "only proposed" if status == "proposed" else "still to be finalised"
    message = f"this provision is {what}: nothing can rest on it yet"
    if others:
        text = f" of `{first.instrument}`" if first.instrument else ""
        count = "one more provision" if len(others) == 1 else f"{len(others)} more provisions"
        message = f"this and {count}{text} are {what}: nothing can rest on them yet"
    hint = "keep the status until a text agrees it; `assume: {concluded: ..}` shows what would follow"
    return Problem(first.at("status"), message, hint, tuple(related))


def _text(model: Model, text: Instrument, day: date | None) -> Iterator[Problem]:
    resting: list[tuple[Route, str]] = [
        (provision.at("instrument"), f"`{provision.id}` rests on it")
        for provision in model.provisions.values()
        if provision.instrument == text.id and not gone(model, provision)
    ]
    if resting and (lacks := _lacks(text, day)) is not None:
        what, hint = lacks
        count = "one provision rests" if len(resting) == 1 else f"{len(resting)} provisions rest"
        yield Problem(text.at("status"), f"{what}, and {count} on it", hint, tuple(resting))


def _lacks(text: Instrument, day: date | None) -> tuple[str, str] | None:
    """Why nothing can rest on a text on a day, and what to do; None where something can."""
    status = text.status_on(day)
    hint = "update the status when the text comes about; until then treat these as open"
    if status is None:
        since = "" if text.status is None else f" for {day} or before"
        needed = "add how far it has come: without that no play can say whether these bind"
        return f"this text has no `status`{since}", needed
    if text.form == "treaty" and status in ("adopted", "signed"):
        return "this text is not in force yet", hint
    return ("this text is not agreed yet", hint) if status in OPEN else None


def _body(model: Model, body: Body) -> Iterator[Problem]:
    """A body that does not exist yet, where somebody counts on what it finds or does."""
    resting: set[tuple[Route, str]] = {
        (use.route, f"`{use.provision.id}` waits for its finding")
        for use in uses(model)
        if use.determination is not None and use.determination.body == body.id
    }
    resting |= {
        (provision.at("obligors", provision.obligors.index(body.id)), f"`{provision.id}` is its task")
        for provision in model.provisions.values()
        if body.id in provision.obligors
    }
    if resting:
        message = "this body is not established yet, and others rest on what it finds or does"
        hint = "update the status when it exists"
        if body.established_by is None:
            hint = "name what establishes it (`established_by`), and " + hint
        related = tuple(sorted(resting, key=lambda each: tuple(map(str, each[0]))))
        yield Problem(body.at("status"), message, hint, related)
