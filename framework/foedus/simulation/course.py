"""The instants of a play, one after another: steps, and the clocks that run out between them."""

from collections.abc import Mapping
from heapq import heapify, heappop, heappush

from foedus.simulation.clock import day
from foedus.simulation.enact import Enacted, enact, not_due
from foedus.simulation.follow import Instant
from foedus.simulation.lifecycle import BIT
from foedus.simulation.prepare import Prepared
from foedus.simulation.records import Change, Turn, TurnKind, Void, standing
from foedus.simulation.script import Act, Script
from foedus.simulation.settle import Settling
from foedus.simulation.world import Value, World

NOTHING_DONE = Enacted(set(), {}, [], [])


class Course:
    """The instants of one play as they come."""

    def __init__(self, prepared: Prepared, world: World, start: Turn, told: Script) -> None:
        self.prepared = prepared
        self.world = world
        self.told = told
        self.turns = [start]
        self.standings = [change.now for change in start.changes]
        self.clocks = [
            (config.due, index)
            for index, value in enumerate(world.values)
            for config in value.configs
            if config.due is not None
        ]
        heapify(self.clocks)

    def run_clocks(self, until: int) -> None:
        """Let the deadlines that end before a minute pass, oldest first; those that end at once, at once."""
        while self.clocks and self.clocks[0][0] < until:
            due = self.clocks[0][0]
            ended: set[int] = set()
            while self.clocks and self.clocks[0][0] == due:
                ended.add(heappop(self.clocks)[1])
            running = {
                index
                for index in ended
                if any(config.due == due for config in self.world.values[index].configs)
            }
            if running:
                self._turn("clock", due, due, (), NOTHING_DONE, running)

    def step(self, when: int, acts: tuple[Act, ...]) -> None:
        """Apply the acts of a day and settle what they touch."""
        self._turn("step", when, when - 1, acts, enact(self.prepared, self.world, acts), set())

    def _turn(
        self,
        kind: TurnKind,
        when: int,
        expired: int,
        acts: tuple[Act, ...],
        enacted: Enacted,
        ended: set[int],
    ) -> None:
        """Settle one instant and record it."""
        label = day(when, self.told.dated)
        settling = Settling(
            self.prepared,
            self.world,
            Instant(when, label, self.told.dated, expired, enacted.done),
            enacted.touched,
        )
        settling.run(ended | enacted.done.keys())
        void = (*enacted.void, *self._not_due(enacted, settling.passed))
        positions = tuple(sorted(self.prepared.plans[index].position for index in ended))
        self.turns.append(Turn(label, kind, acts, positions, self._changes(settling.before), void))

    def _changes(self, before: Mapping[int, Value]) -> tuple[Change, ...]:
        """What changed at an instant; new clocks are set on the way."""
        dated, start = self.told.dated, self.turns[0].day
        changes = []
        for index in sorted(before):
            former, value = before[index], self.world.values[index]
            if former.configs.keys() == value.configs.keys() and former.unknowns == value.unknowns:
                continue
            for config in value.configs.keys() - former.configs.keys():
                if config.due is not None:
                    heappush(self.clocks, (config.due, index))
            now = standing(self.prepared.plans[index].position, value, start, dated)
            changes.append(Change(self.standings[index], now))
            self.standings[index] = now
        return tuple(changes)

    def _not_due(self, enacted: Enacted, passed: Mapping[int, int]) -> list[Void]:
        """The acts by which something was done that was not due at any point of the instant."""
        void = {each.act for each in enacted.void}
        return [
            not_due(act)
            for act, indices in enacted.aimed
            if act not in void and not any(passed.get(index, 0) & BIT["ACTIVE"] for index in indices)
        ]
