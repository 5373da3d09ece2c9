"""Fault trees in the Open-PSA format: what is read, what is refused, and that SCRAM counts the same."""

import re
import shutil
import subprocess
from pathlib import Path
from random import Random

import pytest
import random_circuits
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.analyses.boolean.circuit import Circuit
from foedus.analyses.boolean.minimal import minimal_sets
from foedus.analyses.open_psa.read import read
from foedus.analyses.open_psa.write import write
from foedus.errors import Stop


def written(circuit: Circuit) -> str:
    """A circuit as a file."""
    names = {ref: f"e{ref}" for ref in circuit.variables()}
    return write(circuit, names, names, "a tree")


def tree(body: str) -> bytes:
    """A model of one fault tree."""
    return f"<opsa-mef><define-fault-tree name='t'>{body}</define-fault-tree></opsa-mef>".encode()


def sets(body: str) -> set[frozenset[str]]:
    """The minimal sets of a fault tree by the names of their events; `-a` where `a` must not hold."""
    found = read(tree(body), "t.xml")
    return {
        frozenset(found.names[ref] if ref >= 0 else f"-{found.names[~ref]}" for ref in each)
        for each in minimal_sets(found.circuit).sets
    }


A, B, C = (f"<event name='{name}'/>" for name in "abc")


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (f"<and>{A}{B}</and>", {"ab"}),
        (f"<or>{A}{B}</or>", {"a", "b"}),
        (f"<not>{A}</not>", {"-a"}),
        (f"<xor>{A}{B}</xor>", {"a-b", "-ab"}),
        (f"<iff>{A}{B}</iff>", {"ab", "-a-b"}),
        (f"<imply>{A}{B}</imply>", {"-a", "b"}),
        (f"<nand>{A}{B}</nand>", {"-a", "-b"}),
        (f"<nor>{A}{B}</nor>", {"-a-b"}),
        (f"<atleast min='2'>{A}{B}{C}</atleast>", {"ab", "ac", "bc"}),
        (f"<cardinality min='1' max='1'>{A}{B}</cardinality>", {"a-b", "-ab"}),
        (f"<and>{A}<constant value='true'/></and>", {"a"}),
        (f"<or><and>{A}{B}</and><not><not>{C}</not></not></or>", {"ab", "c"}),
    ],
)
def test_a_connective_means_what_the_format_says(formula: str, expected: set[str]) -> None:
    wanted = {frozenset(re.findall("-?[abc]", each)) for each in expected}
    assert sets(f"<define-gate name='top'>{formula}</define-gate>") == wanted


def test_a_house_event_is_a_constant() -> None:
    house = "<define-house-event name='h'><constant value='false'/></define-house-event>"
    assert sets(f"<define-gate name='top'><or>{A}<house-event name='h'/></or></define-gate>{house}") == {
        frozenset({"a"})
    }


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**32))
def test_what_is_written_is_read_back(seed: int) -> None:
    circuit = random_circuits.circuit(Random(seed), 5, 6, 0.3)
    again = read(written(circuit).encode(), "t.xml", "top")
    names = {ref: f"e{ref}" for ref in circuit.variables()}
    assert _named(circuit, names) == _named(again.circuit, again.names)


def _named(circuit: Circuit, names: dict[int, str]) -> set[frozenset[str]]:
    return {
        frozenset(names[ref] if ref >= 0 else f"-{names[~ref]}" for ref in each)
        for each in minimal_sets(circuit).sets
    }


BOMB = b'<!DOCTYPE opsa-mef [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><opsa-mef>&b;</opsa-mef>'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"<opsa-mef><or></opsa-mef>", "1:17: not XML: mismatched tag; mend it with an XML editor"),
        (b"", "1:1: not XML: no element found; mend it with an XML editor"),
        (b"<model/>", "1:1: the outermost tag is `model`; a model of Open-PSA begins with `<opsa-mef>`"),
        (b"<opsa-mef/>", "1:1: no gate is defined; define one: `<define-gate name=...>`"),
        (
            b"<opsa-mef>" + b"<or>" * 300,
            "1:807: more than 200 levels; split the model, or leave out what is not asked",
        ),
    ],
)
def test_what_is_no_fault_tree_is_refused(text: bytes, message: str) -> None:
    assert refused(text) == f"t.xml:{message}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (BOMB, "the entity `a` is declared"),
        (b'<!DOCTYPE opsa-mef SYSTEM "file:///etc/passwd"><opsa-mef/>', "a document type of another file"),
    ],
)
def test_nothing_is_expanded_and_nothing_fetched(text: bytes, message: str) -> None:
    assert message in refused(text)


