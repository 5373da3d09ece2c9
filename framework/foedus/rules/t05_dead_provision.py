"""A provision can never fall due, whatever happens.

Every fact may be true or false, every finding may be made, every permission used: if its gates still
cannot hold together, the promise is dead letter. The same is so for what waits for a promise that was
dropped, or that can itself never fall due. Contract languages ask the same as a reachability property:
is there a run in which the obligation is in effect? Only what is certain is reported.

Bad:

    provisions:
      deployment:
        title: Deploy while the fighting lasts
        kind: force_deployment
        obligors: [unspecified]
        modality: must
        in_force_while: ceasefire
        requires: {not: ceasefire}  # <- T05

Good:

    provisions:
      deployment:
        title: Deploy while the fighting lasts
        kind: force_deployment
        obligors: [unspecified]
        modality: must
        requires: {not: ceasefire}
"""

from collections import defaultdict, deque
from collections.abc import Iterator, Set

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.logic import Leaf, Truth, atoms, evaluate, gates
from foedus.place import Route
from foedus.rules.order import in_order
from foedus.rules.wording import more, named
from foedus.rules.worlds import ALWAYS, NEVER, all_of, nothing_fixed, plain, values
from foedus.schema import (
    GATES,
    Active,
    Condition,
    Delivered,
    Found,
    InState,
    Model,
    Not,
    Provision,
    Reached,
)
from foedus.standing import gone

CODE = "T05"
NAME = "dead-provision"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

_DUE = ("in_force_while", "trigger", "requires")
_ENTERING = ("enters_when", "in_force_while")
_BEFORE_DUE = frozenset({"INACTIVE", "STANDBY", "PENDING", "SUSPENDED", "TERMINATED"})
_NEVER_IN_FORCE = frozenset({"INACTIVE", "TERMINATED"})


def check(graph: Graph) -> Iterator[Problem]:
    """Each provision that is dead by itself, and each for which others wait in vain."""
    model = graph.model
    yield from _over_at_once(model)
    live = _live(graph)
    dead = [each for each in in_order(model) if each.id not in live and not gone(model, each)]
    if not dead:
        return
    circles = {end for circle in graph.position_cycles for end in circle}
    every = model.provisions.keys()
    blocked: dict[str, tuple[str, Route]] = {}
    for provision in dead:
        gates = _clash(model, provision, every)
        if gates:
            alone = any(values(model, getattr(provision, gate)) == NEVER for gate in gates)
            if not alone:  # a gate that is never true has a finding of its own
                yield _clashing(provision, gates)
        elif f"provisions/{provision.id}" not in circles:
            blocked[provision.id] = _blocker(model, provision, live)
    waiting: dict[str, list[tuple[str, Route]]] = defaultdict(list)
    for name, root in _roots(blocked).items():
        waiting[root].append((name, blocked[name][1]))
    for blocker, found in waiting.items():
        found.sort(key=lambda each: blocked[each[0]][0] != blocker)
        yield _in_vain(model, blocker, found)


def _roots(blocked: dict[str, tuple[str, Route]]) -> dict[str, str]:
    """Where each chain of waiting ends; of a circle through a body that one of them sets up, one member."""
    roots: dict[str, str] = {}
    for start in blocked:
        chain: dict[str, None] = {}
        name = start
        while name in blocked and name not in chain and name not in roots:
            chain[name] = None
            name = blocked[name][0]
        links = list(chain)
        root = min(links[links.index(name) :]) if name in chain else roots.get(name, name)
        roots |= dict.fromkeys(links, root)
    return roots


def _clashing(provision: Provision, gates: tuple[str, ...]) -> Problem:
    *others, last = gates
    message = f"this can never fall due: its {named(gates)} cannot hold together"
    if "terminates_when" in gates:
        hold = "holds" if len(others) == 1 else "hold"
        message = f"this can never fall due: while its {named(others)} {hold}, it is at an end"
    hint = "see which gate the text has; a condition met once is `enters_when`"
    return Problem(
        provision.at(last), message, hint, tuple((provision.at(gate), "and this") for gate in others)
    )


def _in_vain(model: Model, blocker: str, found: list[tuple[str, Route]]) -> Problem:
    (_, first), *others = found
    provision = model.provisions[blocker]
    why = "was dropped or stands in a text that has ended" if gone(model, provision) else "can never fall due"
    rest = f", and neither can {more(len(others))}" if others else ""
    message = f"this can never fall due{rest}: it waits for `{blocker}`, which {why}"
    hint = "let it wait for what took that place, or drop it too"
    related = [(provision.route, "what is waited for"), *((route, f"`{each}` too") for each, route in others)]
    return Problem(first, message, hint, tuple(related))


