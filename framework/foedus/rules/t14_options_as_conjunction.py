"""Items of a list of options are treated as if all of them were owed.

"The response may include military capabilities, intelligence and sanctions" promises that something is
done, and of no single item that it is. The commitments that the Paris Declaration of January 2026 wants
finalised have such a list, and one early digest of the draft turned it into a package that the response
includes. A duty that leaves the means open has items that are permissions, and nothing may wait for
several of them together.

Bad:

    provisions:
      response:
        title: Respond to an attack
        kind: guarantee
        obligors: [ally]
        modality: must
        discretion: means
        trigger: attack
      sanctions:
        title: Adopt sanctions
        part_of: response
        kind: sanctions
        obligors: [ally]
        modality: must  # <- T14
        trigger: attack

Good:

    provisions:
      response:
        title: Respond to an attack
        kind: guarantee
        obligors: [ally]
        modality: must
        discretion: means
        trigger: attack
      sanctions:
        title: Adopt sanctions
        part_of: response
        kind: sanctions
        obligors: [ally]
        modality: may
        trigger: attack
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.logic import gates
from foedus.place import Route
from foedus.rules.running import running
from foedus.rules.wording import named
from foedus.schema import (
    Active,
    All,
    Any_,
    AtLeast,
    Condition,
    Delivered,
    Model,
    Not,
    Provision,
)

CODE = "T14"
NAME = "options-as-conjunction"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

_OPEN = ("means", "whether_and_means")


def check(graph: Graph) -> Iterator[Problem]:
    """Each open list whose items are owed, and each condition that needs several items."""
    model = graph.model
    owed: dict[str, list[Provision]] = {}
    for provision in running(model):
        parent = model.provisions.get(provision.part_of or "")
        if parent is not None and parent.discretion in _OPEN and provision.modality == "must":
            owed.setdefault(parent.id, []).append(provision)
    for name, (first, *others) in owed.items():
        parent = model.provisions[name]
        related = [(parent.at("discretion"), f"`{name}` leaves the choice")]
        related += [(each.at("modality"), f"`{each.id}` too") for each in others]
        message = f"`{name}` leaves the means open, and this item of it is a duty"
        hint = "write `modality: may` for an option; if the text owes this item, it is not part of the list"
        yield Problem(first.at("modality"), message, hint, tuple(related))
    if lists := _lists(model):
        for gated in gates(model):
            yield from _joined(model, lists, gated.condition, gated.route)
        for target in model.targets.values():
            yield from _joined(model, lists, target.condition, target.at("condition"))


def _lists(model: Model) -> dict[str, str]:
    """The permissions that are items of another provision, each with that provision."""
    return {
        each.id: each.part_of
        for each in model.provisions.values()
        if each.modality == "may" and each.part_of in model.provisions
    }


def _joined(model: Model, lists: dict[str, str], condition: Condition, route: Route) -> Iterator[Problem]:
    """The parts of a condition that need several options of one list at the same time."""
    match condition:
        case Not(condition=inner):
            yield from _joined(model, lists, inner, (*route, "not"))
        case All(conditions=parts) | Any_(conditions=parts) | AtLeast(conditions=parts):
            key = "all" if isinstance(condition, All) else "any" if isinstance(condition, Any_) else "of"
            every = isinstance(condition, All)
            every |= isinstance(condition, AtLeast) and condition.count == len(parts)
            for name, options in _options(lists, parts).items() if every else ():
                if len(options) > 1:
                    message = f"this needs {named(options)} together, which are options of `{name}`"
                    hint = "ask for one of them (`any`), or for the duty of which they are items"
                    related = ((model.provisions[name].route, "the list of options"),)
                    yield Problem(route, message, hint, related)
            for place, part in enumerate(parts):
                yield from _joined(model, lists, part, (*route, key, place))


def _options(lists: dict[str, str], parts: tuple[Condition, ...]) -> dict[str, list[str]]:
    """The permissions that parts of a condition ask for, by the provision whose items they are."""
    found: dict[str, list[str]] = {}
    for part in parts:
        if isinstance(part, Active | Delivered) and part.provision in lists:
            options = found.setdefault(lists[part.provision], [])
            if part.provision not in options:
                options.append(part.provision)
    return found
