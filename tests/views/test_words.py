"""A model in plain words: conditions as phrases, names, numbers, and nothing stronger than the model."""

from collections.abc import Callable
from datetime import date

import pytest

from foedus.analyses.coverage import coverage
from foedus.analyses.gaps import gaps
from foedus.graph import build
from foedus.load import Project, loads
from foedus.views.compared.scenarios import SCENARIOS
from foedus.views.told import coverage as coverage_told
from foedus.views.told import gaps as gaps_told
from foedus.words import day, in_quotes, inside, joined, names, numbers, phrase

Make = Callable[..., Project]

BASE = """\
actors:
  ally: {title: Northern League, kind: coalition, aliases: [NL]}
facts:
  a: {title: Armed attack on the host, kind: brute, initial: false}
  b: {title: Northern League agrees, kind: institutional, initial: false}
determinations:
  d: {title: That the host was attacked, of: a, by: unspecified}
components:
  c: {title: C, order: 3}
"""


def provisions(*gates: str) -> str:
    head = "provisions:\n"
    return head + "".join(
        f"  p{place}: {{title: P{place}, kind: defense, obligors: [ally], modality: must, component: c,"
        f" trigger: {gate}}}\n"
        for place, gate in enumerate(gates)
    )


@pytest.mark.parametrize(
    ("gate", "words"),
    [
        ("a", "armed attack on the host"),
        ("b", "Northern League agrees"),
        ("{not: a}", "not (armed attack on the host)"),
        ("{all: [a, b]}", "armed attack on the host and Northern League agrees"),
        (
            "{any: [a, {all: [a, b]}]}",
            "armed attack on the host or (armed attack on the host and Northern League agrees)",
        ),
        ("{at_least: 2, of: [a, b, a]}",
         "at least 2 of armed attack on the host, Northern League agrees and armed attack on the host"),
        ("{finding: d}", "a finding that the host was attacked"),
        ("{active: p0}", "“P0” is due"),
        ("{delivered: p0}", "“P0” is being honoured"),
        ("{state: p0, in: [STANDBY, ACTIVE]}", "“P0” is standby or active"),
        ("{reached: p0, in: [BREACHED]}", "“P0” has been breached"),
        ("gone", "gone"),
    ],
)  # fmt: skip
def test_a_condition_is_a_phrase_in_the_titles_of_what_it_reads(model: Make, gate: str, words: str) -> None:
    made = model(BASE + provisions(gate)).model
    assert phrase(made, made.provisions["p0"].trigger) == words


@pytest.mark.parametrize(
    ("title", "inner"),
    [("Armed attack", "armed attack"), ("NL agrees", "NL agrees"),
     ("Northern League's vote", "Northern League's vote"),
     ("US support", "US support"), ("A ceasefire", "a ceasefire")],
)  # fmt: skip
def test_a_title_inside_a_sentence_keeps_the_capital_of_a_name(model: Make, title: str, inner: str) -> None:
    assert inside(model(BASE).model, title) == inner


def test_provisions_are_numbered_by_component_and_place(model: Make) -> None:
    assert numbers(model(BASE + provisions("a", "b")).model) == {"p0": "3.1", "p1": "3.2"}


def test_the_authors_order_numbers_provisions_where_all_have_one(model: Make) -> None:
    text = BASE + provisions("a", "b").replace("title: P0,", "title: P0, order: 7,").replace(
        "title: P1,", "title: P1, order: 2,")  # fmt: skip
    assert numbers(model(text).model) == {"p0": "3.7", "p1": "3.2"}


def test_nobody_named_is_said_and_an_unknown_id_is_shown(model: Make) -> None:
    assert (
        names(model(BASE).model, ("ally", "unspecified", "gone")) == "Northern League, nobody named and gone"
    )


def test_small_words_of_a_list(model: Make) -> None:
    assert [joined(parts, "and") for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_a_day_is_printed_the_same_in_every_locale() -> None:
    assert day(date(2026, 1, 6)) == "6 January 2026"


PHASED = """
framework: {title: T, as_of: 2026-01-02, beneficiary: [host]}
actors: {host: {title: Host, kind: state}}
facts:
  here: {title: Here, kind: brute, initial: false}
  attack: {title: An attack, kind: brute, initial: false, concept: attack}
events:
  arrival: {title: Arrival, sets: {here: true}}
  invasion: {title: Invasion, sets: {attack: true}, target: [host], attack_class: conventional, severity: war}
phases:
  before: {title: Before all that, order: 1}
  during: {title: EU mission in place, order: 2, events: [arrival]}
  after: {title: After all that, order: 3}
provisions:
  help: {title: Help, kind: defense, obligors: [host], modality: must, trigger: attack, requires: here}
"""


def test_a_phase_inside_a_sentence_keeps_the_capitals_of_an_abbreviation() -> None:
    own = loads({"m.yaml": PHASED})
    rows = [answer.case for aspect in SCENARIOS for answer in aspect.answers(build(own))]
    pages = (coverage_told.view(coverage(own)), gaps_told.view(own, gaps(own), ()), rows)
    assert all("EU mission in place" in str(each) and "eU" not in str(each) for each in pages)


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ("shall help", "“shall help”"),
        ("“shall help”", "“shall help”"),
        ("„shall help“", "“shall help”"),
        ("« shall help »", "“shall help”"),
        ("“shall” or “may”", "““shall” or “may””"),
        ("the “help” owed", "“the “help” owed”"),
        ("“”", "““””"),
    ],
)
def test_a_quote_is_printed_between_one_pair_of_marks(quote: str, printed: str) -> None:
    assert in_quotes(quote) == printed
