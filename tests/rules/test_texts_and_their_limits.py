"""What a text can carry and when, who decides, who provides, what a title claims, and where it all stands."""

import pytest

from foedus.finding import Finding
from foedus.load import loads
from foedus.rules import (
    d02_no_deadlock_rule,
    d04_monitoring_without_consumer,
    d05_two_routes,
    d06_no_substitute_provider,
    d07_self_judging,
    l02_depends_on_unconcluded,
    l03_impossible_date,
    l05_norm_conflict,
    l06_automatic_yet_constitutional,
    l07_ends_under_dependants,
    l08_above_the_ceiling,
    l09_group_to_member,
    o04_conditional_on_guarantor,
    o06_unfunded_mandate,
    o08_title_exceeds_content,
    o09_overclaiming_title,
    r13_same_label,
    s04_one_sided_dispute,
    s05_superseded_source,
    s06_one_origin,
    s07_undated_statement,
)
from foedus.rules.rule import Rule
from foedus.rules.run import check

WORLD = """\
framework: {title: System, as_of: 2026-01-06, beneficiary: [host], adversary: [rival]}
actors:
  host: {title: Host, kind: state}
  ally: {title: Ally, kind: state}
  friend: {title: Friend, kind: state}
  rival: {title: Rival, kind: state}
  third: {title: Third, kind: state}
  senate: {title: Senate, kind: parliament, of: third}
  parliament: {title: Parliament, kind: parliament, of: ally}
  league: {title: League, kind: coalition, members: {open: [ally]}}
  part: {title: Part of the league, kind: coalition, of: league, members: undefined}
  force: {title: Force, kind: force, of: league}
facts:
  attack: {title: Attack, kind: brute, initial: false}
  vote: {title: Vote, kind: institutional, nature: approval, owner: parliament, initial: false}
  far-vote: {title: Far vote, kind: institutional, nature: approval, owner: senate, initial: false}
  member: {title: The host joins an alliance, kind: institutional, initial: false}
"""


def provision(name: str, *lines: str, kind: str = "military_aid", modality: str = "must") -> str:
    owed = [] if any(line.startswith("obligors") for line in lines) else ["obligors: [ally]"]
    title = [] if any(line.startswith("title") for line in lines) else [f"title: {name}"]
    fields = [*title, f"kind: {kind}", f"modality: {modality}", *owed, *lines]
    return f"  {name}:\n" + "".join(f"    {line}\n" for line in fields)


def find(rule: Rule, text: str, *provisions: str) -> tuple[Finding, ...]:
    written = WORLD + text + ("provisions:\n" + "".join(provisions) if provisions else "")
    project = loads({"m.yaml": written})
    assert project.findings == ()
    return check(project, rules=[rule])


def said(rule: Rule, text: str, *provisions: str) -> list[str]:
    return [finding.message for finding in find(rule, text, *provisions)]


def pact(fields: str) -> str:
    return f"instruments:\n  pact: {{title: P, {fields}}}\n"


OWED = "instrument: pact"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("form: declaration", "this text has no `status`, and one provision rests on it"),
        (
            "form: treaty, status: {is: in_force, on: 2026-02-01}",
            "this text has no `status` for 2026-01-06 or before, and one provision rests on it",
        ),
        ("form: declaration, status: proposed", "this text is not agreed yet, and one provision rests on it"),
        ("form: treaty, status: signed", "this text is not in force yet, and one provision rests on it"),
    ],
)
def test_nothing_rests_on_a_text_that_is_not_known_to_be_concluded(fields: str, message: str) -> None:
    assert said(l02_depends_on_unconcluded, pact(fields), provision("help", OWED)) == [message]


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ("form: declaration, status: adopted", (OWED,)),
        ("form: declaration", ()),
        ("form: declaration", (OWED, "status: dropped")),
    ],
)
def test_a_text_is_asked_for_its_status_where_a_provision_rests_on_it(
    fields: str, lines: tuple[str, ...]
) -> None:
    assert said(l02_depends_on_unconcluded, pact(fields), provision("help", *lines)) == []


