"""Safe repairs: what can mean one thing only is written so, and every other character stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.nearest import slip
from foedus.repair import repaired
from foedus.schema.vocabulary import VOCABULARIES, words

HEAD = "framework: {title: T, as_of: 2026-01-06, beneficiary: [ukraine]}\n"
PROVISION = "provisions:\n  help: {title: Help, kind: defense, obligors: [france], modality: must, %s}\n"
FACTS = "facts:\n  armed-attack: {title: A, kind: brute, initial: false}\n"


def after(text: str) -> str:
    """The text as it is repaired."""
    made, _ = repaired({"m.yaml": text}, "m", lambda finding: True)
    return made["m.yaml"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("trigger: armed-atack", "trigger: armed-attack"),
        ('trigger: "armed-atack"', "trigger: armed-attack"),
        ("trigger: {nott: armed-attack}", "trigger: {not: armed-attack}"),
        ("triger: armed-attack", "trigger: armed-attack"),
        ("protects: ukraine", "protects: [ukraine]"),
        ('protects: "UK, France"', "protects: [united-kingdom, france]"),
        ("protects: [UK]", "protects: [united-kingdom]"),
        ("protects: [United Kingdom]", "protects: [united-kingdom]"),
        ("recurs: yes", "recurs: true"),
        ("note: 2026", 'note: "2026"'),
        ("note: 1.50", 'note: "1.50"'),
        ("note: true", 'note: "true"'),
        ("as_of: 6 January 2026", "as_of: 2026-01-06"),
        ('as_of: "January 6, 2026"', "as_of: 2026-01-06"),
        ("as_of: 2026/1/6", "as_of: 2026-01-06"),
        ("position: Duty", "position: duty"),
        ("discretion: whether-and-means", "discretion: whether_and_means"),
    ],
)
def test_what_can_mean_one_thing_only_is_written_so(wrong: str, right: str) -> None:
    assert after(HEAD + PROVISION % wrong + FACTS) == HEAD + PROVISION % right + FACTS


@pytest.mark.parametrize(
    "field",
    [
        "trigger: attack-of-an-armed-sort",  # far from every fact
        "as_of: 06.01.2026",  # the sixth of January, or the first of June
        "as_of: 2026-02-30",
        "aliases: one, two",  # one name with a comma, or two names
        "titel: Another",  # `title` is there already
        "deadline: 1 day",
        'note: "a\\tb"',
    ],
)
def test_what_could_mean_something_else_is_left_as_it_is(field: str) -> None:
    text = HEAD + PROVISION % field + FACTS
    assert after(text) == text


def test_an_id_with_another_number_is_another_id() -> None:
    text = (
        HEAD + PROVISION % "trigger: phase-2" + "facts:\n  phase-1: {title: P, kind: brute, initial: false}\n"
    )
    assert after(text) == text


def test_a_state_is_not_taken_for_its_neighbour_in_the_alphabet() -> None:
    text = HEAD + PROVISION % "protects: [iraq]" + "actors:\n  iran: {title: Iran, kind: state}\n"
    assert after(text) == text


def test_of_two_ids_that_are_as_near_none_is_chosen() -> None:
    facts = "facts:\n" + "".join(
        f"  {key}: {{title: {key}, kind: brute, initial: false}}\n" for key in ("attacka", "attackb")
    )
    text = HEAD + PROVISION % "trigger: attack" + facts
    assert after(text) == text


def test_an_id_that_a_reading_removes_is_not_misspelt() -> None:
    facts = FACTS + "  armed-attacks: {title: B, kind: brute, initial: false}\n"
    reading = "readings:\n  r: {title: R, kind: what_if, patch: {facts: {armed-attacks: null}}}\n"
    text = HEAD + PROVISION % "trigger: armed-attacks" + facts + reading
    assert after(text) == text


@pytest.mark.parametrize(
    "hiding",
    [
        "fatcs:\n  armed-attacks: {title: B, kind: brute, initial: false}\n",
        "facts:\n  armed-attacks: {title: B, kind: brute, initial: false}\n",
        "x-broken: [\n",
    ],
)
def test_an_id_that_may_be_declared_where_it_cannot_be_read_is_not_misspelt(hiding: str) -> None:
    text = HEAD + PROVISION % "trigger: armed-attacks" + FACTS
    made, _ = repaired({"m.yaml": text, "n.yaml": hiding + "facts: {}\n"}, "m", lambda finding: True)
    assert made["m.yaml"] == text


def test_an_id_that_stands_as_a_key_is_repaired_too() -> None:
    text = HEAD + "instruments:\n  i: {title: I, form: treaty, parties: {ukrane: signed}}\n"
    assert after(text) == text.replace("ukrane", "ukraine")


def test_a_repair_brings_the_next_to_light() -> None:
    text = HEAD.replace("framework", "framwork").replace("title", "titel").replace("ukraine", "ukrane")
    assert after(text) == HEAD


def test_comments_spaces_and_line_ends_stay() -> None:
    text = HEAD.replace("beneficiary", "beneficary") + "# why\r\n\r\nfacts:   # beside\r\n"
    assert after(text) == text.replace("beneficary", "beneficiary")


def test_only_what_is_wanted_is_repaired() -> None:
    text = HEAD.replace("ukraine", "ukrane")
    made, found = repaired({"m.yaml": text}, "m", lambda finding: finding.code != "R01")
    assert (made["m.yaml"], found) == (text, ())


def test_a_register_is_read_and_never_repaired() -> None:
    made, _ = repaired({"m.yaml": HEAD}, "m", lambda finding: True)
    assert list(made) == ["m.yaml"]


@given(
    st.sampled_from(sorted({word for name in VOCABULARIES for word in words(name) if isinstance(word, str)})),
    st.data(),
)
def test_a_repair_of_one_slip_in_a_word_gives_the_word_back_or_nothing(
    word: str, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz_"))
    slipped = word[:place] + letter + word[place + 1 :]
    vocabulary = next(name for name in VOCABULARIES if word in words(name))
    known = words(vocabulary)
    assert slipped in known or slip(slipped, known) in (word, None)


def test_no_two_words_of_one_list_are_a_slip_apart() -> None:
    for name in VOCABULARIES:
        known = [word for word in words(name) if isinstance(word, str)]
        assert [
            (word, slip(word, set(known) - {word})) for word in known if slip(word, set(known) - {word})
        ] == []


@settings(max_examples=40, deadline=None)
@given(st.text("abc:,[]{}'\"# \n-", max_size=60))
def test_a_text_differs_just_where_a_repair_is_reported(text: str) -> None:
    made, found = repaired({"m.yaml": HEAD + text}, "m", lambda finding: True)
    assert bool(found) == (made["m.yaml"] != HEAD + text)
