"""YAML text to a tree: places, scalars, and what the language leaves out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.files import decode
from foedus.limits import Limits
from foedus.text import read
from foedus.tree import Document, Node


def tree(text: str) -> Node:
    node, findings = read(Document("m.yaml", text), Limits())
    assert node is not None, findings
    return node


def found(text: str, limits: Limits | None = None) -> list[tuple[str, int, int]]:
    _, findings = read(Document("m.yaml", text), limits or Limits())
    return [(each.code, each.span.line, each.span.column) for each in findings]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("true", True), ("false", False), ("null", None), ("~", None), ("", None),
        ("7", 7), ("-7", -7), ("012", 12), ("1.5", 1.5), ("1e3", "1e3"),
        ("no", "no"), ("on", "on"), ("yes", "yes"), ("True", "True"), ("2026-01-06", "2026-01-06"),
        ("1:20", "1:20"), ("0x1F", "0x1F"), (".inf", ".inf"), ("'7'", "7"), ('"true"', "true"),
        ("=", "="), ("1_000", "1_000"),
    ],
)  # fmt: skip
def test_a_scalar_is_text_unless_it_is_a_core_number_a_truth_or_null(written: str, meant: object) -> None:
    value = tree(f"key: {written}\n").plain()["key"]
    assert (value, type(value)) == (meant, type(meant))


def test_a_place_is_counted_in_characters_as_an_editor_counts_them() -> None:
    node = tree("é: [ä, 'ö', x]\r\nb: y\r")
    assert [str(node.at("é", 2).span), str(node.at("b").span), str(node.at("b").key_span)] == [
        "m.yaml:1:13", "m.yaml:2:4", "m.yaml:2:1",
    ]  # fmt: skip


def test_a_key_is_found_where_it_stands_however_far_from_its_value() -> None:
    node = tree(f"a:\nb: {' ' * 300}x\n? c\n: y\n? d\n")
    assert [str(each.key_span) for each in node.entries().values()] == [
        "m.yaml:1:1", "m.yaml:2:1", "m.yaml:3:3", "m.yaml:5:3",
    ]  # fmt: skip


def test_a_line_separator_inside_a_text_ends_no_line() -> None:
    assert tree('a: "x\\u2028y"\nb: 1\n').at("b").span.line == 2


def test_a_byte_order_mark_shifts_no_column() -> None:
    document, _ = decode("m.yaml", b"\xef\xbb\xbfa: 1\n")
    assert document is not None
    assert document.span(3).column == 4


def test_a_route_leads_to_the_last_thing_that_was_written() -> None:
    node = tree("a:\n  b: [1, 2]\n")
    assert str(node.at("a", "b", 7, "c").span) == "m.yaml:2:3"


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a:\n\t- b\n", "Y02", 2, 1),
        ("a: [1, 2\n", "Y02", 1, 4),
        ("a: {b: 1\nc: 2\n", "Y02", 1, 4),
        ("a: b: c\n", "Y02", 1, 5),
        ("a: 'x\n", "Y02", 1, 4),
        ("a: @x\n", "Y02", 1, 4),
        ("```yaml\na: 1\n", "Y02", 1, 1),
        ("a: 1\nfoo bar\nb: 2\n", "Y02", 2, 1),
        ("key\nb: 1\n", "Y02", 1, 1),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n", "Y02", 2, 1),
        ("a: &x 1\n", "Y03", 1, 4),
        ("a: *x\n", "Y03", 1, 4),
        ("a: !!str 1\n", "Y03", 1, 4),
        ("<<: {a: 1}\n", "Y03", 1, 1),
        ("a: 1\n---\nb: 2\n", "Y03", 2, 1),
        ("a: x\u202ey\n", "Y05", 1, 5),
        ('a: "\\e[31m"\n', "Y05", 1, 4),
        ("a: \x00\n", "Y05", 1, 4),
        ("a: \udcff\n", "Y05", 1, 4),
        ("2026: x\n", "Y07", 1, 1),
        ("true: x\n", "Y07", 1, 1),
        ("? [a]\n: b\n", "Y07", 1, 3),
        ("a: 1\nb: 2\na: 3\n", "R02", 3, 1),
    ],
)
def test_what_is_not_in_the_language_is_found_at_its_place(
    text: str, code: str, line: int, column: int
) -> None:
    assert found(text) == [(code, line, column)]


def test_of_two_equal_keys_the_first_is_kept_and_both_are_shown() -> None:
    node, findings = read(Document("m.yaml", "a: 1\na: 2\n"), Limits())
    assert node is not None
    assert (node.plain(), str(findings[0].related[0].span)) == ({"a": 1}, "m.yaml:1:1")


@pytest.mark.parametrize(
    ("limits", "text"),
    [
        (Limits(depth=3), "[[[[[1]]]]]"),
        (Limits(nodes=5), "[1, 2, 3, 4, 5, 6]"),
        (Limits(text=4), "a: abcdef"),
    ],
)
def test_a_limit_is_a_finding_that_names_itself(limits: Limits, text: str) -> None:
    _, findings = read(Document("m.yaml", text), limits)
    assert [each.code for each in findings] == ["Y04"]
    assert "raise the limit" in findings[0].hint


def test_a_hundred_thousand_brackets_are_refused_at_the_depth_limit() -> None:
    assert found("[" * 100_000) == [("Y04", 1, 34)]


@pytest.mark.parametrize("data", [b"\xff\xfea\x00", b"a: \xe9\n", b"PK\x03\x04\xff\xfe"])
def test_bytes_that_are_not_utf8_are_a_finding_with_a_place(data: bytes) -> None:
    document, findings = decode("m.yaml", data)
    assert document is None
    assert [each.code for each in findings] == ["Y01"]


@pytest.mark.promise(1, 2)
@given(st.text(max_size=200))
def test_no_text_makes_the_reader_raise_and_every_finding_has_a_place_in_it(text: str) -> None:
    _, findings = read(Document("m.yaml", text), Limits())
    lines = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    assert all(1 <= each.span.line <= lines and each.span.column >= 1 for each in findings)


@pytest.mark.promise(1)
@given(st.binary(max_size=100))
def test_no_bytes_make_the_decoder_raise(data: bytes) -> None:
    document, findings = decode("m.yaml", data)
    assert (document is None) == bool(findings)


def test_broken_yaml_may_be_the_last_fault_that_is_told() -> None:
    assert [code for code, *_ in found("a: &x 1\nb: [\n", Limits(faults=2))] == ["Y03", "Y02", "Y04"]
