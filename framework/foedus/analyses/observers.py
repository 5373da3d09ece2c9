"""Observers: a condition as a provision of its own, so that the engine itself says when the condition holds.

An observer is ACTIVE exactly while its condition is true, and may be ACTIVE where the condition is
unknown. It binds nobody and nothing reads it. Only what bears on the observers is kept beside them (the
cone of influence), so that a search need not look at the rest of the model.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from foedus.kept import kept
from foedus.load import Project
from foedus.logic import Truth, leaves
from foedus.schema import GATES, UNSPECIFIED, Condition, Found, Model, Provision
from foedus.simulation import Prepared
from foedus.simulation.lifecycle import BIT
from foedus.simulation.world import World


def observed(project: Project, conditions: Mapping[str, Condition]) -> Project:
    """The part of a project that bears on some conditions, with an observer for each, by name."""
    model = project.model
    watching = {_id(name): _observer(model, name, each) for name, each in conditions.items()}
    whole = {**model.provisions, **watching}
    kept = set(watching)
    agenda = sorted(kept)
    while agenda:
        for key in _read(model, whole[agenda.pop()]):
            if key in whole and key not in kept:
                kept.add(key)
                agenda.append(key)
    provisions = {key: whole[key] for key in sorted(kept)}
    return replace(project, model=model.model_copy(update={"provisions": provisions}))


def truth(prepared: Prepared, world: World, name: str) -> Truth:
    """Whether the condition of an observer holds in a world."""
    found: Truth = False
    for index in prepared.numbers.of[_id(name)]:
        mask = world.masks[index]
        if mask == BIT["ACTIVE"]:
            return True
        found = None if mask & BIT["ACTIVE"] else found
    return found


def _id(name: str) -> str:
    return f"({name})"  # no element can have such an id


def _observer(model: Model, name: str, condition: Condition) -> Provision:
    """Nobody's duty while the condition holds; where each obligor finds for itself, one position for each."""
    asked = {leaf.determination for leaf in leaves(condition) if isinstance(leaf, Found) and not leaf.obligor}
    each = {key for key in asked if key in model.determinations and _by_each(model, key)}
    finders = {who for key in each for who in _finders(model, key)}
    return Provision.model_construct(  # its condition has been read already
        id=_id(name), title=name, kind="institutional", obligors=tuple(sorted(finders)) or (UNSPECIFIED,),
        modality="must", trigger=condition,
    )  # fmt: skip


def _by_each(model: Model, determination: str) -> bool:
    return model.determinations[determination].by == "each_obligor"


def _finders(model: Model, determination: str) -> Iterator[str]:
    """Those who owe a provision that asks for a finding."""
    for key in _asking(model).get(determination, ()):
        yield from model.provisions[key].obligors


def _read(model: Model, provision: Provision) -> Iterator[str]:
    """The provisions that bear on one: those that its gates read, and those that set up who must find."""
    for gate in GATES:
        for leaf in leaves(getattr(provision, gate)):
            if isinstance(leaf, Found):
                found = model.determinations.get(leaf.determination)
                body = model.bodies.get(found.body or "") if found is not None else None
                if body is not None and body.established_by is not None:
                    yield body.established_by
                if found is not None and found.by == "each_obligor":
                    yield from _asking(model).get(found.id, ())
            elif not isinstance(leaf, str):
                yield leaf.provision


@kept
def _asking(model: Model) -> Mapping[str, Mapping[str, None]]:
    """The provisions that ask for each finding, by id; each once, in the order of the model."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for provision in model.provisions.values():
        for gate in GATES:
            for leaf in leaves(getattr(provision, gate)):
                if isinstance(leaf, Found):
                    found[leaf.determination][provision.id] = None
    return found