# Dates


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            "form: treaty, status: [{is: in_force, on: 2001-01-01}, {is: signed, on: 2002-01-01}]",
            "in force on 2001-01-01, before signed on 2002-01-01",
        ),
        (
            "form: treaty, status: [{is: terminated, on: 2000-01-01}, {is: in_force, on: 2001-01-01}]",
            "terminated on 2000-01-01, before in force on 2001-01-01",
        ),
        (
            "form: treaty, status: {is: signed, on: 2020-01-01}, term: {until: 2019-12-31}",
            "the term ends on 2019-12-31, before signed on 2020-01-01",
        ),
        (
            "form: treaty, parties: {ally: [{is: withdrawn, on: 2000-01-01}, {is: signed, on: 2001-01-01}]}",
            "withdrawn on 2000-01-01, before signed on 2001-01-01",
        ),
        (
            "form: treaty, status: {is: in_force, on: 2000-01-01}, "
            "parties: {ally: {is: ratified, on: 2000-01-02}, "
            "host: {is: ratified, on: 1999-01-01}}",
            "in force on 2000-01-01, before consent was given: the last came on 2000-01-02",
        ),
    ],
)
def test_days_that_contradict_one_another(fields: str, message: str) -> None:
    assert said(l03_impossible_date, pact(fields)) == [message]


@pytest.mark.parametrize(
    "fields",
    [
        "form: treaty, status: [{is: signed, on: 2001-01-01}, {is: in_force, on: 2001-01-01}]",
        "form: treaty, status: [{is: in_force, on: 2001-01-01}, {is: suspended, on: 2002-01-01}, "
        "{is: in_force, on: 2003-01-01}]",
        # accession after entry into force is how texts of many grow
        "form: treaty, status: {is: in_force, on: 2000-01-01}, "
        "parties: {ally: {is: acceded, on: 2005-01-01}, "
        "host: {is: ratified, on: 1999-01-01}, friend: {is: ratified, on: 1999-01-01}}",
        "form: treaty, status: {is: in_force, on: 2000-01-01}, parties: {ally: signed, host: signed}",
        "form: treaty, status: {is: in_force, on: 2000-01-01}, "
        "parties: {ally: {is: ratified, on: 2005-01-01}}",
        "form: treaty, parties: {ally: [{is: signed, on: 2000-01-01}, {is: withdrawn, on: 2001-01-01}]}",
    ],
)
def test_days_that_can_be_so(fields: str) -> None:
    assert find(l03_impossible_date, pact(fields)) == ()


def test_a_body_is_not_dissolved_before_it_is_established() -> None:
    stages = "[{is: dissolved, on: 2000-01-01}, {is: established, on: 2001-01-01}]"
    body = f"bodies: {{b: {{title: B, kind: cell, status: {stages}}}}}\n"
    assert said(l03_impossible_date, body) == ["dissolved on 2000-01-01, before established on 2001-01-01"]


# Norms


@pytest.mark.parametrize(
    ("duty", "prohibition", "count"),
    [
        ((), (), 1),
        (("trigger: attack",), ("in_force_while: {not: attack}",), 0),
        (("trigger: attack",), ("terminates_when: attack",), 0),
        (("scope: {location: north}",), ("scope: {location: south}",), 0),
        (("scope: {adversary: [rival]}",), ("scope: {adversary: [third]}",), 0),
        (("obligors: [friend]",), (), 0),
        (("obligors: [unspecified]",), ("obligors: [unspecified]",), 0),
        (("status: dropped",), (), 0),
    ],
)
def test_a_duty_and_a_prohibition_of_one_act_clash_unless_something_keeps_them_apart(
    duty: tuple[str, ...], prohibition: tuple[str, ...], count: int
) -> None:
    found = find(
        l05_norm_conflict, "", provision("do", *duty), provision("do-not", *prohibition, modality="must_not")
    )
    assert len(found) == count


