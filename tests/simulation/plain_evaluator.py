"""A second evaluator, slow and obvious, written from the language reference alone.

It shares no code with the engine and reads the plain dictionaries that models are written from. Every
unknown guard is fixed in every combination before anything moves; positions that wait for one another are
all followed again in every round. Days are numbers; deadlines are whole days.
"""

from itertools import product
from typing import Any

LADDER = ["INACTIVE", "STANDBY", "PENDING", "ACTIVE", "FULFILLED"]
GATES = {
    "enters_when": True,
    "in_force_while": True,
    "trigger": False,
    "requires": True,
    "terminates_when": False,
}
CHOICE = {"open": None, "exercise": True, "decline": False}


def least(values):
    """Kleene's `all`: the minimum in false < unknown < true."""
    ranks = [{False: 0, None: 1, True: 2}[value] for value in values]
    return [False, None, True][min(ranks, default=2)]


def most(values):
    """Kleene's `any`: the maximum in false < unknown < true."""
    return flip(least([flip(value) for value in values]))


def flip(value):
    """Kleene's `not`."""
    return None if value is None else not value


def leaves(condition, positive=True):
    """Every test in a condition, and whether the whole rises with it."""
    if isinstance(condition, str):
        return [(condition, positive)]
    if "not" in condition:
        return leaves(condition["not"], not positive)
    for key in ("all", "any", "of"):
        if key in condition:
            return [leaf for part in condition[key] for leaf in leaves(part, positive)]
    if "in" in condition:
        closed = set(condition["in"]) in [set(LADDER[place:]) for place in range(len(LADDER))]
        return [(condition, positive == closed)]
    return [(condition, positive)]


def named(leaf):
    """The provision that a test is about, or None."""
    if isinstance(leaf, str) or "finding" in leaf:
        return None
    return leaf.get("active") or leaf.get("state") or leaf.get("delivered") or leaf.get("reached")


