"""A title is stronger than the provision under it.

Most people read titles only. "Will defend" over a permission, or "guarantee" over an agreement to
finalise something, turns an offer into a promise; reports of the Paris Declaration of January 2026 did
so with a list that says "may include". The words looked for are few: must, shall, will, owe,
guarantee, defend, ensure, binding, obliged, automatic, undertake, commit, pledge. A title that keeps the
weaker verb beside them (may, intend, propose, finalise, stand ready, seek, announced) is not reported.

Bad:

    provisions:
      help:
        title: Allies will defend the host  # <- O09
        kind: defense
        obligors: [ally]
        modality: may
        trigger: attack

Good:

    provisions:
      help:
        title: Allies may defend the host
        kind: defense
        obligors: [ally]
        modality: may
        trigger: attack
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.place import Route
from foedus.rules.running import running
from foedus.schema import Provision
from foedus.verbs import bears_duty, says_owed

CODE = "O09"
NAME = "overclaiming-title"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING


def check(graph: Graph) -> Iterator[Problem]:
    """Each title, and each English label, that says more than the modality and the verb of its provision."""
    for provision in running(graph.model):
        if bears_duty(provision):
            continue
        for text, route in _titles(provision):
            if (strong := says_owed(text)) is not None:
                message = f"the title says “{strong}”, and the provision {_what(provision)}"
                hint = "take the verb of the text into the title; a note can say what is hoped for"
                place = "modality" if provision.modality == "may" else "wording"
                yield Problem(route, message, hint, ((provision.at(place), "what the model says"),))


def _titles(provision: Provision) -> Iterator[tuple[str, Route]]:
    yield provision.title, provision.at("title")
    for language, text in (provision.label or {}).items():
        if language == "en":
            yield text, provision.at("label", language)


def _what(provision: Provision) -> str:
    if provision.modality == "may":
        return "is a permission"
    match provision.wording:
        case "announced":
            return "is announced only"
        case "intends":
            return "is an intention"
        case "stands_ready":
            return "is a readiness to commit"
        case _:
            return "is still to be finalised"
