"""Laws of comparing: nothing differs from itself, however it is written, and the way back is the mirror."""

from random import Random
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from random_models import model, project, scenario

from foedus.comparison import Comparison, compare
from foedus.load import Project, loads

seeds = st.integers(0, 10**9)
LAWS = settings(max_examples=25, deadline=None)
OPPOSITE = {"added": "removed", "removed": "added"}


def drawn(seed: int) -> Project:
    random = Random(seed)
    own = model(random)
    return project(own, scenario(random, tuple(own["provisions"])))


def rewritten(one: Project, random: Random) -> Project:
    """The same model in other files, another order, another style, with comments."""
    texts: dict[str, str] = {}
    for section, node in one.tree.entries().items():
        for key, element in node.entries().items():
            file = f"{random.choice('abc')}{len(texts)}.yaml"
            text = yaml.safe_dump(
                {section: {key: _shuffled(element.plain(), random)}},
                sort_keys=False, default_flow_style=random.choice((True, False)),
                width=random.choice((20, 200)),
            )  # fmt: skip
            texts[file] = f"# a comment\n\n{text}# another\n"
    return loads(texts)


def _shuffled(value: Any, random: Random, key: str = "") -> Any:
    match value:
        case dict():
            keys = random.sample(sorted(value), len(value))
            return {each: _shuffled(value[each], random, each) for each in keys}
        case tuple():
            items = [_shuffled(each, random) for each in value]
            return items if key == "steps" else random.sample(items, len(items))
        case _:
            return value


def mirrored(found: Comparison) -> Any:
    """What the comparison the other way round must say, as plain data."""
    return told(found, back=True)


def told(found: Comparison, back: bool = False) -> Any:
    """What a comparison says, without places."""
    way = -1 if back else 1
    changes = sorted(
        (
            each.section,
            *(each.was, each.id)[::way],
            OPPOSITE.get(each.word, each.word) if back else each.word,
            tuple(sorted((field.key, *(field.before, field.now)[::way]) for field in each.fields)),
        )
        for each in found.changes
    )
    parted = sorted(
        (
            outcome.now.scenario.id,
            sorted(
                (
                    each.position,
                    each.day,
                    [pair and pair.states for pair in tuple(each.first)[::way]],
                    [pair and pair.states for pair in tuple(each.end)[::way]],
                )
                for each in outcome.divergences
            ),
        )
        for outcome in found.parted
    )
    findings = [sorted((each.code, each.message) for each in own) for own in (found.new, found.gone)[::way]]
    return changes, parted, findings


@given(seeds)
@LAWS
def test_nothing_differs_from_itself(seed: int) -> None:
    assert not compare(drawn(seed), drawn(seed)).differs


@given(seeds, seeds)
@LAWS
def test_order_layout_comments_and_files_are_no_difference(seed: int, other: int) -> None:
    one = drawn(seed)
    assert told(compare(one, rewritten(one, Random(other)))) == ([], [], [[], []])


@given(seeds, seeds)
@LAWS
def test_the_way_back_is_the_mirror(seed: int, other: int) -> None:
    one, two = drawn(seed), drawn(other)
    assert told(compare(two, one)) == mirrored(compare(one, two))


@given(seeds, seeds)
@LAWS
def test_outcomes_part_exactly_where_the_final_states_or_those_of_a_day_differ(seed: int, other: int) -> None:
    """Compared with a slow oracle: every day of both plays asked of the traces themselves."""
    [outcome] = compare(drawn(seed), drawn(other)).outcomes
    if outcome.before.refusals or outcome.now.refusals:
        return
    days = range(-1, 40)
    positions = {each.position for trace in (outcome.before, outcome.now) for each in trace.final}
    parted = {
        position
        for position in positions
        if any(_on(outcome.before, position, day) != _on(outcome.now, position, day) for day in (*days, None))
    }
    found = {each.position: _states_part(each) for each in outcome.divergences}
    assert parted <= found.keys()
    assert not any(found[position] for position in found.keys() - parted)


def _on(trace: Any, position: Any, day: int | None) -> tuple[str, ...]:
    return trace.states(position.provision, position.obligor, day) or ("INACTIVE",)


def _states_part(each: Any) -> bool:
    """Whether states part, at first or at the end, and not deadlines alone."""
    sides = [[pair.states if pair else ("INACTIVE",) for pair in both] for both in (each.first, each.end)]
    return any(one != other for one, other in sides)
