"""How long pictures take to be arranged, and how that compares with Graphviz on the same graph.

    python benchmarks/drawing.py [--rounds 9] [--large 300]

A diagram is arranged in lanes on its page, in panels, on pages or on one sheet, fit search and routing of
lines included, and written as SVG; `dot -Tsvg` draws the DOT text of the same diagram as one picture. Both
run in turn, round by round; what is printed is the median of each, in seconds of processor time, and the
median of their ratios. Starting up is in neither: our modules are loaded and the engine is compiled before
the first round, and what `dot` takes for a graph without nodes is taken off each of its times. Aims: a slide
of 25 boxes in well under a second, 300 boxes as pages in 3 seconds.
"""

import argparse
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from random import Random
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median

from foedus.layout import PAGES, PageName, lay_out
from foedus.layout.pages import set_pages
from foedus.layout.panels import set_panels
from foedus.views.shapes import Box, Caption, Diagram, Lane, Link
from foedus.writers.pictures import dot, svg

WORDS = (
    "support", "of", "the", "multinational", "force", "rapid", "reinforcement", "air", "defence", "days",
)  # fmt: skip


def diagram(boxes: int, seed: int = 1) -> Diagram:
    """Conditions, gates and promises in lanes of about a dozen, most of them linked with their own lane."""
    random = Random(seed)
    lanes = tuple(
        Lane(f"l{i}", str(i + 1), f"Component {i + 1}", 1 + i % 7) for i in range(max(2, boxes // 12))
    )
    made: list[Box] = []
    links: list[Link] = []
    for i in range(boxes):
        text = " ".join(random.sample(WORDS, 4)).capitalize()
        if i < boxes // 5:
            made.append(Box(f"b{i}", "fact", text))
            continue
        lane = lanes[i * len(lanes) // boxes]
        gate = random.random() < 0.15
        made.append(Box(f"b{i}", "all" if gate else "provision", text, "" if gate else f"{i}", lane.id))
        near = [box.id for box in made[:-1] if box.lane == lane.id]
        for _ in range(2 if gate else 1):
            far = f"b{random.randrange(boxes // 5)}"
            start = random.choice(near) if near and random.random() < 0.6 else far
            links.append(Link(start, f"b{i}", random.choice(("activates", "requires"))))
    once = tuple({(link.source, link.target): link for link in links}.values())
    caption = Caption("trigger", f"{boxes} boxes", "", "DRAFT TEXT", "Made at random.", "A benchmark.")
    return Diagram(caption, lanes, tuple(made), once)


def in_lanes(shown: Diagram, page: PageName) -> list[str]:
    """The picture as one drawing in lanes."""
    return [svg.write(lay_out(shown, page))]


def in_panels(shown: Diagram, page: PageName) -> list[str]:
    """The picture as one drawing in panels, on a larger page where it needs one."""
    drawing, name = None, page
    while drawing is None:
        drawing = set_panels(shown, PAGES[name], "auto")
        name = PAGES[name].larger or name
    return [svg.write(drawing)]


def on_pages(shown: Diagram, page: PageName) -> list[str]:
    """The picture as an overview and a page for each part."""
    return [svg.write(sheet.drawing) for sheet in set_pages(shown, PAGES[page], "auto")]


def theirs(text: str) -> None:
    """The same graph as Graphviz draws it."""
    subprocess.run(["dot", "-Tsvg"], input=text.encode(), capture_output=True, check=True, timeout=600)


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time that a piece of work takes, in this process and in those that it starts."""
    start = spent()
    work()
    return spent() - start


def spent() -> float:
    """Seconds of processor time so far, to the microsecond, of this process and of those it waited for."""
    used = [getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def compared(boxes: int, draw: Callable[[Diagram], object], rounds: int) -> tuple[float, float, float]:
    """Our median, that of `dot`, and the median of the ratios, over new graphs; 0 without `dot`."""
    mine, other = [], []
    for seed in range(rounds):
        shown = diagram(boxes, seed)
        text = dot.write(shown)
        mine.append(timed(partial(draw, shown)))
        if shutil.which("dot") is not None:
            start = timed(partial(theirs, "digraph{}"))
            other.append(max(timed(partial(theirs, text)) - start, 0.001))
    ratio = median(a / b for a, b in zip(mine, other, strict=True)) if other else 0.0
    return median(mine), median(other) if other else 0.0, ratio


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--large", type=int, default=300)
    given = parser.parse_args()
    in_lanes(diagram(5, seed=99), "slide")
    cases: tuple[tuple[str, int, Callable[[Diagram], object]], ...] = (
        ("a slide", 25, partial(in_lanes, page="slide")),
        ("panels on a large page", 60, partial(in_panels, page="a3")),
        ("an overview and pages", given.large, partial(on_pages, page="slide")),
        ("one sheet as large as needed", given.large, partial(in_lanes, page="sheet")),
    )
    for what, boxes, draw in cases:
        ours, peer, ratio = compared(boxes, draw, given.rounds if boxes < 100 else 3)
        beside = f"   dot {peer:7.3f} s   ratio {ratio:6.2f}" if peer else ""
        print(f"{what + f', {boxes} boxes':<42} {ours:7.3f} s{beside}", flush=True)
    if shutil.which("dot") is None:
        print("beside Graphviz: not measured; needs dot (Debian: apt install graphviz)")


if __name__ == "__main__":
    main()
