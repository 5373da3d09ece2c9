"""The rules about people: who finds, who can block, who consented, who shares, and how texts end."""

import pytest

from foedus.finding import Finding, Severity
from foedus.load import loads
from foedus.rules import (
    d01_nobody_determines,
    d03_interested_party_can_block,
    l01_duty_on_non_party,
    l02_depends_on_unconcluded,
    l04_bindingness_mismatch,
    o03_responsibility_unspecified,
    o07_guarantor_is_adversary,
    r04_unused_element,
    r05_undeclared_stub,
    s01_unsourced_claim,
    s05_superseded_source,
    x01_no_term_or_exit,
)
from foedus.rules.rule import Rule
from foedus.rules.run import check

FRAME = "framework: {title: G, as_of: 2026-01-06, beneficiary: [host], adversary: [rival]}\n"
ACTORS = """\
actors:
  host: {title: Host, kind: state}
  ally: {title: Ally, kind: state}
  rival: {title: Rival, kind: state, aliases: [RU]}
  friend: {title: Friend, kind: state}
  army: {title: Army, kind: armed_forces, of: ally}
  bloc: {title: Bloc, kind: coalition, members: {closed: [rival, friend]}}
  league: {title: League, kind: coalition, members: {open: [ally]}}
"""


def provision(name: str = "help", *lines: str, kind: str = "military_aid", modality: str = "must") -> str:
    owed = [] if any(line.startswith("obligors") for line in lines) else ["obligors: [ally]"]
    fields = [f"title: {name}", f"kind: {kind}", f"modality: {modality}", *owed, *lines]
    return f"  {name}:\n" + "".join(f"    {line}\n" for line in fields)


def find(rule: Rule, text: str, *provisions: str) -> tuple[Finding, ...]:
    written = FRAME + ACTORS + text + ("provisions:\n" + "".join(provisions) if provisions else "")
    project = loads({"m.yaml": written})
    assert project.findings == ()
    return check(project, rules=[rule])


# Who finds

ATTACK = "facts:\n  attack: {title: A, kind: brute, concept: attack, initial: false}\n"


def finder(*ways: str) -> str:
    listed = "".join(f"  d{place}: {{title: D, of: attack, {way}}}\n" for place, way in enumerate(ways))
    return ATTACK + "determinations:\n" + listed


def test_a_trigger_on_the_bare_attack_shows_the_finding_that_is_left_open() -> None:
    (finding,) = find(d01_nobody_determines, finder("by: unspecified"), provision("help", "trigger: attack"))
    assert finding.message == "the `trigger` turns on `attack`, and nobody is named who determines it"
    assert [related.message for related in finding.related] == ["left unspecified here"]


def test_an_attack_with_no_finder_at_all_is_reported_at_the_trigger_only() -> None:
    assert len(find(d01_nobody_determines, ATTACK, provision("help", "trigger: attack"))) == 1
    assert find(d01_nobody_determines, ATTACK, provision("help", "requires: attack")) == ()


@pytest.mark.parametrize(
    ("ways", "count"),
    [
        (("by: each_obligor",), 0),
        (("by: automatic",), 0),
        (("by: unspecified", "by: beneficiary"), 0),  # somebody is named after all
        (("by: body",), 1),  # a body, and none is named
        (("by: lead_state",), 1),
        (("by: lead_state, actor: ally",), 0),
    ],
)
def test_it_is_enough_that_one_way_names_somebody(ways: tuple[str, ...], count: int) -> None:
    assert (
        len(find(d01_nobody_determines, finder(*ways), provision("help", "trigger: {finding: d0}"))) == count
    )


def test_one_fact_that_many_gates_read_is_one_finding_at_the_trigger() -> None:
    first, second = provision("a", "requires: attack"), provision("b", "trigger: {not: {finding: d0}}")
    (finding,) = find(d01_nobody_determines, finder("by: unspecified"), first, second)
    assert finding.message.startswith("the `trigger`")
    assert [related.message for related in finding.related] == [
        "left unspecified here",
        "`a` turns on it too",
    ]


