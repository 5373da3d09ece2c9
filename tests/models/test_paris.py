"""Truths about the Paris 2026 model: one sentence each, so that a false one can be told by reading it."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import get_args

import pytest
from pydantic import BaseModel

from foedus.finding import Severity
from foedus.library import shipped_models
from foedus.load import Project, load
from foedus.rules.run import check
from foedus.schema import (
    GATES,
    SECTIONS,
    UNSPECIFIED,
    Model,
    Provision,
    Source,
    Sourced,
    SourceDocument,
    history,
    latest,
    references,
)
from foedus.schema.vocabulary import Wording

WORDINGS = get_args(Wording)
READINGS = ("draft", "gate-once", "gate-while", "attack-must-be-found", "intent-after-ceasefire")
MENU = ("attack-military", "attack-intelligence", "attack-logistics", "attack-diplomacy", "attack-sanctions")
GATED = (
    "monitoring", "monitoring-system", "monitoring-lead", "commission-set-up", "commission-seat",
    "commission-breaches", "commission-attribution", "commission-remedies", "attack-response",
)  # fmt: skip


@cache
def paris() -> Project:
    return load(shipped_models()["paris-2026"])


@cache
def reading(name: str) -> Project:
    return paris().read_as(name)


def model() -> Model:
    return paris().model


def provision(name: str, of: str | None = None) -> Provision:
    return (reading(of).model if of else model()).provisions[name]


def sourced(noun: BaseModel) -> Iterator[Sourced]:
    """Everything in a noun that may say where it is from, the noun among it."""
    if isinstance(noun, Sourced):
        yield noun
    for name in type(noun).model_fields:
        yield from _inside(getattr(noun, name))


def _inside(value: object) -> Iterator[Sourced]:
    match value:
        case BaseModel():
            yield from sourced(value)
        case tuple():
            for item in value:
                yield from _inside(item)
        case dict():
            for item in value.values():
                yield from _inside(item)


def every_source(of: Model) -> list[Source]:
    return [source for part in sourced(of) for source in part.sources]


def origins(document: SourceDocument, of: Model) -> frozenset[str]:
    """The documents at the root of what a document retells; itself where it retells nothing."""
    if not document.derived_from:
        return frozenset({document.id})
    return frozenset().union(*(origins(of.sources[origin], of) for origin in document.derived_from))


def atoms(owed: Provision) -> set[str]:
    """The facts, findings and provisions that the gates of a provision name."""
    gates = {gate for gate in GATES if getattr(owed, gate) is not None}
    return {reference.id for reference in references(owed, ()) if reference.route[0] in gates}


# It reads, in every reading


def test_the_model_reads_without_a_finding() -> None:
    assert not paris().findings


@pytest.mark.parametrize("name", READINGS)
def test_every_reading_reads_without_a_finding(name: str) -> None:
    assert not reading(name).findings


def test_the_model_has_these_readings_and_no_other() -> None:
    assert set(model().readings) == set(READINGS)


@pytest.mark.parametrize("name", [None, *READINGS])
def test_nothing_refers_to_what_is_not_there(name: str | None) -> None:
    project = reading(name) if name else paris()
    for element in project.model.elements():
        for reference in references(element, element.route):
            declared = (project.declared[section] for section in reference.sections or SECTIONS)
            assert any(reference.id in ids for ids in declared), reference


def test_no_two_elements_share_an_id() -> None:
    ids = [element.id for element in model().elements()]
    assert len(set(ids)) == len(ids)


def test_it_is_stated_for_the_end_of_february_2026() -> None:
    framework = model().framework
    assert framework is not None
    assert framework.as_of == date(2026, 2, 28)


def test_nothing_that_is_dated_lies_after_the_day_for_which_it_is_stated() -> None:
    framework = model().framework
    assert framework is not None
    for text in model().instruments.values():
        days = [dated.on for dated in history(text.status)]
        days += [dated.on for consent in text.parties.values() for dated in history(consent)]
        assert all(day is None or day <= framework.as_of for day in days), text.id


def test_there_are_five_components_in_the_order_of_the_text() -> None:
    ordered = sorted(model().components.values(), key=lambda component: component.order)
    assert [component.order for component in ordered] == [1, 2, 3, 4, 5]
    assert [component.short for component in ordered] == [
        "Monitoring", "Armed forces", "Multinational force", "Future attack", "Cooperation",
    ]  # fmt: skip


@pytest.mark.parametrize("name", [None, *READINGS])
def test_no_place_within_a_component_is_taken_twice(name: str | None) -> None:
    provisions = (reading(name) if name else paris()).model.provisions.values()
    places = [(owed.component, owed.order) for owed in provisions]
    assert len(set(places)) == len(places)


def test_within_each_component_provisions_are_numbered_from_one_without_a_gap() -> None:
    for component in (*model().components, None):
        own = sorted(owed.order or 0 for owed in model().provisions.values() if owed.component == component)
        assert own == list(range(1, len(own) + 1)), component


def test_an_item_of_a_list_comes_after_the_provision_it_is_part_of() -> None:
    for owed in model().provisions.values():
        if owed.part_of:
            parent = provision(owed.part_of)
            assert (owed.component, owed.order or 0) > (parent.component, parent.order or 0), owed.id


def test_titles_fit_on_a_card() -> None:
    for owed in model().provisions.values():
        assert len(owed.title) <= 60, owed.id
        assert not owed.title.endswith("."), owed.id


def test_no_line_is_too_long_to_read() -> None:
    for path in shipped_models()["paris-2026"].glob("*.yaml"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("# "), f"{path.name} does not say what it holds"
        assert all(len(line) <= 110 for line in lines), path.name


# Everything is sourced


@pytest.mark.parametrize("name", [None, *READINGS])
def test_every_provision_has_a_source_with_a_place_and_a_claim(name: str | None) -> None:
    for owed in (reading(name) if name else paris()).model.provisions.values():
        assert any(source.at or source.quote for source in owed.sources), owed.id
        assert owed.sources, owed.id
        assert owed.claim is not None, owed.id
        assert owed.claim.confidence is not None, owed.id


@pytest.mark.parametrize("section", ["components", "bodies", "instruments", "facts", "determinations",
                                     "readings"])  # fmt: skip
def test_every_other_statement_has_a_source_and_a_claim(section: str) -> None:
    for element in model().section(section).values():
        assert element.sources, element.id
        assert element.claim is not None, element.id


def test_every_answer_to_a_question_has_a_source() -> None:
    for question in model().questions.values():
        assert all(answer.sources for answer in question.answers), question.id


def test_no_quote_is_longer_than_twelve_words() -> None:
    assert all(len(source.quote.split()) <= 12 for source in every_source(model()) if source.quote)


def test_a_quote_is_in_the_language_of_its_document_or_says_which() -> None:
    for source in every_source(model()):
        if source.quote and source.lang:
            assert source.lang == model().sources[source.doc].language, source


def test_no_source_is_called_by_a_number() -> None:
    assert not any(name[0] == "s" and name[1:].isdigit() for name in model().sources)


def test_where_the_sources_disagree_both_sides_are_given() -> None:
    for question in model().questions.values():
        if question.kind == "conflict":
            assert len(question.answers) >= 2, question.id
            assert question.modelled_as, question.id


# T1, T10: what is to be finalised is not owed


def test_the_response_to_an_attack_is_still_to_be_finalised() -> None:
    assert latest(provision("attack-response").status, date(2026, 2, 28)) == "to_be_finalised"
    assert provision("attack-response").wording == "agreed_to_finalise"


def test_the_duty_to_finalise_is_agreed_owed_now_and_has_no_deadline() -> None:
    duty = provision("attack-finalise")
    assert (duty.modality, duty.status, duty.deadline) == ("must", None, None)
    assert duty.performance == "achievement"
    assert not atoms(duty)


def test_each_means_on_the_list_is_a_permission_and_none_is_owed() -> None:
    assert tuple(owed.id for owed in sorted(
        (owed for owed in model().provisions.values() if owed.part_of == "attack-response"),
        key=lambda owed: owed.order or 0,
    )) == MENU  # fmt: skip
    for name in MENU:
        assert (provision(name).modality, provision(name).discretion) == ("may", "whether_and_means")


def test_no_means_depends_on_another() -> None:
    for name in MENU:
        assert atoms(provision(name)) == {"ceasefire-in-force", "attack-response"}


def test_nobody_must_use_armed_force() -> None:
    assert not [
        owed.id
        for owed in model().provisions.values()
        if owed.kind in ("defense", "offense", "enforcement") and owed.modality == "must"
    ]


def test_military_capabilities_are_not_military_aid() -> None:
    assert provision("attack-military").kind == "defense"


# T2: the draft stays in the draft


def test_nothing_from_the_draft_alone_stands_in_the_base() -> None:
    for owed in model().provisions.values():
        versions = {model().sources[source.doc].version_reported for source in owed.sources}
        assert versions != {"draft"}, owed.id
        assert owed.instrument != "paris-draft", owed.id


def test_the_draft_is_superseded_by_the_final_text() -> None:
    draft = model().instruments["paris-draft"]
    assert draft.draft_of == "paris-declaration"
    assert draft.status_on(date(2026, 2, 28)) == "superseded"


def test_only_the_draft_has_the_american_clauses_that_were_dropped() -> None:
    assert set(reading("draft").model.provisions) - set(model().provisions) == {"us-role", "us-capabilities"}
    assert provision("us-force-support").trigger is None
    assert provision("us-force-support", "draft").trigger == "attack-on-force"


def test_a_report_after_the_adoption_does_not_bring_the_draft_back() -> None:
    claim = provision("us-force-support").claim
    assert claim is not None
    assert "summit-report" in claim.disputed_by
    assert latest(provision("us-force-support").status, None) == "proposed"


# T3: the force is not Ukraine


def test_every_provision_says_to_whom_it_is_owed() -> None:
    assert all(owed.beneficiary for owed in model().provisions.values())


@pytest.mark.parametrize("of", [None, "draft"])
def test_american_support_is_for_the_force_and_not_for_ukraine(of: str | None) -> None:
    support = provision("us-force-support", of)
    assert (support.beneficiary, support.protects) == (("mnf-u",), ("mnf-u",))


def test_an_attack_on_the_force_and_one_on_ukraine_are_two_facts() -> None:
    assert "attack-on-ukraine" in model().facts["attack-on-force"].distinct_from
    assert "attack-on-force" not in model().events["armed-attack"].sets


# T4: who decides


def test_every_operative_term_has_a_determination() -> None:
    found = {determination.of for determination in model().determinations.values()}
    assert {"ceasefire-in-force", "credible-cessation", "attack-on-ukraine", "attack-on-force",
            "threat-to-ukraine", "ceasefire-breach"} <= found  # fmt: skip


def test_only_a_breach_has_a_body_to_find_it() -> None:
    named = {each.of for each in model().determinations.values() if each.by != UNSPECIFIED}
    assert named == {"ceasefire-breach"}


def test_no_term_is_defined_because_no_text_seen_defines_one() -> None:
    assert not any(fact.definition for fact in model().facts.values())


# T5: the gate


def test_the_gate_latches_in_the_base() -> None:
    assert not any(owed.in_force_while for owed in model().provisions.values())


def test_the_reading_while_suspends_monitoring_commission_and_response_and_nothing_else() -> None:
    changed = [owed.id for owed in reading("gate-while").model.provisions.values() if owed.in_force_while]
    assert sorted(changed) == sorted(GATED)


def test_the_reading_once_says_expressly_what_the_base_says() -> None:
    assert reading("gate-once").model.provisions == model().provisions


def test_an_attack_ends_the_ceasefire_and_its_credibility() -> None:
    sets = model().events["armed-attack"].sets
    assert (sets["ceasefire-in-force"], sets["credible-cessation"]) == (False, False)


# T6, T12: conditions are joint, and a request is asked for where the text asks for one


def test_the_force_waits_for_a_request_and_for_a_credible_cessation() -> None:
    assert atoms(provision("mnf-reassurance")) == {
        "ceasefire-in-force", "ukraine-requests-force", "credible-cessation",
    }  # fmt: skip


def test_the_british_deployment_waits_for_a_vote_and_a_legal_instrument() -> None:
    assert {"commons-approves", "uk-legal-instrument"} <= atoms(provision("uk-deployment"))


def test_approvals_and_requests_have_an_owner() -> None:
    for fact in model().facts.values():
        if fact.nature in ("request", "approval"):
            assert fact.owner, fact.id


def test_only_the_multinational_force_needs_a_request() -> None:
    needing = [owed for owed in model().provisions.values() if "ukraine-requests-force" in atoms(owed)]
    assert {owed.component for owed in needing} == {"multinational-force"}


# T7: constitutions


def test_the_frame_and_the_response_stand_under_each_constitution() -> None:
    assert all(provision(name).constitutional_processes for name in ("readiness", "attack-response", *MENU))


# T8: a group is not its members


@pytest.mark.parametrize("group", ["coalition-of-the-willing", "willing-nations", "non-european-members",
                                   "mnf-u"])  # fmt: skip
def test_nobody_knows_who_belongs_to_the_group(group: str) -> None:
    assert model().actors[group].members == "undefined"


def test_no_state_owes_under_the_declaration_but_the_one_that_it_proposes() -> None:
    states = {name for name, actor in model().actors.items() if actor.kind == "state"}
    owed = {
        obligor
        for each in model().provisions.values()
        if each.instrument == "paris-declaration"
        for obligor in each.obligors
        if obligor in states
    }
    assert owed == {"united-states"}


# T9: the United States


def test_the_united_states_is_not_a_party() -> None:
    for text in ("paris-declaration", "paris-draft", "us-ukraine-guarantee"):
        assert model().instruments[text].consent_of("united-states", date(2026, 2, 28)) == "none"


def test_whatever_is_said_of_the_united_states_is_only_proposed() -> None:
    own = [owed for owed in model().provisions.values() if "united-states" in owed.obligors]
    assert {owed.id for owed in own} == {"monitoring-lead", "us-force-support"}
    assert all(latest(owed.status, None) == "proposed" for owed in own)


def test_to_lead_and_to_take_part_are_two_provisions_with_two_bearers() -> None:
    assert provision("monitoring-lead").obligors == ("united-states",)
    assert provision("monitoring").obligors == ("coalition-of-the-willing",)


# T11: ready, ongoing


def test_to_stand_ready_is_not_to_commit() -> None:
    assert provision("readiness").wording == "stands_ready"


@pytest.mark.parametrize("component", ["armed-forces", "defence-cooperation"])
def test_support_and_cooperation_neither_start_nor_stop_with_the_ceasefire(component: str) -> None:
    for owed in model().provisions.values():
        if owed.component == component:
            assert owed.already_ongoing, owed.id
            assert not {"ceasefire-in-force", "credible-cessation", "peace-agreement"} & atoms(owed), owed.id
            assert not owed.terminates_when, owed.id


# T13: the Commission


def test_the_commission_attributes_and_decides_and_the_mechanism_detects_and_verifies() -> None:
    assert model().bodies["special-commission"].functions == ("attribute", "decide")
    assert model().bodies["monitoring-mechanism"].functions == ("detect", "verify")


def test_how_the_commission_decides_is_unspecified() -> None:
    commission = model().bodies["special-commission"]
    assert (commission.decision_rule, commission.on_deadlock) == (UNSPECIFIED, UNSPECIFIED)
    assert commission.members == "undefined"


def test_a_seat_in_the_commission_is_no_duty_and_no_control() -> None:
    assert provision("commission-seat").position == "privilege"
    assert model().bodies["special-commission"].lead is None


# T14: deterrence is not enforcement


def test_no_provision_enforces_a_ceasefire_or_keeps_the_peace() -> None:
    assert not {"enforcement", "peacekeeping"} & {owed.kind for owed in model().provisions.values()}


# T15, T16: words that sound alike


def test_there_are_three_different_afters() -> None:
    afters = {name for name, fact in model().facts.items() if fact.concept == "end_of_fighting"}
    assert afters == {"ceasefire-in-force", "credible-cessation", "peace-agreement"}
    assert all(model().facts[name].distinct_from == () for name in afters), "no text seen relates them"


def test_a_ceasefire_alone_is_not_credible_and_not_a_peace() -> None:
    assert model().events["ceasefire-starts"].sets == {"ceasefire-in-force": True}


def test_threat_breach_and_attack_are_three_facts_and_each_event_sets_its_own() -> None:
    assert model().events["threat-emerges"].sets == {"threat-to-ukraine": True}
    assert model().events["ceasefire-violated"].sets == {"ceasefire-breach": True}
    assert "threat-to-ukraine" not in model().events["armed-attack"].sets


def test_the_condition_for_depots_is_unknown_in_the_base_and_a_threat_in_the_draft() -> None:
    assert model().facts["depot-condition-met"].initial == "unknown"
    assert provision("stockpile-access").requires == "depot-condition-met"
    assert provision("stockpile-access", "draft").trigger == "threat-to-ukraine"
    assert provision("stockpile-access", "draft").requires is None


# T17, T18: no threshold, no place, no clock


def test_the_response_names_russia_and_no_place() -> None:
    scope = provision("attack-response").scope
    assert scope is not None
    assert scope.adversary == ("russia",)
    assert (scope.location, scope.demand, scope.excludes_provocation) == (None, None, None)


def test_an_act_below_the_threshold_triggers_nothing() -> None:
    assert not [owed.id for owed in model().provisions.values() if "attack-below-threshold" in atoms(owed)]


def test_no_provision_and_no_finding_has_a_deadline() -> None:
    assert not any(owed.deadline for owed in model().provisions.values())
    assert not any(each.deadline for each in model().determinations.values())


def test_nothing_ends_the_guarantees_if_ukraine_provokes() -> None:
    assert not any(owed.terminates_when for owed in model().provisions.values())


# T19, T20: texts and their relations


def test_the_declaration_supplements_and_replaces_nothing() -> None:
    declaration = model().instruments["paris-declaration"]
    assert "bilateral-agreements" in declaration.supplements
    assert declaration.supersedes == ()


def test_three_states_signed_the_declaration_of_intent_and_nobody_signed_the_declaration() -> None:
    intent = model().instruments["declaration-of-intent"]
    day = date(2026, 2, 28)
    assert {name for name in intent.parties if intent.consent_of(name, day) == "signed"} == {
        "france", "united-kingdom", "ukraine",
    }  # fmt: skip
    declaration = model().instruments["paris-declaration"]
    assert declaration.consent_of("coalition-of-the-willing", day) == "endorsed"
    assert "signed" not in {declaration.consent_of(name, day) for name in declaration.parties}


@pytest.mark.parametrize(("form", "strongest"), [
    ("announcement", "announced"), ("statement", "announced"),
    ("declaration_of_intent", "intends"), ("declaration", "will"),
])  # fmt: skip
def test_no_provision_speaks_more_firmly_than_its_text(form: str, strongest: str) -> None:
    for owed in model().provisions.values():
        if owed.instrument and model().instruments[owed.instrument].form == form and owed.wording:
            assert WORDINGS.index(owed.wording) <= WORDINGS.index(strongest), owed.id


def test_hubs_are_announced_and_in_no_text_of_the_summit() -> None:
    for name in ("military-hubs", "protected-facilities"):
        assert provision(name).instrument == "no10-announcement"
        assert provision(name).wording == "announced"


# T21, T23: dates, origins, preparation


def test_statuses_are_dated() -> None:
    for owed in model().provisions.values():
        assert all(dated.on for dated in history(owed.status)), owed.id


def test_retellings_of_the_leak_have_one_origin() -> None:
    for name in ("european-pravda-leak", "mercy-news-digest", "nigeria-live-digest", "brussels-times-leak"):
        assert origins(model().sources[name], model()) == {"leaked-draft"}


def test_partisan_sources_never_stand_alone_with_more_than_low_confidence() -> None:
    for owed in model().provisions.values():
        if all(model().sources[source.doc].partisan for source in owed.sources):
            assert owed.claim is not None
            assert owed.claim.confidence == "low", owed.id


def test_preparation_opens_no_gate() -> None:
    assert model().facts["measures-planned"].kind == "capacity"
    assert not [owed.id for owed in model().provisions.values() if "measures-planned" in atoms(owed)]


# T22: the passive voice


@pytest.mark.parametrize("name", ["system-activation", "monitoring-system", "commission-set-up",
                                  "mnf-formation", "mnf-european-lead", "paris-cell-set-up"])  # fmt: skip
def test_where_the_text_names_nobody_the_model_names_nobody(name: str) -> None:
    assert provision(name).obligors == (UNSPECIFIED,)


# T24, T25: numbers


def test_floor_cap_and_figure_of_the_army_are_kept_apart() -> None:
    sizes = {
        (answer.quantity.value, answer.quantity.is_)
        for answer in model().questions["army-size"].answers
        if answer.quantity
    }
    assert {(800000, "exactly"), (700000, "exactly"), (600000, "at_most")} <= sizes


def test_counts_of_states_say_what_they_count() -> None:
    for answer in model().questions["how-many-states"].answers:
        assert answer.quantity is not None
        assert answer.quantity.unit


def test_no_word_of_the_embellished_digest_is_in_a_provision() -> None:
    for owed in model().provisions.values():
        assert not {"swift", "isolate", "enhanced"} & set(owed.title.lower().split()), owed.id
        assert "nigeria-live-digest" not in {source.doc for source in owed.sources}, owed.id


# T26, T27, T28


def test_whether_russia_has_a_seat_in_the_commission_is_an_open_question() -> None:
    assert "russia" in model().questions["who-founds-commission"].touches


def test_the_cells_of_paris_and_kyiv_and_the_headquarters_are_three_bodies() -> None:
    assert {"paris-cell", "kyiv-cell", "operational-headquarters"} <= set(model().bodies)
    assert model().bodies["kyiv-cell"].established_by is None


def test_what_was_not_found_is_not_called_absent() -> None:
    declaration = model().instruments["paris-declaration"]
    assert (declaration.term, declaration.exit) == ("not_found", "not_found")


# T29, T30


def test_which_comes_first_guarantees_or_peace_is_left_open() -> None:
    assert "guarantees-or-peace-first" in model().questions
    assert not [
        owed.id
        for owed in model().provisions.values()
        if owed.instrument == "paris-declaration" and "peace-agreement" in atoms(owed)
    ]


@pytest.mark.parametrize("state", ["italy", "poland", "germany", "france", "united-kingdom"])
def test_what_a_state_said_about_its_own_part_is_recorded(state: str) -> None:
    assert state in model().questions["national-positions"].touches


# Beside the five


@pytest.mark.parametrize("text", ["eu-loan", "us-ukraine-guarantee", "twenty-point-plan", "tier-plan",
                                  "prosperity-plan"])  # fmt: skip
def test_what_stands_beside_the_five_components_has_no_provision_in_them(text: str) -> None:
    assert text in model().instruments
    assert not [owed.id for owed in model().provisions.values() if owed.instrument == text]


def test_no_ceasefire_is_in_force_at_the_start() -> None:
    assert model().facts["ceasefire-in-force"].initial is False


@pytest.mark.parametrize("name", [None, *READINGS])
def test_no_finding_about_the_model_is_an_error(name: str | None) -> None:
    findings = check(reading(name) if name else paris())
    assert not [each for each in findings if each.severity is Severity.ERROR]
