"""What the pages of the rules show is what the rules find: each example is run, each arrow compared."""

import re
from pathlib import Path

import pytest

from foedus.checking import check as check_all
from foedus.finding import Finding, Severity
from foedus.load import loads
from foedus.rules import RULES
from foedus.rules.page import page
from foedus.rules.rule import Rule
from foedus.rules.run import check

DOCS = Path(__file__).parent.parent.parent / "framework" / "docs"

BEYOND_TEXT = {"K01", "K02", "P01", "P02", "P03", "P04", "S02", "S08", "S09", "S10", "Y01", "Y08", "R11"}
"""Bytes, files, settings, pictures, copies and the shared register: what no single model text can show."""

STARRED = {"R14", "R15", "S01", "L02", "T03", "T06", "T09", "D01", "D03", "O01", "C03"}
"""The warnings that `--strict` lifts to errors."""

ARROW = re.compile(r"# <- (\w+)")

FOUND = [
    (
        "C01", "19:38",
        "void act: the finding `finding` is without effect, because `commission` cannot act unless "
        "`commission-work` is ACTIVE",
    ),
    ("C02", "10:45", "two values for `ceasefire` at one instant: true and false"),
    ("C03", "10:37", "after day 0, `help / unspecified` is STANDBY or ACTIVE, not ACTIVE as expected"),
    ("C04", "4:3", "no scenario makes `help` due"),
    ("C05", "6:15", "day 1 comes after day 5"),
    ("C06", "10:37", "after day 0, `help / unspecified` is STANDBY, not ACTIVE as expected"),
    ("D01", "11:5", "the `trigger` turns on `attack`, and nobody is named who determines it"),
    ("D02", "6:20", "this decides by unanimity, and nothing says what holds without it"),
    ("D03", "13:11", "`rival` (adversary) can keep this from being established"),
    ("D04", "4:3", "this watches, and no condition turns on what is seen"),
    (
        "D05", "11:5",
        "`breach` opens this in more than one way: by itself and as the finding `council-finding`",
    ),
    ("D06", "17:11", "`third-power`, no party to `pact`, is to lead this, and no substitute is named"),
    ("D07", "4:61", "whoever owes the response judges whether it is due (one duty)"),
    ("L01", "11:16", "`ally` is given a duty by `pact`, and the model records no consent of it to that text"),
    ("L02", "6:13", "this text is not agreed yet, and one provision rests on it"),
    ("L03", "7:9", "in force on 1935-05-02, before consent was given: the last came on 1936-03-08"),
    ("L04", "10:5", "said to be legally binding, and `declaration` is political only"),
    (
        "L05", "7:15",
        "`france` must not do this and under `assistance` must, and nothing keeps the two cases apart",
    ),
    ("L06", "9:31", "`attack-finding` makes this automatic, and it is to follow constitutional processes"),
    ("L07", "2:40", "this text ends after P10Y, and one provision that needs it would go on"),
    ("L08", "9:15", "a duty (`must`), and the form of its text is a declaration of intent"),
    (
        "L09", "16:16",
        "`ally` is given a duty by `declaration` as one of `league`, and its own consent is not recorded",
    ),
    ("O01", "6:3", "nobody would have to answer `invasion` (conventional) in `before`, in any reading"),
    ("O02", "4:3", "whoever may answer `invasion` (conventional) need not, in any reading"),
    (
        "O03", "5:5",
        "`first-power` and `second-power` owe this, and nothing says whether jointly or each for itself",
    ),
    ("O04", "14:5", "`soviet-union` need not act until `france` has honoured `french-help`"),
    ("O05", "5:3", "`help-comes` turns on `ally`: it alone can keep it from coming about"),
    (
        "O06", "7:16",
        "`force` has one task, and nobody has committed to contribute (one offer without commitment)",
    ),
    ("O07", "8:16", "`rival` is to protect, and is the adversary named"),
    ("O08", "2:33", "called “assurances”, and its one duty to act is to talk or to set up"),
    ("O09", "3:12", "the title says “will”, and the provision is a permission"),
    ("R01", "7:14", "no fact has the id `armed-atack`"),
    ("R02", "3:3", "`ally` is written twice in this mapping"),
    ("R03", "5:15", "`obligors` is a list, and this is a text"),
    ("R04", "5:3", "no condition reads this fact"),
    ("R05", "2:3", "nothing says what this is to do, for whom or when"),
    ("R06", "6:5", "unknown key `defintion` in `armed-attack`"),
    ("R07", "2:29", "`sate` is not a word for `kind`"),
    ("R08", "7:5", "`both` does not make a condition"),
    ("R09", "2:3", "`armed-attack` has no `initial`"),
    ("R10", "2:3", "`United_Kingdom` cannot be an id"),
    ("R12", "1:1", "no `framework` section"),
    ("R13", "3:23", "`kyiv-cell` is called “Coordination cell” too"),
    ("R14", "9:18", "this refers to `ceasefire`, which is marked `internal`"),
    ("R15", "6:11", "this names `northern-annex`, which is marked `named`"),
    ("S01", "2:3", "no source says where this stands"),
    ("S03", "6:5", "`help-due` turns on this, whatever else holds, and it is assumed"),
    ("S04", "8:20", "this is disputed, and no reading has the other side"),
    ("S05", "12:5", "rests on reports of a draft only (`leak`), and `declaration` exists as a text adopted"),
    ("S06", "11:5", "the 2 reports cited retell one origin, `leak`"),
    ("S07", "5:13", "one status without a day"),
    ("T01", "2:3", "a promise of defence without a `trigger`"),
    ("T02", "7:5", "this `requires` is never true, whatever happens"),
    ("T03", "12:21", "`attack-starts` triggers `defence` and at once makes its `in_force_while` false"),
    ("T04", "2:3", "no event makes `request` true, and a gate waits for it"),
    ("T05", "8:5", "this can never fall due: its `in_force_while` and `requires` cannot hold together"),
    ("T06", "13:5", "`border` and `elections` wait for one another: none can fall due first"),
    ("T07", "7:22", "`enforcement` counts against `peacekeeping`, on which it depends"),
    ("T08", "2:3", "`cessation` opens or shuts a gate, and neither a definition nor a finder is given"),
    ("T09", "6:3", "no provision answers `cut` (hybrid, use) in any phase, in any reading"),
    ("T10", "8:23", "the title says nothing of the limit that the scope sets (`location`)"),
    (
        "T11", "12:33",
        "only `request`, a request by the beneficiary, opens `deployment`, and nothing replaces it",
    ),
    (
        "T12", "12:15",
        "`cessation` can end again (`fighting-resumes`), and nothing says what then becomes of this",
    ),
    (
        "T13", "2:3",
        "without a deadline: 1 of 1 duty to be done once or in a given case; "
        "without an answer to a breach: 1 of 1 duty",
    ),
    ("T14", "14:15", "`response` leaves the means open, and this item of it is a duty"),
    ("T15", "8:15", "P14D runs from nothing: no gate opens this provision"),
    ("W01", "9:9", "nothing here needs a waiver of `S01`"),
    ("W02", "11:9", "this waiver of `S01` ended on 2026-02-28"),
    ("W03", "7:13", "this waiver of `S01` gives no reason"),
    ("W04", "2:3", "no rule `S0L`"),
    ("W05", "9:9", "`R01` cannot be waived: it says that the model cannot be read as it was meant"),
    ("X01", "2:3", "the model says nothing of how this text ends or is left"),
    ("Y02", "2:15", "a `:` where none can stand"),
    ("Y03", "2:9", "anchor `&state`"),
    ("Y04", "2:42", "nested too deep: more than 32"),
    ("Y05", "2:17", "hidden character U+200B"),
    ("Y06", "1:1", "nothing in this file"),
    ("Y07", "5:13", "`true` as a key: keys are text"),
]  # fmt: skip


