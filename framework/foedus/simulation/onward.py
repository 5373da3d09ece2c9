"""A world moved on without a record, for analyses that look at thousands of courses."""

from collections.abc import Sequence

from foedus.simulation.clock import DAY, minute
from foedus.simulation.enact import enact
from foedus.simulation.follow import Instant
from foedus.simulation.prepare import Prepared
from foedus.simulation.script import Act
from foedus.simulation.settle import Settling
from foedus.simulation.world import World


def onward(prepared: Prepared, world: World, day: int, acts: Sequence[Act]) -> World:
    """The world after a numbered day: clocks that ended before it have passed, then its acts apply."""
    later = waited(prepared, world, day)
    enacted = enact(prepared, later, acts)
    instant = Instant(minute(day), day, False, minute(day) - 1, enacted.done)
    Settling(prepared, later, instant, enacted.touched).run(enacted.done.keys())
    return later


def waited(prepared: Prepared, world: World, day: int) -> World:
    """The world when a numbered day begins and nothing has happened: clocks that ended before it passed."""
    later = world.copy()
    while (due := first_due(later)) is not None and due < minute(day):
        ended = [index for index, end in later.clocks.items() if end == due]
        Settling(prepared, later, Instant(due, due // DAY, False, due, {}), ()).run(ended)
    return later


def first_due(world: World) -> int | None:
    """The minute at which the next clock runs out; None where none runs."""
    return min(world.clocks.values(), default=None)
