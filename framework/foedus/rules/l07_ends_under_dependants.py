"""A text or a provision can end while others still rest on it.

What has a term takes down with it whatever waits for it to be due. The security agreement of the United
Kingdom and Ukraine of January 2024 runs for ten years: a promise elsewhere that needed its consultations
would lapse with them, and nobody would have ended it. A promise that outlives its support needs a
substitute, or a term of its own.

Bad:

    instruments:
      pact: {title: Pact, form: agreement, term: {duration: P10Y}}  # <- L07
      system: {title: System, form: treaty, term: {indefinite: true}}
    provisions:
      consultation:
        title: Consult within a day
        instrument: pact
        kind: consultation
        obligors: [ally]
        modality: must
        trigger: attack
      defence:
        title: Defend the host after consultation
        instrument: system
        kind: defense
        obligors: [ally]
        modality: must
        trigger: attack
        requires: {delivered: consultation}

Good:

    instruments:
      pact: {title: Pact, form: agreement, term: {duration: P10Y}}
    provisions:
      consultation:
        title: Consult within a day
        instrument: pact
        kind: consultation
        obligors: [ally]
        modality: must
        trigger: attack
      defence:
        title: Defend the host after consultation
        instrument: pact
        kind: defense
        obligors: [ally]
        modality: must
        trigger: attack
        requires: {delivered: consultation}
"""

from collections import defaultdict
from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.logic import gates
from foedus.place import Route
from foedus.rules.wording import how_many
from foedus.schema import Found, Instrument, Model, Provision, Term
from foedus.standing import gone

CODE = "L07"
NAME = "ends-under-dependants"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

_HOLDING = ("enters_when", "in_force_while", "trigger", "requires")


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each text with a term, and each provision with an end, on which others rest."""
    model = graph.model
    texts = {text.id: how for text in model.instruments.values() if (how := _end(text)) is not None}
    provisions = [each for each in model.provisions.values() if not gone(model, each)]
    ending = [each for each in provisions if each.terminates_when is not None]
    resting = _resting(graph) if texts or ending else {}
    by_text: dict[str, list[tuple[Provision, Route]]] = {text: [] for text in texts}
    for stated in provisions:
        if stated.instrument in texts:
            needed = resting.get(stated.id, ())
            by_text[stated.instrument] += [pair for pair in needed if pair[0].instrument != stated.instrument]
    for text, found in by_text.items():
        if found:
            yield _problem(model.instruments[text].at("term"), f"this text {texts[text]}", found)
    for provision in ending:
        needed = resting.get(provision.id, ())
        found = [pair for pair in needed if pair[0].terminates_when != provision.terminates_when]
        if found:
            yield _problem(provision.at("terminates_when"), "this can end", found)


def _problem(place: Route, what: str, found: list[tuple[Provision, Route]]) -> Problem:
    related = tuple((route, f"`{each.id}` needs it") for each, route in found)
    count = len({each.id for each, _ in found})
    need = "needs" if count == 1 else "need"
    message = f"{what}, and {how_many(count, 'provision')} that {need} it would go on"
    return Problem(
        place, message, "give them the same end, or an alternative (`any`) for the time after", related
    )


def _end(text: Instrument) -> str | None:
    """How a text ends by itself, in words."""
    match text.term:
        case Term(ends_when=fact) if fact is not None:
            return f"ends when `{fact}`"
        case Term(until=day) if day is not None:
            return f"ends on {day}"
        case Term(duration=time) if time is not None:
            return f"ends after {time}"
        case _:
            return None


def _resting(graph: Graph) -> dict[str, list[tuple[Provision, Route]]]:
    """By provision, those that need it to be due, or a finding of a body that it sets up, and where."""
    model = graph.model
    found: dict[str, list[tuple[Provision, Route]]] = defaultdict(list)
    for edge in graph.position_edges:
        source, target = (end.partition("/")[2] for end in (edge.source, edge.target))
        if edge.positive and source != target and "terminates_when" not in edge.route:
            found[source].append((model.provisions[target], edge.route))
    for gated in gates(model):
        for leaf, route, positive in gated.atoms if gated.field in _HOLDING else ():
            founder = _founder(model, leaf.determination) if isinstance(leaf, Found) else None
            if positive and founder is not None and founder != gated.provision.id:
                found[founder].append((gated.provision, route))
    return found


def _founder(model: Model, determination: str) -> str | None:
    known = model.determinations.get(determination)
    body = model.bodies.get(known.body or "") if known is not None else None
    founder = body.established_by if body is not None else None
    return founder if founder in model.provisions else None
