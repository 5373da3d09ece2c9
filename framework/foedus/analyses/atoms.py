"""What an outcome turns on: a fact, a text, somebody's consent, finding, choice or deed."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from foedus.logic import Truth
from foedus.place import Route
from foedus.schema import UNSPECIFIED, Body, Determination, Fact, Instrument, Model, Provision
from foedus.standing import CONSENTS, consent_of, speaker, stated_on
from foedus.words import finder, inside, name, sentence

Kind: TypeAlias = Literal[
    "fact", "content", "text", "consent", "finding", "assent", "body", "choice", "deed", "actor"
]

KINDS: dict[Kind, str] = {
    "fact": "a fact",
    "content": "content to be agreed",
    "text": "a text to be concluded",
    "consent": "a consent",
    "finding": "a finding",
    "assent": "a veto that is not used",
    "body": "a body to be set up",
    "choice": "a choice",
    "deed": "a deed",
    "actor": "an actor",
}
"""What each kind is."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One thing that is so or is not so, whatever else is.

    `key` tells it from all others (`fact:ceasefire-in-force`, `choice:monitoring-lead@united-states`);
    `subject` is the id of what it is about; `owner` the actor or body on whom it depends, None where it
    depends on nobody who is named. `given` is whether it is so as the model stands, None where that is
    not known. `words` say that it is so, `turned` that it is not. `route` is where it is written.
    """

    kind: Kind
    subject: str
    owner: str | None
    given: Truth
    words: str
    turned: str
    route: Route
    for_: str = ""
    """Whose position it is about, where several must be told apart."""
    parts: "tuple[Atom, ...]" = ()
    """Of an actor as a whole: all that depends on it."""

    @property
    def key(self) -> str:
        """A name that tells it from all others."""
        return f"{self.kind}:{self.subject}" + (f"@{self.for_}" if self.for_ else "")


def of_fact(model: Model, fact: Fact) -> Atom:
    """A fact is so; it depends on its owner, else on whoever alone can bring it about."""
    doers = {each.by for each in model.events.values() if each.sets.get(fact.id)}
    alone = doers.pop() if len(doers) == 1 else ()
    owner = fact.owner or (alone[0] if len(alone) == 1 else None)
    words = inside(model, fact.title)
    given = None if fact.initial == "unknown" else fact.initial
    return Atom("fact", fact.id, owner, given, words, f"not so: {words}", fact.route)


def of_undeclared(subject: str, route: Route) -> Atom:
    """Something that no element of the model answers."""
    return Atom("fact", subject, None, None, subject, f"not so: {subject}", route)


def of_content(provision: Provision) -> Atom:
    """The content of a provision is agreed."""
    what = f"the content of “{provision.title}”"
    words, turned = f"{what} is agreed", f"{what} stays open"
    return Atom("content", provision.id, None, None, words, turned, provision.at("status"))


def of_text(model: Model, text: Instrument) -> Atom:
    """A text that does not stand yet comes to be concluded."""
    what = inside(model, text.title)
    words, turned = f"“{what}” is concluded", f"“{what}” is not concluded"
    return Atom("text", text.id, None, None, words, turned, text.at("status"))


def of_consent(model: Model, provision: Provision, actor: str) -> Atom:
    """An actor consents to the text of a provision (to the provision where it names none), and stays.

    Where the recorded word is that of a group or state of which the actor is part, it depends on that one.
    """
    text = model.instruments.get(provision.instrument or "")
    if actor == UNSPECIFIED:
        words, turned = f"somebody takes on “{provision.title}”", f"nobody takes on “{provision.title}”"
        return Atom("consent", provision.id, None, None, words, turned, provision.at("obligors"), actor)
    actor = actor if text is None else speaker(model, text, actor, stated_on(model))
    what = f"“{text.title if text is not None else provision.title}”"
    words = f"{sentence(name(model, actor))} stands by {what}"
    turned = f"{sentence(name(model, actor))} does not stand by {what}"
    if text is None:
        return Atom("consent", provision.id, actor, True, words, turned, provision.at("obligors"), actor)
    given = True if consent_of(model, text, actor, stated_on(model)) in CONSENTS else None
    return Atom("consent", text.id, actor, given, words, turned, text.at("parties", actor), actor)


def of_finding(model: Model, found: Determination, by: str) -> Atom:
    """A finding is made; `by` is who makes it where each obligor finds for itself."""
    owner = None if by == UNSPECIFIED else by or found.body or found.actor
    who = name(model, by) if by else finder(model, found)
    words = f"{sentence(who)} finds {inside(model, found.title)}"
    turned = f"no finding {inside(model, found.title)} by {who}"
    return Atom("finding", found.id, owner, False, words, turned, found.route, by)


def of_unclaimed_finding(model: Model, found: Determination) -> Atom:
    """A finding that nobody is named to make comes to be taken as made."""
    words = f"it is taken as found {inside(model, found.title)}, though nobody is named to find it"
    turned = f"it is not taken as found {inside(model, found.title)}"
    return Atom("finding", found.id, None, None, words, turned, found.at("by"))


def of_assent(model: Model, body: Body, actor: str) -> Atom:
    """Whoever can keep a body from deciding does not."""
    words = f"{name(model, actor)} lets {body.title} decide"
    turned = f"{name(model, actor)} keeps {body.title} from deciding"
    return Atom("assent", body.id, actor, True, words, turned, body.at("veto"), actor)


def of_body(body: Body) -> Atom:
    """A body that is named and not there yet is set up."""
    words, turned = f"{body.title} is set up", f"{body.title} is not set up"
    return Atom("body", body.id, None, None, words, turned, body.at("status"))


def of_deed(model: Model, provision: Provision, actor: str) -> Atom:
    """Whoever may does so; whoever must does what it must, once or all along."""
    title, who = f"“{provision.title}”", sentence(name(model, actor))
    owner = None if actor == UNSPECIFIED else actor
    at = provision.at("modality")
    if provision.modality == "may":
        words, turned = f"{who} chooses to: {title}", f"{who} chooses not to: {title}"
        return Atom("choice", provision.id, owner, None, words, turned, at, actor)
    once = provision.performance == "achievement" and provision.modality == "must"
    words = f"{who} {'carries out' if once else 'keeps to'}: {title}"
    turned = f"{who} {'does not carry out' if once else 'fails to keep to'}: {title}"
    return Atom("deed", provision.id, owner, not once, words, turned, at, actor)