KNOWN = "and, or, not, xor, iff, imply, nand, nor, atleast, cardinality"


@pytest.mark.parametrize(
    ("formula", "message"),
    [
        ("<adn/>", "`adn` is no connective; did you mean `and`?"),
        ("<cons/>", "`cons` is no connective; did you mean `constant`?"),
        ("<zzzzzz/>", f"`zzzzzz` is no connective; connectives are {KNOWN}"),
        ("<and/>", "`and` of 0 formulas; it takes at least one"),
        ("<not/>", "`not` of 0 formulas; it takes exactly 1"),
        (f"<not>{A}{B}</not>", "`not` of 2 formulas; it takes exactly 1"),
        (f"<xor>{A}</xor>", "`xor` of 1 formulas; it takes exactly 2"),
        (f"<atleast>{A}</atleast>", '`atleast` needs `min`, a whole number; write `min="2"`'),
        (
            f"<atleast min='1234567890'>{A}</atleast>",
            '`atleast` needs `min`, a whole number; write `min="2"`',
        ),
        (
            f"<cardinality min='1'>{A}</cardinality>",
            '`cardinality` needs `max`, a whole number; write `max="2"`',
        ),
        ("<constant/>", '`constant` needs a value; write `value="true"` or `value="false"`'),
        ("<event/>", '`event` has no name; write `<event name="...">`'),
        ("<gate name='h'/>", "no gate `h` is defined; define it, or correct the name"),
        ("<gate name='gg'/>", "no gate `gg` is defined; did you mean `g`?"),
        ("<house-event name='h'/>", "no house-event `h` is defined; define it, or correct the name"),
        ("<event name='h' type='gate'/>", "no gate `h` is defined; define it, or correct the name"),
    ],
)
def test_what_is_wrong_in_a_formula_is_said_with_its_place_and_the_next_step(
    formula: str, message: str
) -> None:
    assert refused(tree(f"<define-gate name='g'>{formula}</define-gate>")) == f"t.xml:1:61: {message}"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<define-gate/>", '1:39: `define-gate` has no name; write `<define-gate name="...">`'),
        ("<define-gate name='g'/>", "1:39: `define-gate` holds 0 formulas; it holds exactly one"),
        (
            f"<define-gate name='g'>{A}</define-gate><define-gate name='g'>{A}</define-gate>",
            "1:92: `g` is defined twice; the first is at t.xml:1:39: rename one",
        ),
        (
            "<define-basic-event name='e'/><define-basic-event name='e'/>",
            "1:69: `e` is defined twice; the first is at t.xml:1:39: rename one",
        ),
        (
            "<define-gate name='g'><gate name='h'/></define-gate><define-basic-event name='h'/>",
            "1:61: `h` is defined by `define-basic-event`; that is at t.xml:1:91: name it so",
        ),
        (
            "<define-gate name='g'><or><gate name='g'/></or></define-gate>",
            "1:1: every gate is read by another: a circle; name the one that is meant with --target",
        ),
        (
            "".join(f"<define-gate name='g{place}'>{A}</define-gate>" for place in range(7)),
            "1:1: 7 gates that no other reads: `g0`, `g1`, `g2`, `g3`, `g4`; name one of them with --target",
        ),
    ],
)
def test_what_is_wrong_in_a_definition_is_said_with_its_place_and_the_next_step(
    body: str, message: str
) -> None:
    assert refused(tree(body)) == f"t.xml:{message}"


