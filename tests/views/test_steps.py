"""A scenario step by step: where every promise stands at each step, and what has just moved."""

import pytest

from foedus.opening import read
from foedus.simulation import Trace, play
from foedus.views import slides, steps
from foedus.views.shapes import Grid
from foedus.words import numbers


@pytest.fixture(scope="module", params=["renewed-attack", "united-states-withdraws", "breach-and-deadlock"])
def trace(request: pytest.FixtureRequest) -> Trace:
    project = read("paris-2026")
    return play(project, request.param, reading=project.reading)


def pictures(trace: Trace, brief: int = 0) -> list[Grid]:
    return [steps.view(trace, place, brief) for place in range(steps.steps(trace))]


def test_the_rows_are_the_same_at_every_step(trace: Trace) -> None:
    assert len({(each.rows, each.columns) for each in pictures(trace)}) == 1


def test_what_moved_at_a_step_is_what_the_trace_says(trace: Trace) -> None:
    number = numbers(trace.project.model)
    for picture, turn in zip(pictures(trace), trace.turns, strict=True):
        lines = [line for row in picture.cells for cell in row for line in cell if line.style == "strong"]
        moved = {
            number[each.now.position.provision]
            for each in turn.changes
            if turn.kind != "start" and each.now.states != each.before.states
        }
        assert {line.text.split()[0] for line in lines} == moved


def test_every_promise_stands_somewhere_at_every_step(trace: Trace) -> None:
    every = set(numbers(trace.project.model).values())
    for picture in pictures(trace, brief=4):
        lines = [line.text for row in picture.cells for cell in row for line in cell]
        spread = {each for line in lines for part in line.split(", ") for each in _each(part)}
        assert spread >= every


def _each(part: str) -> list[str]:
    """The numbers that a part of a line names: `2.1–2.4` names four."""
    first, _, last = part.partition("–")
    if not last:
        return [first]
    head, _, begin = first.partition(".")
    return [f"{head}.{place}" for place in range(int(begin), int(last.partition(".")[2]) + 1)]


def test_why_a_promise_moved_is_said_beside_it() -> None:
    project = read("paris-2026")
    last = pictures(play(project, "renewed-attack", reading=project.reading))[-1]
    told = [[line.text for line in cell] for row in last.cells for cell in row if len(cell) > 1]
    assert ["4.2 Support Ukraine if Russia attacks again (to be finalised)",
            "was INACTIVE or STANDBY; not concluded"] in told  # fmt: skip


def test_a_slide_of_titles_tells_what_a_picture_names_by_number_only() -> None:
    trace = play(read("paris-2026"), "renewed-attack")
    moved, shown = steps.moved(trace, 1), "Support deterrence"
    assert len(moved) == 30
    told = tuple(f"{number} {title}" for number, title in moved if title != shown)
    assert slides.unnamed(moved, f"… {shown} …").items == told
    assert slides.unnamed(moved, " ".join(title for _, title in moved)).items == ()


def test_what_has_moved_is_what_the_fullest_picture_sets_in_bold() -> None:
    trace = play(read("paris-2026"), "renewed-attack")
    for place in range(steps.steps(trace)):
        cells = [cell for row in steps.view(trace, place).cells for cell in row]
        bold = {line.text.partition(" ")[0] for cell in cells for line in cell if line.style == "strong"}
        assert bold == {number for number, _ in steps.moved(trace, place)}
