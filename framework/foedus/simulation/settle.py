"""One instant: positions settle group by group, and what does not read what changed is left alone.

Inside a group whose positions wait for one another, every position is followed from its previous states
against the others' latest, in rounds, until nothing changes: mutual preconditions stay where they are.
Should the rounds ever repeat without coming to rest, what was seen on the way is joined.
"""

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

from foedus.simulation.follow import Follower, Instant, Settled
from foedus.simulation.prepare import Prepared
from foedus.simulation.questions import within
from foedus.simulation.world import Config, Firing, Unknown, Value, World


class Settling:
    """The course of one instant.

    `passed` holds, afterwards, the states through which each settled position went; `before` the former
    value of each.
    """

    def __init__(self, prepared: Prepared, world: World, instant: Instant, touched: Iterable[int]) -> None:
        self.prepared = prepared
        self.world = world
        self.instant = instant
        self.touched = set(touched)
        self.passed: dict[int, int] = {}
        self.before: dict[int, Value] = {}

    def run(self, stirred: Iterable[int] = ()) -> None:
        """Settle what was touched, what acts and clocks stir, and what these move; then record history."""
        plans = self.prepared.plans
        agenda = sorted({*self.touched, *stirred})  # positions are numbered as they settle
        queued = set(agenda)
        while agenda:
            index = heappop(agenda)
            group = plans[index].group
            if group in self.prepared.waiting:
                members = {index}
                while agenda and plans[agenda[0]].group == group:
                    members.add(heappop(agenda))
                moved = self._together(group, members)
            else:
                moved = [index] if self._alone(index) else []
            for reader in (reader for index in moved for reader in plans[index].readers):
                if plans[reader].group != group:
                    self.touched.add(reader)
                    if reader not in queued:
                        queued.add(reader)
                        heappush(agenda, reader)
        self._record()

    def settle(self, groups: Iterable[int]) -> None:
        """Settle whole groups, each after those that it reads, so that nothing has to be woken."""
        for group in groups:
            members = self.prepared.groups[group]
            self.touched.update(members)
            if group in self.prepared.waiting:
                self._together(group, set(members))
            else:
                for index in members:
                    self._alone(index)
        self._record()

    def _alone(self, index: int) -> bool:
        """Settle a position that waits for none of its group; whether it may have moved."""
        settled = self._follow(index, self.world.values[index])
        self._put(index, settled)
        return settled.moved

    def _together(self, group: int, members: set[int]) -> list[int]:
        """Settle positions that wait for one another; those that may have moved come back."""
        inside = self.prepared.groups[group]
        start = {index: self.world.values[index] for index in inside}
        stirred, turn, moved = set(members), set(members), set[int]()
        rounds: list[dict[int, Value]] = []
        seen: dict[object, int] = {}
        join = False
        while turn:
            results = {index: self._follow(index, start[index]) for index in sorted(turn)}
            changed = [index for index, found in results.items() if self._put(index, found, join)]
            moved |= {index for index in turn if results[index].moved}
            woken = self._readers_inside(group, moved) - self.touched
            self.touched |= woken
            stirred |= woken
            turn = woken | (self._readers_inside(group, changed) & stirred)
            rounds.append({index: self.world.values[index] for index in inside})
            before = seen.setdefault((_picture(rounds[-1]), len(stirred)), len(rounds))
            if turn and not join and before < len(rounds):
                self._put_union(rounds[before:])
                join, turn = True, set(stirred)
        return sorted(moved)

    def _readers_inside(self, group: int, indices: Iterable[int]) -> set[int]:
        plans = self.prepared.plans
        return {
            reader for index in indices for reader in plans[index].readers if plans[reader].group == group
        }

    def _follow(self, index: int, start: Value) -> Settled:
        follower = Follower(self.prepared.plans[index], self.world, self.instant)
        return follower.settle(start, index in self.touched)

    def _put(self, index: int, settled: Settled, join: bool = False) -> bool:
        """Give a position its value, joined to the one that it had if asked; whether it has another now."""
        former = self.world.values[index]
        value = _joined((settled.value, former)) if join else settled.value
        self.before.setdefault(index, former)
        self.passed[index] = self.passed.get(index, 0) | settled.passed
        self.world.put(index, value)
        return former.configs.keys() != value.configs.keys() or former.unknowns != value.unknowns

    def _put_union(self, rounds: list[dict[int, Value]]) -> None:
        """Give positions everything that rounds which came back to where they were have found.

        Those that never came to rest are open for that very reason.
        """
        for index in rounds[0]:
            value = _joined([values[index] for values in rounds])
            if len(value.configs) > 1:
                plan = self.prepared.plans[index]
                restless = Unknown("timer", *plan.position, plan.provision.route)
                value = value._replace(unknowns=value.unknowns | {restless})
            self.world.put(index, value)

    def _record(self) -> None:
        """Note in the history what the settled positions have now been in."""
        world = self.world
        for index in self.before:
            for latch, mask in self.prepared.plans[index].latches:
                now = within(world.masks[index], mask)
                if now and world.latches[latch] is not True:
                    world.latches[latch] = True
                    world.latch_unknowns.pop(latch, None)
                elif now is None and world.latches[latch] is False:
                    world.latches[latch] = None
                    world.latch_unknowns[latch] = world.values[index].unknowns


def _picture(values: dict[int, Value]) -> object:
    """What tells one round from another."""
    return tuple((frozenset(value.configs), value.unknowns) for value in values.values())


def _joined(values: Sequence[Value]) -> Value:
    """The union of several values."""
    configs: dict[Config, Firing | None] = {}
    mask = 0
    for value in values:
        configs = value.configs | configs
        mask |= value.mask
    delivered = {value.delivered for value in values}
    unknowns = values[0].unknowns.union(*(value.unknowns for value in values))
    return Value(configs, mask, delivered.pop() if len(delivered) == 1 else None, unknowns)