def test_not_to_attack_somebody_clashes_with_the_use_of_force_against_it() -> None:
    peace = provision("peace", "beneficiary: [rival]", kind="nonaggression", modality="must_not")
    assert (
        len(find(l05_norm_conflict, "", peace, provision("war", kind="defense"))) == 1
    )  # the system's adversary
    other = provision("war", "scope: {adversary: [third]}", kind="defense")
    assert find(l05_norm_conflict, "", peace, other) == ()
    assert find(l05_norm_conflict, "", peace, provision("war", kind="defense", modality="may")) == ()


def test_automatic_means_that_the_fact_alone_is_enough() -> None:
    finder = "determinations:\n  d: {title: D, of: attack, by: %s}\n"
    lines = "constitutional_processes: true", "trigger: {finding: d}"
    both = provision("a", *lines), provision("b", *lines)
    (finding,) = find(l06_automatic_yet_constitutional, finder % "automatic", *both)
    assert [related.message for related in finding.related] == ["established by the fact alone", "`b` too"]
    assert find(l06_automatic_yet_constitutional, finder % "collective", *both) == ()
    assert find(l06_automatic_yet_constitutional, finder % "automatic", provision("a", lines[1])) == ()


@pytest.mark.parametrize(
    ("term", "what"),
    [
        ("duration: P10Y", "ends after P10Y"),
        ("until: 2030-01-01", "ends on 2030-01-01"),
        ("ends_when: member", "ends when `member`"),
    ],
)
def test_a_text_that_ends_takes_down_what_rests_on_it(term: str, what: str) -> None:
    text = pact(f"form: treaty, term: {{{term}}}")
    others = [provision(name, "requires: {active: first}") for name in ("two", "three")]
    assert said(l07_ends_under_dependants, text, provision("first", OWED), *others) == [
        f"this text {what}, and 2 provisions that need it would go on"
    ]
    assert find(l07_ends_under_dependants, text, provision("first", OWED), provision("two")) == ()


def test_a_provision_or_a_body_that_ends_counts_too_and_the_same_end_does_not() -> None:
    ending = provision("first", "terminates_when: member")
    body = "bodies: {b: {title: B, kind: cell, established_by: first}}\n"
    body += "determinations: {d: {title: D, of: attack, by: body, body: b}}\n"
    found = said(l07_ends_under_dependants, body, ending, provision("two", "trigger: {finding: d}"))
    assert found == ["this can end, and one provision that needs it would go on"]
    same = provision("two", "trigger: {finding: d}", "terminates_when: member")
    assert find(l07_ends_under_dependants, body, ending, same) == ()


@pytest.mark.parametrize(
    ("form", "lines", "message"),
    [
        ("statement", ("wording: shall",), "`shall`, and the form of its text is a statement"),
        ("announcement", (), "a duty (`must`), and the form of its text is an announcement"),
        ("agreement", ("wording: announced",), "a duty (`must`), and by its wording it is announced only"),
    ],
)
def test_form_and_verb_limit_what_a_provision_can_say(
    form: str, lines: tuple[str, ...], message: str
) -> None:
    assert said(l08_above_the_ceiling, pact(f"form: {form}"), provision("a", OWED, *lines)) == [message]


@pytest.mark.parametrize(
    ("form", "lines", "modality"),
    [
        ("treaty", ("wording: shall",), "must"),
        ("statement", ("wording: will",), "must"),
        ("declaration", ("wording: stands_ready",), "must"),
        ("announcement", ("wording: announced",), "may"),
        ("plan", ("status: dropped",), "must"),
    ],
)
def test_what_form_and_verb_can_carry(form: str, lines: tuple[str, ...], modality: str) -> None:
    written = provision("a", OWED, *lines, modality=modality)
    assert find(l08_above_the_ceiling, pact(f"form: {form}"), written) == ()


