"""A timeline or a sequence as a diagram, for the formats that know only boxes and arrows."""

from itertools import pairwise

from foedus.views.played_shapes import Course, Deed, DeedKind, Instant, Sequence, Shift, Timeline
from foedus.views.shapes import Box, BoxKind, Diagram, Link

_KINDS: dict[DeedKind, BoxKind] = {
    "event": "event",
    "fact": "condition",
    "finding": "determination",
    "act": "condition",
    "clock": "condition",
}


def of_timeline(timeline: Timeline) -> Diagram:
    """What happens in order of time, and from it to each promise that it moves, with both states."""
    steps = [(place, each) for place, each in enumerate(timeline.instants) if each.deeds]
    boxes = [box for place, instant in steps for box in _deeds(place, instant)]
    boxes += [_course(course) for course in timeline.courses]
    links = [
        Link(_first(before), _first(after), "includes", "then") for (before, _), (after, _) in pairwise(steps)
    ]
    for course in timeline.courses:
        for before, after in pairwise(course.stretches):
            meaning = f"{before.stand.words} to {after.stand.words}"
            links.append(
                Link(_first(after.first), f"course:{course.id}", "activates", meaning, course.origin)
            )
    lanes = tuple(lane for lane in timeline.lanes if lane.id)
    return Diagram(timeline.caption, lanes, tuple(boxes), tuple(links))


def of_sequence(sequence: Sequence) -> Diagram:
    """Each doer, what it does, and what that changed."""
    boxes = [Box(f"doer:{doer.id}", "actor", doer.title) for doer in sequence.doers]
    links: list[Link] = []
    for place, happening in enumerate(sequence.happenings):
        for i, deed in enumerate(happening.instant.deeds):
            links += [
                Link(f"doer:{who}", f"deed:{place}:{i}", "activates", "does") for who in deed.who or ("",)
            ]
        boxes += _deeds(place, happening.instant)
        for i, shift in enumerate(happening.shifts):
            boxes.append(Box(f"shift:{place}:{i}", "condition", _shift(shift)))
            links.append(Link(_first(place), f"shift:{place}:{i}", "activates", "changes"))
    return Diagram(sequence.caption, (), tuple(boxes), tuple(links))


def _first(place: int) -> str:
    return f"deed:{place}:0"


def _deeds(place: int, instant: Instant) -> list[Box]:
    return [_deed(f"deed:{place}:{i}", instant, deed) for i, deed in enumerate(instant.deeds)]


def _deed(id: str, instant: Instant, deed: Deed) -> Box:
    return Box(id, _KINDS[deed.kind], f"{instant.name}: {deed.told}", title=deed.told, origin=deed.origin)


def _course(course: Course) -> Box:
    text = f"{course.title} ({course.who})" if course.who else course.title
    first = course.stretches[0].stand.words
    text += f": {first} throughout" if len(course.stretches) == 1 else ""
    return Box(
        f"course:{course.id}", "provision", text, course.number, course.lane, title=text, origin=course.origin
    )


def _shift(shift: Shift) -> str:
    movers = ", ".join(f"{each.number} ({each.who})" if each.who else each.number for each in shift.movers)
    return f"{shift.before.words} to {shift.now.words}: {movers}"
