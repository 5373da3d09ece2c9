"""How one text is written: bare where it can be, in quotes where it must be, folded where it is long."""

import json
import re
import textwrap

import yaml

from foedus import tree
from foedus.text import resolve

_DATE = "tag:yaml.org,2002:timestamp"
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers
_OTHER_NUMBER = re.compile(r"[-+]?(?:[0-9.]+[eE][-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)")
_BARE_START = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]|[-?:](?=[^\s,\[\]{}])")
_BREAKS = re.compile(r"[\n\t]|: |:$| #|^(?:---|\.\.\.)|[ ]$")
_FLOW_BREAKS = re.compile(r"^[-?:]|[,\[\]{}]|[?:](?=[,\[\]{}]|$)|\? ")


def one_line(text: str, *, flow: bool = False, quoted: bool = False) -> str:
    """A text on one line, bare where this reader and others read it so; `quoted` to have quotes anyhow."""
    if not quoted and _can_be_bare(text, flow) and not _read_otherwise_elsewhere(text):
        return text
    return _in_quotes(text)


def key(text: str, *, flow: bool = False) -> str:
    """A key, bare where this reader reads it so: `on` is a key of the language."""
    return text if _can_be_bare(text, flow) else _in_quotes(text)


def _in_quotes(text: str) -> str:
    if ('"' in text or "\\" in text) and not re.search(r"['\n\t\r]", text):
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)


def _can_be_bare(text: str, flow: bool) -> bool:
    """True where a text without quotes is read as that text."""
    return (
        _BARE_START.match(text) is not None
        and _BREAKS.search(text) is None
        and not (flow and _FLOW_BREAKS.search(text))
        and isinstance(resolve(text), str)
    )


def _read_otherwise_elsewhere(text: str) -> bool:
    """True for what readers of YAML 1.1 or of all of 1.2 take for something else: `no`, `1:20`, `1e3`.

    Days are left bare: every model is full of them, and a field that asks for a day tells it.
    """
    if _OTHER_NUMBER.fullmatch(text):
        return True
    candidates = (*_RESOLVERS.get(text[0], ()), *_RESOLVERS.get(None, ()))
    return any(tag != _DATE and pattern.match(text) for tag, pattern in candidates)


def block(text: str, style: str, width: int) -> tuple[str, list[str]] | None:
    """The header (`>-`, `|`) and the lines of a text that is written below its key.

    Lines stay as they are where the author wrote `|`; else they are folded at `width`. None where
    a block would not be read as the same text.
    """
    body = text.removesuffix("\n")
    chomp = "" if body != text else "-"
    lines = body.split("\n")
    if style == "|" and lines[-1].strip() and lines[0] and not lines[0][0].isspace() and "\r" not in text:
        return "|" + chomp, lines
    if not all(all(line.split(" ")) or not line for line in lines) or not (lines[0] and lines[-1]):
        return None
    if re.search(r"[\t\r]", text):
        return None
    return ">" + chomp, _folded(lines, width)


def _folded(paragraphs: list[str], width: int) -> list[str]:
    """Paragraphs as lines: a line break of the text is an empty line."""
    lines: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        lines += [""] if number else []
        lines += textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)
    return lines


def other(raw: str, value: tree.Scalar, flow: bool) -> str:
    """A value that is no text, as it was written; an empty value stays empty where that can be."""
    if value is None:
        return "" if raw == "" and not flow else "null"
    return raw