CASES = {
    "D01": "Locarno", "D02": "Geneva agreement on Viet-Nam", "D03": "Budapest Memorandum",
    "D04": "Minsk II", "D05": "Locarno", "D06": "Multinational Force and Observers", "D07": "Armenia",
    "L01": "Paris Declaration", "L03": "Franco-Soviet pact", "L04": "Paris Declaration", "L05": "Locarno",
    "L06": "ANZUS", "L07": "United Kingdom and Ukraine", "O03": "Luxembourg", "O04": "Czechoslovakia",
    "O05": "Paris Declaration", "O06": "Italy and Poland", "O07": "Luxembourg", "O08": "Budapest Memorandum",
    "S03": "Paris Declaration", "S04": "Minsk II",
    "S05": "Paris Declaration", "T03": "Paris Declaration", "T06": "Minsk II", "T08": "Paris Declaration",
    "T10": "North Atlantic Treaty", "T11": "Czechoslovakia", "T12": "Rhee-Dulles",
    "T13": "Budapest Memorandum", "X01": "Continent of International Law",
}  # fmt: skip
"""What happened, or was written, that a rule is about."""


def name(rule: Rule) -> str:
    return rule.CODE


def found_by(rule: Rule, text: str, strict: bool = False) -> tuple[Finding, ...]:
    """What a rule finds in a model, and what the reader does; for C by playing, for W by waiving."""
    if rule.CODE.startswith("W"):
        found = check_all(loads({"model.yaml": text}), strict=strict)
        return tuple(finding for finding in found if finding.code.startswith("W"))
    if not rule.CODE.startswith("C"):
        return check(loads({"model.yaml": text}), rules=[rule], strict=strict)
    found = check_all(loads({"model.yaml": text}), strict=strict)
    others = {"C01", "C02", "C03", "C05", "C06"}
    return tuple(finding for finding in found if finding.code == rule.CODE or finding.code in others)


