"""ATOP: which obligations an alliance text holds, and on what they depend.

After Leeds, Ritter, Mitchell and Long, "Alliance Treaty Obligations and Provisions, 1815-1944",
International Interactions 28 (2002), and the codebook of its later versions.
"""

from collections.abc import Callable, Iterator

from foedus.coding import rates
from foedus.coding.code import NOT_CODED, NOT_FOUND, Clause, Code, Scheme
from foedus.coding.coded_text import ACTIVE_SUPPORT, CodedText, clauses, where
from foedus.logic import atoms
from foedus.schema import Exit, Provision, Term
from foedus.words import day, lasting

SCHEME = Scheme("atop", "ATOP", "Leeds, Ritter, Mitchell and Long 2002")

_OBLIGATIONS: tuple[tuple[str, str, str], ...] = (
    ("defense", "Defence of a partner that is attacked", "defense"),
    ("offense", "Support in a war that the partner begins", "offense"),
    ("neutral", "Neutrality in a conflict of the partner", "neutrality"),
    ("nonagg", "No use of force against each other", "nonaggression"),
)

_CONDITIONS: tuple[tuple[str, str, str, Callable[[Provision], object]], ...] = (
    ("defcoadv", "a named adversary", "scope.adversary", lambda each: each.scope and each.scope.adversary),
    ("defcoloc", "a location", "scope.location", lambda each: each.scope and each.scope.location),
    ("defcocon", "a particular conflict", "scope.conflict", lambda each: each.scope and each.scope.conflict),
    ("defcodem", "refusal of a demand", "scope.demand", lambda each: each.scope and each.scope.demand),
    (
        "defconpr", "no provocation by the partner", "scope.excludes_provocation",
        lambda each: each.scope and each.scope.excludes_provocation,
    ),
)  # fmt: skip
_SCOPE = {path: value for _, _, path, value in _CONDITIONS}
_GATES: dict[str, Callable[[Provision], object]] = {
    "in_force_while": lambda each: each.in_force_while,
    "requires": lambda each: each.requires,
}


def codes(text: CodedText) -> Iterator[Code]:
    """The obligations, their conditions, the threat that is named, and the life of the text."""
    yield from _obligations(text)
    yield from _conditionality(text)
    yield from _shape(text)
    yield from _life(text)


def _obligations(text: CodedText) -> Iterator[Code]:
    for name, question, kind in _OBLIGATIONS:
        found = text.of_kind(kind)
        yield Code(
            SCHEME, name, question, text.presence(found), f"a provision of the kind `{kind}`",
            clauses(found), rates.atop(name),
        )  # fmt: skip
    crisis = tuple(each for each in text.of_kind("consultation") if each.trigger is not None)
    yield Code(
        SCHEME, "consul", "Consultation in a militarised crisis", text.presence(crisis),
        "a provision of the kind `consultation` with a trigger; to meet at regular times does not count",
        clauses(crisis, "trigger"), rates.atop("consul"),
    )  # fmt: skip
    active = text.owed(*ACTIVE_SUPPORT)
    yield Code(
        SCHEME, "active", "Any promise of active military support", text.presence(active),
        "defence or offence that is owed, not only permitted", clauses(active),
    )  # fmt: skip


def _conditionality(text: CodedText) -> Iterator[Code]:
    defence = text.of_kind("defense")
    conditions = tuple(where(defence, {**_SCOPE, **_GATES}))
    none = NOT_FOUND if defence else "no promise of defence found"
    yield Code(
        SCHEME, "defcon", "Defence on conditions", _conditional(text) if conditions else none,
        "a promise of defence with a limit of scope, or with a gate beside the attack itself",
        conditions, rates.atop("defcon"),
    )  # fmt: skip
    for name, condition, path, value in _CONDITIONS:
        found = tuple(where(defence, {path: value}))
        yield Code(
            SCHEME, name, f"Defence depends on {condition}", "present" if found else none,
            f"`{path}` of a promise of defence", found, rates.atop_member(name),
        )  # fmt: skip
    yield Code(
        SCHEME, "defconum", "Defence depends on the number of adversaries", NOT_CODED,
        "the language has no field for it",
    )  # fmt: skip
    asked = tuple(each for each in text.of_kind("consultation") if _on_request(text, each))
    yield Code(
        SCHEME, "concoreq", "Consultation on request only", "present" if asked else NOT_FOUND,
        "a consultation whose trigger or requirement reads a request", clauses(asked, "trigger"),
        rates.CONSULTATION_ON_REQUEST,
    )  # fmt: skip