@pytest.mark.parametrize(
    ("top", "message"),
    [("gate-1x", "did you mean `gate-1`?"), ("zzz", "gates are gate-0, gate-1, gate-2, gate-3, gate-4, "
                                                   "gate-5, gate-6, gate-7, gate-8, gate-9")],
)  # fmt: skip
def test_a_gate_that_the_file_does_not_have_is_answered_with_those_that_it_has(
    top: str, message: str
) -> None:
    gates = tree("".join(f"<define-gate name='gate-{place}'>{A}</define-gate>" for place in range(12)))
    assert refused(gates, top) == f"t.xml has no gate `{top}`; {message}"


def refused(text: bytes, top: str | None = None) -> str:
    """Why a text is not read."""
    with pytest.raises(Stop) as stopped:
        read(text, "t.xml", top)
    return str(stopped.value)


def test_the_gate_that_is_named_is_read_though_others_read_it() -> None:
    gates = "<define-gate name='g'><not><gate name='h'/></not></define-gate>"
    gates += f"<define-gate name='h'>{A}</define-gate>"
    assert [read(tree(gates), "t.xml", top).top for top in (None, "g", "h")] == ["g", "g", "h"]


@pytest.mark.parametrize(
    "event", ["<event name='h'/>", "<event name='h' type='house-event'/>", "<house-event name='h'/>"]
)
def test_an_event_may_be_named_with_or_without_its_kind(event: str) -> None:
    house = "<define-house-event name='h'><constant value='true'/></define-house-event>"
    assert sets(f"<define-gate name='top'><and>{A}{event}</and></define-gate>{house}") == {frozenset("a")}


def test_no_more_formulas_than_there_are_hold_at_least() -> None:
    assert sets(f"<define-gate name='top'><atleast min='123456789'>{A}{B}</atleast></define-gate>") == set()


@pytest.mark.parametrize("formula", [A, f"<not>{A}</not>", "<constant value='true'/>"])
def test_an_outcome_without_a_gate_is_written_too(formula: str) -> None:
    circuit = read(tree(f"<define-gate name='g'>{formula}</define-gate>"), "t.xml").circuit
    again = read(written(circuit).encode(), "t.xml")
    assert again.top == "top"
    assert minimal_sets(again.circuit).sets == minimal_sets(circuit).sets


def test_a_circle_of_gates_is_refused() -> None:
    gates = "".join(
        f"<define-gate name='{one}'><or><gate name='{other}'/>{A}</or></define-gate>"
        for one, other in ("tg", "gh", "hg")
    )
    with pytest.raises(Stop, match="which depends on"):
        read(tree(gates), "t.xml")


needs_scram = pytest.mark.skipif(shutil.which("scram") is None, reason="no `scram` on this machine")


def counted(text: str, folder: Path, *options: str) -> int:
    """How many minimal sets SCRAM finds."""
    model, report = folder / "tree.xml", folder / "report.xml"
    model.write_text(text, encoding="utf-8")
    subprocess.run(
        ["scram", *options, str(model), "-o", str(report)], check=True, capture_output=True, timeout=60
    )
    found = re.search(r'products="(\d+)"', report.read_text(encoding="utf-8"))
    assert found is not None
    return int(found.group(1))


@needs_scram
@pytest.mark.parametrize("gates", [10, 20, 40, 60, 80, 100, 150, 200])
@pytest.mark.parametrize("seed", range(3))
def test_scram_counts_as_many_minimal_cut_sets(gates: int, seed: int, tmp_path: Path) -> None:
    circuit = random_circuits.fault_tree(Random(1_000 * gates + seed), gates)
    assert counted(written(circuit), tmp_path, "--bdd", "-l", "1000") == minimal_sets(circuit, limit=0).count


@needs_scram
@pytest.mark.parametrize("gates", [10, 20, 40, 80, 120, 200])
@pytest.mark.parametrize("seed", range(3))
def test_scram_counts_as_many_prime_implicants(gates: int, seed: int, tmp_path: Path) -> None:
    circuit = random_circuits.fault_tree(Random(1_000 * gates + seed), gates, 0.04)
    found = counted(written(circuit), tmp_path, "--bdd", "--prime-implicants", "-l", "1000")
    assert found == minimal_sets(circuit, limit=0).count
