"""The worked example of the language reference: Paris as it stands, and under both readings of its gate."""

import pytest

from foedus.library import shipped_models
from foedus.load import load
from foedus.schema import Scenario
from foedus.schema.scenarios import Assumptions, Step
from foedus.simulation import Prepared, play, prepare

UNFINISHED = ("attack-response", "monitoring", "commission-remedies")
STORY = Scenario(
    id="worked-example",
    title="Ceasefire, request, attack",
    steps=(
        Step(day=0, events=("ceasefire-starts", "cessation-becomes-credible")),
        Step(day=5, events=("ukraine-requests",)),
        Step(day=100, events=("armed-attack",)),
    ),
)


@pytest.fixture(scope="module")
def paris() -> Prepared:
    """The model of Paris, made ready once."""
    return prepare(load(shipped_models()["paris-2026"]))


@pytest.mark.parametrize(
    ("provision", "as_it_stands", "once", "holding"),
    [
        ("attack-response", "INACTIVE ACTIVE", "ACTIVE", "SUSPENDED"),
        ("attack-military", "STANDBY ACTIVE", "ACTIVE", "STANDBY"),
        ("commission-remedies", "INACTIVE STANDBY", "STANDBY", "SUSPENDED"),
        ("monitoring", "INACTIVE ACTIVE", "ACTIVE", "SUSPENDED"),
        ("armed-forces-support", "ACTIVE", "ACTIVE", "ACTIVE"),
        ("cooperation", "ACTIVE", "ACTIVE", "ACTIVE"),
        ("mnf-reassurance", "ACTIVE", "ACTIVE", "ACTIVE"),
    ],
)
def test_the_worked_example(
    paris: Prepared, provision: str, as_it_stands: str, once: str, holding: str
) -> None:
    """As it stands; all concluded with the gate read as "once"; all concluded with it read as "while"."""
    concluded = Assumptions(concluded=dict.fromkeys(UNFINISHED, True))
    traces = (
        play(paris, STORY),
        play(paris, STORY, reading="gate-once", assume=concluded),
        play(paris, STORY, reading="gate-while", assume=concluded),
    )
    assert [" ".join(trace.states(provision)) for trace in traces] == [as_it_stands, once, holding]


def test_it_is_open_because_it_is_not_concluded(paris: Prepared) -> None:
    """The reason is named, with its place: the status of the commitment."""
    (standing,) = play(paris, STORY).standings("attack-response")
    assert [(unknown.kind, unknown.route) for unknown in standing.unknowns] == [
        ("concluded", ("provisions", "attack-response", "status"))
    ]
