"""What the page plays: a program for each reading, and every scenario on the terms of each."""

from typing import Any

from foedus.explorer.program import played, program
from foedus.load import Project
from foedus.simulation import Prepared, prepare
from foedus.views.played_shapes import MEANINGS
from foedus.words import sentence

AS_IT_STANDS = ""
"""The name under which the text without any reading is kept."""


def plays(project: Project) -> dict[str, Any]:
    """Programs by reading, and the scenarios with the terms on which each is played in each reading."""
    prepared = prepare(project)
    readings = {AS_IT_STANDS: prepared, **{each: prepared.read_as(each) for each in project.model.readings}}
    return {
        "programs": {name: program(each) for name, each in readings.items()},
        "readings": [
            {"id": each.id, "title": each.title, "summary": each.summary or ""}
            for each in project.model.readings.values()
        ],
        "scenarios": [_scenario(project, readings, each) for each in _in_order(project)],
        "states": MEANINGS,
    }


def _in_order(project: Project) -> tuple[str, ...]:
    """The scenarios, those first that the author shows."""
    framework = project.model.framework
    shown = framework.showcase if framework is not None else ()
    return tuple(
        dict.fromkeys(
            (*(each for each in shown if each in project.model.scenarios), *project.model.scenarios)
        )
    )


def _scenario(project: Project, readings: dict[str, Prepared], name: str) -> dict[str, Any]:
    scenario = project.model.scenarios[name]
    own = scenario.reading if scenario.reading in project.model.readings else AS_IT_STANDS
    return {
        "id": name,
        "title": sentence(scenario.title),
        "summary": scenario.summary or "",
        "reading": own,
        "place": str(project.where(scenario.route)),
        "runs": {
            key: played(each, each.model.scenarios[name])
            for key, each in readings.items()
            if name in each.model.scenarios
        },
    }
