"""How long minimal sets take, beside SCRAM in the same run, and what a model of real size takes.

    python benchmarks/analyses.py [FAULT-TREE.xml ...] [--seconds 70]

Without files, fault trees are generated. Each tree is given to `foedus analyse --cut-sets --count` and to
`scram --bdd`, one after the other; CPU seconds are those of whole processes, start-up included. Counts must
be equal. A ratio below 1 means that Foedus was faster; ratios hold within 10 to 20 %, seconds of a shared
machine mean nothing.
"""

import argparse
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from math import exp, log
from pathlib import Path
from random import Random
from time import process_time

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "analyses"))

import random_circuits

from foedus.analyses.analysis import analyse
from foedus.analyses.boolean.circuit import Circuit
from foedus.analyses.open_psa import write
from foedus.load import Project, loads
from foedus.simulation import prepare

CASES = [(gates, seed) for gates in (50, 100, 150, 200, 300) for seed in range(4)]


def cpu(words: list[str], seconds: int) -> tuple[float, str]:
    """The CPU seconds of a process and what it printed; "" where it was stopped or failed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    ran = subprocess.run(words, capture_output=True, text=True, check=False, preexec_fn=limit)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return spent, ran.stdout if ran.returncode == 0 else ""


def generated(folder: Path) -> list[Path]:
    """Fault trees of 50 to 300 gates, without negation."""
    files = []
    for gates, seed in CASES:
        circuit: Circuit = random_circuits.fault_tree(Random(1_000 * gates + seed), gates)
        names = {ref: f"e{ref}" for ref in circuit.variables()}
        files.append(folder / f"gates-{gates}-{seed}.xml")
        files[-1].write_text(write(circuit, names, names, "a tree"), encoding="utf-8")
    return files


def compared(files: list[Path], folder: Path, seconds: int) -> list[float]:
    """The ratio of CPU seconds for each tree that both finish."""
    ratios = []
    for file in files:
        own, said = cpu(
            [sys.executable, "-m", "foedus", "analyse", str(file), "--cut-sets", "--count"], seconds
        )
        report = folder / "report.xml"
        report.unlink(missing_ok=True)
        with_events = [
            str(each) for each in (file, file.with_name(f"{file.stem}-basic-events.xml")) if each.exists()
        ]
        peer, _ = cpu(["scram", "--bdd", "-l", "1000", *with_events, "-o", str(report)], seconds)
        found = re.search(r": ([\d,]+) ", said)
        count = found.group(1).replace(",", "") if found else "not finished"
        other = (
            re.search(r'products="(\d+)"', report.read_text(encoding="utf-8")) if report.exists() else None
        )
        theirs = other.group(1) if other else "not finished"
        print(f"{file.stem:<18} {own:>7.2f} s {peer:>7.2f} s  {count:>14} {theirs:>14}")
        if found and other:
            assert count == theirs, file
            ratios.append(own / peer)
    return ratios


def real_size() -> Project:
    """Thirty provisions of ten states, each with its consent, choice or deed, in three layers."""
    states = [f"state-{number}" for number in range(10)]
    lines = ["actors:", *(f"  {each}: {{title: {each}, kind: state}}" for each in states), "facts:"]
    lines += [f"  f{number}: {{title: F, kind: brute, initial: false}}" for number in range(40)]
    lines.append("provisions:")
    for number in range(30):
        modality = ("must", "may")[number % 2]
        first = f"{{any: [f{number}, f{(number * 7 + 3) % 40}]}}"
        layer = [f"{{delivered: p{each}}}" for each in range(number - 10, number - 7) if number >= 10]
        needs = f", requires: {{at_least: 2, of: [{', '.join(layer)}]}}" if layer else ""
        lines.append(
            f"  p{number}: {{title: P, kind: defense, obligors: [{states[number % 10]}], "
            f"modality: {modality}, trigger: {first}{needs}}}"
        )
    lines += ["targets:", "  t:", "    title: T"]
    last = ", ".join(f"{{delivered: p{each}}}" for each in (27, 28, 29))
    lines.append(f"    condition: {{at_least: 2, of: [{last}]}}")
    return loads({"model.yaml": "\n".join(lines) + "\n"})


def main() -> None:
    """Print a line a tree, the geometric mean of the ratios, and the seconds of a model of real size."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--seconds", type=int, default=70)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        if shutil.which("scram") is None:
            print("no `scram` on this machine: nothing to compare with")
        else:
            ratios = compared(asked.files or generated(folder), folder, asked.seconds)
            mean = exp(sum(map(log, ratios)) / len(ratios)) if ratios else float("nan")
            print(f"{len(ratios)} trees that both finish; geometric mean of the ratios {mean:.2f}")
    prepared = prepare(real_size())
    analyse(prepared, "t")  # what is imported on the way counts as start-up
    before = process_time()
    found = analyse(prepared, "t")
    print(
        f"a model of {len(found.atoms)} points: {1000 * (process_time() - before):.0f} ms, "
        f"{found.routes.count:,} routes, {found.blocks.count:,} blocking coalitions"
    )


if __name__ == "__main__":
    main()
