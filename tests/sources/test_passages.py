"""A locator leads to the passage that begins with it, or to the paragraph that it counts."""

import pytest

from foedus.sources.passages import locators, passage

TREATY = """\
A treaty

Article 1
The first.

Article 2
Cases

1. One case
in two lines.
2. Another case.

Art. 12
The last.
"""
LETTERED = """\
P1 Opening.
C1 Heading
   C1a First point.
   C1b Second point.
C2 Next.
D-P A part.
D-cell Another.
"""
REPORT = "Headline\nFirst line.\n- a point\n- another\nLast line."
WRAPPED = "Headline\n\nA paragraph\nof two lines.\n- a point\n  that goes on\n- another\n\nLast."


def at(text: str, words: str) -> list[str | None]:
    """The passages of a locator, each on one line."""
    found = [passage(text, each) for each in locators(words)]
    return [" ".join(text[each.start : each.end].split()) if each else None for each in found]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        (TREATY, "Article 1", ["Article 1 The first."]),
        (TREATY, "article 2(2)", ["2. Another case."]),
        (TREATY, "Art. 2.1", ["1. One case in two lines."]),
        (TREATY, "Articles 1 and 12", ["Article 1 The first.", "Art. 12 The last."]),
        (TREATY, "Article 3", [None]),
        (TREATY, "Article 2(3)", [None]),
        (TREATY, "points 1 to 3", ["1. One case in two lines.", "2. Another case. Art. 12 The last.", None]),
        (TREATY, "paragraph 2", ["Article 1 The first."]),
        (TREATY, "line 1", ["A treaty"]),
        (LETTERED, "C1", ["C1 Heading C1a First point. C1b Second point."]),
        (LETTERED, "C1a", ["C1a First point."]),
        (LETTERED, "P1, C2", ["P1 Opening.", "C2 Next. D-P A part. D-cell Another."]),
        (LETTERED, "C2 to C3", ["C2 Next. D-P A part. D-cell Another.", None]),
        (LETTERED, "D-P", ["D-P A part."]),
        (LETTERED, "C", [None]),
        (REPORT, "paragraph 2", ["First line."]),
        (REPORT, "paragraphs 3 and 5", ["- a point", "Last line."]),
        (REPORT, "paragraph 6", [None]),
        (WRAPPED, "paragraphs 2 to 4", ["A paragraph of two lines.", "- a point that goes on", "- another"]),
        ("Paragraph 3 is called so.\nAnother.", "paragraph 3", ["Paragraph 3 is called so. Another."]),
        ("", "paragraph 1", [None]),
        ("1. In\n1994 a text.\n2. Then", "point 1", ["1. In 1994 a text."]),
        ("1 In force\n2. a part\n2 Then", "point 1", ["1 In force 2. a part"]),
        ("C1 The\nF-16 and\nc2 of it\nC2 Then", "C1", ["C1 The F-16 and c2 of it"]),
        (TREATY, "", []),
    ],
)  # fmt: skip
def test_a_locator_leads_to_its_passages(text: str, words: str, found: list[str | None]) -> None:
    assert at(text, words) == found
