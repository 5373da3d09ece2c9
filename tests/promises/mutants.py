"""Models that went wrong: the shipped ones, cut off, flipped, thinned out, swapped about and poisoned.

A mutant is known by its number alone: the same number is the same mutant on every machine.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

import yaml

from foedus.library import shipped_models
from foedus.text import resolve

Texts: TypeAlias = Mapping[str, bytes]
"""A model by file name."""


class Mutant(NamedTuple):
    """A model that went wrong, and what was done to which file of it."""

    name: str
    texts: Texts


PAYLOADS = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</script><svg/onload=alert(1)>",
    "javascript:alert(1)", "]]><x/>", "&#60;b&#62; &amp;lt;", "{{7*7}} {% raw %} ${7*7} %(x)s {0}",
    "=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\uff1dHYPERLINK(1)", "\ttab", "a\rb", "a\nb\nc",
    "\x1b]0;owned\x07\x1b[2J", "\u202etxt.exe", "zero\u200bwidth", "\ufeffmark", "\x00nul", "\ufffe",
    "::error file=x::owned", "::set-env name=A::b", "##vso[task.setvariable]", "%0A::warning::x",
    "# forged heading", "| a | b |\n|---|---|", "[x](javascript:alert(1))", "![x](http://evil.example/x)",
    "```\n<b>out</b>", "\\input{/etc/passwd} \\write18{id} $x$ {", "#import \"x\" @cite <l> $x$ */",
    "\\N\\G\\l {a|b} <<b>bold</b>>", 'x" image="/etc/passwd', "%%{init: {'theme':'x'}}%%", 'click a "x"',
    "end\nsubgraph", "'; DROP TABLE", "𝒳" * 50, "e\u0301" * 40, "كلمة", "x" * 5000, "0" * 400, "-" * 200,
)  # fmt: skip
"""What a stranger may put into any text."""

WRONG_IDS = (
    "..", "../../etc/passwd", "/etc/passwd", "C:\\x", "a/b", "nul", "COM1", "-rf", "a.b", "", " ", "x" * 300,
    "<script>", "a b", "é", "\u202ea", "con.yaml", "~", "$HOME", "__class__", "id", "all", "{}", "\x07",
)  # fmt: skip
"""What a stranger may call an element."""

_SWAPS: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**17, 0.5, "", " ", "no", "2026-13-45", "0000-00-00", "P99999Y", "unknown",
    [], {}, [[]], [None], {"x": None}, {"all": []}, {"any": [{"not": []}]}, {"active": "nobody"},
    ["a", ["b"]],    {"count": {"of": [], "min": -1}}, [{}] * 40, {"all": {"all": {"all": "x"}}},
)  # fmt: skip


def mutants(first: int, count: int) -> Iterator[Mutant]:
    """So many mutants from a number on; the ways to go wrong take turns, the models are drawn."""
    models = {name: _texts(name) for name in shipped_models()}
    for number in range(first, first + count):
        chance = random.Random(number)
        model = chance.choice(sorted(models))
        file = chance.choice(sorted(models[model]))
        way = _WAYS[number % len(_WAYS)]
        changed = way(models[model][file], chance)
        yield Mutant(f"{number}: {way.__name__[1:]} in {model}/{file}", {**models[model], file: changed})


def _texts(model: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(shipped_models()[model].glob("*.yaml"))}


def _truncated(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _flipped(data: bytes, chance: random.Random) -> bytes:
    """A few bytes replaced by others, most often by such as mean something in YAML."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 3, 10))):
        byte = (
            chance.choice(b"\n\t :-[]{},#&*!|>'\"%@`?\x00\xff\xe2")
            if chance.random() < 0.8
            else chance.randrange(256)
        )
        changed[chance.randrange(len(changed))] = byte
    return bytes(changed)


def _spliced(data: bytes, chance: random.Random) -> bytes:
    """A stretch of the file left out, doubled, or moved elsewhere."""
    a, b, c = sorted(chance.randrange(len(data)) for _ in range(3))
    return chance.choice(
        (data[:a] + data[b:], data[:b] + data[a:], data[:a] + data[b:c] + data[a:b] + data[c:])
    )


def _without_a_key(data: bytes, chance: random.Random) -> bytes:
    return _changed(data, chance, lambda holder, key: holder.pop(key))


def _swapped(data: bytes, chance: random.Random) -> bytes:
    return _changed(data, chance, lambda holder, key: holder.__setitem__(key, chance.choice(_SWAPS)))


def _moved(data: bytes, chance: random.Random) -> bytes:
    """A value in the place of another one of the same file."""
    other = chance.choice(list(_sites(_data(data))))

    def move(holder: Any, key: Any) -> None:
        holder[key] = other[0][other[1]]

    return _changed(data, chance, move)


def _poisoned(data: bytes, chance: random.Random) -> bytes:
    """One text of the file is a payload; now and then all of them are."""
    every = chance.random() < 0.1
    whole = _data(data)
    texts = [(holder, key) for holder, key in _sites(whole) if isinstance(holder[key], str)]
    for holder, key in texts if every else [chance.choice(texts)]:
        holder[key] = chance.choice(PAYLOADS)
    return written(whole)


def _misnamed(data: bytes, chance: random.Random) -> bytes:
    """An element under an id that is none."""

    def rename(holder: Any, key: Any) -> None:
        value = holder.pop(key)
        if isinstance(holder, dict):
            holder[chance.choice(WRONG_IDS)] = value

    return _changed(data, chance, rename)


_WAYS = (_truncated, _flipped, _spliced, _without_a_key, _swapped, _moved, _poisoned, _misnamed)


def _changed(data: bytes, chance: random.Random, change: Callable[[Any, Any], Any]) -> bytes:
    whole = _data(data)
    change(*chance.choice(list(_sites(whole))))
    return written(whole)


def _data(data: bytes) -> Any:
    """What a sound file holds, its scalars as the language reads them."""
    return _plain(yaml.load(data, Loader=yaml.CBaseLoader))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return resolve(value)


def _sites(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a value that holds another: what holds it, and under which key."""
    for key, inner in list(value.items()) if isinstance(value, dict) else list(enumerate(value)):
        yield value, key
        if isinstance(inner, dict | list):
            yield from _sites(inner)


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def written(whole: Any) -> bytes:
    """What a file holds, as YAML without anchors and aliases."""
    text: str = yaml.dump(whole, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return text.encode("utf-8", "surrogatepass")
