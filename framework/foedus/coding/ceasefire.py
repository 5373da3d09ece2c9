"""The classes of ceasefires in the ETH/PRIO Civil Conflict Ceasefire data.

After Clayton, Nygård, Strand, Rustad and others, "Introducing the Civil Conflict Ceasefire Dataset",
Journal of Conflict Resolution 67 (2023), and Clayton and Sticher, "The Logic of Ceasefires in Civil War",
International Studies Quarterly 65 (2021): a class follows from the provisions that a ceasefire has.
"""

from collections.abc import Iterator

from foedus.coding.code import NOT_CODED, NOT_FOUND, Clause, Code, Scheme
from foedus.coding.coded_text import CodedText, clauses
from foedus.schema import Provision

SCHEME = Scheme("ceasefire", "Ceasefire class", "Clayton and Sticher 2021; Clayton and others 2023")

MECHANISM = ("monitoring", "verification", "joint_commission")
FORCE = ("peacekeeping", "enforcement")


def codes(text: CodedText) -> Iterator[Code]:
    """The class, whether the ceasefire is written, and how it is kept."""
    ceasefires = text.of_kind("ceasefire")
    mechanism = text.of_kind(*MECHANISM)
    yield _class(ceasefires, mechanism)
    yield Code(
        SCHEME, "written", "Written", _written(text, ceasefires),
        "a ceasefire clause in a text that is more than an announcement", _form(text) if ceasefires else (),
    )  # fmt: skip
    yield Code(
        SCHEME, "implement", "A mechanism to carry it out", text.presence(mechanism),
        "monitoring, verification or a joint commission, whether or not this text makes the ceasefire",
        clauses(mechanism),
    )  # fmt: skip
    force = text.of_kind(*FORCE)
    yield Code(
        SCHEME, "enforcement", "Enforcement", text.presence(force), "peacekeeping or enforcement",
        clauses(force, "obligors"),
    )  # fmt: skip


def _class(ceasefires: tuple[Provision, ...], mechanism: tuple[Provision, ...]) -> Code:
    value = NOT_FOUND
    if ceasefires:
        value = "2 (preliminary)" if mechanism else "1 (cessation of hostilities)"
    return Code(
        SCHEME, "ceasefire_class", "Class", value,
        "1 for a ceasefire clause, 2 with a mechanism for compliance; 3 (definitive) takes a human coder, "
        "who judges whether the incompatibility is settled",
        clauses((*ceasefires, *mechanism)) if ceasefires else (),
    )  # fmt: skip


def _written(text: CodedText, ceasefires: tuple[Provision, ...]) -> str:
    if not ceasefires:
        return NOT_FOUND
    if text.instrument is None:
        return NOT_CODED
    return "announced only" if text.instrument.form == "announcement" else "present"


def _form(text: CodedText) -> tuple[Clause, ...]:
    return (Clause(text.instrument.title, text.instrument.at("form")),) if text.instrument else ()