def _conditional(text: CodedText) -> str:
    return "conditional" if text.owed("defense") else "permitted, and that on conditions"


def _on_request(text: CodedText, provision: Provision) -> bool:
    facts = text.model.facts
    return any(
        isinstance(leaf, str) and leaf in facts and facts[leaf].nature == "request"
        for gate in ("trigger", "requires")
        for leaf, _, _ in atoms(getattr(provision, gate), provision.at(gate))
    )


def _shape(text: CodedText) -> Iterator[Code]:
    owing = {kind: _obligors(text, kind) for kind in (*ACTIVE_SUPPORT, "neutrality", "nonaggression")}
    differing = tuple(kind for kind, own in owing.items() if own and _others(text, owing, own))
    found = tuple(clause for kind in differing for clause in clauses(text.owed(kind), "obligors"))
    yield Code(
        SCHEME, "asymm", "Obligations differ between members", "present" if found else NOT_FOUND,
        "some party, or somebody who owes one of the obligations above, does not owe another of them",
        found, rates.atop("asymm"),
    )  # fmt: skip
    framework = text.model.framework
    threats = tuple(where(text.provisions, {"scope.adversary": _SCOPE["scope.adversary"]}))
    if framework is not None and framework.adversary:
        threats = (Clause(framework.title, framework.at("adversary")), *threats)
    yield Code(
        SCHEME, "specthrt", "A specific threat is named", "present" if threats else NOT_FOUND,
        "an adversary named by the system or by the scope of a provision", threats, rates.atop("specthrt"),
    )  # fmt: skip
    bodies = text.model.bodies.keys()
    disputes = tuple(each for each in text.of_kind("dispute_resolution") if set(each.obligors) - bodies)
    yield Code(
        SCHEME, "conwtin", "A clause on disputes between the parties", text.presence(disputes),
        "a provision of the kind `dispute_resolution` that somebody else than a body owes", clauses(disputes),
    )  # fmt: skip


def _obligors(text: CodedText, kind: str) -> frozenset[str]:
    return frozenset(actor for each in text.owed(kind) for actor in each.obligors)


def _others(text: CodedText, owing: dict[str, frozenset[str]], own: frozenset[str]) -> frozenset[str]:
    """Parties and others who owe something, neither among those who owe this nor part of one of them."""
    parties = text.instrument.parties if text.instrument is not None else ()
    near = frozenset().union(*(text.related(each) for each in own))
    everybody = frozenset(parties).union(*owing.values())
    return frozenset(each for each in everybody if not text.related(each) & near)


def _life(text: CodedText) -> Iterator[Code]:
    instrument = text.instrument
    term = instrument.term if instrument else None
    leave = instrument.exit if instrument else None
    said = (Clause(instrument.title, instrument.at("term")),) if instrument and term is not None else ()
    left = (Clause(instrument.title, instrument.at("exit")),) if instrument and leave is not None else ()
    yield Code(
        SCHEME, "speclgth", "Duration specified", _length(term), "`term` of the text", said,
        rates.atop("speclgth"),
    )  # fmt: skip
    yield Code(
        SCHEME, "renounce", "A clause on leaving", _leaving(leave), "`exit` of the text", left,
        rates.atop("renounce"),
    )  # fmt: skip


def _length(term: Term | str | None) -> str:
    match term:
        case None | "not_found":
            return NOT_FOUND
        case "stated_absent":
            return "stated to be absent"
        case Term(duration=str() as duration):
            return f"present: {lasting(duration)}"
        case Term(until=until) if until is not None:
            return f"present: until {day(until)}"
        case Term(indefinite=True):
            return "without end, as modelled"
        case Term(ends_when=str()):
            return "ends on an event"
        case _:
            return NOT_FOUND


def _leaving(leave: Exit | str | None) -> str:
    match leave:
        case None | "not_found":
            return NOT_FOUND
        case "stated_absent":
            return "stated to be absent"
        case Exit(notice=str() as notice):
            return f"present: notice of {lasting(notice)}"
        case _:
            return "present"
