"""A provision claims legal force that its text does not give.

Whether a text binds in law depends on what its authors meant and on its form; a declaration or a joint
statement is as a rule a political commitment. The Paris Declaration of January 2026 speaks of a system
of politically and legally binding guarantees inside a declaration: what is to be legally binding needs
a further text. A provision can be no more binding than the text that states it.

Bad:

    instruments:
      declaration: {title: Declaration, form: declaration, bindingness: [political]}
    provisions:
      help:
        title: Help if attacked
        instrument: declaration
        kind: military_aid
        obligors: [unspecified]
        modality: must
        bindingness: [legal]  # <- L04

Good:

    instruments:
      declaration: {title: Declaration, form: declaration, bindingness: [political]}
    provisions:
      help:
        title: Help if attacked
        instrument: declaration
        kind: military_aid
        obligors: [unspecified]
        modality: must
        bindingness: [political]
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.place import Route
from foedus.schema import Instrument

CODE = "L04"
NAME = "bindingness-mismatch"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

POLITICAL = ("declaration", "declaration_of_intent", "statement", "plan", "announcement")
"""Forms that, as a rule, state a political commitment."""


def check(graph: Graph) -> Iterator[Problem]:
    """Each provision that is said to be legal, in a text that is political or does not say."""
    model = graph.model
    for provision in model.provisions.values():
        text = model.instruments.get(provision.instrument or "")
        if text is not None and "legal" in provision.bindingness and (ceiling := _ceiling(text)):
            what, place = ceiling
            hint = "state what makes it legal (a further text under `instrument`), or drop `legal`"
            message = f"said to be legally binding, and {what}"
            yield Problem(provision.at("bindingness"), message, hint, ((place, "the text it stands in"),))


def _ceiling(text: Instrument) -> tuple[str, Route] | None:
    """What keeps a text from carrying legal force, and where that is written."""
    form = text.form.replace("_", " ")
    article = "an" if form[0] in "aeiou" else "a"
    if "legal" in text.bindingness:
        says = f"`{text.id}` is {article} {form}, a form that is political as a rule"
        return (says, text.at("form")) if text.form in POLITICAL else None
    if text.bindingness:
        return f"`{text.id}` is political only", text.at("bindingness")
    return f"`{text.id}`, {article} {form}, does not say that it binds in law", text.at("form")
