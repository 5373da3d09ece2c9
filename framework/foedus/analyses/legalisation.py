"""The legalisation profile of each component: obligation, precision, delegation, each with its inputs.

After Abbott, Keohane, Moravcsik, Slaughter and Snidal (The Concept of Legalization, International
Organization 54, 2000): three dimensions that vary independently of one another. What is computed here are
traits of single provisions, counted and named; they are added up to no score, and they are the model's
words, not codes of that study.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from foedus.logic import leaves
from foedus.schema import GATES, UNSPECIFIED, Determination, Fact, Found, Model, Provision
from foedus.standing import UNAGREED, gone, stated_on, status_on
from foedus.words import component_list, provisions_of

Dimension: TypeAlias = Literal["obligation", "precision", "delegation"]
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)


@dataclass(frozen=True, slots=True)
class Trait:
    """Something that provisions of a component have: of which dimension, what, and which of them, by id."""

    dimension: Dimension
    says: str
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """One component (None for what frames them all): its provisions in the running, and every trait."""

    component: str | None
    provisions: tuple[str, ...]
    traits: tuple[Trait, ...]


def profiles(model: Model) -> tuple[Profile, ...]:
    """The profile of each component in its order, then that of what belongs to none; empty ones left out."""
    parts = [*(each.id for each in component_list(model)), None]
    found = (_profile(model, part) for part in parts)
    return tuple(each for each in found if each.provisions)


def _profile(model: Model, component: str | None) -> Profile:
    own = [each for each in provisions_of(model, component) if not gone(model, each)]
    traits = tuple(
        Trait(dimension, says, tuple(each.id for each in own if has(model, each)))
        for dimension, asked in _TRAITS.items()
        for says, has in asked.items()
    )
    return Profile(component, tuple(each.id for each in own), traits)


Test: TypeAlias = Callable[[Model, Provision], bool]


def _unagreed(model: Model, provision: Provision) -> bool:
    return status_on(model, provision, stated_on(model)) in UNAGREED


def _defined(model: Model, provision: Provision) -> bool:
    facts = list(_facts(model, provision))
    return bool(facts) and all(each.definition for each in facts)


def _found_by_somebody(model: Model, provision: Provision) -> bool:
    return any(each.by not in ("automatic", "unspecified") for each in _findings(model, provision))


def _found_by_nobody(model: Model, provision: Provision) -> bool:
    return any(each.by == "unspecified" for each in _findings(model, provision))


def _facts(model: Model, provision: Provision) -> Iterator[Fact]:
    """The facts on which the gates of a provision turn, themselves or through a finding."""
    for gate in GATES:
        for leaf in leaves(getattr(provision, gate)):
            key = leaf
            if isinstance(leaf, Found) and leaf.determination in model.determinations:
                key = model.determinations[leaf.determination].of
            if isinstance(key, str) and key in model.facts:
                yield model.facts[key]


def _findings(model: Model, provision: Provision) -> list[Determination]:
    """The ways in which somebody is to find those facts."""
    facts = {each.id for each in _facts(model, provision)}
    return [each for each in model.determinations.values() if each.of in facts]


_TRAITS: Mapping[Dimension, Mapping[str, Test]] = {
    "obligation": {
        "duties": lambda model, own: own.modality == "must",
        "prohibitions": lambda model, own: own.modality == "must_not",
        "permissions": lambda model, own: own.modality == "may",
        "verb “will” or “shall”": lambda model, own: own.wording in ("will", "shall"),
        "said to bind in law": lambda model, own: "legal" in own.bindingness,
        "not agreed yet": _unagreed,
    },
    "precision": {
        "names who owes it": lambda model, own: UNSPECIFIED not in own.obligors,
        "names a time": lambda model, own: own.deadline is not None,
        "limits against whom or where": lambda model, own: own.scope is not None,
        "turns on defined terms only": _defined,
        "leaves means or whether open": lambda model, own: own.discretion in ("means", "whether_and_means"),
        "content left open": lambda model, own: own.undeveloped,
    },
    "delegation": {
        "turns on a finding by somebody": _found_by_somebody,
        "turns on a finding by nobody named": _found_by_nobody,
        "owed by a body": lambda model, own: bool(set(own.obligors) & set(model.bodies)),
        "about settling disputes": lambda model, own: own.kind in ("dispute_resolution", "joint_commission"),
    },
}
"""By dimension, what is asked of each provision."""
