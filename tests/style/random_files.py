"""Model files as people write them: every style of YAML, comments and blank lines wherever they may stand."""

import json

from hypothesis import strategies as st

from foedus.schema import Model, Provision, Source

WORDS = st.sampled_from(
    [
        "attack", "no", "on", "true", "7", "1.50", "2026-01-06", "1:20", "1e3", "~", "null", "-", "? x",
        "a: b", "a #b", "x:", "C1, C2", "[x", "{y}", "'", '"', "it's", 'he said "no"', "back\\slash", "- a",
        "---", "...", "&a", "*a", "!t", "%d", "@x", "`c`", "|", ">", "é ü", "日本語", "", " lead", "trail ",
        "two  spaces", "line\nbreak", "para\n\nmore", "end\n", "ends\n\n", "tab\there", "=", "<",
        "https://example.org/a-very-long/address", "a-very-long-word" * 9, "#c", "a?", "a ? b", "x,y",
        "?", ":", "-x", ":x", "?x", "0o7", "0x1F", "word " * 40 + "end", "word " * 30 + "with: colon",
    ]
)  # fmt: skip
TEXTS = st.one_of(WORDS, st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=9))
FIELDS = st.sampled_from(
    [*Provision.model_fields, "is", "on", "at", "quote", "day", "events", *Source.model_fields, "x-own"]
)
COMMENTS = st.sampled_from(["# why", "# foedus: waive T12 because", "#", "#no space", "# a: b, [c]"])


def values(depth: int = 3) -> st.SearchStrategy[object]:
    """What may stand under a key."""
    leaf = st.one_of(TEXTS, st.integers(), st.booleans(), st.none())
    if not depth:
        return leaf
    below = values(depth - 1)
    return st.one_of(
        leaf, st.lists(below, max_size=4), st.dictionaries(st.one_of(FIELDS, TEXTS), below, max_size=4)
    )


def models() -> st.SearchStrategy[dict[str, object]]:
    """Sections of elements, right or wrong in shape."""
    elements = st.dictionaries(st.one_of(FIELDS, TEXTS), values(), max_size=3)
    sections = st.sampled_from([*Model.model_fields, "x-own"])
    return st.dictionaries(sections, st.dictionaries(TEXTS, elements, max_size=3), min_size=1, max_size=3)


class Writer:
    """Writes a value as YAML in styles that are drawn, with comments where YAML has room for them."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.lines: list[str] = []

    def maybe(self, strategy: st.SearchStrategy[str]) -> str:
        return self.draw(strategy) if self.draw(st.integers(0, 4)) == 0 else ""

    def notes(self, indent: int) -> None:
        """Comments and blank lines of their own, in any column."""
        while self.draw(st.integers(0, 5)) == 0:
            column = max(0, indent + self.draw(st.integers(-4, 4)))
            comment = self.draw(st.one_of(COMMENTS, st.just("")))
            self.lines.append(" " * column + comment)

    def beside(self) -> str:
        comment = self.maybe(COMMENTS)
        return f" {comment}" if comment else ""

    def block(self, value: object, indent: int, head: str) -> None:
        """A value after `head`, on its line or below it."""
        pad = " " * indent
        if isinstance(value, dict | list) and value and self.draw(st.booleans()):
            if head:
                self.lines.append(f"{head}{self.beside()}")
            entries = value.items() if isinstance(value, dict) else [(None, each) for each in value]
            inner = indent + self.draw(st.integers(1, 4)) if head else indent
            for key, each in entries:
                self.notes(inner)
                before = f"{' ' * inner}-" if key is None else f"{' ' * inner}{json.dumps(key)}:"
                self.block(each, inner, before)
            self.notes(inner)
        elif isinstance(value, dict | list):
            self.lines.append(f"{head} {self.flow(value, indent + 1)}{self.beside()}")
        else:
            self.leaf(value, indent, head, pad)

    def leaf(self, value: object, indent: int, head: str, pad: str) -> None:
        if isinstance(value, str) and value and self.draw(st.booleans()):
            style = self.draw(st.sampled_from("|>"))
            body = value.removesuffix("\n")
            rows = body.split("\n")
            plain = all(row == " ".join(row.split()) for row in rows) and rows[0] and rows[-1]
            if plain and len(body) > len(value) - 2:
                chomp = "" if body != value else "-"
                self.lines.append(f"{head} {style}{chomp}{self.beside()}")
                between = [""] if style == ">" else []
                for number, row in enumerate(rows):
                    self.lines += between if number else []
                    self.lines.append(f"{pad}     {row}" if row else "")
                return
        self.lines.append(f"{head} {json.dumps(value, ensure_ascii=False)}{self.beside()}")

    def flow(self, value: object, indent: int) -> str:
        if not isinstance(value, dict | list):
            return json.dumps(value, ensure_ascii=False)
        opening, closing = ("{", "}") if isinstance(value, dict) else ("[", "]")
        parts = []
        for number, each in enumerate(value.items() if isinstance(value, dict) else value, 1):
            key = f"{json.dumps(each[0])}: " if isinstance(value, dict) else ""
            text = key + self.flow(each[1] if key else each, indent)
            parts.append(text + ("," if number < len(value) else "") + self.gap(indent))
        return opening + self.gap(indent) + " ".join(parts) + closing

    def gap(self, indent: int) -> str:
        """Inside brackets: nothing, or a comment, or a blank line, and a new line."""
        gap = self.maybe(st.one_of(COMMENTS, st.just("\n")))
        return f" {gap}\n{' ' * indent}" if gap else ""


@st.composite
def files(draw: st.DrawFn) -> str:
    """The text of a model file."""
    writer = Writer(draw)
    writer.block(draw(models()), 0, "")
    return "\n".join(writer.lines) + draw(st.sampled_from(["\n", "", "\n\n", "\n# end", "\n  # end\n"]))
