"""Every figure beside its goal, in one run.

    python benchmarks [--runs 3] [--growth]

Ratios are of processor time of whole processes, start-up included, taken in turn; they hold within 10 to 20 %
on a machine that does other things too. The yardstick of a check is a bare `yaml.load` with `CSafeLoader` of
the same files, that of a command `python -c pass`. `--growth` adds the step from 10,000 to 100,000 promises,
which takes minutes and gigabytes. A row whose program is missing says what to install.
"""

import argparse
import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from random import Random
from time import process_time
from typing import NamedTuple

import drawing
from checking import CHECK, FLOOR, compared, measured, model

import analyses
from foedus.analyses.reach import Case, Cases, Reach, listed
from foedus.opening import read
from foedus.simulation import play, prepare
from simulation import EVENTS, layered

HERE = Path(__file__).parent
NOTHING = [sys.executable, "-c", "pass"]
IMPORTS = "import foedus.cli.check, foedus.checking, foedus.cli.reported"
SWEEP = 20
"""So many actors of Paris withdraw in every combination: 1,048,576 sets."""


class Row(NamedTuple):
    """A figure and the most that it should be; without a figure, what to install."""

    what: str
    figure: float | None
    goal: float
    unit: str = ""
    install: str = ""


def checks(folder: Path, runs: int) -> Iterator[Row]:
    """A check, cold, again, and with one file changed, beside a bare load."""
    for count, goal in ((1_000, 2.0), (10_000, 1.0)):
        made = folder / f"made-{count}"
        files = model(made, count)
        floor = [sys.executable, "-c", FLOOR, *files]
        _, ratio, memory = compared([*CHECK, str(made), "--no-cache"], floor, folder, runs)
        yield Row(f"check, {count:,} promises, cold", ratio, goal, "× bare load")
    _, warm, _ = compared([*CHECK, str(made)], floor, folder, runs)
    yield Row("check, 10,000 promises, unchanged", warm, 0.3, "× bare load")
    yield Row("check, 10,000 promises, one file changed", _changed(made, floor, runs), 0.3, "× bare load")
    _, imports = measured([sys.executable, "-c", IMPORTS], folder)
    size = sum(Path(file).stat().st_size for file in files) / 2**20
    yield Row("memory, 10,000 promises, less imports", (memory - imports) / size, 6.0, "× bytes of YAML")


def _changed(made: Path, floor: list[str], runs: int) -> float:
    """The least ratio of a check after a promise has got another note."""
    file, ratios = sorted(made.glob("provisions-*"))[0], []
    for run in range(runs):
        file.write_text(file.read_text(encoding="utf-8") + f"    note: Changed {run}.\n", encoding="utf-8")
        bare, own = (measured(words, made.parent)[0] for words in (floor, [*CHECK, str(made)]))
        ratios.append(own / bare)
    return min(ratios)


def growth(folder: Path) -> Iterator[Row]:
    """Ten times the promises."""
    found = []
    for count in (10_000, 100_000):
        made = folder / f"grown-{count}"
        model(made, count)
        found.append(measured([*CHECK, str(made), "--no-cache"], folder))
    (short, small), (long, large) = found
    yield Row("check, time from 10,000 to 100,000", long / short, 12.0, "×")
    yield Row("check, memory from 10,000 to 100,000", large / small, 12.0, "×")


def commands(folder: Path, runs: int) -> Iterator[Row]:
    """Short commands beside a Python that does nothing."""
    for words, goal in (("--version", 1.5), ("--help", 5.0)):
        _, ratio, _ = compared([sys.executable, "-m", "foedus", words], NOTHING, folder, 3 * runs)
        yield Row(f"foedus {words}", ratio, goal, "× python -c pass")
    for what, cached in (("cold", "--no-cache"), ("unchanged", "--cache")):
        _, ratio, _ = compared([*CHECK, "paris-2026", cached], NOTHING, folder, 2 * runs)
        yield Row(f"check paris-2026, {what}", ratio, 20.0, "× python -c pass")


def plays() -> Iterator[Row]:
    """Guards that an event evaluates in a model of ten times the size."""
    touched = []
    for size in (1_000, 10_000):
        prepared = prepare(layered(size, EVENTS))
        touched.append(play(prepared, "s").evaluations - play(prepared, "nothing").evaluations)
    yield Row("play: guards an event, 10,000 to 1,000", touched[1] / touched[0], 1.1, "×")


