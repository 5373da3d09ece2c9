"""The legalisation profile in words: every trait with the provisions that have it."""

from foedus.analyses.legalisation import DIMENSIONS, Profile, profiles
from foedus.graph import Graph
from foedus.views.captions import source_line, status
from foedus.views.cards import ranges
from foedus.views.document import Document, Facts, Paragraph, Section
from foedus.views.profile import ASKED, SUBTITLE, TITLE
from foedus.words import numbers, sentence

LEAD = (
    "Three dimensions that vary independently of one another (Abbott, Keohane, Moravcsik, Slaughter and "
    "Snidal, The Concept of Legalization, International Organization 54, 2000). Computed from this model; "
    "not a code of that study, and no score."
)


def view(graph: Graph) -> Document:
    """The profile of every component."""
    found = profiles(graph.model)
    return Document(
        title=TITLE,
        tag=" · ".join(status(graph.project)),
        source=source_line(graph.project),
        summary=LEAD,
        sections=tuple(_section(graph, each) for each in found)
        or (Section("Nothing", "nothing", (Paragraph(f"{SUBTITLE}: the model has no provision."),)),),
    )


def _section(graph: Graph, profile: Profile) -> Section:
    component = graph.model.components.get(profile.component or "")
    many = len(profile.provisions)
    title = f"{component.order}. {component.title}" if component is not None else "Frame"
    blocks = tuple(
        Facts(
            f"{sentence(dimension)}: {ASKED[dimension]}",
            "",
            tuple(
                (
                    f"{sentence(trait.says)}: {len(trait.provisions)} of {many}",
                    _which(graph, profile, trait.provisions),
                )
                for trait in profile.traits
                if trait.dimension == dimension
            ),
        )
        for dimension in DIMENSIONS
    )
    return Section(title, component.id if component is not None else "frame", blocks)


def _which(graph: Graph, profile: Profile, those: tuple[str, ...]) -> str:
    """The provisions by number, with their places; "all" or "none" for short."""
    if those in ((), profile.provisions):
        return "all" if those else "none"
    number = numbers(graph.model)
    spans = [graph.project.where(graph.model.provisions[key].route) for key in those]
    files = dict.fromkeys(span.file.rpartition("/")[2] for span in spans)
    lines = (
        f"{file}:{', '.join(str(span.line) for span in spans if span.file.endswith(file))}" for file in files
    )
    return f"{ranges(number[key] for key in those)} ({'; '.join(lines)})"