# Who can block


def blocked(body: str, *lines: str, way: str = "by: body, body: council") -> list[str]:
    council = f"bodies:\n  council: {{title: C, kind: council, {body}}}\n"
    found = find(
        d03_interested_party_can_block,
        council + finder(way),
        provision("help", "trigger: {finding: d0}", *lines),
    )
    return [finding.message for finding in found]


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("veto: [rival]", "`rival` (adversary)"),
        ("veto: [ally]", "`ally` (obligor)"),
        ("veto: [friend]", "`friend` (ally of the adversary)"),
        ("decision_rule: consensus, members: {open: [host, rival]}", "`rival` (adversary)"),
        (
            "decision_rule: unanimity, members: {closed: [rival, ally]}",
            "`ally` (obligor) and `rival` (adversary)",
        ),
        ("decision_rule: lead_decides, lead: ally", "`ally` (obligor)"),
    ],
)
def test_an_interested_party_with_a_veto_can_block(body: str, who: str) -> None:
    assert blocked(body) == [f"{who} can keep this from being established"]


@pytest.mark.parametrize(
    "body",
    [
        "veto: [host]",
        "decision_rule: majority, members: {closed: [rival, ally]}",
        "decision_rule: unanimity, members: undefined",
        "decision_rule: unanimity",
        "members: {closed: [rival]}",
    ],
)
def test_a_majority_or_an_unknown_membership_is_no_veto(body: str) -> None:
    assert blocked(body) == []


def test_the_security_council_has_its_permanent_members() -> None:
    council = blocked("veto: []", way="by: un_security_council")
    assert council == ["`rival` (adversary) can keep this from being established"]


def test_an_adversary_named_in_the_scope_is_one_and_an_obligor_can_be_both() -> None:
    assert blocked("veto: [ally]", "scope: {adversary: [ally]}") == [
        "`ally` (adversary, obligor) can keep this from being established"
    ]


def test_a_finding_that_no_gate_asks_for_or_that_only_ends_a_promise_is_not_looked_at() -> None:
    council = "bodies:\n  council: {title: C, kind: council, veto: [rival]}\n" + finder(
        "by: body, body: council"
    )
    assert (
        find(d03_interested_party_can_block, council, provision("help", "terminates_when: {finding: d0}"))
        == ()
    )
    assert find(d03_interested_party_can_block, council, provision("help", "trigger: attack")) == ()


@pytest.mark.parametrize(
    ("veto", "messages"),
    [
        ("ally", ["`ally` (obligor) can keep `council` from doing what is sought of it"]),
        ("rival", ["`rival` (adversary) can keep `council` from doing what is sought of it"]),
        ("host", []),
    ],
)
def test_an_organ_in_which_an_interested_party_has_a_veto_may_not_give_what_is_sought(
    veto: str, messages: list[str]
) -> None:
    council = f"bodies:\n  council: {{title: C, kind: council, veto: [{veto}]}}\n"
    found = find(d03_interested_party_can_block, council, provision("help", "through: council"))
    assert [finding.message for finding in found] == messages


# Who consented


def pact(parties: str, more: str = "status: signed") -> str:
    return f"instruments:\n  pact: {{title: P, form: agreement, {more}, parties: {{{parties}}}}}\n"


OWED = "instrument: pact"


@pytest.mark.parametrize(
    ("parties", "obligor", "why"),
    [
        ("host: signed", "ally", "and the model records no consent of it to that text"),
        ("ally: none", "ally", "to which it has not consented"),
        ("ally: withdrawn", "ally", "from which it has withdrawn"),
        ("league: signed", "ally", "and the model records no consent of it to that text"),
        ("host: signed", "league", "and the model records no consent of it to that text"),
        ("ally: none", "army", "to which it has not consented"),
    ],
)
def test_one_without_consent_is_no_party(parties: str, obligor: str, why: str) -> None:
    (finding,) = find(l01_duty_on_non_party, pact(parties), provision("help", OWED, f"obligors: [{obligor}]"))
    assert finding.message == f"`{obligor}` is given a duty by `pact`, {why}"


