"""A model made ready, as plain data for the engine in the browser.

What Python has compiled (positions, the rows of the lifecycle that can apply to each, conditions with names
turned into numbers, who reads what) is handed over as it is; the engine in `assets/` only runs it, so that
there is one place in which the language is given its meaning. An unknown is spelt as one text
(`kind|subject|obligor|place`), by which sets of them can be compared.
"""

from typing import Any

from foedus.schema import Body, Determination, Scenario, latest
from foedus.simulation import Act, Unknown
from foedus.simulation.beginning import terms
from foedus.simulation.competence import named_finders
from foedus.simulation.enact import open_fact
from foedus.simulation.lifecycle import STATES, Move
from foedus.simulation.prepare import Plan, Prepared, consented
from foedus.simulation.questions import (
    Count,
    Negated,
    OfDelivery,
    OfFact,
    OfFinding,
    OfHistory,
    OfNobody,
    OfState,
    Question,
    Undeclared,
)
from foedus.simulation.script import script
from foedus.standing import concluded, stated_on


def program(prepared: Prepared) -> dict[str, Any]:
    """Everything that the engine needs to play any scenario of a model, as JSON can hold it."""
    model = prepared.model
    standing = prepared.standing(stated_on(model))
    return {
        "states": list(STATES),
        "facts": [_fact(prepared, name) for name in prepared.numbers.facts],
        "positions": [
            _position(prepared, plan, truth, unknown)
            for plan, (truth, unknown) in zip(prepared.plans, standing, strict=True)
        ],
        "groups": [list(group) for group in prepared.groups],
        "waiting": sorted(prepared.waiting),
        "latches": len(prepared.numbers.latches),
        "fact_readers": {str(fact): list(readers) for fact, readers in prepared.fact_readers.items()},
        "finding_readers": {name: list(readers) for name, readers in prepared.finding_readers.items()},
        "events": {event.id: event.sets for event in model.events.values()},
        "determinations": {each.id: _determination(prepared, each) for each in model.determinations.values()},
        "bodies": {body.id: _body(prepared, body) for body in model.bodies.values()},
        "owed_by": {actor: list(indices) for actor, indices in prepared.owed_by.items()},
        "of": {provision: list(indices) for provision, indices in prepared.numbers.of.items()},
        "refused": [problem.message for problem in prepared.refused],
    }


def _fact(prepared: Prepared, name: str) -> dict[str, Any]:
    fact = prepared.model.facts[name]
    unknown = open_fact(prepared, name, fact.at("initial"))
    initial = None if fact.initial == "unknown" else fact.initial
    return {"id": name, "initial": initial, "unknown": spelt(prepared, unknown)}


def _position(prepared: Prepared, plan: Plan, truth: bool | None, unknown: Unknown) -> dict[str, Any]:
    provision, day, model = plan.provision, stated_on(prepared.model), prepared.model
    return {
        "provision": plan.position.provision,
        "obligor": plan.position.obligor,
        "instrument": provision.instrument or "",
        "group": plan.group,
        "bearers": list(plan.bearers),
        "wholes": {bearer: list(prepared.wholes(bearer)) for bearer in plan.bearers},
        "moves": {state: [_move(move) for move in moves] for state, moves in plan.moves.items()},
        "gates": {gate: _question(prepared, question) for gate, question in plan.gates.items()},
        "places": {
            field: str(prepared.project.where(provision.at(field)))
            for field in (*plan.gates, "deadline", "instrument")
        },
        "place": str(prepared.project.where(provision.route)),
        "deadline": list(plan.deadline) if plan.deadline is not None else None,
        "due_by": plan.due_by,
        "choice": spelt(prepared, plan.choice) if plan.choice is not None else None,
        "kept_up": plan.kept_up,
        "readers": list(plan.readers),
        "latches": [list(latch) for latch in plan.latches],
        "concluded": truth,
        "open_conclusion": spelt(prepared, unknown),
        "restless": spelt(prepared, Unknown("timer", *plan.position, provision.route)),
        "late": spelt(prepared, Unknown("timer", *plan.position, provision.at("deadline"))),
        "consents": {
            bearer: {
                "directly": consented(model, provision, day, True),
                "to_text": consented(model, provision, day, False),
                "stated": concluded(model, provision, bearer, day),
            }
            for bearer in plan.bearers
        },
    }


