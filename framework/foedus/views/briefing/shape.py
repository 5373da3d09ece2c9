"""A briefing as a plain shape: claims with numbered notes around one figure."""

from dataclasses import dataclass, replace

from foedus.views.document import Figure


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
class Briefing:
    """What one page holds.

    `points` are the weightiest first; `asked` are open questions, `unasked` how many more there are. `notes`
    are in the order of their numbers. `made` says what made the page, of which model.
    """

    title: str
    tag: str
    bottom_line: Claim
    figure: Figure
    points: tuple[Claim, ...]
    asked: tuple[str, ...]
    unasked: str
    rests: Claim
    notes: tuple[str, ...]
    source: str
    made: str

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Everything that is claimed, in the order in which it is read."""
        return (self.bottom_line, *self.points, self.rests)


def shortened(briefing: Briefing, count: int) -> Briefing:
    """The briefing with its first points only; notes no longer needed go, and the others close up."""
    kept = (briefing.bottom_line, *briefing.points[:count], briefing.rests)
    places = {old: new for new, old in enumerate(dict.fromkeys(n for each in kept for n in each.notes), 1)}
    bottom_line, *points, rests = (
        replace(each, notes=tuple(places[number] for number in each.notes)) for each in kept
    )
    notes = tuple(briefing.notes[old - 1] for old in places)
    return replace(briefing, bottom_line=bottom_line, points=tuple(points), rests=rests, notes=notes)