def test_provisions_above_one_ceiling_are_one_finding() -> None:
    (finding,) = find(l08_above_the_ceiling, pact("form: plan"), provision("a", OWED), provision("b", OWED))
    assert [related.message for related in finding.related] == ["the form of the text", "`b` too"]


@pytest.mark.parametrize(
    ("parties", "obligor", "modality", "count"),
    [
        ("league: endorsed", "ally", "must", 1),
        ("league: endorsed", "part", "must", 1),
        ("league: endorsed", "force", "must", 0),  # an organ of the group, no member
        ("league: endorsed", "league", "must", 0),
        ("league: endorsed", "ally", "may", 0),
        ("league: endorsed, ally: endorsed", "ally", "must", 0),
        ("league: endorsed, ally: none", "ally", "must", 0),  # L01
        ("league: endorsed", "friend", "must", 0),  # L01
    ],
)
def test_the_word_of_a_group_is_not_that_of_its_members(
    parties: str, obligor: str, modality: str, count: int
) -> None:
    text = pact(f"form: declaration, status: adopted, open_to: league, parties: {{{parties}}}")
    owed = provision("a", OWED, f"obligors: [{obligor}]", modality=modality)
    assert len(find(l09_group_to_member, text, owed)) == count


# Who decides, who watches, who provides


def council(fields: str, finder: str = "") -> str:
    return (
        f"bodies:\n  council: {{title: C, kind: council, {fields}}}\n"
        f"determinations:\n  d: {{title: D, of: attack, by: body, body: council{finder}}}\n"
    )


ASKS = provision("a", "trigger: {finding: d}")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("decision_rule: consensus", "this decides by consensus, and nothing says what holds without it"),
        ("veto: [rival]", "this can be blocked by a veto, and nothing says what holds then"),
        (
            "decision_rule: unanimity, on_deadlock: unspecified",
            "this decides by unanimity, and nothing says what holds without it",
        ),
        ("on_deadlock: unspecified", "neither how this decides is known, nor what holds when it cannot"),
    ],
)
def test_a_body_that_can_fail_to_decide(fields: str, message: str) -> None:
    assert said(d02_no_deadlock_rule, council(fields), ASKS) == [message]


@pytest.mark.parametrize(
    "fields",
    [
        "decision_rule: majority",
        "decision_rule: unanimity, on_deadlock: rejected",
        "decision_rule: lead_decides",
    ],
)
def test_a_body_that_decides_somehow(fields: str) -> None:
    assert find(d02_no_deadlock_rule, council(fields), ASKS) == ()


def test_a_rule_for_deadlock_on_the_finding_is_enough_and_the_security_council_has_none() -> None:
    assert (
        find(d02_no_deadlock_rule, council("decision_rule: unanimity", ", on_deadlock: rejected"), ASKS) == ()
    )
    finder = "determinations:\n  d: {title: D, of: attack, by: un_security_council}\n"
    assert said(d02_no_deadlock_rule, finder, ASKS) == [
        "a permanent member can block this, and nothing says what holds then"
    ]
    assert find(d02_no_deadlock_rule, finder, provision("a")) == ()  # no gate asks


def test_watching_has_a_consequence_where_a_gate_reads_it_or_a_finding_of_those_who_watch() -> None:
    watch = provision("watch", "obligors: [council]", kind="monitoring")
    mission = council("functions: [detect]")
    assert len(find(d04_monitoring_without_consumer, mission, watch)) == 1
    assert find(d04_monitoring_without_consumer, mission, watch, ASKS) == ()
    reads = provision("a", "requires: {active: watch}")
    assert find(d04_monitoring_without_consumer, mission, watch, reads) == ()
    alone = "bodies:\n  post: {title: Post, kind: mission, functions: [verify]}\n"
    assert said(d04_monitoring_without_consumer, alone) == [
        "this detects or verifies, and no condition turns on what it finds"
    ]


