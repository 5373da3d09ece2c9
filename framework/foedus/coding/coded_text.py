"""The text that is coded: the clauses of the instrument that a system rests on."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from foedus.coding.code import NOT_FOUND, Clause
from foedus.load import Project
from foedus.schema import Body, Instrument, Model, Provision, latest
from foedus.schema.actors import named_members
from foedus.standing import UNAGREED, stated_on

ACTIVE_SUPPORT = ("defense", "offense")
"""The kinds that ATOP calls a promise of active military support."""

OBLIGATIONS = (*ACTIVE_SUPPORT, "neutrality", "nonaggression", "consultation")
"""The kinds of obligation of which a text needs one to be an alliance for ATOP."""

_ABSTAINING = frozenset(
    ("nonaggression", "neutrality", "ceasefire", "demilitarization", "arms_limitation", "disarmament")
)
"""The kinds that a prohibition can be of; a prohibition of any other kind is not the thing itself."""


@dataclass(frozen=True)
class CodedText:
    """A model as a coder reads it: the provisions of one text, in the order of their ids.

    What was dropped, what a draft alone holds and what single states announced are not coded.
    """

    project: Project

    @property
    def model(self) -> Model:
        """The model whose text is coded."""
        return self.project.model

    @cached_property
    def instrument(self) -> Instrument | None:
        """The text that the system rests on; None where the model names none."""
        framework = self.model.framework
        return self.model.instruments.get((framework.instrument if framework else None) or "")

    @cached_property
    def texts(self) -> tuple[Instrument, ...]:
        """The text that the system rests on; all of its texts, by id, where the model names none of them."""
        every = tuple(each for _, each in sorted(self.model.instruments.items()))
        return (self.instrument,) if self.instrument is not None else every

    @property
    def alliance(self) -> bool:
        """Whether some provision is of a kind that makes a text an alliance for ATOP."""
        return bool(self.of_kind(*OBLIGATIONS))

    def related(self, actor: str) -> frozenset[str]:
        """An actor with whatever it is part of or a member of, and its own named members."""
        actors = self.model.actors
        own = actors.get(actor)
        found = {actor, *(named_members(own.members) if own is not None else ())}
        if own is not None and own.of is not None:
            found.add(own.of)
        groups = {key for key, each in actors.items() if actor in named_members(each.members)}
        return frozenset(found | groups)

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """The provisions of the text, but for those that were dropped."""
        main = self.instrument.id if self.instrument else None
        day = stated_on(self.model)
        return tuple(
            each
            for _, each in sorted(self.model.provisions.items())
            if (main is None or each.instrument in (None, main)) and latest(each.status, day) != "dropped"
        )

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """The bodies that the text, or one of its provisions, sets up."""
        own = {each.id for each in (*self.provisions, *self.texts)}
        return tuple(each for _, each in sorted(self.model.bodies.items()) if each.established_by in own)

    def of_kind(self, *kinds: str) -> tuple[Provision, ...]:
        """The provisions of these kinds, but for prohibitions of what is no abstention itself."""
        found = (each for each in self.provisions if each.kind in kinds)
        return tuple(each for each in found if each.modality != "must_not" or each.kind in _ABSTAINING)

    def owed(self, *kinds: str) -> tuple[Provision, ...]:
        """The duties and prohibitions of these kinds: what somebody must or must not do."""
        return tuple(each for each in self.of_kind(*kinds) if each.modality != "may")

    def presence(self, provisions: Iterable[Provision], clauses: tuple[Clause, ...] = ()) -> str:
        """Whether something is there, and how firmly: in an agreed text, in another, or as a power only."""
        found = tuple(provisions)
        if not found:
            return "present" if clauses else NOT_FOUND
        if all(each.modality == "may" for each in found):
            return "permitted, not owed"
        day = stated_on(self.model)
        owed = [each for each in found if each.modality != "may"]
        unagreed = all(latest(each.status, day) in UNAGREED for each in owed)
        return "present, not yet agreed" if unagreed else "present"


def clauses(provisions: Iterable[Provision], field: str = "kind") -> tuple[Clause, ...]:
    """A field of each provision, as the place that answers."""
    return tuple(Clause(each.title, each.at(field)) for each in provisions)


def where(
    provisions: Iterable[Provision], fields: dict[str, Callable[[Provision], object]]
) -> Iterator[Clause]:
    """The fields that say something, provision by provision."""
    for provision in provisions:
        for path, value in fields.items():
            if value(provision):
                yield Clause(provision.title, provision.at(*path.split(".")))
