"""How long the explorer of a large model takes: to be written, to be opened, and to answer a switch.

    python benchmarks/explorer.py [--provisions 300] [--opened 5] [--switches 30]

The model is made for the purpose: components, facts, attacks and other events, findings, several obligors,
phases, outcomes, two readings, and scenarios of a dozen steps. Writing is processor time of this process,
without start-up. The page is opened from a file in Chromium, driven by playwright. It is open when the first
picture has been painted, counted from the navigation; a switch ends when what it changes has been painted.
Both are told on the clock, and (in brackets) as what the page's own thread was at work, which holds on a
machine that does other things too. Aims: written in 30 seconds, opened in 2, a switch in a tenth of a second.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median
from time import process_time
from typing import Any

from foedus.checking import examine
from foedus.explorer.page import page
from foedus.load import Project, loads

VERBS = ("Consult at once with", "Deploy forces to", "Deliver ammunition to", "Share intelligence with")
OBJECTS = ("the host", "the border areas", "the northern ports", "the joint staff", "the monitoring mission")
PARTIES = ("ally", "friend", "partner", "neighbour")
STEPS = 12
ATTACK = {"by": ["rival"], "target": ["host"], "severity": "war", "attack_class": "conventional"}


def model(count: int, seed: int = 1) -> Project:
    """A sound model of so many provisions, a tenth as many findings and a fifth as many facts and events."""
    random = Random(seed)
    facts = [f"fact-{place}" for place in range(1, max(4, count // 5))]
    parts = [f"part-{place}" for place in range(1, max(2, count // 25) + 1)]
    found = loads({"model.yaml": json.dumps({
        "framework": {
            "title": f"A made system of {count} provisions", "as_of": "2026-01-06", "beneficiary": ["host"],
            "adversary": ["rival"], "instrument": "pact",
        },
        "components": {each: {"title": f"Component {each[5:]}", "order": int(each[5:])} for each in parts},
        "actors": {
            each: {"title": f"The {each}", "kind": "state"} for each in ("host", "rival", *PARTIES)
        },
        "sources": {"text": {"title": "The pact", "kind": "instrument", "published": "2026-01-06"}},
        "instruments": {"pact": {
            "title": "The pact", "form": "agreement", "status": {"is": "in_force", "on": "2026-01-06"},
            "parties": dict.fromkeys(("host", *PARTIES), "ratified"), "source": {"doc": "text"},
        }},
        "facts": {
            each: {
                "title": f"Condition {each[5:]} is met", "kind": "brute",
                "initial": "unknown" if place % 7 == 3 else False,
                **({"concept": "attack"} if place < 2 else {}),
            }
            for place, each in enumerate(facts)
        },
        "events": {
            f"event-{each[5:]}": {
                "title": f"Condition {each[5:]} comes about", "sets": {each: True},
                **(ATTACK if place < 2 else {}),
            }
            for place, each in enumerate(facts)
        },
        "determinations": {
            f"finding-{each[5:]}": {
                "title": f"That condition {each[5:]} is met", "of": each, "by": "each_obligor",
            }
            for each in facts[::2]
        },
        "provisions": dict(_provisions(random, count, parts, facts)),
        "phases": {
            "quiet": {"title": "Before anything", "order": 1, "events": []},
            "tense": {"title": "After some conditions", "order": 2, "events": ["event-2", "event-3"]},
        },
        "targets": {
            f"owed-{place}": {"title": f"Promise {place} is due", "condition": {"active": f"promise-{place}"}}
            for place in range(count, 0, -max(1, count // 5))
        } | {
            "half-owed": {
                "title": "Half of the first ten promises are due",
                "condition": {"at_least": 5, "of": [{"active": f"promise-{n}"} for n in range(1, 11)]},
            },
        },
        "readings": {
            name: {
                "title": f"Read as {name}", "kind": "interpretation",
                "patch": {"facts": {each: {"initial": value} for each in facts[3::7]}},
            }
            for name, value in (("wide", True), ("narrow", False))
        },
        "scenarios": {f"story-{place}": _scenario(random, place, facts) for place in range(1, 9)},
    })})  # fmt: skip
    broken = [each for each in found.findings if each.severity == "error"]
    assert not broken, broken
    return found


def _provisions(
    random: Random, count: int, parts: list[str], facts: list[str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Promises in components, each resting on conditions, findings and promises before it."""
    for place in range(1, count + 1):
        near = [f"promise-{other}" for other in range(max(1, place - 8), place)]
        may = place % 5 == 0
        yield (
            f"promise-{place}",
            {
                "title": f"{random.choice(VERBS)} {random.choice(OBJECTS)} ({place})",
                "summary": "Each party does its share, as the pact says in the paragraph that is cited.",
                "instrument": "pact",
                "component": parts[(place - 1) * len(parts) // count],
                "kind": "defense",
                "obligors": random.sample(PARTIES, 1 + place % 2),
                "beneficiary": ["host"],
                "modality": "may" if may else "must",
                "wording": "shall",
                **_gates(random, near, facts),
                "source": {"doc": "text", "at": f"paragraph {place}"},
                "claim": {"basis": "paraphrase", "confidence": "high"},
            },
        )


def _gates(random: Random, near: list[str], facts: list[str]) -> dict[str, Any]:
    gates: dict[str, Any] = {}
    if random.random() < 0.6:
        fact = random.choice(facts)
        other = random.choice(facts)
        found = {"finding": f"finding-{fact[5:]}"} if facts.index(fact) % 2 == 0 else fact
        gates["trigger"] = {"any": [found, other]} if random.random() < 0.3 and other != fact else found
    if near and random.random() < 0.6:
        gates["requires"] = {"active": random.choice(near)}
    if random.random() < 0.2:
        gates["in_force_while"] = {"not": random.choice(facts)}
    if random.random() < 0.3:
        gates["deadline"] = "P10D"
    return gates


def _scenario(random: Random, place: int, facts: list[str]) -> dict[str, Any]:
    drawn = random.sample(facts, min(STEPS, len(facts)))
    steps = [
        {"day": 5 * number, "events": [f"event-{fact[5:]}"]}
        | ({"findings": {f"finding-{fact[5:]}": "established"}} if facts.index(fact) % 2 == 0 else {})
        for number, fact in enumerate(drawn)
    ]
    return {"title": f"Story {place}", "steps": steps}


OPENED = """
window.afterPaint = (done) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = done;
  port2.postMessage(null);
});
window.opened = new Promise((done) => {
  const look = () => {
    if (document.querySelector("#stage svg")) afterPaint(() => done(performance.now()));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
});
"""
"""Run before the page's own script: the milliseconds after which the first picture has been painted."""

SWITCH = """
([kind, turn]) => new Promise((done) => {
  const find = (key) => document.querySelector(`[data-key="${key}"]`);
  const pressed = (those) => {
    const every = document.querySelectorAll(those);
    every[turn % every.length].dispatchEvent(new MouseEvent("click", { bubbles: true }));
  };
  const acts = {
    step: () => find("next").click(),
    back: () => find("first").click(),
    mode: () => find(["look", "play", "ask", "learn"][turn % 4]).click(),
    view: () => pressed(".views > button"),
    box: () => pressed(".picture:not([hidden]) .live"),
  };
  const pick = () => {
    const chosen = find(kind);
    chosen.selectedIndex = (chosen.selectedIndex + 1) % chosen.options.length;
    chosen.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const start = performance.now();
  (acts[kind] ?? pick)();
  afterPaint(() => done(performance.now() - start));
})
"""
"""Does one thing as a click or a choice does it, and answers with the milliseconds until it was painted."""

KINDS = {
    "mode=play": ("step", "reading", "rule", "scenario", "beside", "view", "box"),
    "mode=play&scenario=own": ("reading", "rule", "new-verb"),
    "mode=look": ("filter-component", "filter-actor", "view", "page", "box"),
    "mode=learn": ("mode",),
}
"""What is switched, in which state of the page."""


def written(count: int) -> tuple[str, float]:
    """The page of a made model, and the seconds of processor time that it took to check and to write it."""
    project = model(count)
    start = process_time()
    text = page(project, examine(project))
    return text, process_time() - start


class Window:
    """The page in a fresh window of a browser, with the clock of its own thread."""

    def __init__(self, browser: Any, address: str) -> None:
        self.context = browser.new_context(viewport={"width": 1440, "height": 900})
        self.page = self.context.new_page()
        self.page.add_init_script(OPENED)
        self.devtools = self.context.new_cdp_session(self.page)
        self.devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
        self.page.goto(address)
        self.opened: float = self.page.evaluate("window.opened")

    def worked(self) -> float:
        """The milliseconds that the thread of the page has been at work."""
        found = self.devtools.send("Performance.getMetrics")["metrics"]
        return next(1000 * each["value"] for each in found if each["name"] == "TaskDuration")

    def switch(self, kind: str, turn: int) -> tuple[float, float]:
        """The milliseconds that a switch takes, and those that the page is at work for it."""
        before = self.worked()
        taken: float = self.page.evaluate(SWITCH, [kind, turn])
        return taken, self.worked() - before


def opening(browser: Any, address: str, times: int) -> list[tuple[float, float]]:
    """How long the page takes to open in a fresh window, so many times."""
    found = []
    for _ in range(times):
        window = Window(browser, address)
        found.append((window.opened, window.worked()))
        window.context.close()
    return found


def row(what: str, found: list[tuple[float, float]]) -> None:
    """Print one line: median and worst on the clock, and of the page's own work."""
    taken, worked = zip(*found, strict=True)
    clock = f"median {median(taken):5.0f} ms, worst {max(taken):5.0f} ms"
    print(f"{what:<34} {clock}   (at work {median(worked):4.0f}, worst {max(worked):4.0f})", flush=True)


def browsed(browser: Any, address: str, given: argparse.Namespace) -> None:
    """Print what a browser takes."""
    for fragment, kinds in KINDS.items():
        row(f"opened, {fragment}", opening(browser, f"{address}#{fragment}", given.opened))
        for kind in kinds:
            window = Window(browser, f"{address}#{fragment}")
            row(f"  switch: {kind}", [window.switch(kind, turn) for turn in range(given.switches)])
            window.context.close()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--provisions", type=int, default=300)
    parser.add_argument("--opened", type=int, default=5)
    parser.add_argument("--switches", type=int, default=30)
    given = parser.parse_args()
    text, seconds = written(given.provisions)
    print(f"{given.provisions} provisions: written in {seconds:.1f} s, {len(text.encode()) / 1e6:.2f} MB")
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        sys.exit("what a browser takes is not measured; it needs playwright: pip install playwright")
    if chromium is None:
        sys.exit("what a browser takes is not measured; install chromium (Debian: apt install chromium)")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        path = Path(folder) / "explorer.html"
        path.write_text(text, encoding="utf-8")
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        browsed(browser, path.as_uri(), given)


if __name__ == "__main__":
    main()
