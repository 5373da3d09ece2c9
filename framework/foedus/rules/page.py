"""A rule's page, read from its docstring."""

import re
from textwrap import dedent

from foedus.page import Page
from foedus.rules.rule import Rule

_EXAMPLE = re.compile(r"^(Bad|Good):\n\n((?:(?: {4}.*)?\n)+)", re.MULTILINE)


def page(rule: Rule) -> Page:
    """The page of a rule."""
    title, _, rest = (rule.__doc__ or "").partition("\n")
    examples = {name: dedent(example).strip("\n") + "\n" for name, example in _EXAMPLE.findall(rest + "\n")}
    text = _EXAMPLE.sub("", rest + "\n").strip()
    return Page(
        rule.CODE, rule.NAME, rule.SEVERITY, rule.STRICT, title.rstrip("."), text,
        examples.get("Bad", ""), examples.get("Good", ""),
    )  # fmt: skip
