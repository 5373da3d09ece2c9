"""Positions: a provision as each of those who owe it has it."""

from typing import NamedTuple

from foedus.schema import UNSPECIFIED, Provision

TOGETHER = "(together)"
"""The obligor of a collective position: those who owe it, as one. No id can be spelt so."""


class Position(NamedTuple):
    """A provision and who owes it."""

    provision: str
    obligor: str

    def __str__(self) -> str:
        return f"{self.provision} / {self.obligor}"


def bearers(provision: Provision) -> tuple[str, ...]:
    """Those who owe a provision, each once, by id; `unspecified` where the text names nobody."""
    return tuple(sorted(set(provision.obligors))) or (UNSPECIFIED,)


def positions_of(provision: Provision) -> tuple[Position, ...]:
    """The positions of a provision, by obligor.

    Several obligors: one position each; `joint`, one collective position; `joint_and_several`, both.
    A single obligor has one position, whatever its responsibility is called.
    """
    each = bearers(provision)
    together = (Position(provision.id, TOGETHER),)
    several = tuple(Position(provision.id, obligor) for obligor in each)
    if len(each) == 1 or provision.responsibility in ("several", "unspecified"):
        return several
    return together if provision.responsibility == "joint" else together + several
