"""A body or a gate depends on a third party, and nobody takes its place.

Who is bound by a text can be held to it; who is not can decline. The peace of Egypt and Israel (1979)
counted on a force of the United Nations, which the Security Council did not provide; because the United
States had undertaken to see to a substitute, the Multinational Force and Observers could take over in
1981. The lead that the Paris Declaration of January 2026 proposes to the United States has no such
substitute in any part seen.

Bad:

    actors:
      third-power: {title: Third power, kind: state}
      host: {title: Host, kind: state}
    instruments:
      pact: {title: Pact, form: agreement, status: signed, parties: {host: signed}}
    provisions:
      monitoring:
        title: Monitor the ceasefire
        instrument: pact
        kind: monitoring
        obligors: [mission]
        modality: must
    bodies:
      mission:
        title: Observers
        kind: mission
        lead: third-power  # <- D06
        established_by: monitoring

Good:

    actors:
      third-power: {title: Third power, kind: state}
      host: {title: Host, kind: state}
    instruments:
      pact: {title: Pact, form: agreement, status: signed, parties: {host: signed, third-power: signed}}
    provisions:
      monitoring:
        title: Monitor the ceasefire
        instrument: pact
        kind: monitoring
        obligors: [mission]
        modality: must
    bodies:
      mission:
        title: Observers
        kind: mission
        lead: third-power
        established_by: monitoring
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.gating import Use, depends, uses
from foedus.rules.wording import how_many
from foedus.schema import UNSPECIFIED, Body, Instrument, Model, named_members
from foedus.standing import CONSENTS, consent_of, gone, stated_on

CODE = "D06"
NAME = "no-substitute-provider"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

_PROVIDED = ("approval", "instrument", "resource")
"""What a third party gives or refuses; a request is for the beneficiary, a state of things for nobody."""


def check(graph: Graph) -> Iterator[Problem]:
    """Bodies that a non-party leads, and gates that only a third party or the Security Council can open."""
    model = graph.model
    for body in model.bodies.values():
        text = _text(model, body)
        if text is not None and body.lead not in (None, UNSPECIFIED) and not _own(model, body):
            absent = consent_of(model, text, body.lead, stated_on(model)) not in CONSENTS
            if absent and not _replaced(model, body):
                message = (
                    f"`{body.lead}`, no party to `{text.id}`, is to lead this, and no substitute is named"
                )
                hint = "add who takes over if it declines, if a text says; else keep this"
                yield Problem(body.at("lead"), message, hint, ((text.at("parties"), "who consented"),))
    found: dict[str, list[Use]] = {}
    for use in uses(model):
        if use.positive and use.gate != "terminates_when" and not gone(model, use.provision):
            third = _third_party(model, use)
            if third and depends(use):
                found.setdefault(third, []).append(use)
    for third, (first, *others) in found.items():
        count = how_many(len({use.provision.id for use in (first, *others)}), "provision")
        message = f"only {third} can open this gate, and nothing takes its place ({count})"
        related = tuple((use.route, f"`{use.provision.id}` too") for use in others)
        hint = "if a text gives another way, add it with `any`; else keep this"
        yield Problem(first.route, message, hint, related)


def _text(model: Model, body: Body) -> Instrument | None:
    """The text that sets a body up, itself or through a provision."""
    founder = body.established_by or ""
    if founder in model.provisions:
        founder = model.provisions[founder].instrument or ""
    return model.instruments.get(founder)


def _own(model: Model, body: Body) -> bool:
    """True where whoever leads a body is an office of it, and no third party."""
    lead = model.actors.get(body.lead or "")
    return lead is not None and lead.of == body.id


def _replaced(model: Model, body: Body) -> bool:
    """True where other bodies, led by others, can do all that this one does."""
    others = [each for each in model.bodies.values() if each.id != body.id and each.lead != body.lead]
    done = {function for each in others for function in each.functions}
    return bool(body.functions) and set(body.functions) <= done


def _third_party(model: Model, use: Use) -> str:
    """Who, outside the promise, decides whether the gate opens; empty where nobody does."""
    if use.determination is not None and use.determination.by == "un_security_council":
        return "the Security Council"
    owner = use.fact.owner
    if owner is None or use.determination is not None or use.fact.nature not in _PROVIDED:
        return ""
    provision = use.provision
    inside = {*provision.obligors, *provision.beneficiary, *provision.protects}
    if model.framework is not None:
        inside |= {*model.framework.beneficiary, *model.framework.adversary}
    groups = [model.actors[one].members for one in inside if one in model.actors]
    inside |= {member for members in groups for member in named_members(members)}
    chain: list[str] = []
    asked: str | None = owner
    while asked is not None and asked not in chain:
        chain.append(asked)
        asked = model.actors[asked].of if asked in model.actors else None
    return "" if inside & set(chain) else f"`{owner}`, a third party,"
