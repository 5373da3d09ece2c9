"""One layout for model files: what they say is kept, and so is every comment."""

import random
from collections import Counter

import pytest
from hypothesis import HealthCheck, assume, given, settings
from random_files import files

from foedus.library import data_folder, shipped_models
from foedus.load import loads
from foedus.style import styled
from foedus.style.lines import WIDTH
from foedus.tree import Document


def style(text: str) -> str:
    made, findings = styled(Document("m.yaml", text))
    assert made is not None, findings
    return made


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(files())
def test_the_layout_of_a_layout_is_itself_and_says_the_same_with_the_same_comments(text: str) -> None:
    made, findings = styled(Document("m.yaml", text))  # stops where values or comments would differ
    assume(not findings)
    assert made is not None
    assert style(made) == made
    project, again = loads({"m.yaml": text}), loads({"m.yaml": made})
    assert again.model == project.model
    assert Counter(each.code for each in again.findings) == Counter(each.code for each in project.findings)


@pytest.mark.parametrize(
    "path",
    [file for each in (data_folder(), *shipped_models().values()) for file in each.glob("*.yaml")],
    ids=lambda path: path.name,
)
def test_a_shipped_file_is_in_the_layout_and_its_lines_fit(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert style(text) == text
    assert [line for line in text.splitlines() if len(line) > WIDTH and "address: " not in line] == []


def test_fields_stand_in_the_order_of_the_schema_however_they_were_shuffled() -> None:
    fields = ["title: T", "kind: defense", "obligors: [a]", "modality: must", "note: N", "source: {doc: s}"]
    shuffled = fields[:]
    random.Random(7).shuffle(shuffled)
    assert shuffled != fields
    head = "provisions:\n  p:\n    "
    assert style(head + "\n    ".join(shuffled)) == head + "\n    ".join(fields) + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "sources:\n  z: {title: Z}\n  a: {title: A}\n\nactors:\n  y: {title: Y}\n",
        "facts:\n  title: {title: An id like a field}\n  kind: {title: Another}\n  note: {title: N}\n",
        "events:\n  e: {title: E, sets: {zeta: true, alpha: false}}\n",
        "scenarios:\n  s:\n    steps:\n      - {day: 5}\n      - {day: 0}\n",
        "provisions:\n  p: {x-before: 1, title: T, x-behind: 2, kind: defense}\n",
    ],
)  # fmt: skip
def test_sections_ids_items_and_keys_of_ones_own_stay_where_they_were_put(text: str) -> None:
    assert style(text) == text


def test_the_fields_of_a_patch_have_the_order_of_what_they_patch() -> None:
    text = "readings:\n  r: {patch: {provisions: {p: {requires: x, enters_when: y}}}}\n"
    assert "{enters_when: y, requires: x}" in style(text)


@pytest.mark.parametrize(
    ("written", "layout"),
    [
        ("'bare'", "bare"),
        ('"no"', '"no"'),
        ("no", '"no"'),
        ("1:20", '"1:20"'),
        ("'1e3'", '"1e3"'),
        ("'7'", '"7"'),
        ("2026-01-06", "2026-01-06"),
        ("'2026-01-06'", "2026-01-06"),
        ("007", "007"),
        ("~", "null"),
        ("", ""),
        ('"a: b"', '"a: b"'),
        ("'say \"x\": y'", "'say \"x\": y'"),
        ("a\n      b", "a b"),
        (">-\n      a\n      b", "a b"),
        ("[ a,b , ]", "[a, b]"),
        ("{ }", "{}"),
    ],
)
def test_a_value_is_bare_where_every_reader_takes_it_for_what_it_is(written: str, layout: str) -> None:
    assert (
        style(f"facts:\n  f:\n    note: {written}\n") == f"facts:\n  f:\n    note: {layout}".rstrip() + "\n"
    )


