"""The plain shapes of a played scenario: courses over time, and who did what when.

Like the shapes of a model they know no page and no trace: words, numbers and places have been resolved
by the view. Instants are counted from 0 in the order of time.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from foedus.place import Span
from foedus.schema.vocabulary import State
from foedus.views.shapes import Caption, Lane, Picture

DeedKind: TypeAlias = Literal[
    "event",  # something happens
    "fact",  # a fact is set
    "finding",  # somebody finds that something is so, or not, or cannot decide
    "act",  # somebody performs, fails, exercises, declines, withdraws or consents
    "clock",  # a deadline has passed
]

InstantKind: TypeAlias = Literal["start", "step", "clock", "end"]

MEANINGS: dict[State, str] = {
    "INACTIVE": "not in force",
    "STANDBY": "in force, no case yet",
    "PENDING": "requirement missing",
    "ACTIVE": "due, or may be used",
    "SUSPENDED": "without effect",
    "FULFILLED": "done",
    "BREACHED": "broken",
    "LAPSED": "its time has passed unused",
    "TERMINATED": "at an end",
}
"""What each state is called in a legend."""

UNDETERMINED = "several possible"
"""What several possible states are called in a legend."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How a promise stands: the states that are possible, and what its obligor was seen to do in them."""

    states: tuple[State, ...]
    note: str = ""

    @property
    def words(self) -> str:
        """As it is printed: `INACTIVE or ACTIVE`."""
        said = (
            " or ".join((", ".join(self.states[:-1]), self.states[-1])) if self.states[1:] else self.states[0]
        )
        return f"{said}, {self.note}" if self.note else said


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that is done or happens at an instant.

    `who` holds ids of doers, none where nobody is named; `text` stands in a doer's lane, `told` is the
    whole sentence, its doer included. `number` and `hue` are those of the provision that it is about.
    """

    kind: DeedKind
    text: str
    told: str
    who: tuple[str, ...] = ()
    number: str = ""
    hue: int = 0
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Instant:
    """A point in time at which something happens, or at which the story starts or ends.

    `number` counts what happens from 1, and is empty for the start and the end; `at` is its place in
    days; `name` is the day in full ("end of day 10"), `short` the day where there is little room ("10").
    """

    kind: InstantKind
    number: str
    name: str
    short: str
    at: float
    deeds: tuple[Deed, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """How a promise stands from an instant on, until the next stretch."""

    first: int
    stand: Stand


@dataclass(frozen=True, slots=True)
class Course:
    """What becomes of a promise: its stretches in order of time, the first from the start.

    `who` names the obligors where those of one provision fare differently; the higher `weight`, the
    later it is left out where there is no room.
    """

    id: str
    number: str
    title: str
    who: str
    lane: str
    stretches: tuple[Stretch, ...]
    weight: int = 0
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The courses of all promises, grouped by lane and in order of their numbers."""

    caption: Caption
    lanes: tuple[Lane, ...]
    instants: tuple[Instant, ...]
    courses: tuple[Course, ...]


@dataclass(frozen=True, slots=True)
class Doer:
    """Somebody who does something; the id is empty for what happens without a doer who is named."""

    id: str
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mover:
    """A promise that changed: its number and title, and whose it is where others' did not change so."""

    number: str
    title: str
    who: str
    hue: int


@dataclass(frozen=True, slots=True)
class Shift:
    """One way in which promises changed at an instant, and which of them did."""

    before: Stand
    now: Stand
    movers: tuple[Mover, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """An instant at which something happens, and all that it changed."""

    instant: Instant
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class Sequence:
    """Who did what when, and what that changed."""

    caption: Caption
    doers: tuple[Doer, ...]
    happenings: tuple[Happening, ...]


AnyPicture: TypeAlias = Picture | Timeline | Sequence
"""Every shape that can be drawn: of a model, or of a scenario that was played."""
