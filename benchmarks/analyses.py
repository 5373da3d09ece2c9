"""How long minimal sets take, beside SCRAM in the same run, and what a model of real size takes.

    python benchmarks/analyses.py [FAULT-TREE.xml ...] [--trees FOLDER] [--seconds 70]

Without files, fault trees are generated; `--trees` takes every fault tree in a folder and below it, such as
the input that comes with SCRAM. Each tree is given to `foedus analyse --cut-sets --count` and to `scram
--bdd` (and `--prime-implicants` where the tree has negation), one after the other; CPU seconds are those of
whole processes, start-up included, the least of three runs where they are short. Behind them stands
what each is at work: ours from the file to the number of sets, loading of modules excluded; SCRAM's as its
report says it, on the clock and without reading. Counts must be equal. A ratio below 1 means that Foedus was
faster; ratios hold within 10 to 20 %, seconds of a shared machine mean nothing.
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
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "analyses"))

import random_circuits
from checking import COMPILED

from foedus.analyses.analysis import analyse
from foedus.analyses.boolean.circuit import Circuit
from foedus.analyses.open_psa.write import write
from foedus.load import Project, loads
from foedus.simulation import prepare

CASES = [(gates, seed) for gates in (50, 100, 150, 200, 300) for seed in range(4)]
COMMAND = [sys.executable, "-m", "foedus", "analyse", "--cut-sets", "--count"]
AT_WORK = [sys.executable, "-c", """
import sys, time
import foedus.analyses.boolean.primes, foedus.analyses.boolean.large
from foedus.cli.fault_tree import told
start = time.process_time()
told(sys.argv[1], None, False, True, 0, None)
print(time.process_time() - start)
"""]  # fmt: skip
NOT_READ = ("event-tree", "define-substitution", "define-CCF-group")
SHORT = 1.0
"""So many CPU seconds are short: what takes less is run three times."""
BESIDE = "-basic-events"
"""What the name of a file ends in that holds the events of a tree of the same name."""


class Took(NamedTuple):
    """What an engine took for a tree, in CPU seconds; what of that at work, and the number of sets it found,
    both None where it was stopped or refused the tree; and whether they are prime implicants."""

    whole: float
    at_work: float | None
    count: int | None
    primes: bool = False


def cpu(words: list[str], seconds: int) -> tuple[float, str]:
    """The CPU seconds of a process, and what it printed; "" where it was stopped or failed."""
    spent, said = once(words, seconds)
    if spent < SHORT:
        spent = min(spent, *(once(words, seconds)[0] for _ in range(2)))
    return spent, said


def once(words: list[str], seconds: int) -> tuple[float, str]:
    """The same of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    ran = subprocess.run(words, capture_output=True, text=True, check=False, env=COMPILED, preexec_fn=limit)
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


def found_in(folder: Path) -> list[Path]:
    """The files in a folder and below it that define gates, and nothing that Foedus does not read."""
    files = sorted(file for file in folder.rglob("*.xml") if not file.stem.endswith(BESIDE))
    texts = {file: file.read_text(encoding="utf-8", errors="replace") for file in files}
    plain = (file for file in files if not any(word in texts[file] for word in NOT_READ))
    return [file for file in plain if "<define-gate" in texts[file]]


def ours(file: Path, seconds: int) -> Took:
    """What Foedus takes."""
    whole, said = cpu([*COMMAND, str(file)], seconds)
    found = re.search(r": ([\d,]+) (\w+)", said)
    if found is None:
        return Took(whole, None, None)
    _, at_work = once([*AT_WORK, str(file)], seconds)
    return Took(whole, float(at_work or "nan"), int(found[1].replace(",", "")), found[2] == "prime")


def theirs(file: Path, report: Path, seconds: int, primes: bool) -> Took:
    """What SCRAM takes, for prime implicants if they are asked for; its report is written to a file."""
    events = [each for each in [file.with_name(f"{file.stem}{BESIDE}.xml")] if each.exists()]
    report.unlink(missing_ok=True)
    options = ["--bdd", *(["--prime-implicants"] if primes else []), "-l", "1000"]
    words = ["scram", *options, *map(str, (file, *events)), "-o", str(report)]
    whole, _ = cpu(words, seconds)
    text = report.read_text(encoding="utf-8") if report.exists() else ""
    work, count = re.search(r"<products>(.*?)</products>", text), re.search(r'products="(\d+)"', text)
    return Took(whole, float(work[1]) if work else None, int(count[1]) if count else None)


def compared(files: list[Path], folder: Path, seconds: int) -> list[tuple[Took, Took]]:
    """Both for each tree, printed on the way; those that both finish."""
    pairs = []
    print(f"{'CPU seconds (at work)':<22}{'foedus':>18}{'scram':>18}{'ratio':>8}{'sets':>14}{'sets':>14}")
    for file in files:
        own = ours(file, seconds)
        peer = theirs(file, folder / "report.xml", seconds, own.primes)
        times = "".join(f"{each.whole:>8.2f} {shown(each.at_work, '({:.3f})'):>9}" for each in (own, peer))
        counts = "".join(f"{shown(each.count, '{:,}', 'not finished'):>14}" for each in (own, peer))
        print(f"{file.stem:<22}{times}{own.whole / peer.whole:>8.2f}{counts}", flush=True)
        if own.count is not None and peer.count is not None:
            assert own.count == peer.count, file
            pairs.append((own, peer))
    return pairs


def shown(number: float | None, form: str, otherwise: str = "") -> str:
    """A number in a form, or what is said where there is none."""
    return otherwise if number is None else form.format(number)


def ratio(pairs: list[tuple[Took, Took]]) -> float:
    """The geometric mean of our whole CPU seconds to SCRAM's."""
    every = [log(own.whole / peer.whole) for own, peer in pairs]
    return exp(sum(every) / len(every)) if every else float("nan")


def starting(pairs: list[tuple[Took, Took]]) -> float:
    """The share of our CPU seconds that is not work on a tree: starting Python, and loading modules."""
    whole = sum(own.whole for own, _ in pairs)
    return 1 - sum(own.at_work or 0.0 for own, _ in pairs) / whole if pairs else float("nan")


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
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--trees", type=Path, metavar="FOLDER")
    parser.add_argument("--seconds", type=int, default=70)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        if shutil.which("scram") is None:
            print("cut sets beside SCRAM: not measured; needs scram (Debian: apt install scram)")
        else:
            named = [*asked.files, *(found_in(asked.trees) if asked.trees else ())]
            pairs = compared(named or generated(folder), folder, asked.seconds)
            print(f"{len(pairs)} trees that both finish; geometric mean of the ratios {ratio(pairs):.2f}; "
                  f"{starting(pairs):.0%} of ours is starting up")  # fmt: skip
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