@pytest.mark.parametrize(
    ("trigger", "count"),
    [
        ("{any: [attack, {finding: d}]}", 1),
        ("{any: [{finding: d}, {finding: e}]}", 1),
        ("{all: [attack, {finding: d}]}", 0),
        ("{any: [vote, {finding: d}]}", 0),
        ("{any: [attack, {finding: auto}]}", 0),  # one and the same
        ("{finding: d}", 0),
    ],
)
def test_two_ways_to_one_answer(trigger: str, count: int) -> None:
    finders = council("functions: [decide]") + (
        "  e: {title: E, of: attack, by: each_obligor}\n  auto: {title: A, of: attack, by: automatic}\n"
    )
    found = find(d05_two_routes, finders, provision("a", f"trigger: {trigger}"))
    assert len(found) == count
    assert all(finding.severity.word == "information" for finding in found)


def test_two_finders_of_one_fact_in_different_gates_are_two_routes() -> None:
    finders = council("functions: [decide]") + "  e: {title: E, of: attack, by: each_obligor}\n"
    assert said(d05_two_routes, finders, ASKS, provision("b", "trigger: {finding: e}")) == [
        "`d` and `e` are findings of one fact by different hands"
    ]


def test_the_lead_of_a_non_party_and_the_word_of_a_third_party_have_no_substitute() -> None:
    text = pact("form: agreement, status: signed, parties: {ally: signed}")
    led = "bodies:\n  m: {title: M, kind: mission, functions: [detect], lead: third, established_by: pact}\n"
    assert said(d06_no_substitute_provider, text + led) == [
        "`third`, no party to `pact`, is to lead this, and no substitute is named"
    ]
    spare = "  n: {title: N, kind: mission, functions: [detect, verify], lead: ally}\n"
    assert find(d06_no_substitute_provider, text + led + spare) == ()
    assert find(d06_no_substitute_provider, text + led.replace("lead: third", "lead: ally")) == ()
    assert said(d06_no_substitute_provider, "", provision("a", "requires: far-vote")) == [
        "only `senate`, a third party, can open this gate, and nothing takes its place (one provision)"
    ]
    for gate in ("requires: vote", "requires: {any: [far-vote, attack]}", "terminates_when: far-vote"):
        assert find(d06_no_substitute_provider, "", provision("a", gate)) == ()


def test_only_a_duty_that_its_obligors_judge_is_self_judging() -> None:
    finder = "determinations:\n  d: {title: D, of: attack, by: each_obligor}\n"
    assert said(d07_self_judging, finder, ASKS) == [
        "whoever owes the response judges whether it is due (one duty)"
    ]
    assert find(d07_self_judging, finder, provision("a", "trigger: {finding: d}", modality="may")) == ()
    assert find(d07_self_judging, finder, provision("a", "terminates_when: {finding: d}")) == ()


# Who is relied on, and what is claimed


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("requires: {delivered: b}",), 1),
        (("in_force_while: {all: [attack, {delivered: b}]}",), 1),
        (("requires: {any: [attack, {delivered: b}]}",), 0),
        (("requires: {not: {delivered: b}}",), 0),
        (("requires: {delivered: b}", "obligors: [friend]"), 0),
        (("requires: {active: b}",), 0),
    ],
)
def test_a_duty_that_waits_for_another_guarantor_to_act(lines: tuple[str, ...], count: int) -> None:
    other = provision("b", "obligors: [friend]")
    assert len(find(o04_conditional_on_guarantor, "", provision("a", *lines), other)) == count


@pytest.mark.parametrize(
    ("contribution", "modality", "count"),
    [
        ((), "must", 0),
        ((), "may", 1),
        (("delivery: allocated",), "may", 0),
        (("delivery: announced",), "may", 1),
        (("wording: intends",), "must", 1),
        (("status: proposed",), "must", 1),
        (("obligors: [unspecified]",), "must", 1),
    ],
)
def test_a_force_with_tasks_needs_somebody_who_has_committed(
    contribution: tuple[str, ...], modality: str, count: int
) -> None:
    task = provision("task", "obligors: [force]", kind="force_deployment")
    gift = provision("gift", "beneficiary: [force]", *contribution, modality=modality)
    assert len(find(o06_unfunded_mandate, "", task, gift)) == count


