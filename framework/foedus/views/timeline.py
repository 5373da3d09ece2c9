"""What becomes of each promise in a played scenario: its states over time."""

from collections import defaultdict
from collections.abc import Iterator

from foedus.schema import Provision
from foedus.simulation import Position, Trace
from foedus.views.played import caption, component_lanes, instants, stand, whose
from foedus.views.played_shapes import Course, Stretch, Timeline
from foedus.words import component_list, numbers, provisions_of

_Stretches = tuple[Stretch, ...]


def view(trace: Trace) -> Timeline:
    """The timeline of a trace; without courses where the scenario could not be played."""
    points = instants(trace)
    courses = tuple(_courses(trace))
    used = {course.lane for course in courses}
    steps = sum(1 for point in points if point.deeds)
    changing = sum(1 for course in courses if len(course.stretches) > 1)
    alt = (
        f"Timeline of {_count(steps, 'step')}: {_count(len(courses), 'course')}, of which {changing} change."
    )
    kept = tuple(lane for lane in component_lanes(trace) if lane.id in used)
    return Timeline(caption(trace, "timeline", alt), kept, points, courses)


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _courses(trace: Trace) -> Iterator[Course]:
    """One course for each provision, or for each way in which its obligors fare, in order of numbers."""
    model = trace.project.model
    number, found = numbers(model), _stretches(trace)
    components = {each.id for each in component_list(model)}
    asked = {each.provision for each in trace.scenario.expect}
    for provision in _in_order(trace):
        ways: dict[_Stretches, list[Position]] = defaultdict(list)
        for position in sorted(each for each in found if each.provision == provision.id):
            ways[found[position]].append(position)
        every = sum(map(len, ways.values()))
        for place, (stretches, positions) in enumerate(ways.items(), 1):
            yield Course(
                id=f"{provision.id}/{place}",
                number=number.get(provision.id, ""),
                title=provision.title,
                who=whose(model, positions, every),
                lane=provision.component if provision.component in components else "",
                stretches=stretches,
                weight=2 * len(stretches) + (provision.id in asked),
                origin=trace.project.where(provision.route),
            )


def _in_order(trace: Trace) -> list[Provision]:
    model = trace.project.model
    known = [each for component in component_list(model) for each in provisions_of(model, component.id)]
    kept = {each.id for each in known}
    rest = sorted(
        (each for each in model.provisions.values() if each.id not in kept),
        key=lambda each: (each.order is None, each.order or 0, each.id),
    )
    return known + rest


def _stretches(trace: Trace) -> dict[Position, _Stretches]:
    """The stretches of every position; neighbours that look alike are one."""
    model = trace.project.model
    found: dict[Position, list[Stretch]] = defaultdict(list)
    for place, turn in enumerate(trace.turns):
        for change in turn.changes:
            now = stand(model, change.now)
            own = found[change.now.position]
            if not own or own[-1].stand != now:
                own.append(Stretch(place, now))
    return {position: tuple(own) for position, own in found.items()}