def test_a_quotation_stands_in_quotes() -> None:
    text = "facts:\n  f:\n    source: {doc: d, quote: word}\n"
    assert style(text) == text.replace("word", '"word"')


def test_a_long_text_is_folded_and_a_short_one_is_not() -> None:
    made = style(f"facts:\n  f:\n    note: {'word ' * 30}\n    definition: >-\n      short\n")
    assert made.splitlines()[2:] == [
        "    definition: short",
        "    note: >-",
        "      " + " ".join(["word"] * 21),
        "      " + " ".join(["word"] * 9),
    ]


def test_lines_that_an_author_broke_stay_broken() -> None:
    text = "facts:\n  f:\n    note: |\n      one\n        two\n\n      three\n"
    assert style(text) == text


def test_what_was_in_brackets_stays_so_while_it_fits() -> None:
    ids = [f"a-rather-long-id-{number}" for number in range(8)]
    made = style("questions:\n  q: {title: T, touches: [" + ", ".join(ids) + "]}\n")
    assert made.splitlines()[1:4] == [
        "  q:",
        "    title: T",
        "    touches: [" + ", ".join(ids[:4]) + ",",
    ]


def test_elements_are_set_apart_by_one_blank_line_unless_each_is_one_line() -> None:
    text = (
        "facts:\n  a: {title: A}\n  b: {title: B}\n\n\n  c:\n    title: C\n  # the last\n  d:\n    title: D\n"
    )
    assert style(text) == (
        "facts:\n  a: {title: A}\n  b: {title: B}\n\n  c:\n    title: C\n\n  # the last\n  d:\n    title: D\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "# the file\n\n# the section\nfacts:  # beside\n\n  # a group\n\n  # about f\n  f: {title: F}\n",
        "facts:\n  f:\n    title: F  # foedus: waive T12 because\n    # kind: brute\n",
        "facts:\n  f:\n    title: F\n    # end of f\n\n  # before g\n\n  g: {title: G}\n  # end of facts\n",
        "scenarios:\n  s:\n    steps:\n      # first\n      - {day: 0}  # beside\n      # last\n",
        "facts:\n  f:\n    note: >-  # beside a long text\n      " + "word " * 20 + "word\n      end\n",
        "questions:\n  q:\n    touches:\n      - a  # why a\n      - b\n",
        "facts:\n  f: {title: F}\n# the end\n",
    ],
)
def test_a_comment_stays_with_what_it_is_about(text: str) -> None:
    assert style(text) == text


def test_a_comment_moves_with_its_field() -> None:
    assert style("facts:\n  f:\n    # on kind\n    kind: brute  # beside\n    title: F\n") == (
        "facts:\n  f:\n    title: F\n    # on kind\n    kind: brute  # beside\n"
    )


def test_a_comment_inside_brackets_opens_them() -> None:
    assert style("facts:\n  f: {title: F, # why\n    kind: brute}  # beside\n") == (
        "facts:\n  f:  # beside\n    title: F  # why\n    kind: brute\n"
    )


def test_a_waiver_beside_an_item_stays_on_the_line_where_the_item_begins() -> None:
    long = f"says: {'word ' * 30}"
    made = style(f"questions:\n  q:\n    answers:\n      - {{{long}}} # foedus: waive S01 because\n")
    assert made.splitlines()[3].endswith("- says: >-  # foedus: waive S01 because")


@pytest.mark.parametrize("text", ["facts: [\n", "facts: *a\n", "facts:\n  a: {title: x, title: y}\n", "\t"])
def test_what_the_reader_refuses_has_no_layout_and_a_finding(text: str) -> None:
    made, findings = styled(Document("m.yaml", text))
    assert (made, bool(findings)) == (None, True)


@pytest.mark.parametrize("text", ["services:   {web: {image: x}}\n", "- a\n-   b\n", "", "# nothing\n"])
def test_what_holds_no_section_of_the_language_is_left_as_it_is(text: str) -> None:
    assert style(text) == text
