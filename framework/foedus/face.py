"""The public face described: each public name with its signature and what it says of itself."""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from functools import cached_property
from types import FunctionType

import foedus


def page(lead: str) -> str:
    """The page in Markdown; `lead` is the remark under its title."""
    names = sorted(name for name in foedus.__all__ if not name.startswith("_"))
    functions = [name for name in names if not inspect.isclass(getattr(foedus, name))]
    classes = [name for name in names if inspect.isclass(getattr(foedus, name))]
    parts = ["# Python interface", lead, *_package()]
    parts += ["## Functions", *(part for name in functions for part in _function(name))]
    parts += ["## What they answer", *(part for name in classes for part in _class(name))]
    return "\n\n".join(part for part in parts if part) + "\n"


def _package() -> Iterator[str]:
    """What the package says of itself, its example as a block."""
    words, _, example = inspect.cleandoc(foedus.__doc__ or "").partition(">>>")
    yield words.partition("\n")[2].strip()
    yield f"```pycon\n>>>{example.rstrip()}\n```"


def _function(name: str) -> Iterator[str]:
    found = getattr(foedus, name)
    yield f"### `foedus.{name}`"
    yield f"```python\n{_signature(name, found)}\n```"
    yield inspect.getdoc(found) or ""


def _class(name: str) -> Iterator[str]:
    found = getattr(foedus, name)
    yield f"### `foedus.{name}`"
    yield inspect.getdoc(found) or ""
    written = _parsed(found)
    assert isinstance(written, ast.ClassDef)
    shown = (each for each in written.body if isinstance(each, ast.AnnAssign))
    yield "\n".join(f"- `{ast.unparse(each.target)}`: `{ast.unparse(each.annotation)}`" for each in shown)
    for key, member in vars(found).items():
        if not key.startswith("_") and (said := _member(key, member)):
            yield said


def _member(key: str, member: object) -> str:
    """A method or a property with its words; empty for what is neither."""
    match member:
        case property() | cached_property():
            return f"**`{key}`**: {inspect.getdoc(member) or ''}"
        case FunctionType():
            return f"**`{_signature(key, member)}`**\n\n{inspect.getdoc(member) or ''}"
        case _:
            return ""


def _signature(name: str, found: FunctionType) -> str:
    """The signature as it is written, which no version of Python words otherwise."""
    written = _parsed(found)
    assert isinstance(written, ast.FunctionDef)
    taken = ast.unparse(written.args).removeprefix("self, ").removeprefix("self")
    return f"{name}({taken})" + (f" -> {ast.unparse(written.returns)}" if written.returns else "")


def _parsed(found: FunctionType | type) -> ast.stmt:
    return ast.parse(textwrap.dedent(inspect.getsource(found))).body[0]
