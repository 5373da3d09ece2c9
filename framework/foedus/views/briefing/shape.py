"""A briefing as a plain shape: claims with numbered notes around one figure."""

from dataclasses import dataclass, replace

from foedus.views.document import Figure
from foedus.words import counted, joined


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that is said, under a word or two that say what it is about.

    `notes` are the numbers of the notes that say where it stands, from 1; `about` the provisions that it
    speaks of, by id.
    """

    lead: str
    text: str
    notes: tuple[int, ...] = ()
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Where a claim stands: `text` names document and place.

    `about` says how places in the `document` are named and where it can be read: for the first note on it.
    """

    text: str
    document: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """What one page holds.

    `points` and the open questions `asked` are the weightiest first; `unasked` says how many more questions
    there are, `untold` how many points were left out, `rival` on how many points sources differ. `notes` are
    in the order of their numbers. `made` says what made the page, of which model.
    """

    title: str
    tag: str
    bottom_line: Claim
    figure: Figure
    points: tuple[Claim, ...]
    asked: tuple[str, ...]
    unasked: int
    rival: int
    rests: Claim
    notes: tuple[Note, ...]
    source: str
    made: str
    untold: int = 0

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Everything that is claimed, in the order in which it is read."""
        return (self.bottom_line, *self.points, self.rests)

    @property
    def noted(self) -> tuple[str, ...]:
        """The notes as they are printed: what is known about a document stands in the first that names it."""
        first = {each.document: number for number, each in reversed(list(enumerate(self.notes)))}
        return tuple(
            f"{each.text}. {each.about}" if each.about and first[each.document] == number else each.text
            for number, each in enumerate(self.notes)
        )

    @property
    def more(self) -> str:
        """How many points there was no room for, and where they are; empty where all are there."""
        return f"{counted(self.untold, 'more point')}: foedus brief MODEL --as text" if self.untold else ""

    @property
    def open(self) -> tuple[str, ...]:
        """What is open, line by line: questions, then how much more there is."""
        more = [counted(self.unasked, "more open question" if self.asked else "open question")]
        more += [f"{counted(self.rival, 'point')} on which sources differ"]
        told = [words for count, words in zip((self.unasked, self.rival), more, strict=True) if count]
        return (*self.asked, *([f"{joined(told, 'and')}."] if told else []))


def shortened(briefing: Briefing, points: int, asked: int) -> Briefing:
    """The briefing with its first points and questions only.

    Notes that are no longer needed go, and the others close up; points and questions that go are counted.
    """
    kept = (briefing.bottom_line, *briefing.points[:points], briefing.rests)
    places = {old: new for new, old in enumerate(dict.fromkeys(n for each in kept for n in each.notes), 1)}
    bottom_line, *claims, rests = (
        replace(each, notes=tuple(places[number] for number in each.notes)) for each in kept
    )
    notes = tuple(briefing.notes[old - 1] for old in places)
    return replace(
        briefing,
        bottom_line=bottom_line,
        points=tuple(claims),
        untold=briefing.untold + len(briefing.points[points:]),
        asked=briefing.asked[:asked],
        unasked=briefing.unasked + len(briefing.asked[asked:]),
        rests=rests,
        notes=notes,
    )


def barely_noted(briefing: Briefing) -> Briefing:
    """The briefing whose notes name document and place, and no more."""
    return replace(briefing, notes=tuple(replace(each, about="") for each in briefing.notes))
