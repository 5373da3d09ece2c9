"""A duty is laid on somebody who has not consented to the text.

A treaty creates no obligation for a third state without its consent (Vienna Convention on the Law of
Treaties, articles 34 and 35), and a political text commits only those who speak in it. The Paris
Declaration of January 2026 speaks of monitoring led by the United States, which did not become a party
to it: such a task is attributed to a state, not undertaken by it. A group that consents does not by
that bind each member as an obligor of its own. What is only proposed or permitted is a warning.

Bad:

    actors:
      host: {title: Host, kind: state}
      ally: {title: Ally, kind: state}
    instruments:
      pact: {title: Pact, form: agreement, status: signed, parties: {host: signed}}
    provisions:
      lead-monitoring:
        title: Lead the monitoring
        instrument: pact
        kind: monitoring
        obligors: [ally]  # <- L01
        modality: must

Good:

    actors:
      host: {title: Host, kind: state}
      ally: {title: Ally, kind: state}
    instruments:
      pact: {title: Pact, form: agreement, status: signed, parties: {host: signed, ally: signed}}
    provisions:
      lead-monitoring:
        title: Lead the monitoring
        instrument: pact
        kind: monitoring
        obligors: [ally]
        modality: must
"""

from collections.abc import Iterator
from datetime import date

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.place import Route
from foedus.rules.order import in_order
from foedus.schema import Instrument, Model, Provision, latest, named_members
from foedus.schema.vocabulary import Consent
from foedus.standing import CONSENTS, ENDED, OPEN, UNAGREED, consent_of, stated_on

CODE = "L01"
NAME = "duty-on-non-party"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each text and non-party, at the first thing that it is said to do; duties first."""
    model, day = graph.model, stated_on(graph.model)
    for (text, actor), found in _attributed(model, day).items():
        owed = [provision for provision in found if _is_owed(provision, day)]
        first, *others = [_place(each, actor) for each in owed or found]
        consent = consent_of(model, model.instruments[text], actor, day)
        what = "is given a duty by" if owed else "is named to act under"
        related = [(route, "and this") for route in others]
        related += [(model.instruments[text].at("parties"), "who consented")]
        yield Problem(
            first,
            f"`{actor}` {what} `{text}`, {_why(consent)}",
            _hint(model, model.instruments[text], actor, day)
            if owed
            else "attributed to it, not undertaken by it",
            tuple(related),
            Severity.ERROR if owed else Severity.WARNING,
        )


def _attributed(model: Model, day: date | None) -> dict[tuple[str, str], list[Provision]]:
    """The provisions that name a non-party as obligor, by text and actor."""
    found: dict[tuple[str, str], list[Provision]] = {}
    texts = {each.id: each for each in model.instruments.values() if each.status_on(day) not in OPEN | ENDED}
    for provision in in_order(model):
        text = texts.get(provision.instrument or "")
        if text is None or latest(provision.status, day) == "dropped":
            continue
        for actor in provision.obligors:
            if actor in model.actors and _is_non_party(model, text, actor, day):
                found.setdefault((text.id, actor), []).append(provision)
    return found


def _is_owed(provision: Provision, day: date | None) -> bool:
    return provision.modality != "may" and latest(provision.status, day) not in UNAGREED


def _place(provision: Provision, actor: str) -> Route:
    return provision.at("obligors", provision.obligors.index(actor))


def _is_non_party(model: Model, text: Instrument, actor: str, day: date | None) -> bool:
    """True where nobody's consent covers the actor, and it is not among those to whom the text is open."""
    if (consent := consent_of(model, text, actor, day)) is not None:
        return consent not in CONSENTS
    members = named_members(model.actors[actor].members)
    if any(text.consent_of(member, day) in CONSENTS for member in members):
        return False
    group = model.actors.get(text.open_to or "")
    joins = group is not None and actor in (group.id, *named_members(group.members))
    return not joins  # whether it has joined is then not known


def _why(consent: Consent | None) -> str:
    match consent:
        case "withdrawn":
            return "from which it has withdrawn"
        case "none":
            return "to which it has not consented"
        case _:
            return "and the model records no consent of it to that text"


def _hint(model: Model, text: Instrument, actor: str, day: date | None) -> str:
    for party in sorted(text.parties):
        members = named_members(model.actors[party].members) if party in model.actors else ()
        if actor in members and text.consent_of(party, day) in CONSENTS:
            return f"the consent of `{party}` is not that of each member: record its own, or name the group"
    return "record its consent under `parties`, name who undertook this, or mark it `status: proposed`"
