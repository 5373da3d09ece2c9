"""The case of a promise is narrower than what it is called.

Article 6 of the North Atlantic Treaty limits an attack on all to an area; the Collective Security Treaty
was not held to apply to Karabakh in 2020, because the fighting was said to be outside the territory of a
member. Whoever reads the title alone counts on more than is owed. A promise whose words name one
attacker, in a system that names several, has a gap of the same sort.

Bad:

    provisions:
      defence:
        title: Defend the member
        kind: defense
        obligors: [ally]
        modality: must
        trigger: attack
        scope: {location: the home territory in Europe}  # <- T10

Good:

    provisions:
      defence:
        title: Defend the member's home territory in Europe
        kind: defense
        obligors: [ally]
        modality: must
        trigger: attack
        scope: {location: the home territory in Europe}
"""

import re
from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.gating import uses
from foedus.rules.running import parents, running
from foedus.rules.wording import named
from foedus.schema import Event, Model, Provision, Scope

CODE = "T10"
NAME = "scope-gap"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

RESPONSES = (
    "defense", "enforcement", "guarantee", "consultation", "military_aid", "sanctions", "diplomatic_action",
    "peacekeeping", "force_deployment",
)  # fmt: skip
"""What is promised for a case; only there can the case be narrower than the promise."""
_LIMITS = ("location", "conflict", "demand")
_SHORT = 4


def check(graph: Graph) -> Iterator[Problem]:
    """Limits that no title shows, and attackers that the words leave out; one problem for each limit."""
    model = graph.model
    hidden: dict[tuple[str, str], list[Provision]] = {}
    missing: dict[tuple[str, ...], list[Provision]] = {}
    for provision in running(model):
        scope = provision.scope
        if scope is None or provision.modality == "must_not" or provision.kind not in RESPONSES:
            continue
        for limit in _LIMITS:
            stated = getattr(scope, limit)
            if stated is not None and not _shown(model, provision, stated):
                hidden.setdefault((limit, stated), []).append(provision)
        if outside := _outside(model, scope):
            missing.setdefault(outside, []).append(provision)
    for (limit, _), provisions in hidden.items():
        message = f"the title says nothing of the limit that the scope sets (`{limit}`)"
        yield _problem(provisions, limit, message, "name the limit in the title, if the text has it")
    for outside, provisions in missing.items():
        message = f"the system names {named(outside)} as an adversary, and the words of this do not"
        yield _problem(provisions, "adversary", message, "if the text is so, keep this")
    yield from _triggered_from_outside(model)


def _problem(provisions: list[Provision], field: str, message: str, hint: str) -> Problem:
    first, *others = provisions
    related = tuple((each.at("scope", field), f"the same limit on `{each.id}`") for each in others)
    return Problem(first.at("scope", field), message, hint, related)


def _shown(model: Model, provision: Provision, limit: str) -> bool:
    """True where the title, or that of what it is part of, has a word of the limit."""
    titles = [each.title for each in (provision, *parents(model, provision))]
    return bool(_words(limit) & _words(" ".join(titles)))


def _words(text: str) -> set[str]:
    """The words that carry meaning, without their endings."""
    return {word[:6] for word in re.findall(r"[^\W\d_]+", text.lower()) if len(word) >= _SHORT}


def _outside(model: Model, scope: Scope) -> tuple[str, ...]:
    """The adversaries of the system that a scope leaves out, where it names others."""
    if not scope.adversary or model.framework is None:
        return ()
    return tuple(sorted(set(model.framework.adversary) - set(scope.adversary)))


def _triggered_from_outside(model: Model) -> Iterator[Problem]:
    """Events by which somebody whom the scope leaves out brings the trigger about all the same."""
    setting: dict[str, list[Event]] = {}
    for event in model.events.values():
        for fact, value in event.sets.items():
            if value and event.by and event.attack_class is not None:
                setting.setdefault(fact, []).append(event)
    found: dict[str, list[Provision]] = {}
    for use in uses(model):
        named_ones = use.provision.scope.adversary if use.provision.scope is not None else ()
        if use.gate == "trigger" and use.positive and named_ones:
            for event in setting.get(use.fact.id, ()):
                if not set(event.by) & set(named_ones):
                    found.setdefault(event.id, []).append(use.provision)
    for name, provisions in sorted(found.items()):
        event = model.events[name]
        message = f"`{name}` triggers this, and {named(sorted(event.by))} stands outside its scope"
        first, *others = provisions
        related = [(event.at("by"), "who does it")]
        related += [(each.at("scope", "adversary"), f"and that of `{each.id}`") for each in others]
        hint = "let the event set a fact of its own, or widen the scope if the text is wider"
        yield Problem(first.at("scope", "adversary"), message, hint, tuple(related))
