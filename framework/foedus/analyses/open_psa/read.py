"""A fault tree of the Open-PSA format as a circuit (Epstein, Rauzy and Reinhart, Open-PSA MEF, 2.0d, 2017).

Fault trees, their components, gates, basic events, house events and constants are read, with the connectives
`and`, `or`, `not`, `xor`, `iff`, `imply`, `nand`, `nor`, `atleast` and `cardinality`. Probabilities, event
trees and groups of common cause are passed over. Names hold for the whole file, whatever container they stand
in; an event that is named and not defined is a basic event.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from foedus.analyses.boolean.circuit import FALSE, TRUE, Circuit, Ref, Wiring
from foedus.analyses.open_psa.tags import Tag, tags
from foedus.errors import Stop
from foedus.nearest import did_you_mean

CONTAINERS = ("define-fault-tree", "define-component", "model-data")
EVENTS = ("event", "gate", "basic-event", "house-event")
BESIDE = ("label", "attributes")


@dataclass(frozen=True, slots=True)
class FaultTree:
    """The circuit of one gate of a file, and the names of its basic events."""

    top: str
    circuit: Circuit
    names: dict[Ref, str]


def read(data: bytes, file: str, top: str | None = None) -> FaultTree:
    """The fault tree under a gate: the one that no other gate reads, where none is named.

    Raises `Stop`, with the place and the next step, for what is wrong in the file, and where there is no
    such gate or more than one that could be meant.
    """
    root = tags(data, file)
    if root.name != "opsa-mef":
        _refuse(root, f"the outermost tag is `{root.name}`", "a model of Open-PSA begins with `<opsa-mef>`")
    defined = _definitions(root)
    gates = [name for name, tag in defined.items() if tag.name == "define-gate"]
    if not gates:
        _refuse(root, "no gate is defined", "define one: `<define-gate name=...>`")
    reading = _Wired(defined)
    name = _top(root, defined, gates, top)
    circuit = reading.wiring.circuit(reading.gate(name))
    return FaultTree(name, circuit, {ref: event for event, ref in sorted(reading.events.items())})


def _refuse(tag: Tag, what: str, hint: str) -> NoReturn:
    raise Stop(f"{tag.place}: {what}; {hint}")


def _definitions(root: Tag) -> dict[str, Tag]:
    """Every gate, basic event and house event that is defined, by name."""
    found: dict[str, Tag] = {}
    waiting = [root]
    while waiting:
        container = waiting.pop()
        waiting += reversed([*container.named(*CONTAINERS)])
        for tag in container.named("define-gate", "define-basic-event", "define-house-event"):
            name = _name(tag)
            if name in found:
                _refuse(tag, f"`{name}` is defined twice", f"the first is at {found[name].place}: rename one")
            found[name] = tag
    return found


def _name(tag: Tag) -> str:
    if not tag.attributes.get("name"):
        _refuse(tag, f"`{tag.name}` has no name", f'write `<{tag.name} name="...">`')
    return tag.attributes["name"]


def _top(root: Tag, defined: dict[str, Tag], gates: list[str], wanted: str | None) -> str:
    if wanted is not None:
        if wanted not in gates:
            hint = did_you_mean(wanted, gates, f"gates are {', '.join(gates[:10])}")
            raise Stop(f"{root.place.file} has no gate `{wanted}`; {hint}")
        return wanted
    read = {_name(leaf) for gate in gates for leaf in _leaves(defined[gate])}
    tops = [gate for gate in gates if gate not in read]
    if not tops:
        _refuse(root, "every gate is read by another: a circle", "name the one that is meant with --target")
    if len(tops) > 1:
        shown = ", ".join(f"`{each}`" for each in tops[:5])
        _refuse(root, f"{len(tops)} gates that no other reads: {shown}", "name one of them with --target")
    return tops[0]


def _leaves(tag: Tag) -> Iterator[Tag]:
    """The events that a definition names."""
    waiting = [tag]
    while waiting:
        each = waiting.pop()
        if each.name in EVENTS:
            yield each
        waiting += reversed([child for child in each.children if child.name not in BESIDE])


class _Wired:
    """The gates wired so far."""

    def __init__(self, defined: dict[str, Tag]) -> None:
        self.defined = defined
        self.wiring = Wiring()
        self.events: dict[str, Ref] = {}
        self.gates: dict[str, Ref] = {}

    def gate(self, name: str) -> Ref:
        """A gate, after those that it reads."""
        open_: dict[str, None] = {}
        waiting = [name]
        while waiting:
            gate = waiting[-1]
            if gate in self.gates:
                waiting.pop()
                continue
            open_[gate] = None
            left = [leaf for leaf in _leaves(self.defined[gate]) if self._is_open_gate(leaf)]
            for leaf in left:
                if _name(leaf) in open_:
                    hint = "a fault tree has no circles: let one gate read something else"
                    _refuse(leaf, f"`{gate}` reads `{_name(leaf)}`, which depends on `{gate}`", hint)
            if left:
                waiting += [_name(leaf) for leaf in reversed(left)]
            else:
                self.gates[gate] = self._formula(self._only(self.defined[gate]))
                del open_[waiting.pop()]
        return self.gates[name]

    def _is_open_gate(self, leaf: Tag) -> bool:
        name = _name(leaf)
        tag = self.defined.get(name)
        return tag is not None and tag.name == "define-gate" and name not in self.gates

    def _only(self, tag: Tag) -> Tag:
        """The one formula of a gate or a `not`."""
        found = [child for child in tag.children if child.name not in BESIDE]
        if len(found) != 1:
            _refuse(tag, f"`{tag.name}` holds {len(found)} formulas", "it holds exactly one")
        return found[0]

    def _formula(self, tag: Tag) -> Ref:
        """A formula, read from the inside: it is no deeper than the reader of tags allows."""
        if tag.name in EVENTS:
            return self._event(tag)
        if tag.name == "constant":
            return TRUE if self._truth(tag) else FALSE
        parts = [self._formula(child) for child in tag.children]
        wiring, (low, high) = self.wiring, self._bounds(tag, len(parts))
        match tag.name:
            case "and":
                return wiring.all(parts)
            case "or":
                return wiring.any(parts)
            case "not":
                return ~parts[0]
            case "nand":
                return ~wiring.all(parts)
            case "nor":
                return ~wiring.any(parts)
            case "xor":
                return wiring.either(parts[0], parts[1])
            case "iff":
                return ~wiring.either(parts[0], parts[1])
            case "imply":
                return wiring.any((~parts[0], parts[1]))
            case _:
                above = ~wiring.at_least(high + 1, parts)
                return wiring.all((wiring.at_least(low, parts), above))

    def _bounds(self, tag: Tag, count: int) -> tuple[int, int]:
        """How many of its parts must hold, at least and at most; how many parts it has is checked here."""
        needed = {"not": (1, 1), "xor": (2, 2), "iff": (2, 2), "imply": (2, 2)}
        counted = ("atleast", "cardinality")
        if tag.name not in (*needed, *counted, "and", "or", "nand", "nor"):
            known = ["and", "or", "not", "xor", "iff", "imply", "nand", "nor", *counted, "constant", *EVENTS]
            hint = did_you_mean(tag.name, known, f"connectives are {', '.join(known[:10])}")
            _refuse(tag, f"`{tag.name}` is no connective", hint)
        least, most = needed.get(tag.name, (1, count))
        if not least <= count <= most or count == 0:
            exact = f"exactly {least}" if least == most else "at least one"
            _refuse(tag, f"`{tag.name}` of {count} formulas", f"it takes {exact}")
        low = self._number(tag, "min") if tag.name in counted else 0
        high = self._number(tag, "max") if tag.name == "cardinality" else count
        return low, high

    def _number(self, tag: Tag, attribute: str) -> int:
        text = tag.attributes.get(attribute, "")
        if not text.isascii() or not text.isdigit() or len(text) > 9:
            _refuse(tag, f"`{tag.name}` needs `{attribute}`, a whole number", f'write `{attribute}="2"`')
        return int(text)

    def _truth(self, tag: Tag) -> bool:
        value = tag.attributes.get("value")
        if value not in ("true", "false"):
            _refuse(tag, f"`{tag.name}` needs a value", 'write `value="true"` or `value="false"`')
        return value == "true"

    def _event(self, tag: Tag) -> Ref:
        name = _name(tag)
        found = self.defined.get(name)
        kind = "define-" + (tag.attributes.get("type", "event") if tag.name == "event" else tag.name)
        if found is None and kind in ("define-gate", "define-house-event"):
            hint = did_you_mean(name, self.defined, "define it, or correct the name")
            _refuse(tag, f"no {kind.removeprefix('define-')} `{name}` is defined", hint)
        if found is not None and kind not in ("define-event", found.name):
            _refuse(tag, f"`{name}` is defined by `{found.name}`", f"that is at {found.place}: name it so")
        if name in self.gates:
            return self.gates[name]
        if found is not None and found.name == "define-house-event":
            return TRUE if self._truth(self._only(found)) else FALSE
        if name not in self.events:
            self.events[name] = self.wiring.variable()
        return self.events[name]
