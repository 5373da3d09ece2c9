"""A member is given a duty to which only its group consented.

A group's word does not bind each member as an obligor of its own, unless the text says "each": the
Coalition of the Willing endorsed the Paris Declaration of January 2026, its membership is not defined,
and no source shows which state took on which component. Of somebody who is not named as belonging to the
group, see L01; this is about those who do belong, and whose own consent is not recorded.

Bad:

    actors:
      ally: {title: Ally, kind: state}
      league: {title: League, kind: coalition, members: {open: [ally]}}
    instruments:
      declaration:
        title: Declaration
        form: declaration
        status: adopted
        open_to: league
        parties: {league: endorsed}
    provisions:
      help:
        title: Help if attacked
        instrument: declaration
        kind: military_aid
        obligors: [ally]  # <- L09
        modality: must

Good:

    actors:
      ally: {title: Ally, kind: state}
      league: {title: League, kind: coalition, members: {open: [ally]}}
    instruments:
      declaration:
        title: Declaration
        form: declaration
        status: adopted
        open_to: league
        parties: {league: endorsed}
    provisions:
      help:
        title: Help if attacked
        instrument: declaration
        kind: military_aid
        obligors: [league]
        modality: must
"""

from collections.abc import Iterator
from datetime import date

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.running import running
from foedus.schema import ClosedMembers, Instrument, Model, Provision, latest, named_members
from foedus.standing import CONSENTS, OPEN, UNAGREED, stated_on

CODE = "L09"
NAME = "group-to-member"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

GROUPS = ("coalition", "organisation")
MEMBERS = ("state", *GROUPS)
"""Those who can belong to a group; a force or an office of it is its organ and no member."""


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each text and member, at the first duty."""
    model, day = graph.model, stated_on(graph.model)
    found: dict[tuple[str, str, str], list[Provision]] = {}
    texts = {each.id: each for each in model.instruments.values() if each.status_on(day) not in OPEN}
    for provision in running(model):
        text = texts.get(provision.instrument or "")
        owed = provision.modality != "may" and latest(provision.status, day) not in UNAGREED
        if text is None or not owed:
            continue
        for actor in provision.obligors:
            if (group := _through(model, text, actor, day)) is not None:
                found.setdefault((text.id, actor, group), []).append(provision)
    for (name, actor, group), (first, *others) in found.items():
        text = model.instruments[name]
        place = text.at("parties", group) if group in text.parties else text.at("open_to")
        related = [
            (place, "the consent of the group" if group in text.parties else "to whom the text is open")
        ]
        related += [(each.at("obligors", each.obligors.index(actor)), "and this") for each in others]
        message = (
            f"`{actor}` is given a duty by `{name}` as one of `{group}`, and its own consent is not recorded"
        )
        hint = f"record its consent under `parties`, or name `{group}` as obligor, as the text does"
        yield Problem(first.at("obligors", first.obligors.index(actor)), message, hint, tuple(related))


def _through(model: Model, text: Instrument, actor: str, day: date | None) -> str | None:
    """The group on whose word alone a member's duty rests."""
    member = model.actors.get(actor)
    if member is None or member.kind not in MEMBERS or text.consent_of(actor, day) is not None:
        return None
    if isinstance(member.members, ClosedMembers) and _all_consent(text, member.members, day):
        return None
    if member.of in model.actors and model.actors[str(member.of)].kind in GROUPS:
        return member.of if text.consent_of(str(member.of), day) in CONSENTS else None
    group = model.actors.get(text.open_to or "")
    return group.id if group is not None and actor in named_members(group.members) else None


def _all_consent(text: Instrument, members: ClosedMembers, day: date | None) -> bool:
    return bool(members.closed) and all(text.consent_of(each, day) in CONSENTS for each in members.closed)
