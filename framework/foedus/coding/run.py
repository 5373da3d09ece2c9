"""The schemes in the order in which they are shown, and the codes of a model."""

from collections.abc import Iterator
from typing import Protocol

from foedus.coding import atop, benson, ceasefire, fortna, leeds_anac, pam, pax
from foedus.coding.code import Code, Scheme
from foedus.coding.coded_text import CodedText
from foedus.errors import Stop
from foedus.load import Project
from foedus.nearest import did_you_mean


class Coder(Protocol):
    """What every scheme is: a module with its name and the codes that it computes of a text."""

    SCHEME: Scheme

    def codes(self, text: CodedText) -> Iterator[Code]: ...


CODERS: tuple[Coder, ...] = (atop, leeds_anac, benson, ceasefire, fortna, pax, pam)
SCHEMES: tuple[Scheme, ...] = tuple(coder.SCHEME for coder in CODERS)


def code(project: Project, schemes: tuple[str, ...] = ()) -> tuple[Code, ...]:
    """Every code of the text that a system rests on, scheme by scheme; of all schemes where none is named.

    Raises `Stop` for a scheme that there is not.
    """
    known = [scheme.id for scheme in SCHEMES]
    for word in schemes:
        if word not in known:
            hint = did_you_mean(word, known, "schemes are {known}")
            raise Stop(f"no coding scheme `{word}`; {hint}")
    text = CodedText(project)
    asked = [coder for coder in CODERS if not schemes or coder.SCHEME.id in schemes]
    return tuple(each for coder in asked for each in coder.codes(text))
