"""Leeds and Anac: how far an alliance ties armed forces together in peacetime, and how formal it is.

After Leeds and Anac, "Alliance Institutionalization and Alliance Performance", International Interactions
31 (2005). The classes are ordinal, and alliances of one class may differ much: each indicator stands
beside the class.
"""

from collections.abc import Iterator

from foedus.coding import rates
from foedus.coding.code import NOT_CODED, NOT_FOUND, Clause, Code, Scheme
from foedus.coding.coded_text import CodedText, clauses

SCHEME = Scheme("leeds-anac", "Military institutionalisation", "Leeds and Anac 2005")

_HIGH = (
    ("intcom", "An integrated command", ("integrated_command",)),
    ("base", "Basing of one another's forces", ("basing",)),
)
_MODERATE = (
    (
        "milcon", "Peacetime contact of the armed forces, or more",
        ("defense_policy_coordination", "joint_exercises", "intelligence_sharing"),
    ),
    ("milaid", "Training or transfer of military technology", ("training", "military_aid", "procurement")),
    ("contrib", "Forces or funds that each contributes", ("force_deployment",)),
)  # fmt: skip
_MILITARY_BODIES = ("mission", "headquarters")


NO_ALLIANCE = "no alliance for ATOP, so no class"
"""The schemes of alliances code texts with an obligation of the kinds that ATOP knows, and no others."""


def codes(text: CodedText) -> Iterator[Code]:
    """Each indicator, the class that follows, and formality."""
    high = list(_indicators(text, _HIGH))
    moderate = list(_indicators(text, _MODERATE))
    organs = _military_organs(text)
    yield from high
    yield from moderate
    yield Code(
        SCHEME, "organ", "A formal organisation", "present" if text.bodies else NOT_FOUND,
        "a body that the text or one of its provisions sets up",
        tuple(Clause(each.title, each.at("kind")) for each in text.bodies), rates.atop("organ"),
    )  # fmt: skip
    yield Code(
        SCHEME, "subord", "Forces of one member under the command of another", NOT_CODED,
        "the language has no field for it",
    )  # fmt: skip
    yield _class(text, high, moderate, organs)
    yield _formality(text)


def _indicators(text: CodedText, indicators: tuple[tuple[str, str, tuple[str, ...]], ...]) -> Iterator[Code]:
    for name, question, kinds in indicators:
        found = text.of_kind(*kinds)
        yield Code(
            SCHEME, name, question, text.presence(found), f"a provision of the kind {_either(kinds)}",
            clauses(found), rates.atop(name),
        )  # fmt: skip


def _either(kinds: tuple[str, ...]) -> str:
    return " or ".join(f"`{kind}`" for kind in kinds)


def _military_organs(text: CodedText) -> tuple[Clause, ...]:
    return tuple(Clause(each.title, each.at("kind")) for each in text.bodies if each.kind in _MILITARY_BODIES)


def _class(text: CodedText, high: list[Code], moderate: list[Code], organs: tuple[Clause, ...]) -> Code:
    """The class by the strongest indicator that is owed; what is only permitted does not count."""
    strong = tuple(clause for code in high if _counts(code) for clause in code.clauses)
    middle = tuple(clause for code in moderate if _counts(code) for clause in code.clauses) + organs
    value = "2 (high)" if strong else "1 (moderate) at least" if middle else "0 (low)"
    value = value if text.alliance else NO_ALLIANCE
    return Code(
        SCHEME, "milinst", "Class of military institutionalisation", value,
        "2 with an integrated command or bases, or with a common defence policy, which takes a human coder; "
        "1 with contact, training, contributions or a military organ; else 0; permissions do not count; no "
        "class without a clause of a kind that makes an alliance for ATOP",
        (strong or middle) if text.alliance else (), rates.leeds_anac_high(),
    )  # fmt: skip


def _counts(code: Code) -> bool:
    return code.value.startswith("present")


def _formality(text: CodedText) -> Code:
    """2 for a treaty with an organisation, 1 for either, 0 for neither."""
    treaties = [each for each in text.texts if each.form in ("treaty", "agreement")]
    found = [Clause(each.title, each.at("form")) for each in treaties]
    found += [Clause(each.title, each.at("kind")) for each in text.bodies]
    value = str(bool(treaties) + bool(text.bodies)) if text.alliance else NO_ALLIANCE
    return Code(
        SCHEME, "formal", "Formality", value,
        "one for a treaty or agreement, one for a formal organisation",
        tuple(found) if text.alliance else (),
    )  # fmt: skip
