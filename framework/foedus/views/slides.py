"""What slides say beside their pictures: the cover, what is open, where it is written, what is said aloud."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from foedus.graph import Graph
from foedus.load import Project
from foedus.views import provision_facts
from foedus.views.captions import source_line, stamp, status
from foedus.views.document import Facts, Paragraph, Section
from foedus.words import numbers, sentence


@dataclass(frozen=True, slots=True)
class Cover:
    """The first slide: how far the text has come, what it is about, what it rests on."""

    status: str
    summary: str
    source: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A slide that is a list: a sentence above it, and its items; `told` says more of them, for the notes."""

    lead: str
    items: tuple[str, ...]
    told: tuple[str, ...] = ()


def cover(project: Project) -> tuple[str, Cover]:
    """The title of a model and its first slide."""
    framework = project.model.framework
    title = framework.title if framework is not None else project.name
    summary = framework.summary or "" if framework is not None else ""
    return title, Cover(sentence(", ".join(status(project))), summary, source_line(project))


def open_questions(project: Project) -> Listing:
    """What no source seen answers."""
    asked = [each for each in project.model.questions.values() if each.kind == "open"]
    told = tuple(f"{each.title}: {each.summary}" for each in asked if each.summary)
    return Listing("What no source seen answers.", tuple(each.title for each in asked), told)


def sources(project: Project) -> Listing:
    """The documents that the provisions are from, the most cited first; all of the model in the notes."""
    model = project.model
    uses = Counter(source.doc for each in model.provisions.values() for source in each.sources)
    documents = sorted(model.sources.values(), key=lambda each: -uses[each.id])
    first = [each for each in documents if uses[each.id]] or documents
    more = len(documents) - len(first)
    also = f" {more} more that other elements cite are listed in the notes." if more else ""
    items = tuple(map(provision_facts.reference, first))
    told = tuple(map(provision_facts.reference, documents)) if more else ()
    return Listing(f"Documents that the provisions are from.{also} {stamp(project)}.", items, told)


def unnamed(moved: Iterable[tuple[str, str]], read: str) -> Listing:
    """The promises, as number and title, that a picture in which so much is `read` names by number only."""
    items = tuple(f"{number} {title}" for number, title in moved if title not in read)
    return Listing("Promises that the picture of this step names by number only.", items)


def left_out(view: str, titles: tuple[str, ...], whole: int) -> Listing:
    """The pages of a figure that a deck does not show, and the command that draws them all."""
    command = f"“foedus draw MODEL {view} -o {view}.pdf”"
    return Listing(f"{len(titles)} of {whole} pages are not shown here; {command} draws them all.", titles)


def places(graph: Graph) -> Iterator[str]:
    """Each provision with the places that it is from, by number."""
    model = graph.model
    for key, number in numbers(model).items():
        provision = model.provisions[key]
        cited = provision_facts.cited(model, provision.sources) or "source not given"
        yield f"{number} {provision.title}: {cited}"


def spoken(section: Section) -> Iterator[str]:
    """A section of a document as paragraphs."""
    for block in section.blocks:
        match block:
            case Paragraph():
                yield block.text
            case Facts():
                yield f"{block.title}:"
                yield from (f"{term}: {text}" for term, text in block.rows)
            case _:
                continue
