"""Courses gathered into the lines of a timeline: from one line each to as few as say the same.

What never changes is said in one line for each component and state; what takes the same course as its
neighbours in a component shares their line. No change is ever left out of a line that stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from foedus.views.played_shapes import Course, Stretch
from foedus.views.shapes import Lane

Density: TypeAlias = Literal["all", "unchanged", "alike", "apart"]
DENSITIES: tuple[Density, ...] = ("all", "unchanged", "alike", "apart")
"""From every course on a line of its own, over lines for what never changes, and for what fares alike, to
what never changes in a lane of its own."""

STILL = Lane("unchanged", "", "Unchanged", 0)
"""The lane of what never changes, where it is set apart."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its number, its text, a quieter second text, and the courses that it stands for.

    Where `listed`, the number is a list of them and the text only says how many they are.
    """

    number: str
    text: str
    note: str
    courses: tuple[Course, ...]
    lane: str
    listed: bool = False

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        return self.courses[0].stretches

    @property
    def weight(self) -> int:
        return max(course.weight for course in self.courses)


def rows(courses: tuple[Course, ...], density: Density) -> tuple[Row, ...]:
    """The lines of a timeline, in the order of the courses that come first in them."""
    groups: dict[tuple[str, object], list[Course]] = {}
    for course in courses:
        groups.setdefault(_key(course, density), []).append(course)
    return tuple(_row(tuple(found), lane) for (lane, _), found in groups.items())


def briefer(every: tuple[Row, ...]) -> Iterator[tuple[Row, ...]]:
    """The same lines with fewer and fewer titles: one after another gives only the numbers of its courses.

    Those that change least come first.
    """
    shared = [i for i, row in enumerate(every) if len(row.courses) > 1 and not row.listed]
    for place in sorted(shared, key=lambda i: (every[i].weight, -i)):
        brief = _numbered(every[place])
        every = (*every[:place], brief, *every[place + 1 :])
        yield every


def _numbered(row: Row) -> Row:
    text = f"{_counted(row.courses)} alike"
    return replace(row, number=_listed(row.courses), text=text, note="", listed=True)


def _key(course: Course, density: Density) -> tuple[str, object]:
    """The lane in which a course stands, and what it shares with those on the same line."""
    still = len(course.stretches) == 1
    if still and density == "apart":
        return STILL.id, course.stretches
    shared = density != "all" and (still or density != "unchanged")
    return course.lane, course.stretches if shared else course.id


def _row(courses: tuple[Course, ...], lane: str) -> Row:
    first = courses[0]
    if len(courses) == 1:
        return Row(first.number, first.title, first.who, courses, lane)
    if len(first.stretches) == 1:
        said = "" if lane == STILL.id else f" {first.stretches[0].stand.words} throughout"
        return Row(_listed(courses), f"{_counted(courses)}{said}", "", courses, lane, listed=True)
    own = f"{first.who}; " if first.who else ""
    return Row(first.number, first.title, f"{own}same course: {_listed(courses[1:])}", courses, lane)


def _counted(courses: tuple[Course, ...]) -> str:
    return f"{len({course.number for course in courses})} provisions"


def _listed(courses: tuple[Course, ...]) -> str:
    """The numbers of the courses, runs of three and more shortened, and whose they are where that differs."""
    parts: list[str] = []
    run: list[Course] = []
    for course in courses:
        if run and not (course.who or run[-1].who) and _next(run[-1].number, course.number):
            run.append(course)
            continue
        parts += _run(run)
        run = [course]
    return ", ".join(parts + _run(run))


def _run(run: list[Course]) -> list[str]:
    if len(run) > 2:
        return [f"{run[0].number}–{run[-1].number}"]
    return [f"{course.number} ({course.who})" if course.who else course.number for course in run]


def _next(before: str, after: str) -> bool:
    """Whether one number follows another: 3.4 after 3.3."""
    (head, _, last), (start, _, first) = before.rpartition("."), after.rpartition(".")
    return head == start and last.isdigit() and first.isdigit() and int(first) == int(last) + 1
