"""PAM: how much of an agreement has been carried out, from the codes that people gave.

After Joshi, Quinn and Regan, "Annualized Implementation Data on Comprehensive Intrastate Peace Accords",
Journal of Peace Research 52 (2015). Whether a promise has been kept is a human judgement: the model holds
dated codes from 0 (none) to 3 (full) with their source, and both rates follow by arithmetic.
"""

from collections.abc import Iterator

from foedus.coding.code import NOT_CODED, Code, Scheme
from foedus.coding.coded_text import CodedText, clauses
from foedus.schema import latest
from foedus.standing import stated_on

SCHEME = Scheme("pam", "Implementation", "Joshi, Quinn and Regan 2015")

FULL = 3


def codes(text: CodedText) -> Iterator[Code]:
    """The strict and the lenient rate; "not coded" where nobody has given a code."""
    day = stated_on(text.model)
    promises = tuple(each for each in text.provisions if each.modality != "may")
    coded = tuple(each for each in promises if latest(each.implementation, day) is not None)
    total = sum(latest(each.implementation, day) for each in coded)
    for name, question, whole, rule in (
        ("strict", "Rate over all promises", promises, "the codes added up, by three times all promises"),
        ("lenient", "Rate over the coded promises", coded, "the codes added up, by three times those coded"),
    ):
        value = _rate(total, len(whole)) if coded else NOT_CODED
        yield Code(SCHEME, name, question, value, rule, clauses(coded, "implementation"))


def _rate(total: int, promises: int) -> str:
    return f"{total} of {FULL * promises} ({total / (FULL * promises):.0%})"
