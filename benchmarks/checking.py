"""What `foedus check` costs beside what merely reading the same YAML costs.

    python benchmarks/checking.py [--sizes 100 1000 10000] [--runs 5] [--also]

The model is that of `foedus generate`: N promises in layers, each with one to three needs, a trigger and a
source, about 478 bytes of YAML a promise, and one scenario. The yardstick is a bare `yaml.load` with
`CSafeLoader` of the same files, in a process of its own. Both are whole processes, start-up included,
run in turn (A B A B ...), and their CPU time is that which the system counted; the ratio is the median of
the ratios pair by pair, so that it holds when the machine's speed drifts. `--also` adds the tools
`strictdoc` and `likec4` where they are installed, each on N elements of its own language.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from foedus.synthetic import synthetic

CHECK = [sys.executable, "-m", "foedus", "check", "--exit-zero"]
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""What is measured finds its modules compiled, as it does where Foedus is installed and has run before."""
FLOOR = """\
import sys, yaml
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        yaml.load(file, Loader=yaml.CSafeLoader)
"""


def model(folder: Path, count: int) -> list[str]:
    """Write a model of so many promises into a folder; the paths of its files."""
    folder.mkdir()
    for name, text in synthetic(count, seed=1).items():
        (folder / name).write_text(text, encoding="utf-8")
    return sorted(str(path) for path in folder.glob("*.yaml"))


def measured(words: list[str], cwd: Path) -> tuple[float, int]:
    """The CPU seconds of a command and its greatest memory in MiB; its exit code is its own affair."""
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(words, cwd=cwd, env=COMPILED, stdout=nowhere, stderr=nowhere)
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def compared(one: list[str], other: list[str], cwd: Path, runs: int) -> tuple[float, float, int]:
    """Median CPU of `one`, median ratio to `other`, greatest memory of `one`; a first run is not counted."""
    times, ratios, most = [], [], 0
    for run in range(runs + 1):
        floor, _ = measured(other, cwd)
        own, memory = measured(one, cwd)
        if run:
            times.append(own)
            ratios.append(own / floor)
            most = max(most, memory)
    return statistics.median(times), statistics.median(ratios), most


def strictdoc(folder: Path, count: int) -> list[str]:
    """A document of so many requirements, each the child of one to three before it."""
    random = Random(count)
    text = ["[DOCUMENT]", "TITLE: Made", ""]
    for place in range(count):
        text += ["[REQUIREMENT]", f"UID: R-{place}", f"TITLE: Commitment number {place}"]
        needs = random.sample(range(max(0, place - 50), place), min(place, random.randint(1, 3)))
        text += ["STATEMENT: The ally shall help.", *(["RELATIONS:"] if needs else [])]
        text += [line for each in needs for line in ("- TYPE: Parent", f"  VALUE: R-{each}")] + [""]
    (folder / "made.sdoc").write_text("\n".join(text), encoding="utf-8")
    return ["strictdoc", "export", "--formats=json", "--output-dir", str(folder / "out"), str(folder)]


def likec4(folder: Path, count: int) -> list[str]:
    """A model of so many elements, each with one to three relations to those before it."""
    random = Random(count)
    lines = ["specification { element promise }", "model {"]
    lines += [f"  p{place} = promise 'Commitment number {place}'" for place in range(count)]
    for place in range(1, count):
        for each in random.sample(range(max(0, place - 50), place), min(place, random.randint(1, 3))):
            lines.append(f"  p{place} -> p{each}")
    (folder / "made.c4").write_text("\n".join([*lines, "}", ""]), encoding="utf-8")
    return ["likec4", "validate", "--no-layout", str(folder)]


OTHERS: dict[str, Callable[[Path, int], list[str]]] = {"strictdoc": strictdoc, "likec4": likec4}


def row(what: str, count: int, size: int, found: tuple[float, float, int]) -> None:
    """Print one line of the table."""
    seconds, ratio, memory = found
    print(f"{what:<22} {count:>7,} {size:>12,} {seconds:>9.2f} {ratio:>9.2f} {memory:>9,}", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--also", action="store_true")
    given = parser.parse_args()
    print(f"{'':<22} {'N':>7} {'bytes':>12} {'CPU s':>9} {'ratio':>9} {'peak MiB':>9}")
    for count in given.sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "made"
            files = model(folder, count)
            size = sum(Path(file).stat().st_size for file in files)
            floor = [sys.executable, "-c", FLOOR, *files]
            for what, cached in (("foedus check", "--no-cache"), ("the same again", "--cache")):
                row(
                    what,
                    count,
                    size,
                    compared([*CHECK, str(folder), cached], floor, folder.parent, given.runs),
                )
            for tool in [each for each in OTHERS if given.also and shutil.which(each)]:
                own = Path(name) / tool
                own.mkdir()
                row(tool, count, size, compared(OTHERS[tool](own, count), floor, folder.parent, 1))


if __name__ == "__main__":
    main()