def _move(move: Move) -> list[Any]:
    tests = [list(test) for test in move.tests]
    return [tests, move.target, move.records, move.uses_clock]


def _question(prepared: Prepared, question: Question) -> list[Any]:
    """A condition as nested lists, the first of each its kind."""
    match question:
        case Count(count=count, parts=parts):
            return ["count", count, [_question(prepared, part) for part in parts]]
        case Negated(part=part):
            return ["not", _question(prepared, part)]
        case OfFact(fact=fact):
            return ["fact", fact]
        case Undeclared(unknown=unknown):
            return ["undeclared", spelt(prepared, unknown)]
        case OfState(positions=positions, mask=mask):
            return ["state", list(positions), mask]
        case OfDelivery(positions=positions, choices=choices):
            keys = [spelt(prepared, each) if each is not None else None for each in choices]
            return ["delivered", list(positions), keys]
        case OfHistory(positions=positions, latches=latches, mask=mask):
            return ["reached", list(positions), list(latches), mask]
        case OfFinding(key=key):
            return ["finding", "|".join(key)]
        case OfNobody(fact=fact_question, unknown=unknown):
            return ["nobody", _question(prepared, fact_question), spelt(prepared, unknown)]
    raise AssertionError(question)


def _determination(prepared: Prepared, each: Determination) -> dict[str, Any]:
    body = prepared.model.bodies.get(each.body or "")
    return {
        "by": each.by,
        "body": each.body if body is not None else None,
        "finders": list(named_finders(prepared, each)),
        "on_deadlock": each.on_deadlock or (body.on_deadlock if body else None) or "unspecified",
        "place": str(prepared.project.where(each.at("by"))),
    }


def _body(prepared: Prepared, body: Body) -> dict[str, Any]:
    founder = body.established_by or ""
    status = latest(body.status, stated_on(prepared.model))
    pending = Unknown("determination", body.id, "", body.at("status"))
    return {
        "founder": list(prepared.numbers.of.get(founder, ())) if founder in prepared.numbers.of else None,
        "founder_id": founder,
        "status": status,
        "unknown": spelt(prepared, pending),
    }


def spelt(prepared: Prepared, unknown: Unknown) -> str:
    """An unknown as one text: of what kind, about what, for which obligor, and where it is written."""
    place = prepared.project.where(unknown.route)
    return "|".join((unknown.kind, unknown.subject, unknown.obligor, str(place)))


def played(prepared: Prepared, scenario: Scenario) -> dict[str, Any]:
    """A scenario of the model as the engine plays it: acts by minute, and the terms on which it is played."""
    told = script(prepared.model, scenario)
    on = terms(scenario, None, None, stated_on(prepared.model), told.start, told.dated)
    return {
        "dated": told.dated,
        "start": told.start,
        "horizon": told.horizon,
        "rule": on.rule,
        "concluded": dict(on.concluded),
        "facts": {
            fact: [truth, spelt(prepared, open_fact(prepared, fact, route))]
            for fact, truth, route in on.facts
            if fact in prepared.model.facts
        },
        "instants": [[when, [_act(prepared, act) for act in acts]] for when, acts in told.instants],
        "refused": [refusal.problem.message for refusal in told.refusals],
    }


def _act(prepared: Prepared, act: Act) -> dict[str, Any]:
    return {
        "verb": act.verb,
        "subject": act.subject,
        "by": act.by,
        "value": act.value,
        "place": str(prepared.project.where(act.route)),
    }
