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
from foedus.analyses.open_psa import read, write
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
        (b"<opsa-mef><or></opsa-mef>", "t.xml:1:17: not XML: mismatched tag"),
        (b"", "t.xml:1:1: not XML: no element found"),
        (b"<model/>", "t.xml:1:1: the outermost tag is `model`"),
        (b"<opsa-mef/>", "no gate is defined"),
        (BOMB, "the entity `a` is declared"),
        (b'<!DOCTYPE opsa-mef SYSTEM "file:///etc/passwd"><opsa-mef/>', "a document type of another file"),
        (tree("<define-gate name='g'><adn><event name='a'/></adn></define-gate>"), "did you mean `and`"),
        (tree("<define-gate name='g'><and/></define-gate>"), "`and` of 0 formulas"),
        (tree("<define-gate name='g'/>"), "`define-gate` holds 0 formulas"),
        (tree(f"<define-gate name='g'><atleast>{A}{B}</atleast></define-gate>"), "needs `min`"),
        (tree("<define-gate name='g'><gate name='h'/></define-gate>"), "no gate `h` is defined"),
        (tree(f"<define-gate name='g'>{A}</define-gate><define-gate name='g'>{A}</define-gate>"), "twice"),
        (tree("<define-gate name='g'><or><gate name='g'/></or></define-gate>"), "a circle"),
        (tree(f"<define-gate name='g'>{A}</define-gate><define-gate name='h'>{B}</define-gate>"), "2 gates"),
        (b"<opsa-mef>" + b"<or>" * 300, "more than 200 levels"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: bytes, message: str) -> None:
    with pytest.raises(Stop, match=re.escape(message)) as stopped:
        read(text, "t.xml")
    assert str(stopped.value).startswith("t.xml")


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
