"""What acts do to the world, before positions settle: all acts of an instant at once."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from foedus.finding import Problem
from foedus.logic import Truth
from foedus.place import Route
from foedus.schema import Determination
from foedus.simulation.competence import competence, named_finders
from foedus.simulation.prepare import Plan, Prepared, consented
from foedus.simulation.questions import NOTHING
from foedus.simulation.records import Void, VoidReason
from foedus.simulation.script import Act
from foedus.simulation.world import Unknown, World
from foedus.standing import concluded

_TESTS = {"performs": "performed", "fails": "failed", "exercises": "exercised", "declines": "declined"}
"""The test of the lifecycle that each act meets."""


class Enacted(NamedTuple):
    """What the acts of an instant touched, what was done about each position, and which acts were void."""

    touched: set[int]
    done: dict[int, dict[str, Route]]
    void: list[Void]
    aimed: list[tuple[Act, tuple[int, ...]]]
    """The acts that were somebody's to do, and the positions at which they are aimed."""


def enact(prepared: Prepared, world: World, acts: Sequence[Act]) -> Enacted:
    """Apply the acts of an instant; positions still have their former values while this runs."""
    enacted = Enacted(set(), {}, [], [])
    for act in acts:
        if act.verb == "found":
            _find(prepared, world, act, enacted)
    for act in acts:
        match act.verb:
            case "happens":
                event = prepared.model.events[act.subject]
                for fact, value in event.sets.items():
                    _set(prepared, world, fact, value, act.route, enacted)
            case "set":
                truth = None if act.value is None else act.value is True
                _set(prepared, world, act.subject, truth, act.route, enacted)
            case "withdraws" | "consents":
                _move(prepared, world, act, enacted)
    _do(prepared, world, [act for act in acts if act.verb in _TESTS], enacted)
    return enacted


def _set(prepared: Prepared, world: World, fact: str, truth: Truth, route: Route, enacted: Enacted) -> None:
    """Give a fact a value; what reads it is touched unless it surely had that value already."""
    index = prepared.numbers.facts.get(fact)
    if index is None:
        return
    before = world.facts[index]
    world.set_fact(index, truth, open_fact(prepared, fact, route))
    if before is None or world.facts[index] is not before:
        enacted.touched.update(prepared.fact_readers.get(index, ()))


def open_fact(prepared: Prepared, fact: str, route: Route) -> Unknown:
    """The unknown that a fact is, left open at a place."""
    capacity = prepared.model.facts[fact].kind == "capacity"
    return Unknown("capacity" if capacity else "fact", fact, "", route)


def _find(prepared: Prepared, world: World, act: Act, enacted: Enacted) -> None:
    """Record a finding, as far as whoever makes it can."""
    determination = prepared.model.determinations[act.subject]
    competent = competence(prepared, world, determination, act.by)
    if competent.truth is not True:
        doubt = "may be without effect" if competent.truth is None else "is without effect"
        message = f"void act: the finding `{act.subject}` {doubt}, because {competent.because}"
        hint = "let a competent body make it, or move it to a day on which the body can act"
        problem = Problem(act.route, message, hint, competent.related)
        enacted.void.append(Void(act, "competence", competent.truth is False, problem))
    if competent.truth is False:
        return
    finders = (act.by,) if act.by else named_finders(prepared, determination)
    for finder in finders if determination.by == "each_obligor" else ("",):
        key = (act.subject, finder or "")
        before = world.findings.get(key, False)
        truth, unknowns = _outcome(prepared, world, determination, act, key)
        if competent.truth is None and before is not truth:
            truth, unknowns = None, unknowns | competent.unknowns | world.finding_unknowns.get(key, NOTHING)
        world.findings[key], world.finding_unknowns[key] = truth, unknowns
        if truth is None or before is not truth:
            enacted.touched.update(prepared.finding_readers.get(act.subject, ()))


def _outcome(
    prepared: Prepared, world: World, determination: Determination, act: Act, key: tuple[str, str]
) -> tuple[Truth, frozenset[Unknown]]:
    """What a finding comes to: a deadlock is what the determination, or else its body, says that it is."""
    body = prepared.model.bodies.get(determination.body or "")
    word = str(act.value)
    if word == "deadlocked":
        word = determination.on_deadlock or (body.on_deadlock if body else None) or "unspecified"
    if word in ("established", "rejected"):
        return word == "established", NOTHING
    unknown = Unknown("determination", *key, act.route)
    truth = world.resolved.get(unknown)
    return truth, NOTHING if truth is not None else frozenset({unknown})