@pytest.mark.parametrize(
    ("parties", "obligor"),
    [
        ("ally: endorsed", "ally"),
        ("ally: reservation", "ally"),
        ("ally: signed", "army"),
        ("ally: signed", "league"),
        ("rival: ratified, friend: signed", "bloc"),
        ("host: signed", "unspecified"),
    ],
)
def test_consent_of_ones_own_of_the_whole_or_of_members_is_enough(parties: str, obligor: str) -> None:
    assert find(l01_duty_on_non_party, pact(parties), provision("help", OWED, f"obligors: [{obligor}]")) == ()


def test_the_hint_says_that_a_group_does_not_bind_its_members_one_by_one() -> None:
    (finding,) = find(l01_duty_on_non_party, pact("league: signed"), provision("help", OWED))
    assert (
        finding.hint
        == "the consent of `league` is not that of each member: record its own, or name the group"
    )


@pytest.mark.parametrize("more", ["status: proposed", "status: to_be_finalised", "modality: may"])
def test_what_is_only_proposed_or_permitted_is_attributed_and_no_more_than_a_warning(more: str) -> None:
    modality = {"modality": "may"} if more.startswith("modality") else {}
    more = "" if modality else more
    (finding,) = find(l01_duty_on_non_party, pact("host: signed"), provision("help", OWED, more, **modality))
    assert (finding.severity, finding.hint) == (Severity.WARNING, "attributed to it, not undertaken by it")


def test_what_was_dropped_is_owed_by_nobody() -> None:
    assert find(l01_duty_on_non_party, pact("host: signed"), provision("help", OWED, "status: dropped")) == ()


@pytest.mark.parametrize("status", ["proposed", "under_negotiation", "terminated", "superseded"])
def test_a_text_that_is_not_agreed_or_has_ended_lays_no_duty_on_anybody(status: str) -> None:
    assert find(l01_duty_on_non_party, pact("", f"status: {status}"), provision("help", OWED)) == ()


def test_a_text_open_to_the_obligor_may_have_it_as_a_party() -> None:
    opened = pact("host: signed", "status: signed, open_to: league")
    assert find(l01_duty_on_non_party, opened, provision("help", OWED)) == ()


def test_many_duties_of_one_non_party_are_one_finding() -> None:
    (finding,) = find(l01_duty_on_non_party, pact("host: signed"), provision("a", OWED), provision("b", OWED))
    assert [related.message for related in finding.related] == ["and this", "who consented"]


# What is not concluded


def test_a_treaty_signed_and_not_in_force_supports_nothing_yet() -> None:
    text = "instruments:\n  pact: {title: P, form: treaty, status: signed}\n"
    (finding,) = find(l02_depends_on_unconcluded, text, provision("a", OWED), provision("b", OWED))
    assert finding.message == "this text is not in force yet, and 2 provisions rest on it"


def test_a_provision_still_to_be_finalised_shows_what_waits_for_it() -> None:
    one = provision("one", "status: to_be_finalised")
    (finding,) = find(l02_depends_on_unconcluded, "", one, provision("two", "trigger: {active: one}"))
    assert finding.message == "this provision is still to be finalised: nothing can rest on it yet"
    assert [related.message for related in finding.related] == ["`two` depends on `one`"]


def test_what_is_only_proposed_in_one_text_is_one_finding() -> None:
    text = "instruments:\n  pact: {title: P, form: treaty, status: in_force}\n"
    proposed = [provision(name, OWED, "status: proposed") for name in ("one", "two")]
    (finding,) = find(l02_depends_on_unconcluded, text, *proposed)
    assert finding.message == (
        "this and one more provision of `pact` are only proposed: nothing can rest on them yet"
    )


def test_a_status_is_read_on_the_day_of_the_model() -> None:
    agreed = "status: [{is: proposed, on: 2026-01-01}, {is: agreed, on: %s}]"
    assert len(find(l02_depends_on_unconcluded, "", provision("one", agreed % "2026-02-01"))) == 1
    assert find(l02_depends_on_unconcluded, "", provision("one", agreed % "2026-01-02")) == ()


