"""The order of files and of entries is no part of a model: what is found does not change with it."""

from foedus.load import loads
from foedus.opening import read
from foedus.rules import RULES
from foedus.rules.page import page
from foedus.rules.run import check

SECTIONS = {
    "framework": "framework: {title: G, as_of: 2026-01-06, beneficiary: [host], adversary: [rival]}\n",
    "actors": """\
actors:
  host: {title: Host, kind: state}
  ally: {title: Ally, kind: state}
  rival: {title: Rival, kind: state}
""",
    "world": """\
facts:
  ceasefire: {title: Ceasefire, kind: institutional, concept: end_of_fighting, initial: false}
  attack: {title: Attack, kind: brute, concept: attack, initial: false}
events:
  attack-starts: {title: Attack, sets: {attack: true, ceasefire: false}}
bodies:
  council: {title: Council, kind: council, veto: [rival, ally]}
determinations:
  attack-finding: {title: Finding, of: attack, by: body, body: council}
""",
    "texts": "instruments:\n  pact: {title: Pact, form: treaty, status: signed, parties: {host: signed}}\n",
    "first": """\
provisions:
  defence:
    title: Defend
    kind: defense
    instrument: pact
    obligors: [ally, rival]
    modality: must
    bindingness: [legal]
    in_force_while: ceasefire
    trigger: {finding: attack-finding}
    requires: {active: request}
""",
    "second": """\
provisions:
  request:
    title: Ask
    kind: consultation
    instrument: pact
    obligors: [rival]
    modality: must
    trigger: attack
    requires: {active: defence}
""",
}


def said(texts: dict[str, str]) -> list[tuple[str, str, tuple[str, ...]]]:
    """What is found, without the places."""
    findings = check(loads(texts))
    return sorted(
        (each.code, each.message, tuple(sorted(r.message for r in each.related))) for each in findings
    )


def whole() -> str:
    joined = "".join(text for name, text in SECTIONS.items() if name != "second")
    return joined + SECTIONS["second"].removeprefix("provisions:\n")


def test_a_model_in_many_files_has_the_findings_of_the_same_model_in_one() -> None:
    one = said({"model.yaml": whole()})
    assert {code for code, _, _ in one} >= {"D03", "L01", "L04", "O03", "O07", "S01", "T03", "T04", "T06"}
    assert said({f"{place}.yaml": text for place, text in enumerate(SECTIONS.values())}) == one
    assert said({f"{9 - place}.yaml": text for place, text in enumerate(SECTIONS.values())}) == one


def test_the_same_model_read_twice_has_the_same_findings_to_the_letter() -> None:
    texts = {f"{name}.yaml": text for name, text in SECTIONS.items()}
    assert check(loads(texts)) == check(loads(texts))


def test_every_example_has_the_same_findings_under_all_rules_however_often_it_is_read() -> None:
    for rule in RULES:
        texts = {"model.yaml": page(rule).bad or "x-nothing: here\n"}
        assert check(loads(texts)) == check(loads(texts), rules=tuple(reversed(RULES)))


def test_what_several_readings_find_in_one_place_is_said_once() -> None:
    found = [(each.code, each.span) for each in check(read("paris-2026"), strict=True) if each.code == "O01"]
    assert len(found) == len(set(found)) > 1