def _move(prepared: Prepared, world: World, act: Act, enacted: Enacted) -> None:
    """An actor, and whoever is part of it, leaves or joins a text, a provision, or whatever it owes."""
    concerned = [
        prepared.plans[index]
        for index in prepared.owed_by.get(act.by or "", ())
        if act.subject in ("", prepared.plans[index].provision.id, prepared.plans[index].provision.instrument)
    ]
    for plan in concerned:
        own = {bearer for bearer in plan.bearers if act.by in prepared.wholes(bearer)}
        parties = world.left if act.verb == "withdraws" else world.joined
        parties[plan.index] = parties.get(plan.index, frozenset()) | own
        if act.verb == "consents":
            world.left[plan.index] = world.left.get(plan.index, frozenset()) - own
            _conclude(prepared, world, plan, act)
        test = "withdrawn" if act.verb == "withdraws" else "concluded"
        enacted.done.setdefault(plan.index, {})[test] = act.route
        enacted.touched.add(plan.index)
    if not concerned:
        _void(enacted, act, "not_owed", f"`{act.by}` owes nothing under it", "name who owes it")


def _conclude(prepared: Prepared, world: World, plan: Plan, act: Act) -> None:
    """Consent can bring a promise nearer to being concluded, never further from it."""
    model, provision = prepared.model, plan.provision
    truths = [
        consented(model, provision, world.terms.as_of, act.subject == provision.id)
        if bearer in world.joined[plan.index]
        else concluded(model, provision, bearer, world.terms.as_of)
        for bearer in plan.bearers
    ]
    truth = False if False in truths else None if None in truths else True
    if truth is True or (truth is None and world.concluded[plan.index] is False):
        world.concluded[plan.index] = truth


def _do(prepared: Prepared, world: World, acts: Iterable[Act], enacted: Enacted) -> None:
    """Note what was done about each position.

    A collective position is performed or exercised when all who share it act at one instant, and failed
    or declined when one of them does so.
    """
    doers: dict[tuple[str, str], set[str]] = {}
    for act in acts:
        plans = [prepared.plans[index] for index in prepared.numbers.of[act.subject]]
        owners = {bearer for plan in plans for bearer in plan.bearers}
        fitting = ("exercises", "declines") if plans[0].choice is not None else ("performs", "fails")
        if act.by is not None and act.by not in owners:
            owed = ", ".join(f"`{owner}`" for owner in sorted(owners))
            _void(
                enacted,
                act,
                "not_owed",
                f"`{act.subject}` is for {owed} to do, not for `{act.by}`",
                "name who owes it",
            )
            continue
        if act.verb not in fitting:
            sort = "a may" if plans[0].choice is not None else "a duty"
            why = f"`{act.subject}` is {sort}: write `{fitting[0]}` or `{fitting[1]}`"
            _void(enacted, act, "not_fitting", why, f"write `{fitting[0]}` or `{fitting[1]}`")
            continue
        aimed = tuple(plan.index for plan in plans if act.by is None or act.by in plan.bearers)
        enacted.aimed.append((act, aimed))
        acting = doers.setdefault((act.verb, act.subject), set())
        acting |= owners if act.by is None else {act.by}
        for plan in plans:
            needed = set(plan.bearers) - world.left.get(plan.index, frozenset())
            together = act.verb in ("performs", "exercises")
            if needed <= acting if together else needed & acting:
                enacted.done.setdefault(plan.index, {})[_TESTS[act.verb]] = act.route
    for act, indices in enacted.aimed:
        if not any(_TESTS[act.verb] in enacted.done.get(index, {}) for index in indices):
            why = f"`{act.subject}` is for all who share it to do together"
            _void(enacted, act, "not_owed", why, "let all of them act on one day, or leave out `by`")


def not_due(act: Act) -> Void:
    """The void act of somebody who does what is not due."""
    message = f"void act: `{act.verb} {act.subject}` has no effect, because it is not ACTIVE at that instant"
    return Void(act, "not_due", True, Problem(act.route, message, "move it to a day on which it is due"))


def _void(enacted: Enacted, act: Act, reason: VoidReason, why: str, hint: str) -> None:
    problem = Problem(act.route, f"void act: `{act.verb}` has no effect, because {why}", hint)
    enacted.void.append(Void(act, reason, True, problem))
