"""Computed codes: each follows from the clauses that are named, and silence is no "no"."""

from collections.abc import Callable

import pytest

from foedus.coding import NOT_CODED, NOT_FOUND, SCHEMES, Code, code
from foedus.coding.leeds_anac import NO_ALLIANCE
from foedus.errors import Stop
from foedus.library import shipped_models
from foedus.load import Project
from foedus.opening import read

Model = Callable[..., Project]

HEAD = """
framework: {title: Pact, as_of: 2026-01-02, beneficiary: [host], instrument: pact}
actors: {ally: {title: Ally, kind: state}, host: {title: Host, kind: state}}
facts:
  attack: {title: An attack, kind: brute, initial: false}
  request: {title: A request, kind: institutional, nature: request, initial: false}
"""


def coded(project: Project, name: str) -> Code:
    """The one code of this name."""
    (found,) = (each for each in code(project) if each.name == name)
    return found


def pact(model: Model, provision: str, instrument: str = "") -> Project:
    """A model of one text with one provision."""
    text = f"instruments: {{pact: {{title: Pact, form: treaty{instrument}}}}}\n"
    owed = f"provisions: {{p: {{title: P, instrument: pact, obligors: [ally], {provision}}}}}\n"
    return model(HEAD + text + owed)


DEFENCE = "kind: defense, modality: must, trigger: attack"


@pytest.mark.parametrize(
    ("provision", "name", "value"),
    [
        (DEFENCE, "defense", "present"),
        (DEFENCE, "active", "present"),
        (DEFENCE, "defcon", NOT_FOUND),
        (DEFENCE, "offense", NOT_FOUND),
        ("kind: defense, modality: may", "defense", "permitted, not owed"),
        ("kind: defense, modality: may", "active", NOT_FOUND),
        ("kind: defense, modality: must, status: to_be_finalised", "defense", "present, not yet agreed"),
        ("kind: defense, modality: must, scope: {location: Europe}", "defcoloc", "present"),
        ("kind: defense, modality: must, scope: {location: Europe}", "defcon", "conditional"),
        ("kind: defense, modality: may, requires: request", "defcon", "permitted, and that on conditions"),
        ("kind: training, modality: must", "defcon", "no promise of defence found"),
        ("kind: consultation, modality: must", "consul", NOT_FOUND),
        ("kind: consultation, modality: must, trigger: attack", "consul", "present"),
        ("kind: consultation, modality: must, trigger: request", "concoreq", "present"),
        ("kind: basing, modality: must", "milinst", NO_ALLIANCE),
        ("kind: basing, modality: must", "formal", NO_ALLIANCE),
        ("kind: training, modality: must_not", "SsrArm", NOT_FOUND),
        ("kind: nonaggression, modality: must_not", "nonagg", "present"),
        ("kind: disarmament, modality: must", "SsrDdr", "present"),
        ("kind: demilitarization, modality: must", "dmz", "present"),
        ("kind: defense, modality: must, discretion: none", "commitment", "deterministic"),
        ("kind: defense, modality: must, discretion: means", "commitment", "probabilistic"),
        ("kind: defense, modality: must", "commitment", NOT_CODED),
        ("kind: ceasefire, modality: must", "ceasefire_class", "1 (cessation of hostilities)"),
        ("kind: withdrawal, modality: must", "dmz", NOT_FOUND),
        ("kind: withdrawal, modality: must", "withdrawal", "present"),
        ("kind: guarantee, modality: must", "SsrGua", "present"),
        ("kind: training, modality: must", "strict", NOT_CODED),
        ("kind: training, modality: must, implementation: 2", "strict", "2 of 3 (67%)"),
    ],
)  # fmt: skip
def test_a_code_follows_from_the_clause(model: Model, provision: str, name: str, value: str) -> None:
    assert coded(pact(model, provision), name).value == value


@pytest.mark.parametrize(
    ("term", "value"),
    [
        ("term: not_found", NOT_FOUND),
        ("term: stated_absent", "stated to be absent"),
        ("term: {duration: P10Y}", "present: 10 years"),
        ("term: {until: 2030-01-02}", "present: until 2 January 2030"),
        ("term: {indefinite: true}", "without end, as modelled"),
    ],
)
def test_the_length_of_a_text_is_what_its_term_says(model: Model, term: str, value: str) -> None:
    assert coded(pact(model, DEFENCE, f", {term}"), "speclgth").value == value


