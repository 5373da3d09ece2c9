"""The consistency rules: each module is one rule, and its docstring is its page."""

from foedus.rules import r01_dangling_reference
from foedus.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    r01_dangling_reference,
)
