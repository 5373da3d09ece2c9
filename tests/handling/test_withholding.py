"""What is withheld, what is refused, and what an output says of both."""

import re
from collections.abc import Callable
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from planted import PACT

from foedus.checking import check
from foedus.cli.handled import MARKS
from foedus.draw import ENDINGS, Setting, draw
from foedus.errors import Stop
from foedus.handling import LADDER, highest, withhold
from foedus.load import Project, loads
from foedus.schema.vocabulary import Handling
from foedus.writers.pictures.formats import WRITERS

PLAIN = re.sub(r"quokka-sources", "other", re.sub(r" *# .*", "", PACT))
"""The pact without anything that is withheld."""


def pact(**marks: str) -> Project:
    """The pact with marks by `section/id`, or on the framework."""
    said: dict[str, Any] = yaml.safe_load(PLAIN.replace("2026-01-0", "x2026-01-0"))
    for route, mark in marks.items():
        section, _, key = route.partition("/")
        (said[section][key] if key else said[section])["handling"] = mark
    return loads({"pact.yaml": yaml.safe_dump(said, sort_keys=False).replace("x2026", "2026")})


def refusal(project: Project, most: Handling = "public") -> str:
    with pytest.raises(Stop) as stopped:
        withhold(project, most)
    return str(stopped.value)


def test_the_words_of_the_option_are_those_of_the_schema() -> None:
    assert get_args(Handling) == MARKS


def test_without_a_mark_everything_is_public() -> None:
    assert highest(pact()) == "public"


def test_the_mark_of_the_framework_is_that_of_every_element_that_says_nothing() -> None:
    held = withhold(pact(**{"framework": "internal", "components/defence": "public"}), "partners")
    assert [each.id for each in held.model.elements()] == ["defence"]
    assert held.model.framework is None


def test_what_a_register_holds_is_public_whatever_the_framework_says() -> None:
    text = "framework: {title: A pact, as_of: 2026-01-06, beneficiary: [ukraine], handling: internal}"
    more = "\ncomponents: {first: {title: Ukraine first, order: 1, handling: public, note: ukraine}}"
    held = withhold(loads({"pact.yaml": text + more}, register=True), "public")
    assert held.withheld is not None
    assert held.withheld.count == 1  # the framework


def test_what_only_the_withheld_took_from_a_register_goes_with_it() -> None:
    text = "actors: {league: {title: League, kind: coalition, members: {open: [france]}, handling: named}}"
    project = loads({"pact.yaml": text}, register=True)
    assert "france" in project.model.actors
    assert withhold(project, "internal").model.actors == {}


def test_a_citation_of_a_withheld_source_stays_without_its_name_and_place() -> None:
    held = withhold(pact(**{"sources/other": "internal"}), "public")
    [first, second] = held.model.provisions["help"].sources
    assert (first.doc, first.at) == ("text", "Article 3")
    assert (second.doc, second.at, second.quote) == ("withheld", None, None)


def test_a_citation_is_read_as_a_source_that_is_withheld(model: Callable[..., Project]) -> None:
    held = withhold(pact(**{"sources/other": "internal"}), "public")
    assert b"source withheld" in draw(held, "provenance", "alt").data


def test_a_withheld_source_is_withheld_from_the_patches_of_readings_too() -> None:
    held = withhold(pact(**{"sources/other": "internal"}), "public").read_as("strict")
    assert held.model.provisions["help"].sources[0].doc == "withheld"


def test_a_reference_to_what_is_withheld_is_refused_with_its_place() -> None:
    said = refusal(pact(**{"facts/ceasefire": "internal"}))
    assert re.search(r"^  pact\.yaml:\d+:\d+: `help` refers to it$", said, re.MULTILINE)
    assert "ceasefire" not in said


def test_a_scenario_that_plays_what_is_withheld_refers_to_it() -> None:
    told = refusal(pact(**{"events/attack-starts": "named"}), "internal")
    assert "`attack` refers to it" in told


def test_a_reading_that_changes_what_is_withheld_refers_to_it() -> None:
    marks = {f"{name}": "named" for name in ("provisions/help", "targets/helped", "properties/answered")}
    assert "`strict` refers to it" in refusal(pact(**marks), "internal")


def test_a_mark_in_a_patch_is_not_shown_below_it(model: Callable[..., Project]) -> None:
    patch = "patch: {components: {annex: {title: Annex, order: 2, handling: named}}}"
    project = model(f"readings: {{long: {{title: Long, kind: draft, {patch}}}}}")
    assert highest(project) == "named"
    assert "1:108: `long` refers to it" in refusal(project)


