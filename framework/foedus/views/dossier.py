"""The dossier on a model: all that a report says, in the order of a book, with its sources by number."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from foedus.analyses.settling import open_points
from foedus.graph import Graph
from foedus.load import Project
from foedus.schema import Model, Sourced
from foedus.simulation import Trace, prepare
from foedus.views import analysed, chapters
from foedus.views.briefing import points
from foedus.views.briefing.points import Basis
from foedus.views.document import Block, Document, Facts, Figure, Paragraph, Section
from foedus.views.glossary import Word, glossary
from foedus.views.provision_facts import numbered
from foedus.views.told import play as told
from foedus.views.told import report as answers
from foedus.waivers import Weighed

SORT = "Dossier"
_WORDS = "What the words of this dossier mean, with the published scheme that each is from."


@dataclass(frozen=True, slots=True)
class Figures:
    """The pictures of a dossier: of the whole, and by id those of components, scenarios and chapters."""

    whole: tuple[Figure, ...] = ()
    of: Mapping[str, tuple[Figure, ...]] | None = None

    def at(self, id: str) -> tuple[Figure, ...]:
        """The pictures that belong to an element or a chapter."""
        return (self.of or {}).get(id, ())


def view(graph: Graph, weighed: Weighed, figures: Figures, traces: Iterable[Trace], stamp: str) -> Document:
    """The dossier: the whole, its components, scenarios, what analyses say, what is open, sources, words."""
    model = graph.model
    sections = (
        Section("The whole at a glance", "whole", (*_brief(graph), *figures.whole)),
        *chapters.components(graph, numbered, figures.of),
        chapters.deciding(graph),
        chapters.texts(model),
        Section("Scenarios", "scenarios", tuple(_plays(figures, traces))),
        analysed.outcomes(graph, numbered),
        *(_led(each, figures.at(each.anchor)) for each in answers.sections(graph.project)),
        chapters.found(model, weighed),
        chapters.unanswered(graph, numbered),
        chapters.conflicts(graph, numbered),
        chapters.readings(model),
        chapters.sources(model, is_numbered=True),
        Section("Glossary", "glossary", tuple(_glossary(graph.project))),
    )
    return replace(chapters.bound(graph.project, sections), sort=SORT, stamp=stamp)


def _brief(graph: Graph) -> Iterator[Block]:
    """The points of the one page, each with its sources."""
    model, project = graph.model, graph.project
    found = points.points(Basis(graph, prepare(project), open_points(project)))
    if found:
        rows = ((said.lead, f"{said.text} {_sourced(model, said.rests)}".rstrip()) for said in found)
        yield Facts("In brief", "", tuple(rows))


def _sourced(model: Model, rests: tuple[Sourced, ...]) -> str:
    """Where the elements say so, each source once."""
    found = dict.fromkeys(numbered(model, each.sources[:1]) for each in rests if each.sources)
    return f"({'; '.join(found)})" if found else ""


def _plays(figures: Figures, traces: Iterable[Trace]) -> Iterator[Block]:
    """Each scenario in a few lines, and as a picture where its author shows it so."""
    for trace in traces:
        yield told.brief(trace)
        yield from figures.at(trace.scenario.id)


def _led(section: Section, figures: tuple[Figure, ...]) -> Section:
    """A chapter with its pictures after its lead."""
    lead, *rest = section.blocks
    return replace(section, blocks=(lead, *figures, *rest)) if figures else section


def _glossary(project: Project) -> Iterator[Block]:
    yield Paragraph(_WORDS, quiet=True)
    for each in glossary(project):
        yield Facts(each.title, "", tuple((word.label, _meant(word)) for word in each.words))


def _meant(word: Word) -> str:
    return f"{word.definition.rstrip('.')} ({word.scheme})" if word.scheme else word.definition
