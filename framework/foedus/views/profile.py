"""The legalisation profile: how binding, how exact, and who decides, component by component."""

from foedus.analyses.legalisation import DIMENSIONS, Dimension, Profile, Trait, profiles
from foedus.graph import Graph
from foedus.views.captions import caption, columns
from foedus.views.cards import ranges
from foedus.views.shapes import Grid, Head, Lane, Line
from foedus.words import numbers, sentence

TITLE = "Obligation, precision and delegation"
SUBTITLE = "Which provisions have which trait, after Abbott and others (2000); counted, not scored"
ASKED: dict[Dimension, str] = {
    "obligation": "how it binds",
    "precision": "how exact it is",
    "delegation": "who decides",
}
"""What each dimension asks."""


def view(graph: Graph, brief: int = 0) -> Grid:
    """The dimensions by component; a brief picture leaves out traits that no provision has, then numbers."""
    found = {each.component: each for each in profiles(graph.model)}
    shown = [(key, lane) for key, lane in columns(graph.model, short=True) if key in found]
    if None in found and all(key is not None for key, _ in shown):
        shown.append((None, Lane("frame", "F", "Frame", 0)))
    alt = f"Table of three dimensions by {len(shown)} components with the provisions that have each trait."
    return Grid(
        caption(graph.project, "profile", TITLE, SUBTITLE, alt),
        tuple(lane for _, lane in shown),
        tuple(Head(sentence(each), ASKED[each]) for each in DIMENSIONS),
        tuple(
            tuple(_lines(graph, found[key], dimension, brief) for key, _ in shown) for dimension in DIMENSIONS
        ),
    )


def _lines(graph: Graph, profile: Profile, dimension: Dimension, brief: int) -> tuple[Line, ...]:
    traits = [each for each in profile.traits if each.dimension == dimension]
    kept = [each for each in traits if each.provisions or not brief]
    return tuple(_line(graph, profile, each, brief) for each in kept)


def _line(graph: Graph, profile: Profile, trait: Trait, brief: int) -> Line:
    text = f"{sentence(trait.says)}: {len(trait.provisions)}"
    title = "; ".join(graph.model.provisions[key].title for key in trait.provisions)
    if trait.provisions and brief < 2:
        text += f" ({numbered(graph, trait, profile)})"
    first = graph.model.provisions[(trait.provisions or profile.provisions)[0]]
    return Line(text, "item", title=title, origin=graph.project.where(first.route))


def numbered(graph: Graph, trait: Trait, profile: Profile) -> str:
    """The numbers of the provisions that have a trait; "all" where every one has it."""
    if trait.provisions == profile.provisions:
        return "all"
    number = numbers(graph.model)
    return ranges(number[key] for key in trait.provisions)
