"""The same party must and must not do the same.

Two norms conflict where to keep one is to break the other. In 1936 Germany called the Franco-Soviet pact
incompatible with Locarno: France had promised not to attack Germany and, a decade later, to assist
others against it. Lawyers solve this by an exception, by a clause on which text prevails (article 30 of
the Vienna Convention on the Law of Treaties), or by cases that exclude one another; a model shows
whether one of the three is there.

Bad:

    provisions:
      no-attack:
        title: Not to attack the neighbour
        kind: nonaggression
        obligors: [france]
        beneficiary: [germany]
        modality: must_not  # <- L05
      assistance:
        title: Assist the ally against the neighbour
        kind: defense
        obligors: [france]
        modality: must
        trigger: attack-on-ally
        scope: {adversary: [germany]}

Good:

    provisions:
      no-attack:
        title: Not to attack the neighbour, but in defence of an ally
        kind: nonaggression
        obligors: [france]
        beneficiary: [germany]
        modality: must_not
        in_force_while: {not: attack-on-ally}
      assistance:
        title: Assist the ally against the neighbour
        kind: defense
        obligors: [france]
        modality: must
        trigger: attack-on-ally
        scope: {adversary: [germany]}
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.running import running
from foedus.rules.wording import named
from foedus.rules.worlds import NEVER, all_of, values
from foedus.schema import Condition, Model, Not, Provision, Scope

CODE = "L05"
NAME = "norm-conflict"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

_USE_OF_FORCE = ("defense", "offense", "enforcement", "guarantee")
_PEACE = ("nonaggression", "neutrality")
_SHOWN = 5
"""So many duties are shown beside a prohibition; one is enough to clash."""

_Key = tuple[str, str, str]
"""Who, what sort of act, and against whom where that makes the act."""


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each prohibition that clashes with duties of the same party."""
    model = graph.model
    every = running(model)
    forbidden = {key for each in every if each.modality == "must_not" for key in _acts(model, each)}
    duties: dict[_Key, dict[tuple[object, ...], list[Provision]]] = defaultdict(lambda: defaultdict(list))
    for provision in every if forbidden else ():
        if provision.modality == "must":
            for key in _acts(model, provision):
                if key in forbidden:
                    duties[key][_case(provision)].append(provision)
    told: dict[tuple[_Key, tuple[object, ...]], list[Provision]] = {}
    for provision in every:
        if provision.modality == "must_not":
            found: dict[str, Provision] = {}
            for key in _acts(model, provision):
                known = (key, _case(provision))
                if known not in told:  # prohibitions of one case clash with the same duties
                    groups = duties[key].values() if key in duties else ()
                    clashing = (group for group in groups if _together(model, provision, group[0]))
                    told[known] = [duty for group in islice(clashing, _SHOWN) for duty in group[:_SHOWN]]
                found |= {duty.id: duty for duty in told[known]}
            if found:
                yield _problem(provision, list(found.values()))


def _problem(provision: Provision, duties: list[Provision]) -> Problem:
    who = named(sorted({actor for duty in duties for actor in duty.obligors if actor in provision.obligors}))
    which = named([duties[0].id])
    message = f"{who} must not do this and under {which} must, and nothing keeps the two cases apart"
    hint = "write the exception or the order of precedence that a text gives into one of the two"
    related = tuple((duty.at("modality"), f"`{duty.id}` asks for it") for duty in duties)
    return Problem(provision.at("modality"), message, hint, related)


def _acts(model: Model, provision: Provision) -> Iterator[_Key]:
    """What a provision asks for or forbids, as keys that meet where the acts are the same."""
    for actor in provision.obligors:
        if actor == "unspecified":
            continue
        if provision.modality == "must_not" and provision.kind in _PEACE:
            yield from ((actor, "force", other) for other in provision.beneficiary)
            continue
        if provision.modality == "must" and provision.kind in _USE_OF_FORCE:
            yield from ((actor, "force", other) for other in _against(model, provision))
        yield actor, provision.kind, ""


def _against(model: Model, provision: Provision) -> tuple[str, ...]:
    if provision.scope is not None and provision.scope.adversary:
        return provision.scope.adversary
    return model.framework.adversary if model.framework is not None else ()


def _case(provision: Provision) -> tuple[object, ...]:
    scope = provision.scope or Scope()
    return (
        provision.in_force_while, provision.trigger, provision.requires, provision.terminates_when,
        scope.location, scope.conflict, scope.adversary,
    )  # fmt: skip


def _together(model: Model, one: Provision, two: Provision) -> bool:
    """True unless the places or the conditions of two provisions exclude one another."""
    first, second = one.scope or Scope(), two.scope or Scope()
    for mine, other in ((first.location, second.location), (first.conflict, second.conflict)):
        if mine is not None and other is not None and mine != other:
            return False
    if first.adversary and second.adversary and not set(first.adversary) & set(second.adversary):
        return False
    parts: list[Condition] = []
    for each in (one, two):
        parts += [gate for gate in (each.in_force_while, each.trigger, each.requires) if gate is not None]
        if each.terminates_when is not None:
            parts.append(Not.model_construct(condition=each.terminates_when))
    return not parts or values(model, all_of(parts)) != NEVER