def _over_at_once(model: Model) -> Iterator[Problem]:
    """Provisions that are at an end before the first event."""

    def truth(leaf: Leaf) -> Truth:
        if isinstance(leaf, Found):
            known = model.determinations.get(leaf.determination)
            return truth(known.of) if known is not None and known.by == "automatic" else None
        initial = model.facts[leaf].initial if isinstance(leaf, str) and leaf in model.facts else None
        return initial if isinstance(initial, bool) else None

    for provision in model.provisions.values():
        condition = provision.terminates_when
        if (
            condition is not None
            and evaluate(condition, truth) is True
            and values(model, condition) != ALWAYS
        ):
            message = "this is at an end before it begins: its `terminates_when` holds from the start"
            hint = "write `in_force_while` for what must keep holding, or end it on what happens later"
            yield Problem(provision.at("terminates_when"), message, hint)


def _gone(model: Model) -> set[str]:
    return {provision.id for provision in model.provisions.values() if gone(model, provision)}


def _live(graph: Graph) -> set[str]:
    """The provisions that some course of the world lets fall due: the least solution, so circles wait."""
    model = graph.model
    readers: dict[str, set[str]] = defaultdict(set)
    reads: dict[str, set[str]] = defaultdict(set)
    for gated in gates(model):
        for leaf, _, _ in gated.atoms:
            if (asked := _asked(model, leaf)) is not None:
                readers[asked].add(gated.provision.id)
                reads[gated.provision.id].add(asked)
    lost = _gone(model)
    waiting = deque(name for group in graph.strata for name in group if name not in lost)
    live: set[str] = set()
    while waiting:
        name = waiting.popleft()
        if name in live:
            continue
        met = name in plain(model) and live >= reads[name] & model.provisions.keys()  # nothing to be tried
        if met or not _clash(model, model.provisions[name], live):
            live.add(name)
            waiting.extend(readers[name] - live - lost)
    return live


def _clash(model: Model, provision: Provision, live: Set[str]) -> tuple[str, ...]:
    """The gates that keep a provision from falling due where only those that are live ever do."""

    def fixed(leaf: Leaf) -> Truth:
        asked = _asked(model, leaf)
        if asked is None or asked in live or asked not in model.provisions:
            return nothing_fixed(leaf)
        match leaf:
            case InState(states=states) | Reached(states=states):
                possible = _NEVER_IN_FORCE if gone(model, model.provisions[asked]) else _BEFORE_DUE
                return nothing_fixed(leaf) if possible & set(states) else False
            case _:
                return False

    ends = provision.terminates_when
    going_on = () if ends is None else (Not.model_construct(condition=ends),)
    for fields in (_ENTERING, _DUE):
        written = tuple(gate for gate in fields if getattr(provision, gate) is not None)
        parts: tuple[Condition, ...] = tuple(getattr(provision, gate) for gate in written)
        if parts and values(model, all_of(parts), fixed) == NEVER:
            return written
        if parts and going_on and values(model, all_of((*parts, *going_on)), fixed) == NEVER:
            return (*written, "terminates_when")
    return ()


def _asked(model: Model, leaf: Leaf) -> str | None:
    """The provision on whose state a leaf turns: itself, or through the body that it sets up."""
    match leaf:
        case (
            Active(provision=name)
            | InState(provision=name)
            | Delivered(provision=name)
            | Reached(provision=name)
        ):
            return name
        case Found(determination=name) if name in model.determinations:
            known = model.determinations[name]
            if known.by in ("automatic", "unspecified"):
                return None
            body = model.bodies.get(known.body or "")
            founder = body.established_by if body is not None else None
            return founder if founder in model.provisions else None
        case _:
            return None


def _blocker(model: Model, provision: Provision, live: set[str]) -> tuple[str, Route]:
    """The first provision for which another waits in vain, and where it does."""
    for gate in GATES:
        for leaf, route, _ in atoms(getattr(provision, gate), provision.at(gate)):
            asked = _asked(model, leaf)
            if asked in model.provisions and asked not in live:
                return str(asked), route
    raise AssertionError(provision.id)  # it is dead, and not by itself
