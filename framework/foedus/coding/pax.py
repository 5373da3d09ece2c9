"""PA-X: which security issues of a peace agreement a text addresses, present or not found.

After Bell and Badanjak, "Introducing PA-X: A New Peace Agreement Database and Dataset", Journal of Peace
Research 56 (2019). PA-X codes many issues from 1 to 3 by how much is said; depth takes a human coder, so
presence is all that is computed.
"""

from collections.abc import Iterator

from foedus.coding.code import Code, Scheme
from foedus.coding.coded_text import CodedText, clauses

SCHEME = Scheme("pa-x", "Issues addressed", "Bell and Badanjak 2019")

_ISSUES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("SsrGua", "Security guarantees", ("guarantee", "defense")),
    ("Ce", "Ceasefire", ("ceasefire",)),
    ("SsrArm", "Armed forces", ("military_aid", "training", "arms_limitation")),
    ("SsrDdr", "Demilitarisation, disarmament and demobilisation", ("demilitarization", "disarmament")),
    ("SsrFf", "Withdrawal of forces (whether they are foreign takes a human coder)", ("withdrawal",)),
    ("enforcement", "Enforcement mechanism", ("enforcement", "sanctions")),
    ("mission", "International mission or force", ("peacekeeping", "force_deployment", "monitoring")),
)  # fmt: skip


def codes(text: CodedText) -> Iterator[Code]:
    """One code an issue."""
    for name, question, kinds in _ISSUES:
        found = text.of_kind(*kinds)
        rule = f"a provision of the kind {' or '.join(f'`{kind}`' for kind in kinds)}"
        yield Code(SCHEME, name, question, text.presence(found), rule, clauses(found))