class Evaluator:
    """One play of one scenario; `resolve` settles unknowns by name."""

    def __init__(
        self, model: dict[str, Any], told: dict[str, Any], resolve: dict[Any, bool] | None = None
    ) -> None:
        self.model, self.told, self.resolve = model, told, resolve or {}
        self.provisions = model["provisions"]
        self.positions = [(name, who) for name in sorted(self.provisions) for who in self.owners(name)]
        self.edges = [
            (named(leaf), name, positive)
            for name, fields in self.provisions.items()
            for gate in GATES
            if gate in fields
            for leaf, positive in leaves(fields[gate], gate != "terminates_when")
            if named(leaf)
        ]
        self.facts = {
            name: self.settled(("fact", name)) if value == "unknown" else value
            for name, value in model["facts"].items()
        }
        self.findings: dict[Any, Any] = {}
        self.history: dict[Any, Any] = {}
        self.left: set[Any] = set()
        self.configs = {position: {("INACTIVE", None, None, None)} for position in self.positions}
        self.pictures: list[Any] = []

    def settled(self, name):
        """Whether an unknown is resolved, and how."""
        return self.resolve.get(name)

    def owners(self, name):
        """Who has a position: each obligor, all together, or both."""
        each = sorted(self.provisions[name]["obligors"])
        how = self.provisions[name].get("responsibility", "several")
        if len(each) == 1 or how == "several":
            return each
        return ["(together)"] if how == "joint" else ["(together)", *each]

    def bearers(self, position):
        """Whose acts count for a position."""
        each = sorted(self.provisions[position[0]]["obligors"])
        return each if position[1] == "(together)" else [position[1]]

    # The order of settling

    def reach(self, start):
        """The provisions that one can be reached from, along the edges."""
        found, waiting = set(), [start]
        while waiting:
            here = waiting.pop()
            for source, target, _ in self.edges:
                if source == here and target not in found:
                    found.add(target)
                    waiting.append(target)
        return found

    def groups(self):
        """Provisions that wait for one another, in an order in which each comes after what it reads."""
        reach = {name: self.reach(name) for name in self.provisions}
        groups = {
            frozenset({a, *(b for b in self.provisions if b in reach[a] and a in reach[b])}) for a in reach
        }
        ordered: list[Any] = []
        while len(ordered) < len(groups):
            done = {name for group in ordered for name in group}
            ready = [
                group
                for group in groups - set(ordered)
                if all(source in done | group for source, target, _ in self.edges if target in group)
            ]
            ordered += ready
        return ordered

    def negative(self):
        """True where positions that wait for one another do so through a negation."""
        return any(
            not positive and source in group and target in group
            for group in self.groups()
            for source, target, positive in self.edges
        )

    # Truth

    def about(self, leaf):
        """The positions that a test is about."""
        return [position for position in self.positions if position[0] == named(leaf)]

    def state_test(self, position, states):
        """Whether a position is in one of some states."""
        found = {config[0] in states for config in self.configs[position]}
        return found.pop() if len(found) == 1 else None

    def delivered(self, position):
        """Whether a position is being honoured, or has been."""
        fields, truths = self.provisions[position[0]], set()
        for state, _, _, done in self.configs[position]:
            if state == "FULFILLED":
                truths.add(True)
            elif state == "ACTIVE" and fields["modality"] == "may":
                truths.add(done if done is not None else self.choice(position))
            else:
                truths.add(state == "ACTIVE" and self.kept_up(fields))
        return truths.pop() if len(truths) == 1 else None

    def choice(self, position):
        """Whether a guarantor who may act does."""
        rule = CHOICE[self.told.get("discretion", "open")]
        return self.settled(("choice", position)) if rule is None else rule

    def kept_up(self, fields):
        """True for a maintenance duty; a prohibition is one."""
        return fields["modality"] == "must_not" or fields.get("performance", "maintenance") == "maintenance"

    def finding(self, name, position):
        """What has been found."""
        determination = self.model["determinations"][name]
        brute = self.facts[determination["of"]]
        match determination["by"]:
            case "automatic":
                return brute
            case "unspecified":
                decided = self.settled(("found", name))
                if brute is False or decided is False:
                    return False
                return None if decided is None else brute
            case "each_obligor":
                return least([self.findings.get((name, who), False) for who in self.bearers(position)])
            case _:
                return self.findings.get((name, ""), False)

    def truth(self, condition, position):
        """The truth of a condition, seen from a position."""
        if isinstance(condition, str):
            return self.facts[condition]
        if "not" in condition:
            return flip(self.truth(condition["not"], position))
        if "all" in condition:
            return least([self.truth(part, position) for part in condition["all"]])
        if "any" in condition:
            return most([self.truth(part, position) for part in condition["any"]])
        if "at_least" in condition:
            values = [self.truth(part, position) for part in condition["of"]]
            sure, maybe = values.count(True), values.count(None)
            needed = condition["at_least"]
            return True if sure >= needed else None if sure + maybe >= needed else False
        if "finding" in condition:
            return self.finding(condition["finding"], position)
        about = self.about(condition)
        if "active" in condition:
            return most([self.state_test(each, ["ACTIVE"]) for each in about])
        if "state" in condition:
            return most([self.state_test(each, condition["in"]) for each in about])
        if "delivered" in condition:
            return most([self.delivered(each) for each in about])
        states = condition["in"]
        past = [self.history.get((each, tuple(sorted(states))), False) for each in about]
        return most([*past, *(self.state_test(each, states) for each in about)])

    # One position

    def guards(self, position):
        """The truth of every guard that the world answers."""
        fields = self.provisions[position[0]]
        known = {
            gate: self.truth(fields[gate], position) if gate in fields else default
            for gate, default in GATES.items()
        }
        known["concluded"] = self.concluded(position[0])
        known["taken_up"] = self.choice(position)
        return known

    def concluded(self, name):
        """Whether a provision is concluded."""
        assumed = self.told.get("assume", {}).get("concluded", {})
        if name in assumed:
            return assumed[name]
        open_ = self.provisions[name].get("status") == "to_be_finalised"
        return self.settled(("concluded", name)) if open_ else True

    def rest(self, config, guards, position, acts, now, expired):
        """Where a configuration comes to rest, every guard being true or false, and whether it moved."""
        fields = self.provisions[position[0]]
        trigger, may = "trigger" in fields, fields["modality"] == "may"
        gone = set(self.bearers(position)) <= {who for what, who in self.left if what == position}
        moved = False
        while True:
            state, due, back, done = config
            passed = due is not None and due <= expired
            alive = state in ("INACTIVE", "STANDBY", "PENDING", "ACTIVE", "SUSPENDED")
            entering = guards["concluded"] and guards["enters_when"] and guards["in_force_while"]
            fresh = now + fields["deadline"] if "deadline" in fields else None
            taken_up = done if done is not None else may and guards["taken_up"]
            if alive and (guards["terminates_when"] or gone):
                new = ("TERMINATED", None, None, None)
            elif state == "INACTIVE" and entering:
                new = ("STANDBY" if trigger else "PENDING", None, None, None)
            elif state in ("STANDBY", "PENDING", "ACTIVE") and not guards["in_force_while"]:
                new = ("SUSPENDED", None, state, done)
            elif state == "SUSPENDED" and guards["in_force_while"]:
                new = (back, fresh if back == "ACTIVE" else None, None, done)
            elif state == "STANDBY" and guards["trigger"]:
                new = ("PENDING", None, None, None)
            elif state == "PENDING" and trigger and not guards["trigger"]:
                new = ("STANDBY", None, None, None)
            elif state == "PENDING" and guards["requires"]:
                new = ("ACTIVE", fresh, None, None)
            elif state == "ACTIVE" and may and "exercises" in acts and done is not True:
                new = (state, due, None, True)
            elif state == "ACTIVE" and may and "declines" in acts and done is not False:
                new = (state, due, None, False)
            elif state == "ACTIVE" and not may and "performs" in acts and not self.kept_up(fields):
                new = ("FULFILLED", None, None, None)
            elif state == "ACTIVE" and not may and "fails" in acts:
                new = ("BREACHED", None, None, None)
            elif state == "ACTIVE" and not may and "performs" in acts and done is not True:
                new = (state, due, None, True)
            elif state == "ACTIVE" and passed and not taken_up:
                new = ("LAPSED" if may else "BREACHED", None, None, None)
            elif (state == "ACTIVE" and self.kept_up(fields) and trigger and not guards["trigger"]) or (
                state in ("FULFILLED", "BREACHED", "LAPSED")
                and trigger
                and not guards["trigger"]
                and fields.get("recurs")
            ):
                new = ("STANDBY", None, None, None)
            else:
                return (state, None if passed else due, back, done), moved
            config, moved = new, True

    def settle(self, position, start, touched, acts, now, expired):
        """The configurations in which a position comes to rest, and whether any of them moved."""
        guards = self.guards(position)
        unknown = [name for name, value in guards.items() if value is None]
        found, moved = set(), False
        for config in start:
            concerned = config[0] == "ACTIVE" and (acts or (config[1] is not None and config[1] <= expired))
            if not touched and not concerned:
                found.add(config)
                continue
            for values in product([True, False], repeat=len(unknown)):
                fixed = {**guards, **dict(zip(unknown, values, strict=True))}
                end, went = self.rest(config, fixed, position, acts, now, expired)
                found.add(end)
                moved = moved or went
        return found, moved

    # One instant

    def instant(self, now, expired, touched, stirred, acts):
        """Settle every group in order; then record history."""
        touched = set(touched)
        for group in self.groups():
            inside = [position for position in self.positions if position[0] in group]
            start = {position: self.configs[position] for position in inside}
            self.rounds(inside, start, touched, stirred, acts, now, expired)
        for fields in self.provisions.values():
            for gate in GATES:
                for leaf, _ in leaves(fields[gate]) if gate in fields else []:
                    if isinstance(leaf, dict) and "reached" in leaf:
                        self.remember(leaf)

    def rounds(self, inside, start, touched, stirred, acts, now, expired):
        """Follow positions from their previous states against the others' latest, until nothing changes.

        If the rounds come back to where they were, all that they went through is joined, and they go on
        adding to it.
        """
        edges = {(source, target) for source, target, _ in self.edges}
        seen, join = [], False
        while True:
            mine = {position: self.configs[position] for position in inside}
            here = (mine, set(touched))
            if seen and here == seen[-1]:
                return
            if here in seen and not join:
                join = True
                for past, _ in seen[seen.index(here) :]:
                    for position in inside:
                        self.configs[position] = self.configs[position] | past[position]
            seen.append(here)
            results = {
                position: self.settle(
                    position, start[position], position in touched, acts.get(position, set()), now, expired
                )
                for position in inside
                if position in touched or position in stirred
            }
            for position, (found, moved) in results.items():
                self.configs[position] = found | self.configs[position] if join else found
                if moved:
                    touched |= {reader for reader in self.positions if (position[0], reader[0]) in edges}

    def remember(self, leaf):
        """Latch a history test."""
        for position in self.about(leaf):
            key = (position, tuple(sorted(leaf["in"])))
            self.history[key] = most([self.history.get(key, False), self.state_test(position, leaf["in"])])

    def readers_of_fact(self, fact):
        """The positions that read a fact, themselves or through a finding."""
        through = {name for name, each in self.model["determinations"].items()
                   if each["of"] == fact and each["by"] in ("automatic", "unspecified")}  # fmt: skip
        return {position for position in self.positions if self.reads(position, fact, through)}

    def reads(self, position, fact, findings):
        """Whether a position reads a fact or one of some findings."""
        fields = self.provisions[position[0]]
        every = [leaf for gate in GATES if gate in fields for leaf, _ in leaves(fields[gate])]
        return any(
            leaf == fact or (isinstance(leaf, dict) and leaf.get("finding") in findings) for leaf in every
        )

    def competent(self, name):
        """Whether whoever is named to find can."""
        determination = self.model["determinations"][name]
        if determination["by"] in ("automatic", "unspecified"):
            return False
        founder = self.model["bodies"].get(determination.get("body"), {}).get("established_by")
        if founder is None:
            return True
        return most(
            [self.state_test(position, ["ACTIVE"]) for position in self.positions if position[0] == founder]
        )

    def enact(self, steps):
        """Apply the acts of the steps of one day; what they touch, and what was done about each position."""
        touched, done = set(), {}
        for place, step in steps:
            for name, outcome in step.get("findings", {}).items():
                touched |= self.find(place, name, outcome)
        for place, step in steps:
            changes = {}
            for event in step.get("events", []):
                changes |= self.model["events"][event]
            for name, value in step.get("sets", {}).items():
                changes[name] = self.settled(("set", place, name)) if value == "unknown" else value
            for name, value in changes.items():
                if value is None or self.facts[name] is not value:
                    touched |= self.readers_of_fact(name)
                self.facts[name] = value
            for move in step.get("withdraws", []):
                for position in self.positions:
                    if (
                        move["actor"] in self.bearers(position)
                        and move.get("provision", position[0]) == position[0]
                    ):
                        self.left.add((position, move["actor"]))
                        touched.add(position)
        for position in self.positions:
            done[position] = self.done(position, [step for _, step in steps])
        return touched, {position: verbs for position, verbs in done.items() if verbs}

    def find(self, place, name, outcome):
        """Record a finding; the positions that read it, if it may have changed."""
        competent = self.competent(name)
        if competent is False:
            return set()
        determination = self.model["determinations"][name]
        value = {"established": True, "rejected": False}.get(outcome)
        if outcome == "deadlocked":
            word = determination.get("on_deadlock")
            value = {"established": True, "rejected": False}.get(
                word, self.settled(("deadlock", place, name))
            )
        readers = {position for position in self.positions if self.reads(position, None, {name})}
        keys = {("", name)} if determination["by"] != "each_obligor" else {
            (who, name) for position in readers for who in self.bearers(position)}  # fmt: skip
        touched = set()
        for who, _ in keys:
            old = self.findings.get((name, who), False)
            new = None if competent is None and old is not value else value
            self.findings[name, who] = new
            if new is None or new is not old:
                touched = readers
        return touched

    def done(self, position, steps):
        """What was done about a position: by its obligor, or by all who share it."""
        fitting = (
            {"exercises", "declines"}
            if self.provisions[position[0]]["modality"] == "may"
            else {"performs", "fails"}
        )
        found = set()
        left = {who for what, who in self.left if what == position}
        needed = set(self.bearers(position)) - left
        for verb in fitting:
            acting = set()
            for step in steps:
                for act in step.get(verb, []):
                    if act["provision"] == position[0]:
                        acting |= (
                            {act["by"]} if "by" in act else set(self.provisions[position[0]]["obligors"])
                        )
            together = verb in ("performs", "exercises")
            enough = needed <= acting if together else bool(needed & acting)
            if enough and acting & set(self.bearers(position)):
                found.add(verb)
        return found

    # The play

    def play(self):
        """Every instant in order: `(day, after all else of it)` and the configurations of each position."""
        self.instant(0, -1, self.positions, set(), {})
        self.pictures.append(((0, False), dict(self.configs)))
        days = sorted({step["day"] for step in self.told["steps"]})
        for day in [*days, None]:
            self.clocks(self.told["horizon"] if day is None else day)
            if day is not None:
                steps = [(place, step) for place, step in enumerate(self.told["steps"]) if step["day"] == day]
                touched, done = self.enact(steps)
                self.instant(day, day - 1, touched, set(done), done)
                self.pictures.append(((day, False), dict(self.configs)))
        return self.pictures

    def clocks(self, until):
        """Let the deadlines that end before a day pass, oldest first."""
        while True:
            due = [config[1] for found in self.configs.values() for config in found if config[1] is not None]
            if not due or min(due) >= until:
                return
            now = min(due)
            ended = {
                position
                for position, found in self.configs.items()
                if any(config[1] == now for config in found)
            }
            self.instant(now, now, set(), ended, {})
            self.pictures.append(((now, True), dict(self.configs)))