def test_a_state_that_owes_the_task_itself_is_its_own_provider() -> None:
    assert find(o06_unfunded_mandate, "", provision("task", kind="monitoring")) == ()


@pytest.mark.parametrize(
    ("title", "kind", "count"),
    [
        ("Security guarantees", "consultation", 1),
        ("Common defence", "diplomatic_action", 1),
        ("Security guarantees", "defense", 0),
        ("Defence cooperation", "consultation", 0),
        ("Defense policy", "consultation", 0),
        ("Consultations", "consultation", 0),
    ],
)
def test_a_part_that_is_called_more_than_it_holds(title: str, kind: str, count: int) -> None:
    part = f"components:\n  c: {{order: 1, title: {title}}}\n"
    assert len(find(o08_title_exceeds_content, part, provision("a", "component: c", kind=kind))) == count


def test_a_part_with_permissions_only_holds_no_duty_and_an_empty_part_is_not_asked() -> None:
    part = "components:\n  c: {order: 1, title: Guarantees}\n"
    allowed = provision("a", "component: c", kind="defense", modality="may")
    assert said(o08_title_exceeds_content, part, allowed) == [
        "called “guarantees”, and it holds no duty to act"
    ]
    assert find(o08_title_exceeds_content, part) == ()


@pytest.mark.parametrize(
    ("title", "lines", "modality", "count"),
    [
        ("Defend the host", (), "may", 1),
        ("Guarantee the border", ("wording: agreed_to_finalise",), "must", 1),
        ("Binding help", ("wording: stands_ready",), "must", 1),
        ("Finalise binding commitments", ("wording: agreed_to_finalise",), "must", 0),
        ("Stand ready to commit to guarantees", ("wording: stands_ready",), "must", 0),
        ("Allies may defend the host", (), "may", 0),
        ("Defend the host", ("wording: will",), "must", 0),
        ("Goodwill visits", (), "may", 0),
    ],
)
def test_a_title_that_says_more_than_its_provision(
    title: str, lines: tuple[str, ...], modality: str, count: int
) -> None:
    written = provision("a", f"title: {title}", *lines, modality=modality)
    assert len(find(o09_overclaiming_title, "", written)) == count


def test_an_english_label_counts_as_a_title() -> None:
    (finding,) = find(
        o09_overclaiming_title, "", provision("a", "label: {en: Must help, de: Muss}", modality="may")
    )
    assert finding.message == "the title says “must”, and the provision is a permission"


# Names and sources


def test_names_are_compared_where_they_can_be_confused_and_without_regard_to_capitals() -> None:
    same = provision("a", "title: Help"), provision("b", "title: help")
    assert said(r13_same_label, "", *same) == ["`a` is called “help” too"]
    apart = "components: {x: {order: 1, title: X}, y: {order: 2, title: Y}}\n"
    parts = provision("a", "title: Help", "component: x"), provision("b", "title: Help", "component: y")
    assert find(r13_same_label, apart, *parts) == ()
    bodies = "bodies:\n  cell: {title: Cell, kind: cell, aliases: [ally, Cell]}\n"
    assert said(r13_same_label, bodies) == ["`ally` is called “ally” too"]  # its own name twice is no clash


@pytest.mark.parametrize(
    ("claim", "patch", "count"),
    [
        ("{basis: disputed}", "", 1),
        ("{basis: disputed}", "note: Others read it otherwise", 1),  # no other content
        ("{basis: disputed}", "modality: may", 0),
        ("{basis: paraphrase, disputed_by: [paper]}", "", 1),
        ("{basis: paraphrase, disputed_by: [paper]}", "modality: may", 0),
        ("{basis: paraphrase}", "", 0),
    ],
)
def test_a_dispute_has_two_sides(claim: str, patch: str, count: int) -> None:
    reading = (
        f"readings: {{r: {{title: R, kind: interpretation, patch: {{provisions: {{a: {{{patch}}}}}}}}}}}\n"
    )
    assert len(find(s04_one_sided_dispute, reading, provision("a", f"claim: {claim}"))) == count


