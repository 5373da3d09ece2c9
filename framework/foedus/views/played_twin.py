"""The accessible twins of a timeline and of a sequence: the same content as a table."""

from foedus.views.document import Table
from foedus.views.played_shapes import Course, Sequence, Shift, Timeline


def of_timeline(timeline: Timeline) -> Table:
    """Every course, with each state and when it began."""
    lanes = {lane.id: f"{lane.number} {lane.title}" for lane in timeline.lanes}
    rows = tuple(
        (lanes[each.lane], f"{each.number} {each.title}".strip(), each.who or "all", _told(timeline, each))
        for each in timeline.courses
    )
    return Table(("Component", "Provision", "Whose", "Course"), rows)


def _told(timeline: Timeline, course: Course) -> str:
    first, *others = course.stretches
    later = (f"{timeline.instants[each.first].name}: {each.stand.words}" for each in others)
    return "; ".join((f"at the start: {first.stand.words}", *later))


def of_sequence(sequence: Sequence) -> Table:
    """Every step: when, who does it, what happens, and what it changed."""
    names = {doer.id: doer.title for doer in sequence.doers}
    rows = []
    for each in sequence.happenings:
        deeds = each.instant.deeds
        who = dict.fromkeys(names[key] for deed in deeds for key in deed.who)
        told = "; ".join(deed.told for deed in deeds)
        changed = "; ".join(map(_changed, each.shifts)) or "no change of state"
        when = f"{each.instant.number}: {each.instant.name}"
        rows.append((when, ", ".join(who) or "nobody named", told, changed))
    return Table(("When", "Who", "What happens", "What it changed"), tuple(rows))


def _changed(shift: Shift) -> str:
    movers = ", ".join(f"{each.number} ({each.who})" if each.who else each.number for each in shift.movers)
    return f"{shift.before.words} to {shift.now.words}: {movers}"