@pytest.mark.parametrize(
    "note", ["as the northern annex says", "see northern-annex", "NORTHERN\n  ANNEX", "in the Nordanhang"]
)
def test_a_text_that_names_what_is_withheld_is_refused(model: Callable[..., Project], note: str) -> None:
    annex = "northern-annex: {title: Northern annex, order: 1, handling: named, label: {de: Nordanhang}}"
    main = f'main: {{title: Main, order: 2, note: "{note}"}}'
    assert "`main` names it in words" in refusal(model(f"components: {{{annex}, {main}}}"))


@pytest.mark.parametrize("note", ["the northern annexes", "a-northern annex-b", "northern"])
def test_a_part_of_a_name_is_no_name(model: Callable[..., Project], note: str) -> None:
    annex = "northern-annex: {title: Northern annex, order: 1, handling: named}"
    project = model(f'components: {{{annex}, main: {{title: Main, order: 2, note: "{note}"}}}}')
    assert list(withhold(project, "internal").model.components) == ["main"]


def test_a_word_of_the_language_is_no_name(model: Callable[..., Project]) -> None:
    part = "components: {state: {title: X, order: 1, handling: named}}\n"
    project = model(f"{part}actors: {{a: {{title: A, kind: state}}}}")
    assert list(withhold(project, "public").model.actors) == ["a"]


def test_lines_and_columns_stay_where_they_were() -> None:
    project = pact(**{"sources/other": "internal", "components/defence": "public"})
    held = withhold(project, "public")
    routes = [each.route for each in held.model.elements()]
    assert [held.where(route) for route in routes] == [project.where(route) for route in routes]


def test_a_waiver_of_what_stays_is_honoured(model: Callable[..., Project]) -> None:
    annex = "components: {annex: {title: Annex, order: 1, handling: named}}\n"
    fact = "facts:\n  # foedus: waive R04 -- not read yet\n  war: {title: War, kind: brute, initial: false}\n"
    held = withhold(model(annex + fact), "public")
    assert "R04" not in {each.code for each in check(held)}


@pytest.mark.parametrize("form", sorted(set(ENDINGS) - {"csv", "png", "pdf"}))
def test_a_picture_says_its_mark_and_how_much_is_withheld(form: str) -> None:
    held = withhold(pact(**{"sources/other": "named", "components/defence": "internal"}), "internal")
    said = draw(held, "trigger", form, Setting(every_text=True)).data.decode()
    words = " ".join(re.sub(r"<[^>]*>|\\n|\n", " ", said).casefold().split())
    assert "handling: internal" in words
    assert "1 element withheld" in words


def test_a_picture_of_what_is_public_says_nothing_of_marks() -> None:
    assert all(b"andling" not in draw(pact(), "trigger", form).data for form in WRITERS)


def test_the_terminal_counts_what_is_withheld_and_never_names_it(
    foedus: Callable[..., Any], tmp_path: Any
) -> None:
    (tmp_path / "pact.yaml").write_text("components: {annex: {title: Annex, order: 1, handling: named}}")
    said = foedus("report", str(tmp_path), "-o", str(tmp_path / "out"), "--max-handling", "internal")
    assert f"note: {tmp_path.name}: 1 element withheld (above internal)\n" in said.err


def test_a_refusal_writes_nothing(foedus: Callable[..., Any], tmp_path: Any) -> None:
    facts = "facts: {war: {title: War, kind: brute, initial: false, handling: named}}\n"
    (tmp_path / "pact.yaml").write_text(facts + "targets: {end: {title: The end, condition: war}}")
    said = foedus("draw", str(tmp_path), "trigger", "-o", str(tmp_path / "x.svg"), "--max-handling", "public")
    assert (said.code, said.out) == (2, "")
    assert not (tmp_path / "x.svg").exists()


ROUTES = sorted("/".join(map(str, each.route)) for each in pact().model.elements())


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(ROUTES), st.sampled_from(LADDER), max_size=6), st.sampled_from(LADDER))
def test_no_id_above_stays_or_nothing_is_made(marks: dict[str, Handling], most: Handling) -> None:
    project = pact(**marks)
    above = {route for route, mark in marks.items() if LADDER.index(mark) > LADDER.index(most)}
    try:
        held = withhold(project, most)
    except Stop:
        assert {"R14", "R15"} & {each.code for each in check(project)}
        return
    assert {route.partition("/")[2] for route in above} & held.tree.words() == set()
    assert {f"{each.section}/{each.id}" for each in held.model.elements()} == set(ROUTES) - above


@settings(max_examples=15, deadline=None)
@given(st.dictionaries(st.sampled_from(ROUTES), st.sampled_from(LADDER), max_size=4))
def test_what_check_finds_nothing_in_is_never_refused(marks: dict[str, str]) -> None:
    project = pact(**marks)
    if not {"R14", "R15"} & {each.code for each in check(project)}:
        assert all(withhold(project, most).withheld is not None for most in LADDER)