def test_a_clause_leads_to_the_line_that_gives_the_code(model: Model) -> None:
    project = pact(model, "kind: defense, modality: must, scope: {location: Europe}")
    (clause,) = coded(project, "defcoloc").clauses
    assert str(project.where(clause.route)) == "model.yaml:8:113"


def test_the_lenient_rate_leaves_out_what_nobody_coded(model: Model) -> None:
    project = model(
        HEAD
        + """
provisions:
  a: {title: A, kind: training, obligors: [ally], modality: must, implementation: 3}
  b: {title: B, kind: training, obligors: [ally], modality: must}
"""
    )
    rates = [coded(project, name).value for name in ("strict", "lenient")]
    assert rates == ["3 of 6 (50%)", "3 of 3 (100%)"]


@pytest.mark.parametrize(
    ("beside", "value"),
    [
        ("kind: basing, modality: must", "2 (high)"),
        ("kind: basing, modality: may", "0 (low)"),
        ("kind: training, modality: must", "1 (moderate) at least"),
    ],
)
def test_an_alliance_has_the_class_of_its_strongest_indicator(model: Model, beside: str, value: str) -> None:
    project = model(
        f"""{HEAD}
instruments: {{pact: {{title: Pact, form: treaty}}}}
provisions:
  p: {{title: P, instrument: pact, obligors: [ally], {DEFENCE}}}
  q: {{title: Q, instrument: pact, obligors: [ally], {beside}}}
"""
    )
    assert coded(project, "milinst").value == value


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "north-atlantic-treaty",
            {"defcoloc": "present", "guarantee": NOT_FOUND, "asymm": NOT_FOUND, "formal": "2"},
        ),
        ("budapest-1994", {"nonagg": "present", "consul": "present", "asymm": "present"}),
        ("minsk-2015", {"ceasefire_class": "2 (preliminary)", "SsrDdr": "present", "milinst": NO_ALLIANCE}),
        ("egypt-israel-mfo", {"dmz": "present", "asymm": NOT_FOUND, "formal": "2"}),
        ("teu-42-7", {"milinst": "0 (low)", "guarantee": NOT_FOUND, "asymm": NOT_FOUND}),
        ("uk-ukraine-2024", {"concoreq": "present", "specthrt": "present", "defense": NOT_FOUND}),
        ("paris-2026", {"guarantee": "present, not yet agreed", "conwtin": NOT_FOUND, "active": NOT_FOUND}),
    ],
)
def test_the_codes_of_a_shipped_model_are_those_that_its_clauses_give(
    name: str, expected: dict[str, str]
) -> None:
    found = {each.name: each.value for each in code(read(name))}
    assert {key: found[key] for key in expected} == expected


def test_every_answer_to_an_attack_that_leaves_a_choice_of_means_is_probabilistic() -> None:
    found = [each.value for each in code(read("north-atlantic-treaty"), ("benson",))]
    assert found == ["probabilistic", "probabilistic"]


@pytest.mark.parametrize("name", shipped_models())
def test_no_code_of_a_shipped_model_is_empty_and_none_is_present_without_a_clause(name: str) -> None:
    codes = code(read(name))
    assert [each.name for each in codes if not each.value or not each.rule] == []
    assert [each.name for each in codes if each.value.startswith("present") and not each.clauses] == []


def test_every_scheme_answers_and_names_its_source() -> None:
    codes = code(read("paris-2026"))
    assert [each for each in SCHEMES if not any(found.scheme == each for found in codes)] == []
    assert all(scheme.source for scheme in SCHEMES)


def test_paris_permits_military_means_and_owes_no_defence() -> None:
    codes = {each.name: each.value for each in code(read("paris-2026"), ("atop",))}
    assert (codes["defense"], codes["active"]) == ("permitted, not owed", NOT_FOUND)


def test_a_scheme_that_there_is_not_is_refused_with_the_nearest() -> None:
    with pytest.raises(Stop, match="did you mean `atop`"):
        code(read("paris-2026"), ("atob",))
