"""Fortna: the mechanisms that an agreement has for keeping a ceasefire, each present or not found.

After Fortna, "Scraps of Paper? Agreements and the Durability of Peace", International Organization 57
(2003), and "Peace Time" (2004). A profile only: the items of her additive index were not read, so none is
printed.
"""

from collections.abc import Iterator

from foedus.coding.code import NOT_CODED, Clause, Code, Scheme
from foedus.coding.coded_text import CodedText, clauses
from foedus.schema import Provision
from foedus.words import joined, plain

SCHEME = Scheme("fortna", "Mechanisms for keeping a ceasefire", "Fortna 2003, 2004")

_MECHANISMS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("withdrawal", "Withdrawal of forces", ("withdrawal",)),
    ("dmz", "Demilitarised zones", ("demilitarization",)),
    ("arms-control", "Arms control", ("arms_limitation",)),
    ("peacekeeping", "Peacekeeping or observers", ("peacekeeping", "monitoring", "verification")),
    ("commission", "Joint commissions, settlement of disputes", ("joint_commission", "dispute_resolution")),
    ("information", "Exchange of information", ("intelligence_sharing",)),
)  # fmt: skip


def codes(text: CodedText) -> Iterator[Code]:
    """One code a mechanism, and those that take a human coder."""
    for name, question, kinds in _MECHANISMS:
        found = text.of_kind(*kinds)
        rule = f"a provision of the kind {' or '.join(f'`{kind}`' for kind in kinds)}"
        yield Code(SCHEME, name, question, text.presence(found), rule, clauses(found))
    guarantors = tuple(each for each in text.of_kind("guarantee", "defense") if _third_party(text, each))
    yield Code(
        SCHEME, "guarantee", "Explicit guarantee by third parties", text.presence(guarantors),
        "a guarantee or a promise of defence owed by others than the beneficiary, the adversary and those "
        "in one group with them",
        clauses(guarantors, "obligors"),
    )  # fmt: skip
    forms = dict.fromkeys(plain(each.form) for each in text.texts)
    yield Code(
        SCHEME, "formality", "Formality", joined(list(forms), "and") or NOT_CODED,
        "the form of each text", tuple(Clause(each.title, each.at("form")) for each in text.texts),
    )  # fmt: skip
    for name, question in (
        ("specificity", "How specific the clauses are"),
        ("internal-control", "Responsibility for irregular forces"),
        ("involvement", "Involvement of outsiders in reaching peace"),
    ):
        yield Code(SCHEME, name, question, NOT_CODED, "takes a human coder")


def _third_party(text: CodedText, provision: Provision) -> bool:
    framework = text.model.framework
    sides = (*framework.beneficiary, *framework.adversary) if framework else ()
    near = frozenset().union(*(text.related(each) for each in sides))
    return any(not text.related(each) & near for each in provision.obligors)