def by_code(code: str) -> Rule:
    return next(rule for rule in RULES if code == rule.CODE)


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_the_bad_example_has_exactly_the_findings_of_its_arrows(rule: Rule) -> None:
    bad = page(rule).bad
    arrows = {(code, line) for line, text in enumerate(bad.splitlines(), 1) for code in ARROW.findall(text)}
    found = found_by(rule, bad) if bad else ()
    assert {(finding.code, finding.span.line) for finding in found} == arrows
    assert not bad or {code for code, _ in arrows} == {rule.CODE}


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_the_good_example_has_no_findings(rule: Rule) -> None:
    good = page(rule).good
    assert not good or found_by(rule, good) == ()


@pytest.mark.parametrize(("code", "place", "message"), FOUND, ids=[code for code, _, _ in FOUND])
def test_a_finding_stands_at_its_line_and_column_and_says_what_is_wrong(
    code: str, place: str, message: str
) -> None:
    rule = by_code(code)
    found = found_by(rule, page(rule).bad)[0]
    assert (f"{found.span.line}:{found.span.column}", found.message) == (place, message)
    assert found.hint


def test_every_rule_with_an_example_is_in_the_table_of_places() -> None:
    assert {code for code, _, _ in FOUND} == {rule.CODE for rule in RULES} - BEYOND_TEXT


def test_rules_are_listed_once_in_order_of_code() -> None:
    codes = [rule.CODE for rule in RULES]
    assert codes == sorted(set(codes))


def test_names_are_unique_and_the_file_bears_code_and_name() -> None:
    assert len({rule.NAME for rule in RULES}) == len(RULES)
    for rule in RULES:
        module = getattr(rule, "__name__").rpartition(".")[2]  # noqa: B009
        assert module == f"{rule.CODE.lower()}_{rule.NAME.replace('-', '_')}"


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_a_page_has_title_text_and_both_examples_where_a_text_can_show_them(rule: Rule) -> None:
    own = page(rule)
    assert own.title
    assert len(own.text) > 100
    assert (bool(own.bad), bool(own.good)) == ((rule.CODE not in BEYOND_TEXT),) * 2
    assert f"## {rule.CODE} {rule.NAME}" in own.markdown()


@pytest.mark.parametrize("code", CASES)
def test_a_page_names_the_real_case_that_the_rule_is_about(code: str) -> None:
    assert CASES[code] in " ".join(page(by_code(code)).text.split())


def test_the_reference_holds_every_page_as_the_command_prints_it() -> None:
    printed = "\n".join(page(rule).markdown() for rule in RULES)
    reference = (DOCS / "rules.md").read_text(encoding="utf-8")
    assert [line for line in printed.splitlines() if line] == [
        line for line in reference[reference.index("## C01") :].splitlines() if line
    ]
    rows = re.findall(r"^\| \[(\w+)\]\(#([\w-]+)\) \|", reference, re.MULTILINE)
    assert rows == [(rule.CODE, f"{rule.CODE.lower()}-{rule.NAME}") for rule in RULES]


def test_severities_are_the_three_words() -> None:
    assert [severity.word for severity in Severity] == ["information", "warning", "error"]


def test_strict_lifts_exactly_the_starred() -> None:
    lifted = {rule.CODE for rule in RULES if rule.STRICT != rule.SEVERITY}
    assert lifted == STARRED
    assert all(rule.STRICT is Severity.ERROR for rule in RULES if rule.CODE in STARRED)


@pytest.mark.parametrize("code", sorted(STARRED))
def test_a_starred_finding_is_a_warning_and_under_strict_an_error(code: str) -> None:
    rule = by_code(code)
    for strict, word in ((False, "warning"), (True, "error")):
        assert [each.severity.word for each in found_by(rule, page(rule).bad, strict)] == [word]
