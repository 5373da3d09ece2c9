"""A provision says more than its form or verb can carry.

What kind of text it is limits how strong a clause of it can be. An announcement says what somebody
plans, a declaration of intent what its authors mean to do, a plan what might be agreed; "shall" belongs
to texts that oblige. The two texts of Paris of 6 January 2026 were reported as one: the force stands in
a declaration, its deployment in a declaration of intent, and the military hubs in a statement to the
press. In the same way a duty (`must`) cannot rest on a verb that only announces or intends. Whether a
text binds in law is another question: see L04.

Bad:

    instruments:
      intent: {title: Declaration of Intent, form: declaration_of_intent}
    provisions:
      deployment:
        title: Deploy forces
        instrument: intent
        kind: force_deployment
        obligors: [ally]
        modality: must  # <- L08

Good:

    instruments:
      intent: {title: Declaration of Intent, form: declaration_of_intent}
    provisions:
      deployment:
        title: Deploy forces
        instrument: intent
        kind: force_deployment
        obligors: [ally]
        modality: may
        wording: intends
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.place import Route
from foedus.rules.running import running
from foedus.schema import Instrument, Provision

CODE = "L08"
NAME = "above-the-ceiling"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

WITHOUT_DUTIES = ("announcement", "declaration_of_intent", "plan")
"""Forms that oblige nobody as they stand."""
WITHOUT_SHALL = (*WITHOUT_DUTIES, "statement")
"""Forms to which the verb of obligation is foreign."""
UNOWED = {"announced": "announced", "intends": "intended"}
"""Verbs under which nothing is owed."""


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each text and each way to go beyond it, at the first such provision."""
    groups: dict[tuple[str, str, str], list[tuple[Provision, Route]]] = {}
    for provision in running(graph.model):
        text = graph.model.instruments.get(provision.instrument or "")
        if (above := _above(provision, text)) is not None:
            field, message = above
            key = (provision.instrument or "", field, message)
            groups.setdefault(key, []).append((provision, provision.at(field)))
    for (name, field, message), ((_, place), *others) in groups.items():
        related = [(graph.model.instruments[name].at("form"), "the form of the text")] if name else []
        related = related if "form" in message else []
        related += [(route, f"`{each.id}` too") for each, route in others]
        hint = "take over the verb of the text, or name the text that obliges"
        if field == "modality":
            hint = "write `modality: may` for what is meant or offered, or name the text that obliges"
        yield Problem(place, message, hint, tuple(related))


def _above(provision: Provision, text: Instrument | None) -> tuple[str, str] | None:
    """The field that goes beyond form or verb, and how; the form counts first."""
    form = text.form if text is not None else ""
    what = form.replace("_", " ")
    article = "an" if what[:1] in "aeiou" else "a"
    if provision.wording == "shall" and form in WITHOUT_SHALL:
        return "wording", f"`shall`, and the form of its text is {article} {what}"
    if provision.modality != "may" and form in WITHOUT_DUTIES:
        return "modality", f"a duty (`{provision.modality}`), and the form of its text is {article} {what}"
    if provision.modality != "may" and provision.wording in UNOWED:
        return (
            "modality",
            f"a duty (`{provision.modality}`), and by its wording it is {UNOWED[provision.wording]} only",
        )
    return None
