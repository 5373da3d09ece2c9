"""Safe repairs of what was written: exactly the characters that stand there, and what was meant by them."""

import re
from datetime import date

from foedus.finding import Fix
from foedus.nearest import slip
from foedus.tree import Document, Node

_TRUTHS = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false", "false": "false"}
_BARE = re.compile(r"[^\s,\[\]{}#]+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>[A-Z][a-z]{2,8})\.?"
_DAYS = (
    re.compile(r"(?P<year>\d{4})(?P<gap>[-/.])(?P<month>\d{1,2})(?P=gap)(?P<day>\d{1,2})"),
    re.compile(rf"(?P<day>\d{{1,2}}) {_MONTH} (?P<year>\d{{4}})"),
    re.compile(rf"{_MONTH} (?P<day>\d{{1,2}}), (?P<year>\d{{4}})"),
)


def reads_as_truth(word: str) -> bool:
    """True for what other YAML takes for `true` or `false`, such as `yes`."""
    return word.lower() in _TRUTHS


def of_value(node: Node, new: str | None) -> Fix | None:
    """A value replaced; None without a `new` one, and where the value is not written as it reads."""
    if new is None or (old := _written(node)) is None:
        return None
    return Fix(node.document.span(node.index), node.index, old, new)


def of_key(node: Node, key: str, new: str | None) -> Fix | None:
    """The key of a value replaced; None without a `new` one, and where the key is not written as it reads."""
    if new is None or node.key_index < 0:
        return None
    old = _text_at(node.document, node.key_index, key)
    return Fix(node.key_span, node.key_index, old, new) if old is not None else None


def of_word(node: Node, words: list[str]) -> Fix | None:
    """A misspelt word of a list, or what other YAML takes for `true` and `false`."""
    given = str(node.value)
    truth = _TRUTHS.get(given.lower())
    return of_value(node, truth if truth in words else slip(given, words))


def of_list(node: Node, ids: bool) -> Fix | None:
    """A text where a list belongs: its ids are told apart; of other texts only a single one is safe."""
    if not isinstance(node.value, str) or (written := _written(node)) is None:
        return None
    if not ids:
        return None if re.search(r"[,;\[\]{}]", node.value) else of_value(node, f"[{written}]")
    parts = [part for part in re.split(r"[,;]\s*", node.value) if part]
    if len(parts) == 1 and node.value.islower():  # `ally friend`, and never `French Republic`
        parts = node.value.split()
    plain = all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", part) for part in parts)
    return of_value(node, f"[{', '.join(parts)}]") if plain else None


def of_text(node: Node) -> Fix | None:
    """A number or truth value where a text belongs, put in quotes as it stands."""
    written = _written(node)
    return of_value(node, f'"{written}"') if written is not None else None


def of_day(node: Node) -> Fix | None:
    """A day in another notation, where it can be one day only: the year first, or the month in words."""
    for notation in _DAYS:
        if (found := notation.fullmatch(str(node.value))) is not None:
            return of_value(node, _iso(found["year"], found["month"], found["day"]))
    return None


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None


def _written(node: Node) -> str | None:
    """The characters of a single value; None where escapes or line breaks make them differ from it."""
    if isinstance(node.value, str):
        return _text_at(node.document, node.index, node.value)
    found = _BARE.match(node.document.text, node.index)
    return found.group() if found is not None and isinstance(node.value, bool | int | float) else None


def _text_at(document: Document, index: int, text: str) -> str | None:
    """A text as it stands at a place, bare or in quotes."""
    forms = (text, f'"{text}"', f"'{text}'")
    return next((form for form in forms if text and document.text.startswith(form, index)), None)
