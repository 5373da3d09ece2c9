"""What is told of a change: which elements, which fields, in which words, and where."""

from collections.abc import Callable

import pytest
from sample_texts import TEXTS

from foedus.comparison import Change, changes, compare
from foedus.load import Project

Make = Callable[..., Project]


def changed(one: Project, other: Project) -> list[Change]:
    return [each for each in changes(one, other) if each.word != "same"]


def edited(model: Make, old: str, new: str, texts: str = TEXTS) -> list[Change]:
    assert old in texts
    return changed(model(texts), model(texts.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("wording: shall", "wording: intends", "verb: “shall” → “intends”"),
        ("title: Send arms", "title: Send weapons", "was “Send arms”"),
        ("obligors: [ally], modality: may, component: c,\n          instrument: pact, order: 3",
         "obligors: [ally, host], modality: may, component: c,\n          instrument: pact, order: 3",
         "owed by: Ally → Ally and Host"),
        ("{all: [attack, asked]}", "{any: [attack, asked]}",
         "triggered by: attack on the host and the host asks → attack on the host or the host asks"),
        ("in_force_while: {not: attack}}", "enters_when: asked}",
         "enters into force: nothing → the host asks"),
        ("status: to_be_finalised,", "", "status: to be finalised → not stated"),
        ("status: {is: signed, on: 2026-01-06}", "status: {is: in_force, on: 2026-01-06}",
         "status: signed → in force"),
        ("initial: false, owner: host", "initial: true, owner: host", "initial: no → yes"),
        ("framework: {title: Trial, as_of: 2026-02-01", "framework: {title: Trial, as_of: 2026-03-01",
         "as of: 1 February 2026 → 1 March 2026"),
    ],
)  # fmt: skip
def test_a_field_is_told_in_words(model: Make, old: str, new: str, words: str) -> None:
    [change] = edited(model, old, new)
    assert change.fields[0].words == words


def test_both_places_are_those_of_the_field(model: Make) -> None:
    before, now = (
        model(TEXTS),
        model(now="# one line more\n" + TEXTS.replace("wording: shall", "wording: will")),
    )
    [change] = changed(before, now)
    [field] = change.fields
    assert (str(field.was_at), str(field.now_at)) == ("model.yaml:26:61", "now.yaml:27:61")


@pytest.mark.parametrize(
    ("old", "new", "strength"),
    [
        ("wording: shall", "wording: will", "becomes weaker in the ladder of wording"),
        ("wording: announced", "wording: will", "becomes stronger in the ladder of wording"),
        ("wording: shall, ", "", ""),
        ("title: Watch the line, kind: monitoring, obligors: [ally], modality: must",
         "title: Watch the line, kind: monitoring, obligors: [ally], modality: may",
         "a duty becomes a permission"),
        ("status: to_be_finalised", "status: agreed", "becomes firmer"),
    ],
)  # fmt: skip
def test_strength_is_said_where_both_sides_speak(model: Make, old: str, new: str, strength: str) -> None:
    [change] = edited(model, old, new)
    assert [field.strength for field in change.fields] == [strength]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[{doc: original}, {doc: retold}]", "[{doc: retold}, {doc: original}]"),
        ("source: {doc: retold-again}", "source: [{doc: retold-again}]"),
        ("status: to_be_finalised", "status: {is: to_be_finalised}"),
        ("{all: [attack, asked]}", "{all: [asked, attack]}"),
        ("in_force_while: {not: attack}", "in_force_while: {not: {all: [attack]}}"),
        ("modality: must,\n         component: c", "modality: must, recurs: false,\n         component: c"),
    ],
)  # fmt: skip
def test_another_way_of_writing_the_same_is_no_change(model: Make, old: str, new: str) -> None:
    assert edited(model, old, new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{all: [attack, asked]}", "{any: [attack, asked]}"),
        ("initial: false, owner", "initial: unknown, owner"),
    ],
)
def test_what_says_something_else_is_a_change(model: Make, old: str, new: str) -> None:
    assert [each.word for each in edited(model, old, new)] == ["changed"]


def test_what_only_rests_on_another_source_is_told_apart(model: Make) -> None:
    [change] = edited(model, "source: {doc: retold-again}", "source: {doc: retold}")
    assert (change.beside, change.fields[0].weight) == (True, "rests")


def test_an_element_that_only_changed_its_id_is_renamed_and_so_is_what_refers_to_it(model: Make) -> None:
    other = (
        TEXTS.replace("asked", "requested")
        .replace("  help:", "  assist:")
        .replace("active: help", "active: assist")
    )
    found = changed(model(TEXTS), model(other.replace("part_of: help", "part_of: assist")))
    assert {(each.section, each.was, each.id, each.word) for each in found} == {
        ("provisions", "help", "assist", "renamed"),
        ("facts", "asked", "requested", "renamed"),
        ("readings", "earlier", "earlier", "changed"),  # a patch is not followed: it names what it patches
    }


def test_two_that_say_the_same_are_not_taken_for_one_another(model: Make) -> None:
    fact = "  {}: {{title: F, kind: brute, initial: false}}\n"
    one, other = ("facts:\n" + "".join(fact.format(key) for key in keys) for keys in ("ab", "cd"))
    found = changed(model(one), model(other))
    assert sorted(each.word for each in found) == ["added", "added", "removed", "removed"]


def test_naming_an_actor_of_the_register_adds_no_actor() -> None:
    from foedus.load import loads

    text = "provisions:\n  p: {{title: P, kind: defense, obligors: [{}], modality: must, trigger: x}}\n"
    one, other = (loads({"m.yaml": text.format(who)}, register=True) for who in ("france", "poland"))
    assert [(each.section, each.word) for each in changed(one, other)] == [("provisions", "changed")]


def test_findings_are_told_apart_by_what_they_say_and_not_by_their_lines(model: Make) -> None:
    found = compare(model(TEXTS), model("\n\n\n" + TEXTS.replace(", source: {doc: leak}", "")))
    assert (found.new, found.gone) == ((), ())
