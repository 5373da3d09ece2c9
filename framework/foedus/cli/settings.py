"""The settings of `foedus check`: `foedus.toml`, or `[tool.foedus]` in `pyproject.toml`, nearest upwards."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from foedus.cli.check import FORMATS, LEVELS
from foedus.errors import Stop
from foedus.finding import Finding, Severity
from foedus.limits import raised
from foedus.nearest import did_you_mean
from foedus.place import Span
from foedus.printable import printable
from foedus.tree import Document

MOST = 200_000
"""Characters; a longer file is no settings file."""
_WORD = 80
"""So much of a key is told."""
_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}' r"|'{3}.*?'{3,5}" r'|"(?:\\.|[^"\\\n])*"' r"|'[^'\n]*'|#[^\n]*|[][{}\n]",
    re.DOTALL,
)
"""What tells where a statement of TOML ends: texts, comments, brackets, line breaks."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a settings file says: defaults by parameter of the command, limits, and what is wrong in it."""

    defaults: Mapping[str, Any]
    findings: tuple[Finding, ...] = ()
    document: Document | None = None
    limits: tuple[str, ...] = ()
    """As `--limit` takes them."""


def settings(named: Path | None, folder: Path) -> Settings:
    """The settings in a named file, else in the nearest one from a folder upwards, else none.

    A setting that is wrong is a finding, and the rest holds. Raises `Stop` for a file that cannot be read
    or is not TOML.
    """
    path = named or _nearest(folder)
    if path is None:
        return Settings({})
    said, document = _table(path), Document(_shown(path), _text(path))
    places = _places(document)
    wrong = {key: each for key in said if (each := _finding(key, said[key], places[key])) is not None}
    good = {key: value for key, value in said.items() if key not in wrong}
    found = tuple(sorted(wrong.values(), key=lambda finding: finding.order))
    limits = tuple(f"{name}={figure}" for name, figure in good.pop("limits", {}).items())
    return Settings(dict(_defaults(good, path.parent)), found, document, limits)


def _nearest(folder: Path) -> Path | None:
    for above in (folder, *folder.parents):
        if (own := above / "foedus.toml").is_file():
            return own
        shared = above / "pyproject.toml"
        if shared.is_file() and "foedus" in _text(shared) and _table(shared):
            return shared
    return None


def _table(path: Path) -> dict[str, Any]:
    """The table of settings in a file; empty where `pyproject.toml` has none."""
    return _inside(_parsed(path), path.name)


def _inside(said: Any, name: str) -> dict[str, Any]:
    """The settings in what a file of that name says."""
    for key in ("tool", "foedus") if name.endswith("pyproject.toml") else ():
        said = said.get(key, {}) if isinstance(said, dict) else {}
    return said if isinstance(said, dict) else {}


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        said = re.fullmatch(r"(.*) \(at line (\d+), column (\d+)\)", str(error))
        message = said[1] if said else str(error)
        place = f"{_shown(path)}:{said[2]}:{said[3]}" if said else _shown(path)
        raise Stop(f"{place}: not TOML: {message}; mend it, or name another file by `--config`") from None
    except ValueError:  # of a number with thousands of digits
        raise Stop(f"{_shown(path)}: not TOML that can be read: a number is too long") from None
    except RecursionError:
        raise Stop(f"{_shown(path)}: not TOML that can be read: nested too deep") from None


