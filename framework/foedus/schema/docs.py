"""What the docstring under each field says, read from the source only when a reference asks for it."""

import ast
import inspect
from functools import cache

from pydantic import BaseModel


@cache
def field_docs(noun: type[BaseModel]) -> dict[str, str]:
    """The docstrings of a noun's fields by name, those that it inherits included."""
    found: dict[str, str] = {}
    for each in reversed(noun.__mro__):
        if issubclass(each, BaseModel) and each is not BaseModel and "[" not in each.__name__:
            found |= _own(each)
    return found


def _own(noun: type[BaseModel]) -> dict[str, str]:
    [definition] = ast.parse(inspect.getsource(noun)).body
    assert isinstance(definition, ast.ClassDef)
    found = {}
    for field, after in zip(definition.body, definition.body[1:], strict=False):
        match field, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                found[name] = inspect.cleandoc(text)
    return found
