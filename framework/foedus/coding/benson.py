"""Benson: whether a guarantor is left free to decide if, or how, it intervenes.

After Benson, "Constructing International Security: Alliances, Deterrence, and Moral Hazard" (2012): a
text that leaves the guarantor that freedom is a probabilistic commitment, one that does not a
deterministic one. The words name a kind of text; neither says that anybody will come.
"""

from collections.abc import Iterator

from foedus.coding.code import NOT_CODED, NOT_FOUND, Clause, Code, Scheme
from foedus.coding.coded_text import CodedText
from foedus.schema import Provision

SCHEME = Scheme("benson", "Deterministic or probabilistic", "Benson 2012")

ANSWERS = ("defense", "offense", "enforcement", "guarantee")
"""The kinds of provision that answer an attack by something that could be intervention."""


def codes(text: CodedText) -> Iterator[Code]:
    """One code for each provision that answers an attack."""
    answers = text.of_kind(*ANSWERS)
    if not answers:
        yield Code(SCHEME, "commitment", "What answers an attack", NOT_FOUND, _RULE)
    for each in answers:
        yield Code(SCHEME, "commitment", each.title, _class(each), _RULE, _clauses(each))


_RULE = "deterministic where the answer is owed and no discretion is left; probabilistic where any is left"


def _class(provision: Provision) -> str:
    if provision.modality == "may" or provision.discretion in ("means", "whether_and_means"):
        return "probabilistic"
    return "deterministic" if provision.discretion == "none" else NOT_CODED


def _clauses(provision: Provision) -> tuple[Clause, ...]:
    fields = ("modality", "discretion") if provision.discretion is not None else ("modality",)
    return tuple(Clause(provision.title, provision.at(field)) for field in fields)
