"""What plays share: what no choice bears on is settled once, and clocks are known without a search."""

from random import Random

import random_models
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.analyses.cells import cells_of
from foedus.analyses.courses import Course, happened, idled
from foedus.load import Project
from foedus.schema.vocabulary import ChoiceRule
from foedus.simulation import play, prepare
from foedus.simulation.beginning import beginning
from foedus.simulation.world import Terms

RULES: tuple[ChoiceRule, ...] = ("decline", "exercise", "open")
seeds = st.integers(0, 2**32)
lawful = settings(max_examples=200, deadline=None)


def made(seed: int) -> Project:
    random = Random(seed)
    model = random_models.model(random)
    return random_models.project(model, random_models.scenario(random, tuple(model["provisions"])))


@given(seeds)
@lawful
def test_a_play_is_the_same_whatever_was_played_before_it(seed: int) -> None:
    project = made(seed)
    prepared = prepare(project)
    for rule in Random(seed).sample(RULES, len(RULES)):
        alone = play(prepare(made(seed)), "s", discretion=rule)
        shared = play(prepared, "s", discretion=rule)
        assert shared.turns == alone.turns
        assert shared.evaluations == alone.evaluations


@given(seeds)
@lawful
def test_a_cell_is_the_same_if_every_position_is_settled_for_both_ends_of_the_envelope(seed: int) -> None:
    prepared, thorough = prepare(made(seed)), prepare(made(seed))
    vars(thorough)["swayed"] = frozenset(range(len(thorough.groups)))
    events = tuple(prepared.model.events.values())
    for deadlocked in (False, True):
        found = cells_of(prepared, events=events, deadlocked=deadlocked)
        assert found == cells_of(thorough, events=events, deadlocked=deadlocked)


@given(seeds, st.lists(st.sampled_from(("up", "down", "over", "")), max_size=4))
@lawful
def test_the_clock_of_a_position_is_the_first_of_those_that_run_in_it(seed: int, events: list[str]) -> None:
    prepared = prepare(made(seed))
    if prepared.refused:
        return
    course = Course(beginning(prepared, Terms("open", None, (), (), 0, False), {}))
    for event in events:
        course = happened(prepared, course, event) if event else idled(prepared, course, course.day + 3)
        ends = [
            [config.due for config in value.configs if config.due is not None]
            for value in course.world.values
        ]
        assert course.world.clocks == {index: min(own) for index, own in enumerate(ends) if own}
