"""A circuit as a fault tree of the Open-PSA format, for SCRAM, XFTA and other tools."""

from collections.abc import Mapping
from html import escape

from foedus.analyses.boolean.circuit import FALSE, TRUE, Circuit, Gate, Ref, node_of


def write(circuit: Circuit, names: Mapping[Ref, str], labels: Mapping[Ref, str], title: str) -> str:
    """The fault tree whose top holds exactly where the circuit does; only events are negated in it.

    `names` and `labels` are those of the variables; the top gate is `top`, those below it are numbered.
    """
    read = [ref for ref in reversed(circuit.reached()) if _is_gate(circuit, ref)]
    known = {**names, **{ref: f"g{place}" if place else "top" for place, ref in enumerate(read)}}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<opsa-mef>", '<define-fault-tree name="foedus">']
    lines.append(f"<label>{escape(title)}</label>")
    if not read:
        lines.append(f'<define-gate name="top">{_formula(circuit, circuit.top, known)}</define-gate>')
    for ref in read:
        gate = circuit.gate(ref) or Gate(0, ())
        parts = "".join(_formula(circuit, each, known) for each in gate.inputs)
        lines += [f'<define-gate name="{known[ref]}">', _joined(gate, parts), "</define-gate>"]
    lines += ["</define-fault-tree>", "<model-data>"]
    for variable in circuit.variables():
        label = f"<label>{escape(labels[variable])}</label>"
        name = escape(names[variable])
        lines.append(f'<define-basic-event name="{name}">{label}</define-basic-event>')
    return "\n".join([*lines, "</model-data>", "</opsa-mef>"]) + "\n"


def _is_gate(circuit: Circuit, ref: Ref) -> bool:
    return ref not in (TRUE, FALSE) and circuit.gate(ref) is not None


def _formula(circuit: Circuit, ref: Ref, names: Mapping[Ref, str]) -> str:
    """What a gate reads."""
    if ref in (TRUE, FALSE):
        return f'<constant value="{"true" if ref == TRUE else "false"}"/>'
    if _is_gate(circuit, ref):
        return f'<gate name="{names[ref]}"/>'
    event = f'<basic-event name="{escape(names[node_of(ref)])}"/>'
    return event if ref >= 0 else f"<not>{event}</not>"


def _joined(gate: Gate, parts: str) -> str:
    if len(gate.inputs) == 1:
        return parts
    if gate.needed == 1:
        return f"<or>{parts}</or>"
    if gate.needed == len(gate.inputs):
        return f"<and>{parts}</and>"
    return f'<atleast min="{gate.needed}">{parts}</atleast>'