def test_a_body_that_does_not_exist_yet_is_reported_where_somebody_counts_on_it() -> None:
    body = "bodies:\n  council: {title: C, kind: council, status: to_be_established}\n"
    assert find(l02_depends_on_unconcluded, body) == ()
    found = find(
        l02_depends_on_unconcluded, body + finder("by: body, body: council"),
        provision("task", "obligors: [council]"), provision("waits", "trigger: {finding: d0}"),
    )  # fmt: skip
    assert [len(finding.related) for finding in found] == [2]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("form: treaty, bindingness: [legal]", 0),
        ("form: treaty", 1),
        ("form: declaration, bindingness: [legal, political]", 1),
        ("form: memorandum, bindingness: [political]", 1),
    ],
)
def test_a_provision_is_no_more_binding_than_its_text(text: str, count: int) -> None:
    written = f"instruments:\n  pact: {{title: P, {text}}}\n"
    found = find(l04_bindingness_mismatch, written, provision("help", OWED, "bindingness: [legal]"))
    assert len(found) == count
    assert find(l04_bindingness_mismatch, written, provision("help", OWED, "bindingness: [political]")) == ()


# Who shares, and who is on both sides


@pytest.mark.parametrize(
    ("lines", "modality", "count"),
    [
        (("obligors: [ally, friend]",), "must", 1),
        (("obligors: [league]",), "must", 1),
        (("obligors: [ally]",), "must", 0),
        (("obligors: [ally, friend]", "responsibility: several"), "must", 0),
        (("obligors: [ally, friend]",), "may", 0),
        (("obligors: [ally, friend]",), "must_not", 0),
        (("obligors: [ally, friend]", "status: dropped"), "must", 0),
    ],
)
def test_only_a_shared_duty_to_act_can_be_joint_or_several(
    lines: tuple[str, ...], modality: str, count: int
) -> None:
    assert (
        len(find(o03_responsibility_unspecified, "", provision("help", *lines, modality=modality))) == count
    )


@pytest.mark.parametrize(
    ("obligor", "kind", "count"),
    [("rival", "guarantee", 1), ("bloc", "defense", 1), ("rival", "ceasefire", 0), ("ally", "guarantee", 0)],
)
def test_an_adversary_is_a_guarantor_itself_or_as_a_member_where_it_is_to_protect(
    obligor: str, kind: str, count: int
) -> None:
    assert (
        len(find(o07_guarantor_is_adversary, "", provision("help", f"obligors: [{obligor}]", kind=kind)))
        == count
    )


# How a text ends


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the model says nothing of how this text ends or is left"),
        ("term: not_found, exit: not_found", "neither a term nor a way out is found in any source seen"),
        (
            "term: stated_absent, exit: stated_absent",
            "the text has neither a term nor a way out, as a source says",
        ),
        (
            "term: not_found",
            "the term is not found in any source seen, and the way out is not recorded in the model",
        ),
        (
            "term: stated_absent, exit: not_found",
            "the term is absent, as a source says, and the way out is not found in any source seen",
        ),
    ],
)
def test_not_found_absent_and_unrecorded_are_three_things(text: str, message: str) -> None:
    written = f"instruments:\n  pact: {{title: P, form: treaty{', ' + text if text else ''}}}\n"
    (finding,) = find(x01_no_term_or_exit, written, provision("help", OWED))
    assert finding.message == message


@pytest.mark.parametrize(
    "text",
    ["form: treaty, term: {indefinite: true}", "form: treaty, exit: {notice: P1Y}", "form: statement",
     "form: treaty, status: terminated"],
)  # fmt: skip
def test_one_of_the_two_is_enough_and_one_sided_or_ended_texts_need_neither(text: str) -> None:
    assert (
        find(x01_no_term_or_exit, f"instruments:\n  pact: {{title: P, {text}}}\n", provision("help", OWED))
        == ()
    )


