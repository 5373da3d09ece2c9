"""A party with an interest can keep the case from being established, or help from being given.

A veto player is one whose agreement is needed for a decision (Tsebelis). Where the adversary, an ally
of the adversary or somebody who would owe the response is a veto player in the body that determines
the case, or in the organ whose act is sought (`through`), the promise depends on its good will. Under the
Budapest Memorandum of 1994 the route for assistance led to the Security Council, in which each of the
three that gave the assurances held a veto.

Bad:

    framework: {title: A guarantee, as_of: 1994-12-05, beneficiary: [], adversary: [rival]}
    actors:
      rival: {title: Rival, kind: state}
    bodies:
      council: {title: Council, kind: council, veto: [rival]}
    facts:
      attack: {title: Armed attack, kind: brute, initial: false}
    determinations:
      attack-finding:
        title: The Council finds an attack
        of: attack
        by: body
        body: council  # <- D03
    provisions:
      assistance:
        title: Assist the host
        kind: defense
        obligors: [unspecified]
        modality: must
        trigger: {finding: attack-finding}

Good:

    framework: {title: A guarantee, as_of: 1994-12-05, beneficiary: [], adversary: [rival]}
    actors:
      rival: {title: Rival, kind: state}
    bodies:
      council: {title: Council, kind: council, decision_rule: majority}
    facts:
      attack: {title: Armed attack, kind: brute, initial: false}
    determinations:
      attack-finding:
        title: The Council finds an attack
        of: attack
        by: body
        body: council
    provisions:
      assistance:
        title: Assist the host
        kind: defense
        obligors: [unspecified]
        modality: must
        trigger: {finding: attack-finding}
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.place import Route
from foedus.rules.gating import uses
from foedus.rules.running import running
from foedus.schema import Body, Determination, Model, Provision, named_members
from foedus.schema.vocabulary import DecisionRule

CODE = "D03"
NAME = "interested-party-can-block"
SEVERITY = Severity.WARNING
STRICT = Severity.ERROR

PERMANENT = frozenset({"china", "france", "russia", "soviet-union", "united-kingdom", "united-states"})
"""The permanent members of the Security Council (Charter of the United Nations, article 23), by id."""
PERMANENT_CODES = frozenset({"CN", "FR", "RU", "SU", "GB", "US"})
"""The same by ISO 3166 code."""


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each finding that opens a gate, and each organ sought, that can be blocked so."""
    model = graph.model
    asked: dict[str, list[tuple[Provision, Route]]] = {}
    for use in uses(model):
        if use.determination is not None and use.positive and use.gate != "terminates_when":
            asked.setdefault(use.determination.id, []).append((use.provision, use.route))
    for name in sorted(asked):
        determination = model.determinations[name]
        blockers = _blockers(model, determination)
        resting = [provision for provision, _ in asked[name]]
        roles = {actor: role for actor in blockers if (role := _role(model, actor, resting))}
        if roles:
            yield _problem(determination, blockers, roles, asked[name])
    yield from _organs(model)


def _organs(model: Model) -> Iterator[Problem]:
    """Each organ through which something is sought, and in which an interested party can block it."""
    seeking: dict[str, list[Provision]] = {}
    for provision in running(model):
        if provision.through in model.bodies and provision.modality != "must_not":
            seeking.setdefault(str(provision.through), []).append(provision)
    for name, (first, *others) in sorted(seeking.items()):
        blockers = _veto_players(model.bodies[name], model.bodies[name].decision_rule)
        roles = {actor: role for actor in blockers if (role := _role(model, actor, [first, *others]))}
        if roles:
            message = f"{_listed(roles)} can keep `{name}` from doing what is sought of it"
            ways = sorted({blockers[actor] for actor in roles}, key=str)
            related = [(way, "how it can block") for way in ways]
            related += [(each.at("through"), f"`{each.id}` seeks it too") for each in others]
            hint = "check the voting rule; if it holds, play a scenario in which the organ does not act"
            yield Problem(first.at("through"), message, hint, tuple(related))


def _listed(roles: dict[str, str]) -> str:
    who = [f"`{actor}` ({role})" for actor, role in roles.items()]
    return f"{', '.join(who[:-1])} and {who[-1]}" if len(who) > 1 else who[0]


def _problem(
    determination: Determination, blockers: dict[str, Route],
    roles: dict[str, str], asked: list[tuple[Provision, Route]],
) -> Problem:  # fmt: skip
    place = determination.at("body" if determination.by == "body" else "by")
    ways = sorted({blockers[actor] for actor in roles} - {place}, key=str)
    related = [(way, "how it can block") for way in ways]
    related += [(route, f"`{provision.id}` turns on this finding") for provision, route in asked]
    hint = "check the voting rule; if it holds, name what follows when the body is blocked (`on_deadlock`)"
    return Problem(place, f"{_listed(roles)} can keep this from being established", hint, tuple(related))


def _blockers(model: Model, determination: Determination) -> dict[str, Route]:
    """Who can keep a finding from being made, and where that is written."""
    if determination.by == "un_security_council":
        return {actor.id: determination.at("by") for actor in model.actors.values()
                if actor.id in PERMANENT or PERMANENT_CODES & set(actor.aliases)}  # fmt: skip
    body = model.bodies.get(determination.body or "") if determination.by == "body" else None
    return _veto_players(body, determination.decision_rule or body.decision_rule) if body else {}


def _veto_players(body: Body, rule: DecisionRule | None) -> dict[str, Route]:
    """Those without whom a body cannot decide, and where that is written."""
    found: dict[str, Route] = {}
    if rule in ("unanimity", "consensus"):
        found |= dict.fromkeys(named_members(body.members), body.at("members"))
    if rule == "lead_decides" and body.lead is not None:
        found[body.lead] = body.at("lead")
    found |= {actor: body.at("veto", place) for place, actor in enumerate(body.veto)}
    return dict(sorted(found.items()))


def _role(model: Model, actor: str, provisions: list[Provision]) -> str:
    """What makes an actor interested in the outcome; an empty text where nothing does."""
    adversaries = set(model.framework.adversary) if model.framework else set()
    adversaries |= {name for each in provisions if each.scope for name in each.scope.adversary}
    roles = ["adversary"] if actor in adversaries else []
    if not roles and any(_allied(model, actor, adversary) for adversary in adversaries):
        roles = ["ally of the adversary"]
    roles += ["obligor"] if any(actor in each.obligors for each in provisions) else []
    return ", ".join(roles)


def _allied(model: Model, actor: str, adversary: str) -> bool:
    """True for two that are named as members of one coalition."""
    coalitions = (group for group in model.actors.values() if group.kind == "coalition")
    return any({actor, adversary} <= set(named_members(group.members)) for group in coalitions)
