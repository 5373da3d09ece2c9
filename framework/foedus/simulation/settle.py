"""One instant: positions settle group by group, and what does not read what changed is left alone.

Inside a group whose positions wait for one another, every position is followed from its previous states
against the others' latest, in rounds, until nothing changes: mutual preconditions stay where they are.
Should the rounds ever repeat without coming to rest, what was seen on the way is joined.
"""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

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
        waiting: dict[int, set[int]] = {}
        for index in {*self.touched, *stirred}:
            waiting.setdefault(plans[index].group, set()).add(index)
        agenda = list(waiting)
        heapify(agenda)
        while agenda:
            group = heappop(agenda)
            members = waiting.pop(group)
            for index in self._settled(group, members):
                for reader in plans[index].readers:
                    later = plans[reader].group
                    if later != group:
                        self.touched.add(reader)
                        if later not in waiting:
                            waiting[later] = set()
                            heappush(agenda, later)
                        waiting[later].add(reader)
        self._record()

    def settle(self, groups: Iterable[int]) -> None:
        """Settle whole groups, each after those that it reads, so that nothing has to be woken."""
        for group in groups:
            members = self.prepared.groups[group]
            self.touched.update(members)
            self._settled(group, set(members))
        self._record()

    def _settled(self, group: int, members: set[int]) -> list[int]:
        """Settle positions of a group; those that may have moved come back."""
        return (self._together if group in self.prepared.waiting else self._each)(group, members)

    def _each(self, group: int, members: set[int]) -> list[int]:
        """Settle positions that do not read one another; those that may have moved come back."""
        results = {index: self._follow(index, self.world.values[index]) for index in sorted(members)}
        self._put(results)
        return [index for index, settled in results.items() if settled.moved]

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
            changed = self._put_joined(results) if join else self._put(results)
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

    def _put(self, results: dict[int, Settled]) -> list[int]:
        """Give positions their values; those whose value is not the one that they had come back."""
        changed = []
        for index, settled in results.items():
            former = self.world.values[index]
            self.before.setdefault(index, former)
            self.passed[index] = self.passed.get(index, 0) | settled.passed
            self.world.put(index, settled.value)
            if (
                former.configs.keys() != settled.value.configs.keys()
                or former.unknowns != settled.value.unknowns
            ):
                changed.append(index)
        return changed

    def _put_joined(self, results: dict[int, Settled]) -> list[int]:
        """Add what was found in a round to what was found before it."""
        return self._put({
            index: settled._replace(value=_joined((settled.value, self.world.values[index])))
            for index, settled in results.items()
        })  # fmt: skip

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
