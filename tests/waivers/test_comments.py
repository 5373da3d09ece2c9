"""A comment is what libyaml passes over, and nothing that stands inside a value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.comments import comments
from foedus.tree import Document

PLAIN = st.text("ab #'\"", max_size=8)


def lines_with(style: str, words: str, mark: str) -> list[str]:
    """An entry `key: value` in one of YAML's styles, with the comment `mark` where one can stand."""
    match style:
        case "single":
            return ["key: '" + words.replace("'", "''") + f"' #{mark}"]
        case "double":
            return ['key: "' + words.replace('"', '\\"') + f'" #{mark}']
        case "block":
            return [f"key: |- #{mark}", f"  x{words}", "  # text"]
        case "folded":
            return [f"key: >2 #{mark}", f"  x{words}", "", "  # text"]
        case "list":
            return ["key:", f"  - x # {mark}", f"  - 'y{words.replace(chr(39), '')}'"]
        case _:
            return ["key: {a: [x, # " + mark, "  'y # no'], b: x#no}"]


STYLES = st.sampled_from(["single", "double", "block", "folded", "list", "flow"])


@given(st.lists(st.tuples(STYLES, PLAIN), min_size=1, max_size=6))
def test_every_comment_is_found_at_its_line_and_no_text_is_taken_for_one(
    entries: list[tuple[str, str]],
) -> None:
    lines: list[str] = []
    wanted: list[tuple[str, int]] = []
    for number, (style, words) in enumerate(entries):
        own = lines_with(style, words, f"mark{number}")
        place = next(place for place, line in enumerate(own) if f"mark{number}" in line)
        wanted += [(f"mark{number}", len(lines) + place + 1), (f"between{number}", len(lines) + len(own) + 1)]
        lines += [line.replace("key:", f"key{number}:") for line in own] + [f"# between{number}"]
    found = comments(Document("m.yaml", "\n".join(lines) + "\n"))
    assert [(each.text.lstrip("# "), each.span.line) for each in found] == wanted


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("a: b # c\n", [1]),
        ("# c\na: b\n", [2]),
        ("a:\n  # c\n\n  # d\n  b: e\n", [5, 5]),
        ("a: b\n# c", [3]),
        ("a: b\r\n# c\r\nd: e\r\n", [3]),
    ],
)
def test_a_comment_is_about_its_line_or_the_next_that_holds_more(text: str, about: list[int]) -> None:
    assert [each.about for each in comments(Document("m.yaml", text))] == about


def test_a_text_whose_quotation_mark_is_never_closed_has_no_comments() -> None:
    assert list(comments(Document("m.yaml", "# a\nb: 'c # d\n"))) == []
