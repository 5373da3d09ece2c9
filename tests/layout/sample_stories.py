"""Small played scenarios as plain shapes, of any size, for the tests of layout and writers."""

from datetime import date, timedelta

from sample_pictures import caption, lanes

from foedus.schema.vocabulary import State
from foedus.views.played_shapes import (
    Course,
    Deed,
    DeedKind,
    Doer,
    Happening,
    Instant,
    Mover,
    Sequence,
    Shift,
    Stand,
    Stretch,
    Timeline,
)
from foedus.words import day

KINDS: tuple[DeedKind, ...] = ("event", "fact", "finding", "act", "clock")
STATES: tuple[State, ...] = (
    "INACTIVE", "STANDBY", "PENDING", "ACTIVE", "SUSPENDED", "FULFILLED", "BREACHED", "LAPSED", "TERMINATED",
)  # fmt: skip
CYRILLIC = "Стрімке підсилення з оборонних запасів у разі загрози, на прохання держави та її союзників"


def instants(
    days: tuple[int, ...], dated: bool = False, told: str = "Something happens"
) -> tuple[Instant, ...]:
    """A start on day 0, and a step on each of these days."""
    found = [Instant("start", "", *_names(0, dated), 0.0)]
    for place, at in enumerate(days, 1):
        kind = KINDS[(place - 1) % len(KINDS)]
        who = (f"actor-{place % 3}",) if place % 4 else ()
        deed = Deed(kind, f"{told} {place}", f"{told} {place}", who, "1.1" if kind == "act" else "", 1)
        found.append(Instant("step", str(place), *_names(at, dated), float(at), (deed,)))
    return tuple(found)


def _names(at: int, dated: bool) -> tuple[str, str]:
    moment = date(2026, 1, 6) + timedelta(days=at)
    short = f"{moment.day} {day(moment).split()[1][:3]} {moment.year}"
    return (day(moment), short) if dated else (f"day {at}", str(at))


def timeline(
    courses: int = 6,
    days: tuple[int, ...] = (0, 1, 5, 100, 101),
    title: str = "A promise of help",
    dated: bool = False,
    told: str = "Something happens",
) -> Timeline:
    """Courses in three lanes: every third never changes, the others go through several states."""
    points = instants(days, dated, told)
    made = tuple(_course(place, len(points), f"{title} {place}") for place in range(courses))
    used = {course.lane for course in made}
    return Timeline(caption(), tuple(lane for lane in lanes() if lane.id in used), points, made)


def _course(place: int, points: int, title: str) -> Course:
    lane = place % 3
    stretches = [Stretch(0, Stand((STATES[place % 4],)))]
    if place % 3:
        for point in range(1, points):
            state = STATES[(place + 2 * point) % len(STATES)]
            several = (place + point) % 4 == 0 and state != "ACTIVE"
            stretches.append(Stretch(point, Stand((state, "ACTIVE") if several else (state,))))
    weight = 2 * len(stretches)
    return Course(f"p{place}/1", f"{lane + 1}.{place}", title, "", f"l{lane}", tuple(stretches), weight)


def sequence(
    days: tuple[int, ...] = (0, 1, 5, 100, 101),
    doers: int = 3,
    movers: int = 4,
    dated: bool = False,
    told: str = "Something happens",
) -> Sequence:
    """Steps by several doers, each with two kinds of change, the third without any."""
    found = []
    for place, point in enumerate(instants(days, dated, told)[1:]):
        who = (f"actor-{place % doers}",) if place % 4 else ()
        deeds = tuple(Deed(d.kind, d.text, d.told, who, d.number, d.hue) for d in point.deeds)
        made = Instant(point.kind, point.number, point.name, point.short, point.at, deeds)
        found.append(Happening(made, () if place % 3 == 2 else _shifts(movers)))
    named = tuple(Doer(f"actor-{i}", f"Actor {i}", "state") for i in range(doers))
    return Sequence(caption(), (Doer("", "No doer named"), *named), tuple(found))


def _shifts(movers: int) -> tuple[Shift, ...]:
    moved = tuple(
        Mover(f"1.{i}", f"A promise of help {i}", "France" if i == 2 else "", 1) for i in range(movers)
    )
    first = Shift(Stand(("INACTIVE",)), Stand(("STANDBY", "ACTIVE")), moved)
    return first, Shift(Stand(("STANDBY",)), Stand(("ACTIVE",)), moved[:1])