def test_a_text_without_provisions_of_the_model_is_not_asked() -> None:
    assert find(x01_no_term_or_exit, "instruments:\n  pact: {title: P, form: treaty}\n", provision()) == ()


# Sources, stubs and what nothing uses


def test_a_document_without_a_place_a_status_and_a_named_finder_need_a_source() -> None:
    text = pact("ally: signed") + finder("by: collective", "by: unspecified")
    found = find(s01_unsourced_claim, text, provision("help", "source: {doc: paper}"))
    assert sorted(finding.message for finding in found) == [
        "no place in `paper` is named", "no source gives this status", "no source says who decides this",
    ]  # fmt: skip
    assert find(s01_unsourced_claim, "", provision("help", "claim: {basis: assumed}")) == ()


def test_a_model_older_than_what_it_records_is_one_finding_at_its_day() -> None:
    text = pact("ally: {is: ratified, on: 2027-05-01}", "status: {is: in_force, on: 2027-06-01}")
    (finding,) = find(s05_superseded_source, text)
    assert (
        finding.message
        == "`as_of` is 2026-01-06, and the model records what became so later, up to 2027-06-01"
    )
    assert [related.message for related in finding.related] == [
        "ratified on 2027-05-01",
        "in force on 2027-06-01",
    ]


def test_a_draft_cited_beside_the_final_text_or_in_a_reading_of_the_draft_is_no_stale_source() -> None:
    text = """\
instruments:
  pact: {title: P, form: declaration, status: adopted}
sources:
  leak: {title: Leak, kind: press_report, version_reported: draft}
  final: {title: Text, kind: instrument, version_reported: final}
readings:
  as-drafted: {title: As drafted, kind: draft, patch: {provisions: {help: {wording: will}}}}
"""
    stale = provision("help", OWED, "source: {doc: leak, at: line 2}")
    assert len(find(s05_superseded_source, text, stale)) == 1
    both = provision("help", OWED, "source: [{doc: leak, at: line 2}, {doc: final, at: Article 1}]")
    assert find(s05_superseded_source, text, both) == ()
    drafted = loads({"m.yaml": FRAME + ACTORS + text + "provisions:\n" + stale}).read_as("as-drafted")
    assert check(drafted, rules=[s05_superseded_source]) == ()


def test_a_stub_is_marked_and_what_is_marked_is_a_stub() -> None:
    (finding,) = find(r05_undeclared_stub, ATTACK, provision("help", "undeveloped: true", "trigger: attack"))
    assert finding.message == "marked `undeveloped`, and yet it has `trigger`"
    framed = provision("help", "undeveloped: true", "enters_when: attack")
    assert find(r05_undeclared_stub, ATTACK, framed) == ()  # the gate is that of the whole system
    assert find(r05_undeclared_stub, "", provision("help", "beneficiary: [host]")) == ()


def test_a_fact_is_used_where_a_reading_reads_it_and_unused_where_it_is_only_set_or_told_apart() -> None:
    facts = "facts:\n  a: {title: A, kind: brute, initial: false}\n"
    facts += "  b: {title: B, kind: brute, initial: false, distinct_from: [a]}\n"
    patch = "readings:\n  r: {title: R, kind: what_if, patch: {provisions: {help: {trigger: {not: %s}}}}}\n"
    unused = [
        finding for finding in find(r04_unused_element, facts, provision()) if "fact" in finding.message
    ]
    assert len(unused) == 2
    found = find(r04_unused_element, facts + patch % "a", provision())
    assert len([finding for finding in found if "fact" in finding.message]) == 1


def test_a_body_that_names_others_has_a_part_and_an_event_without_effect_has_none() -> None:
    bodies = "bodies:\n  led: {title: Led, kind: cell, lead: ally}\n  lone: {title: Lone, kind: cell}\n"
    events = "events:\n  nothing: {title: Nothing, sets: {}}\n"
    found = [
        finding.message
        for finding in find(r04_unused_element, bodies + events)
        if "actor" not in finding.message
    ]
    assert found == ["nothing names this body, and it names nobody", "this event sets no fact"]
