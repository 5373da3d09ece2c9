"""Two elements bear the same name.

A coordination cell in Paris and one in Kyiv, a headquarters that moves: where two bodies go by one name,
what is said of one is soon believed of the other. Titles and aliases of actors and bodies are compared,
those of texts, and the titles of the provisions of one component, without regard to capitals.

Bad:

    bodies:
      kyiv-cell: {title: Coordination cell, kind: cell, seat: Kyiv}
      paris-cell: {title: Coordination cell, kind: cell, seat: Paris}  # <- R13

Good:

    bodies:
      kyiv-cell: {title: Coordination cell in Kyiv, kind: cell, seat: Kyiv}
      paris-cell: {title: Coordination cell in Paris, kind: cell, seat: Paris}
"""

from collections.abc import Iterable, Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.place import Route
from foedus.rules.order import in_order
from foedus.schema import Actor, Body, Element, Instrument

CODE = "R13"
NAME = "same-label"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING


def check(graph: Graph) -> Iterator[Problem]:
    """Each name that a second element bears, at that element."""
    model = graph.model
    yield from _twice(_names((*model.actors.values(), *model.bodies.values())))
    yield from _twice(_names(model.instruments.values()))
    by_component: dict[str, list[tuple[str, Element, Route]]] = {}
    for provision in in_order(model):
        named = by_component.setdefault(provision.component or "", [])
        named.append((provision.title, provision, provision.at("title")))
    for titles in by_component.values():
        yield from _twice(titles)


def _names(elements: Iterable[Actor | Body | Instrument]) -> list[tuple[str, Element, Route]]:
    """Every title, then every alias, with whose it is and where it stands."""
    every = list(elements)
    titles: list[tuple[str, Element, Route]] = [(each.title, each, each.at("title")) for each in every]
    return titles + [
        (alias, each, each.at("aliases", place)) for each in every for place, alias in enumerate(each.aliases)
    ]


def _twice(named: Iterable[tuple[str, Element, Route]]) -> Iterator[Problem]:
    first: dict[str, tuple[Element, Route]] = {}
    told: set[tuple[str, str]] = set()
    for name, element, route in named:
        known = first.setdefault(" ".join(name.split()).casefold(), (element, route))
        pair = (known[0].id, element.id)
        if known[0] is not element and pair not in told:
            told.add(pair)
            message = f"`{known[0].id}` is called “{name}” too"
            hint = "tell them apart in the name (place, act, year), or make one element of them"
            yield Problem(route, message, hint, ((known[1], "the other"),))
