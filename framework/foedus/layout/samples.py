"""The legends of played scenarios: only what occurs, drawn by the same code as the picture.

A sample is drawn from x = 0 about y = 0 for the frame to move. Lengths are points.
"""

from foedus.layout import metrics
from foedus.layout.axis import break_mark
from foedus.layout.bands import band
from foedus.layout.cards import Card, draw
from foedus.layout.drawing import Area, Entry, Item, Words
from foedus.layout.flags import deed_mark
from foedus.layout.marks import CAP
from foedus.layout.palette import HUES, INK, WHITE
from foedus.layout.tokens import LEGEND
from foedus.views.played_shapes import MEANINGS, UNDETERMINED, DeedKind, Sequence, Stand, Timeline
from foedus.views.shapes import Box, BoxKind

_GAP = 6.0
KINDS: dict[DeedKind, str] = {
    "event": "event",
    "fact": "fact set",
    "finding": "finding",
    "act": "act",
    "clock": "deadline passed",
}
"""What each kind of deed is called."""
BOXES: dict[DeedKind, BoxKind] = {
    "event": "event",
    "fact": "condition",
    "finding": "determination",
    "act": "provision",
    "clock": "condition",
}
"""As which box of a diagram each kind of deed is drawn."""


def of_timeline(timeline: Timeline, told: bool, broken: bool) -> tuple[Entry, ...]:
    """Samples of the deeds (where they are `told`) and states that occur, and of a break in time."""
    stands = {stretch.stand for course in timeline.courses for stretch in course.stretches}
    kinds = {deed.kind for instant in timeline.instants for deed in instant.deeds}
    entries = [_deed(kind) for kind in KINDS if told and kind in kinds]
    entries += of_stands(stands)
    if broken:
        entries.append(sample("break", 22, break_mark(11, 0), "time shortened"))
    return tuple(entries)


def of_sequence(sequence: Sequence) -> tuple[Entry, ...]:
    """Samples of the deeds that occur, and of the states from and to which something changed."""
    kinds = {deed.kind for each in sequence.happenings for deed in each.instant.deeds}
    stands = {
        stand for each in sequence.happenings for shift in each.shifts for stand in (shift.before, shift.now)
    }
    shapes = dict.fromkeys(BOXES[kind] for kind in KINDS if kind in kinds)
    return (*(_card(shape, kinds) for shape in shapes), *of_stands(stands))


def _card(shape: BoxKind, kinds: set[DeedKind]) -> Entry:
    """One shape of a card, with all that it stands for."""
    card = Card(Box("", shape, ""), 20, 11, 6.4, ())
    label = " or ".join(KINDS[kind] for kind in KINDS if kind in kinds and BOXES[kind] == shape)
    return sample(f"deed {shape}", 20, draw(card, Area(0, -5.5, 20, 11), 0), label, 8)


def of_stands(stands: set[Stand]) -> list[Entry]:
    """Samples of the states that occur alone, in lifecycle order, and one for several possible ones."""
    single = {stand.states[0] for stand in stands if len(stand.states) == 1}
    entries = [
        _state(Stand((state,)), f"{state}: {MEANINGS[state]}") for state in MEANINGS if state in single
    ]
    if several := sorted((stand for stand in stands if len(stand.states) > 1), key=lambda each: each.words):
        entries.append(_state(several[0], UNDETERMINED))
    return entries


def _state(stand: Stand, label: str) -> Entry:
    key = f"state {stand.states[0]}" if len(stand.states) == 1 else "state undetermined"
    return sample(key, 24, band(Area(0, -5.0, 24, 10), stand, HUES[0], LEGEND, WHITE, words=False), label)


def _deed(kind: DeedKind) -> Entry:
    return sample(f"deed {kind}", 8, deed_mark(4, 0, kind), KINDS[kind])


def sample(key: str, wide: float, items: tuple[Item, ...], label: str, half: float = 7.0) -> Entry:
    """Items that are `wide` and at most twice `half` high, with what they mean."""
    length = metrics.width(label, LEGEND)
    text = Words(wide + _GAP, LEGEND * CAP / 2, label, LEGEND, INK, length)
    return Entry(key, Area(0, -half, wide + _GAP + length, 2 * half), (*items, text))
