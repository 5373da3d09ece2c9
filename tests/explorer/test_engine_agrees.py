"""The engine in the browser and the engine in Python say the same of every scenario: states, clocks, choices,
what leaves an outcome open, and which acts were void. In Node.js and, with fewer models, in Chromium itself.

`FOEDUS_EXAMPLES` sets how many random models are tried.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest

from foedus.explorer.program import played, program, spelt
from foedus.library import shipped_models
from foedus.opening import read
from foedus.schema import Scenario
from foedus.simulation import Trace, play, prepare
from foedus.simulation.clock import day, minute
from foedus.simulation.prepare import Prepared
from foedus.simulation.why import explain

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "simulation"))
import random_models  # noqa: E402  # it lies beside the tests that it was written for

EXAMPLES = int(os.environ.get("FOEDUS_EXAMPLES", "300"))
IN_CHROMIUM = int(os.environ.get("FOEDUS_EXAMPLES", "40"))
NODE = shutil.which("node")
in_node = pytest.mark.skipif(NODE is None, reason="Node.js is not installed: apt install nodejs")

Case = tuple[Prepared, Scenario]
Engine = Callable[[list[str]], list[str]]


def by_node(lines: list[str]) -> list[str]:
    """What the engine in Node.js makes of programs and scenarios."""
    ran = subprocess.run(
        [str(NODE), str(HERE / "plays.mjs")],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.splitlines()


@pytest.fixture
def chromium(browser: Any) -> Iterator[Engine]:
    """The same in Chromium, which reads the modules from this checkout under a name that leads nowhere."""
    context = browser.new_context()
    page = context.new_page()
    page.route("**/*", lambda route: route.fulfill(**_answer(route.request.url)))
    page.goto(f"{SITE}/")
    yield lambda lines: page.evaluate(_IN_CHROMIUM, lines)
    context.close()


SITE = "http://foedus.test"
_IN_CHROMIUM = f"""
async (lines) => {{
  const {{ told }} = await import("{SITE}/tests/explorer/told.mjs");
  return lines.map(told);
}}
"""


def _answer(url: str) -> dict[str, str]:
    path = url.removeprefix(f"{SITE}/")
    if not path:
        return {"content_type": "text/html", "body": "<!doctype html>"}
    return {"content_type": "text/javascript", "body": (HERE.parents[1] / path).read_text(encoding="utf-8")}


def by_python(case: Case) -> Any:
    """What the engine in Python makes of a case, in the same words."""
    prepared, told = case
    trace = play(prepared, told)
    return {"refused": bool(trace.refusals), "turns": [_turn(prepared, trace, turn) for turn in trace.turns]}


def lacks_by_python(case: Case) -> Any:
    """What each position lacks at the end, for each state that it may be in; sets in no order."""
    prepared, told = case
    found = [
        (list(each.standing.position), path.held.state, path.missing, path.complete)
        for provision in prepared.model.provisions
        for each in explain(prepared, told, provision)
        for path in each.paths
    ]
    return _in_order(
        (position, state, [[lack.words for lack in way] for way in missing], complete)
        for position, state, missing, complete in found
    )


def lacks_by_browser(lacks: Any) -> Any:
    return _in_order((each["position"], each["state"], each["sets"], each["complete"]) for each in lacks)


def _in_order(lacks: Iterable[Any]) -> Any:
    """What is lacking by position and state, without the sets of a search that was cut short."""
    return {
        (*position, state): (complete, {frozenset(each) for each in sets} if complete else None)
        for position, state, sets, complete in lacks
    }


def _turn(prepared: Prepared, trace: Trace, turn: Any) -> dict[str, Any]:
    changed = [
        {
            "position": list(change.now.position),
            "held": sorted(([each.state, str(each.due), each.done] for each in change.now.held), key=str),
            "unknowns": sorted(spelt(prepared, each) for each in change.now.unknowns),
        }
        for change in turn.changes
    ]
    void = [[each.act.verb, each.act.subject, each.reason, each.certain] for each in turn.void]
    return {"day": str(turn.day), "kind": turn.kind, "void": void, "changed": sorted(changed, key=str)}


def in_days(found: Any, dated: bool) -> Any:
    """The browser's minutes as days, and what changed in the order of Python's record."""
    when = partial(day, dated=dated)
    for turn in found["turns"]:
        for change in turn["changed"]:
            held = [
                [state, str(None if due is None else when(due)), done] for state, due, done in change["held"]
            ]
            change["held"] = sorted(held, key=str)
        turn["changed"].sort(key=str)
    return found


def agreed(cases: list[Case], why: bool = True, engine: Engine = by_node) -> None:
    """Both engines say the same of every case, and `why` of what every promise lacks at its end."""
    lines = [
        json.dumps({"program": program(model), "scenario": played(model, told)}) for model, told in cases
    ]
    found = [json.loads(line) for line in engine(lines)]
    assert len(found) == len(cases)
    for case, theirs in zip(cases, found, strict=True):
        ours = by_python(case)
        assert theirs["refused"] == ours["refused"], case[1].id
        if not ours["refused"]:
            lacks = lacks_by_browser(theirs.pop("lacks"))
            if why:
                assert lacks == lacks_by_python(case), case[1].id
            assert in_days(theirs, bool(played(*case)["dated"])) == ours, case[1].id


def as_told(prepared: Prepared) -> list[Case]:
    """The scenarios of a model, in the reading in which it has been made ready."""
    return [
        (prepared, each.model_copy(update={"reading": None})) for each in prepared.model.scenarios.values()
    ]


def random_cases(count: int) -> list[Case]:
    cases = []
    for seed in range(count):
        random = Random(seed)
        model = random_models.model(random)
        told = random_models.scenario(random, tuple(model["provisions"]))
        cases += as_told(prepare(random_models.project(model, told)))
    return cases


@in_node
def test_they_agree_on_random_models() -> None:
    agreed(random_cases(EXAMPLES))


def test_they_agree_on_random_models_in_chromium(chromium: Engine) -> None:
    agreed(random_cases(IN_CHROMIUM), engine=chromium)


def test_they_agree_on_the_scenarios_of_paris_in_chromium(chromium: Engine) -> None:
    agreed(as_told(prepare(read("paris-2026"))), engine=chromium)


@in_node
@pytest.mark.parametrize("name", shipped_models())
def test_they_agree_on_every_shipped_scenario_in_every_reading(name: str) -> None:
    prepared = prepare(read(name))
    readings = [prepared, *(prepared.read_as(each) for each in prepared.model.readings)]
    agreed(as_told(prepared))
    agreed([case for each in readings[1:] for case in as_told(each)], why=False)


@in_node
def test_they_count_months_on_a_calendar_alike() -> None:
    """The last day of a month stands for days that it lacks; leap years count."""
    ends = json.loads(
        subprocess.run(
            [str(NODE), "--input-type=module", "-e", _MONTHS],
            capture_output=True,
            text=True,
            check=True,
            cwd=HERE,
        ).stdout
    )
    from datetime import date

    from foedus.simulation.clock import Duration

    starts = [date(2024, 1, 31), date(2026, 8, 31), date(1999, 12, 15), date(1, 1, 1), date(9999, 3, 1)]
    ours = [Duration(n, 90).after(minute(start), True) for start in starts for n in (1, 6, 13, 120)]
    assert ends == ours


_MONTHS = """
import { after, ordinal, DAY } from "../../framework/foedus/explorer/assets/clock.js";
const starts = [[2024, 1, 31], [2026, 8, 31], [1999, 12, 15], [1, 1, 1], [9999, 3, 1]];
const ends = starts.flatMap((day) => [1, 6, 13, 120].map((n) => after([n, 90], ordinal(...day) * DAY, true)));
console.log(JSON.stringify(ends));
"""