def sweep() -> Iterator[Row]:
    """Every set of twenty actors of Paris withdraws, all at once; a sample is compared one by one."""
    paris = read("paris-2026")
    actors = sorted(paris.model.actors)[:SWEEP]
    start = process_time()
    reach = Reach(paris.model, every_set(actors))
    found = {key: reach.holds(target.condition) for key, target in paris.model.targets.items()}
    seconds = process_time() - start
    for number in Random(1).sample(range(1 << SWEEP), 100):
        gone = tuple(actor for place, actor in enumerate(actors) if number >> place & 1)
        alone = Reach(paris.model, listed([Case(gone)]))
        for key, target in paris.model.targets.items():
            assert alone.holds(target.condition) == found[key] >> number & 1, (key, gone)
    yield Row(f"{1 << SWEEP:,} withdrawal sets of Paris", seconds, 10.0, "s")


def every_set(actors: list[str]) -> Cases:
    """A case for each set of actors: in case 5 (binary 101) the first and the third withdraw."""
    left: dict[str, int] = {}
    for place, actor in enumerate(actors):
        width = 1 << place
        left = {known: bits | bits << width for known, bits in left.items()}
        left[actor] = ((1 << width) - 1) << width
    return Cases(1 << len(actors), left, {})


def cut_sets(folder: Path) -> Iterator[Row]:
    """Minimal cut sets of generated fault trees, beside SCRAM."""
    what = "cut sets, beside scram --bdd"
    if shutil.which("scram") is None:
        yield Row(what, None, 0.45, install="scram (Debian: apt install scram)")
        return
    with redirect_stdout(io.StringIO()):
        pairs = analyses.compared(analyses.generated(folder), folder, 70)
    unit = f"× scram, geometric mean; {analyses.starting(pairs):.0%} of ours is starting up"
    yield Row(what, analyses.ratio(pairs), 0.45, unit)


def pictures(runs: int) -> Iterator[Row]:
    """Pictures, beside Graphviz on the same graph."""
    drawing.in_lanes(drawing.diagram(5, seed=99), "slide")
    for what, boxes, draw, goal in (
        ("draw a slide of 25 boxes", 25, drawing.in_lanes, 1.0),
        ("draw 300 boxes as pages", 300, drawing.on_pages, 3.0),
    ):
        if shutil.which("dot") is None:
            yield Row(what, None, goal, install="Graphviz (Debian: apt install graphviz)")
        else:
            _, _, ratio = drawing.compared(boxes, partial(draw, page="slide"), runs)
            yield Row(what, ratio, goal, "× dot -Tsvg")


def explorer() -> Iterator[Row]:
    """The slowest switch of the explorer, in a browser; its own benchmark tells the rest."""
    script, what = HERE / "explorer.py", "explorer, 300 promises: slowest switch"
    if script.exists():
        ran = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
        lines = [line for line in ran.stdout.splitlines() if not line.startswith(("opened", "written"))]
        found = [float(each) for line in lines for each in re.findall(r"median +([\d.]+) ms", line)]
        install = "Chromium and playwright (pip install playwright)"
        yield Row(what, max(found, default=None), 100.0, "ms, median", install)


def told(row: Row) -> str:
    """A line of the table."""
    if row.figure is None:
        return f"{row.what:<42} not measured: needs {row.install}"
    met = "met" if row.figure <= row.goal else "not met"
    return f"{row.what:<42} {row.figure:>8.2f} {row.goal:>8.2f}  {met:<7}  {row.unit}"


def main() -> None:
    """Print the table, row by row as it is measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--growth", action="store_true")
    given = parser.parse_args()
    print(f"{'':<42} {'figure':>8} {'goal':>8}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        groups: list[Callable[[], Iterator[Row]]] = [
            partial(commands, folder, given.runs),
            partial(checks, folder, given.runs),
            *([partial(growth, folder)] if given.growth else []),
            plays,
            sweep,
            partial(cut_sets, folder),
            partial(pictures, given.runs),
            explorer,
        ]
        for group in groups:
            for row in group():
                print(told(row), flush=True)


if __name__ == "__main__":
    main()
