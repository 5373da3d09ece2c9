"""A promise is automatic and waits for constitutional processes.

If a case is established by the mere fact, the promise falls due with the attack; if each party acts "in
accordance with its constitutional processes", somebody must still decide. The words of the ANZUS treaty
(1951) and of the mutual defence treaty with Korea (1953) keep that decision with each party. A model that
says both counts on an answer that the text leaves to somebody's choice.

Bad:

    determinations:
      attack-finding: {title: An attack counts by itself, of: attack, by: automatic}
    provisions:
      defence:
        title: Meet the common danger
        kind: defense
        obligors: [ally]
        modality: must
        constitutional_processes: true  # <- L06
        trigger: {finding: attack-finding}

Good:

    determinations:
      attack-finding: {title: Each party judges, of: attack, by: each_obligor}
    provisions:
      defence:
        title: Meet the common danger
        kind: defense
        obligors: [ally]
        modality: must
        constitutional_processes: true
        trigger: {finding: attack-finding}
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.logic import leaves
from foedus.rules.running import running
from foedus.schema import Determination, Found, Model, Provision

CODE = "L06"
NAME = "automatic-yet-constitutional"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each automatic determination, at the first such promise that it triggers."""
    groups: dict[str, list[Provision]] = {}
    for provision in running(graph.model):
        if provision.constitutional_processes and provision.modality == "must":
            for determination in _automatic(graph.model, provision):
                groups.setdefault(determination.id, []).append(provision)
    for name, (first, *others) in groups.items():
        determination = graph.model.determinations[name]
        related = [(determination.at("by"), "established by the fact alone")]
        related += [(each.at("constitutional_processes"), f"`{each.id}` too") for each in others]
        message = f"`{name}` makes this automatic, and it is to follow constitutional processes"
        hint = "name who decides, or ask for the approval in `requires`; drop the word that no text has"
        yield Problem(first.at("constitutional_processes"), message, hint, tuple(related))


def _automatic(model: Model, provision: Provision) -> Iterator[Determination]:
    """The automatic determinations that a trigger asks for, each once."""
    seen: set[str] = set()
    for leaf in leaves(provision.trigger):
        if isinstance(leaf, Found) and leaf.determination not in seen:
            seen.add(leaf.determination)
            known = model.determinations.get(leaf.determination)
            if known is not None and known.by == "automatic":
                yield known
