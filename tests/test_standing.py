"""How firmly a provision stands: consent, form and status, on a day."""

from datetime import date

import pytest

from foedus.load import loads
from foedus.schema import Model
from foedus.schema.vocabulary import Consent
from foedus.standing import binds, concluded, consent_of, speaker, status_on

DAY = date(2026, 1, 6)

ACTORS = """\
actors:
  state: {title: State, kind: state}
  army: {title: Its army, kind: armed_forces, of: state}
  other: {title: Other, kind: state}
  pair: {title: Both, kind: coalition, members: {closed: [state, other]}}
  club: {title: Club, kind: coalition, members: {open: [state, other]}}
bodies:
  commission: {title: Commission, kind: commission}
"""


def model(text: str = "", provision: str = "") -> Model:
    written = ACTORS + (f"instruments:\n  pact: {{title: Pact, {text}}}\n" if text else "")
    written += "provisions:\n  help:\n    title: Help\n    kind: military_aid\n    modality: must\n"
    written += f"    obligors: [state]\n{provision}"
    project = loads({"m.yaml": written})
    assert project.findings == ()
    return project.model


def consent(parties: str, actor: str) -> str | None:
    own = model(f"form: agreement, parties: {{{parties}}}")
    return consent_of(own, own.instruments["pact"], actor, DAY)


def test_an_actors_own_word_counts_before_that_of_what_it_is_part_of() -> None:
    assert consent("state: signed, army: none", "army") == "none"
    assert consent("state: signed", "army") == "signed"


def test_silence_is_neither_consent_nor_refusal() -> None:
    assert consent("state: signed", "other") is None


def test_the_word_of_a_group_is_not_the_word_of_its_members() -> None:
    assert consent("pair: signed", "state") is None


def test_a_closed_group_consents_as_firmly_as_the_least_firm_of_its_members() -> None:
    assert consent("state: ratified, other: endorsed", "pair") == "endorsed"
    assert consent("state: ratified", "pair") is None
    assert consent("state: ratified, other: ratified", "club") is None


def test_consent_holds_from_its_day() -> None:
    assert consent("state: {is: signed, on: 2027-01-01}", "state") is None


BINDS: list[tuple[str, str, Consent | None, bool | None]] = [
    ("declaration", "adopted", "endorsed", True),
    ("declaration", "adopted", None, None),
    ("declaration", "adopted", "none", None),
    ("declaration", "under_negotiation", "endorsed", None),
    ("agreement", "signed", "signed", True),
    ("treaty", "signed", "signed", None),
    ("treaty", "in_force", "ratified", True),
    ("treaty", "provisionally_applied", "signed", True),
    ("treaty", "suspended", "ratified", None),
    ("treaty", "in_force", "withdrawn", False),
    ("treaty", "terminated", "ratified", False),
    ("plan", "dropped", None, False),
    ("declaration", "superseded", "endorsed", False),
]


@pytest.mark.parametrize(("form", "status", "word", "expected"), BINDS)
def test_a_text_binds_by_form_status_and_consent(
    form: str, status: str, word: Consent | None, expected: bool | None
) -> None:
    text = model(f"form: {form}, status: {status}").instruments["pact"]
    assert binds(text, word, DAY) is expected


DECLARATION = "form: declaration, status"

CONCLUDED = [
    ("", "", "state", True),
    ("", "    status: to_be_finalised\n", "state", None),
    ("", "    status: dropped\n", "state", False),
    (f"{DECLARATION}: adopted, parties: {{state: endorsed}}", "", "state", True),
    (f"{DECLARATION}: adopted, parties: {{state: endorsed}}", "    status: proposed\n", "state", None),
    (f"{DECLARATION}: terminated, parties: {{state: endorsed}}", "    status: proposed\n", "state", False),
    (f"{DECLARATION}: adopted", "", "state", None),
    (f"{DECLARATION}: adopted", "", "unspecified", None),
    (f"{DECLARATION}: adopted", "", "commission", True),
    (f"{DECLARATION}: proposed", "", "commission", None),
]


@pytest.mark.parametrize(("text", "provision", "obligor", "expected"), CONCLUDED)
def test_a_provision_is_concluded_as_its_text_and_its_own_status_allow(
    text: str, provision: str, obligor: str, expected: bool | None
) -> None:
    own = model(text, provision + ("    instrument: pact\n" if text else ""))
    assert concluded(own, own.provisions["help"], obligor, DAY) is expected


ITEM = "  item: {title: Item, kind: sanctions, modality: may, obligors: [state], part_of: help"


def status_of_item(written: str) -> str | None:
    own = model("", written)
    return status_on(own, own.provisions["item"], DAY)


def test_an_item_of_a_list_is_agreed_no_earlier_than_the_list() -> None:
    assert status_of_item(f"{ITEM}}}\n") is None
    assert status_of_item(f"    status: {{is: to_be_finalised}}\n{ITEM}}}\n") == "to_be_finalised"


def test_a_status_of_its_own_says_how_far_an_item_has_come() -> None:
    written = f"    status: {{is: to_be_finalised}}\n{ITEM}, status: {{is: agreed}}}}\n"
    assert status_of_item(written) == "agreed"


def test_items_that_spell_out_one_another_have_no_status() -> None:
    assert status_of_item(f"    part_of: item\n{ITEM}}}\n") is None


def test_the_word_that_counts_is_its_own_or_that_of_what_it_is_part_of() -> None:
    own = model("form: agreement, parties: {state: signed}")
    pact = own.instruments["pact"]
    assert [speaker(own, pact, each, DAY) for each in ("state", "army", "other")] == [
        "state",
        "state",
        "other",
    ]