def test_a_question_with_both_answers_is_enough_where_sources_dispute_but_cannot_be_played() -> None:
    question = "questions: {q: {title: Q, kind: conflict, touches: [a, pact]}}\n"
    assert (
        find(s04_one_sided_dispute, question, provision("a", "claim: {basis: inferred, disputed_by: [x]}"))
        == ()
    )
    assert len(find(s04_one_sided_dispute, question, provision("a", "claim: {basis: disputed}"))) == 1
    consent = "form: treaty, parties: {ally: {is: signed, claim: {basis: paraphrase, disputed_by: [x]}}}"
    assert len(find(s04_one_sided_dispute, pact(consent))) == 1
    assert find(s04_one_sided_dispute, question + pact(consent)) == ()


SOURCES = """\
sources:
  leak: {title: Leak, kind: instrument, version_reported: draft}
  retold: {title: Retold, kind: press_report, version_reported: later, derived_from: [leak]}
  again: {title: Again, kind: digest, derived_from: [retold]}
  text: {title: Text, kind: instrument, version_reported: final, published: 2026-01-06}
  quoted: {title: Quoted, kind: press_report, derived_from: [text]}
  loop: {title: Loop, kind: digest, derived_from: [pool]}
  pool: {title: Pool, kind: digest, derived_from: [loop]}
"""


@pytest.mark.parametrize(
    ("cited", "count"),
    [
        (("retold", "again"), 1),
        (("again",), 1),
        (("leak",), 0),  # the origin itself: there is nothing to see behind it
        (("again", "quoted"), 0),
        (("quoted", "text"), 0),  # the text itself
        (("again", "unknown"), 0),
        ((), 0),
    ],
)
def test_reports_of_one_origin_are_one_witness(cited: tuple[str, ...], count: int) -> None:
    source = f"source: [{', '.join(f'{{doc: {doc}, at: x}}' for doc in cited)}]"
    assert len(find(s06_one_origin, SOURCES, provision("a", source))) == count


def test_documents_that_retell_one_another_are_an_end_and_not_a_loop() -> None:
    assert find(s06_one_origin, SOURCES, provision("a", "source: {doc: loop, at: x}")) == ()


def test_a_later_report_that_retells_a_draft_only_is_a_report_of_the_draft() -> None:
    text = SOURCES + pact("form: declaration, status: {is: adopted, on: 2026-01-06}")
    (finding,) = find(s05_superseded_source, text, provision("a", OWED, "source: {doc: again, at: x}"))
    assert (
        finding.message == "rests on reports of a draft only (`again`), and `pact` exists as a text adopted"
    )
    assert find(s05_superseded_source, text, provision("a", OWED, "source: {doc: quoted, at: x}")) == ()


def test_what_has_no_day_is_one_finding_for_each_sort() -> None:
    text = SOURCES + pact("form: treaty, status: signed, parties: {ally: signed, host: {is: signed}}")
    text += "questions:\n  q:\n    title: Q\n    answers:\n"
    text += "      - {says: Many, quantity: {value: 5}, source: {doc: leak}}\n"
    text += "      - {says: Few, quantity: {value: 2}, source: {doc: text}}\n"
    held = "  held: {title: Held, kind: brute, initial: true}\n"
    project = loads({"m.yaml": WORLD + held + text})
    assert project.findings == ()
    found = [finding.message for finding in check(project, rules=[s07_undated_statement])]
    assert sorted(found) == [
        "2 consents without a day",
        "one fact without a day",
        "one number without a day",
        "one status without a day",
    ]
