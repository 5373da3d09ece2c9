"""Who can make a finding, judged on the state before the instant at which it is made."""

from typing import NamedTuple

from foedus.logic import Truth
from foedus.place import Route
from foedus.schema import Body, Determination, latest
from foedus.simulation.lifecycle import BIT
from foedus.simulation.prepare import Prepared
from foedus.simulation.questions import NOTHING, OfState
from foedus.simulation.world import Unknown, World


class Competence(NamedTuple):
    """Whether somebody can make a finding, why not, and what leaves it open."""

    truth: Truth
    because: str = ""
    unknowns: frozenset[Unknown] = NOTHING
    related: tuple[tuple[Route, str], ...] = ()
    """Where it is written who can find."""


def competence(prepared: Prepared, world: World, determination: Determination, by: str | None) -> Competence:
    """Whether a finding that `by` makes (None: whoever is named) can have effect."""
    written = ((determination.at("by"), "who finds"),)
    match determination.by:
        case "automatic":
            return Competence(False, "it needs no finding: what happens counts by itself", related=written)
        case "unspecified":
            return Competence(False, "nobody is named to find it", related=written)
    named = named_finders(prepared, determination)
    if by is not None and named and by not in named:
        finders = " or ".join(f"`{each}`" for each in named)
        return Competence(False, f"it is for {finders} to find, not for `{by}`", related=written)
    if determination.body in prepared.model.bodies:
        return _of_body(prepared, world, prepared.model.bodies[determination.body])
    return Competence(True)


def named_finders(prepared: Prepared, determination: Determination) -> tuple[str, ...]:
    """Those who may find, where the model names them; empty where anybody may speak for them."""
    finders = {finder for finder in (determination.body, determination.actor) if finder is not None}
    if determination.by in ("each_obligor", "any_obligor"):
        finders |= prepared.finding_bearers.get(determination.id, frozenset())
    elif determination.by == "beneficiary" and not finders:
        readers = prepared.finding_readers.get(determination.id, ())
        finders |= {each for index in readers for each in prepared.plans[index].provision.beneficiary}
    return tuple(sorted(finders))


def _of_body(prepared: Prepared, world: World, body: Body) -> Competence:
    """A body set up by a provision can act while that provision is due; any other once it is established."""
    founder = body.established_by or ""
    if founder in prepared.numbers.of:
        active = OfState(prepared.numbers.of[founder], BIT["ACTIVE"])
        truth = active.truth(world)
        because = f"`{body.id}` cannot act unless `{founder}` is ACTIVE"
        unknowns = active.unknowns(world) if truth is None else NOTHING
        return Competence(truth, because, unknowns, ((body.at("established_by"), "what sets the body up"),))
    status = latest(body.status, world.terms.as_of)
    if status == "dissolved":
        return Competence(False, f"`{body.id}` is dissolved", related=((body.at("status"), "its status"),))
    if status in ("proposed", "to_be_established"):
        unknown = Unknown("determination", body.id, "", body.at("status"))
        because = f"`{body.id}` is not established yet"
        return Competence(
            world.resolved.get(unknown), because, frozenset({unknown}), ((unknown.route, "its status"),)
        )
    return Competence(True)
