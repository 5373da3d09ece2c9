"""What comes of a change: which positions stand otherwise, from which day, to what end."""

from collections.abc import Callable

from foedus.comparison import compare
from foedus.load import Project
from foedus.views import changed
from foedus.writers.documents import text

Make = Callable[..., Project]

PACT = """\
actors:
  ally: {title: Ally, kind: state}
facts:
  ceasefire: {title: A ceasefire, kind: institutional, initial: false}
  attack: {title: An attack, kind: brute, initial: false}
events:
  ceasefire-starts: {title: A ceasefire starts, sets: {ceasefire: true}}
  attack-starts: {title: An attack starts, sets: {attack: true, ceasefire: false}}
  attack-ends: {title: The attack ends, sets: {attack: false}}
provisions:
  help: {title: Help, kind: defense, obligors: [ally], modality: must, enters_when: ceasefire,
         trigger: attack}
  report: {title: Report, kind: consultation, obligors: [ally], modality: must}
scenarios:
  calm: {title: A calm year, steps: [{day: 0, events: [ceasefire-starts]}]}
  war:
    title: A new attack
    steps:
      - {day: 0, events: [ceasefire-starts]}
      - {day: 100, events: [attack-starts]}
      - {day: 120, events: [attack-ends]}
"""


def lines(one: Project, other: Project) -> list[str]:
    return text.write(changed.view(compare(one, other), ("one", "other"))).splitlines()


def test_the_first_day_and_the_end_are_told_of_the_scenarios_that_part_only(model: Make) -> None:
    found = compare(
        model(PACT), model(PACT.replace("trigger: attack}", "trigger: attack, in_force_while: ceasefire}"))
    )
    assert [each.now.scenario.id for each in found.parted] == ["war"]
    [divergence] = found.parted[0].divergences
    assert (str(divergence.position), divergence.day) == ("help / ally", 100)
    assert [each and each.states for each in divergence.first] == [("ACTIVE",), ("SUSPENDED",)]
    assert [each and each.states for each in divergence.end] == [("STANDBY",), ("SUSPENDED",)]


def test_why_is_told_with_the_place_on_either_side(model: Make) -> None:
    said = lines(
        model(PACT), model(PACT.replace("trigger: attack}", "trigger: attack, in_force_while: ceasefire}"))
    )
    start = said.index("  From day 100: ACTIVE → SUSPENDED; at the end STANDBY → SUSPENDED")
    assert said[start : start + 4] == [
        "  From day 100: ACTIVE → SUSPENDED; at the end STANDBY → SUSPENDED",
        "  In: A new attack (war).",
        "    F.1 Help",
        "      before: trigger, model.yaml:12; now: in force while, model.yaml:12",
    ]


def test_a_deadline_alone_is_an_outcome_too(model: Make) -> None:
    found = compare(
        model(PACT.replace("trigger: attack}", "trigger: attack, deadline: P5D}")),
        model(PACT.replace("trigger: attack}", "trigger: attack, deadline: P9D}")),
    )
    [divergence] = found.parted[0].divergences
    assert divergence.day == 100


def test_an_edit_without_effect_on_any_scenario_says_so(model: Make) -> None:
    said = "\n".join(lines(model(PACT), model(PACT.replace("title: Report", "title: Report weekly"))))
    assert "No scenario comes out differently: 2 scenarios played on both, the same every day." in " ".join(
        said.split()
    )


def test_a_changed_provision_that_no_scenario_makes_due_is_named(model: Make) -> None:
    before = PACT.replace(
        "kind: consultation, obligors",
        "kind: consultation, trigger: {not: ceasefire}, enters_when: attack, obligors",
    )
    after = before.replace("title: Report", "title: Report weekly")
    said = "\n".join(lines(model(before), model(after)))
    assert "made due by no scenario, so that no effect could be seen:" not in said
    never = before.replace("enters_when: attack", "enters_when: {all: [attack, ceasefire]}")
    said = " ".join(
        "\n".join(lines(model(never), model(never.replace("title: Report", "title: Tell")))).split()
    )
    assert "made due by no scenario, so that no effect could be seen: F.2." in said


def test_a_provision_that_is_new_stood_nowhere_before(model: Make) -> None:
    new = PACT.replace(
        "scenarios:", "  pay: {title: Pay, kind: economic_aid, obligors: [ally], modality: must}\nscenarios:"
    )
    assert "  From day 0: not in the model → ACTIVE; so to the end" in lines(model(PACT), model(new))


def test_models_without_a_common_scenario_are_compared_without_play(model: Make) -> None:
    head, _, _ = PACT.partition("scenarios:")
    assert "No scenario is in both, so none was played." in " ".join(
        "\n".join(lines(model(PACT), model(head))).split()
    )