def _text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8") as file:
            text = file.read(MOST + 1)
    except OSError as error:
        raise Stop(f"{_shown(path)}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise Stop(f"{_shown(path)}: cannot be read: it is not UTF-8 text") from None
    if len(text) > MOST:
        raise Stop(f"{_shown(path)}: too long for settings: more than {MOST:,} characters")
    return text


def _shown(path: Path) -> str:
    """A path as it is printed: from the working folder where it leads down from there."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def _defaults(said: Mapping[str, Any], folder: Path) -> Iterator[tuple[str, Any]]:
    """Settings as the command takes them: a baseline is found from the folder of its file."""
    for key, value in said.items():
        match key:
            case "select" | "ignore":
                yield key, tuple(value)
            case "baseline":
                yield key, str(_ordinary(folder / value))
            case "format":
                yield "form", value
            case _:
                yield key.replace("-", "_"), value


def _ordinary(path: Path) -> Path:
    """Raises `Stop` for a device or a pipe, which may never end: a stranger may have written the settings."""
    if path.exists() and not path.is_file():
        raise Stop(
            f"{_shown(path)}: is no ordinary file; name a baseline in the settings, or by `--baseline`"
        )
    return path


Wrong: TypeAlias = tuple[str, str]
"""What is wrong with a value, and the cure."""


def _finding(key: str, value: object, span: Span) -> Finding | None:
    """What is wrong with a setting, at its line; None where nothing is. What cannot be seen is shown."""
    shown = printable(key, _WORD)
    if key not in _SETTINGS:
        hint = did_you_mean(key, _SETTINGS, "settings are {known}")
        return Finding("K01", Severity.ERROR, span, f"unknown setting `{shown}`", hint)
    wrong = _SETTINGS[key](value)
    if wrong is None:
        return None
    message, hint = map(printable, wrong)
    return Finding("K02", Severity.ERROR, span, f"`{shown}` {message}", hint)


def _codes(value: object) -> Wrong | None:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        return "is a list of rules or families", 'write `["T03", "D"]`'
    from foedus.rules import RULES

    known = [rule.CODE for rule in RULES]
    for word in value:
        if not word or not any(code.startswith(word.upper()) for code in known):
            hint = did_you_mean(word.upper(), known, "`foedus rule` lists them")
            return f"names `{word}`, which is no rule or family", hint
    return None


def _flag(value: object) -> Wrong | None:
    return None if isinstance(value, bool) else ("is true or false", "write it without quotes: `true`")


def _number(value: object) -> Wrong | None:
    fits = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return None if fits else ("is a number, 0 or more", "write it without quotes: `10`")


def _limits(value: object) -> Wrong | None:
    if not isinstance(value, dict):
        return "is a table of limits", "write `limits = {nodes = 400000}`"
    try:
        raised(f"{name}={figure}" for name, figure in value.items())
    except Stop as stop:
        return "cannot be what it is", str(stop).replace("`--limit ", "`")
    return None


def _file(value: object) -> Wrong | None:
    fits = isinstance(value, str) and value
    return None if fits else ("is the name of a file", 'write it in quotes: `"baseline.json"`')


def _one_of(words: tuple[str, ...]) -> Callable[[object], Wrong | None]:
    def wrong(value: object) -> Wrong | None:
        if isinstance(value, str) and value in words:
            return None
        return f"cannot be `{value}`", did_you_mean(str(value), words, "write one of {known}")

    return wrong


_SETTINGS: dict[str, Callable[[object], Wrong | None]] = {
    "select": _codes,
    "ignore": _codes,
    "strict": _flag,
    "fail-on": _one_of(LEVELS),
    "max-warnings": _number,
    "baseline": _file,
    "format": _one_of(FORMATS),
    "show-waived": _flag,
    "limits": _limits,
}
"""What may be set, by the names of the options, and what is wrong with a value."""


def _places(document: Document) -> dict[str, Span]:
    """Where each setting is written.

    The parser of TOML gives no places, so each statement is read once more, under the header that it stands
    under.
    """
    found: dict[str, Span] = {}
    header = ""
    for start, statement in _statements(document.text):
        if statement.lstrip().startswith("["):
            header = statement
        said = tomllib.loads(f"{header}\n{statement}" if header != statement else header)
        for key in _inside(said, document.name):
            blank = len(statement) - len(statement.lstrip())
            at = statement.find(key)  # a key that is written by an escape is not found
            found.setdefault(key, document.span(start + (at if at >= 0 else blank)))
    return found


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """The statements and headers of a TOML text, each with the character at which it begins."""
    start = depth = 0
    for token in _TOKEN.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if token[0] == "\n" and depth == 0:
            yield start, text[start : token.start()]
            start = token.end()
    yield start, text[start:]
