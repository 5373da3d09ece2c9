"""From claims to sources to origins: on which documents each component rests, and which retell one origin.

Documents that retell another count as that one: ten retellings of one leak are one origin. A document of
which nobody says that it retells another is its own origin.
"""

from collections import defaultdict
from dataclasses import dataclass

from foedus.graph import Graph
from foedus.schema import Model, Provision, SourceDocument
from foedus.views.captions import caption, columns, leaving_out, without_frame
from foedus.views.cards import ranges
from foedus.views.shapes import Grid, Head, Line
from foedus.words import counted, day, joined, label, numbers, provisions_of, unnamed

TITLE = "On which documents each component rests"
SUBTITLE = "Provisions by origin; what retells a document counts as that document"
UNSOURCED = "No source given"

_ROWS = (999, 12, 9, 7, 5)
"""More origins than these are counted in one row, by how brief the picture is."""
_NAMED = (4, 2, 1, 0, 0)
"""More retellings than these in a cell are counted."""


@dataclass(frozen=True, slots=True)
class _Cited:
    """A provision that one origin reaches: by itself or not, through which other documents, and if alone."""

    provision: Provision
    itself: bool
    through: tuple[str, ...]
    alone: bool


Resting = dict[str, dict[str | None, list[_Cited]]]
"""What rests on each origin, by the origin's id and by component."""


def view(graph: Graph, brief: int = 0) -> Grid:
    """Origins by component, each cell with the provisions that rest on it and through which documents.

    A brief picture names fewer retellings in a cell, then none, and counts the origins for which it has
    no row.
    """
    model = graph.model
    shown_in = columns(model, short=brief >= 1)
    resting = _resting(model, [key for key, _ in shown_in])
    order = sorted(resting, key=lambda origin: _weight(model, origin, resting))
    shown, rest = order[: _ROWS[brief]], order[_ROWS[brief] :]
    subtitle = without_frame(model, SUBTITLE if order else "No provision here and no source")
    if rest:
        titles = [_title(model, origin) for origin in rest]
        said = joined(titles, "and") if len(titles) <= 2 else f"{len(titles)} further origins"
        subtitle = leaving_out(subtitle, said)
    cells = tuple(
        tuple(_cell(graph, origin, resting[origin].get(key, []), brief) for key, _ in shown_in)
        for origin in shown
    )
    alt = (
        f"Table of {len(shown)} origins by {len(shown_in)} components with the provisions that rest on each."
    )
    head = caption(graph.project, "provenance", TITLE, subtitle, alt)
    heads = tuple(_head(graph, origin, resting[origin]) for origin in shown)
    return Grid(head, tuple(lane for _, lane in shown_in), heads, cells, row_style="names")


def origins(model: Model, document: str) -> tuple[str, ...]:
    """The documents at the beginning of what a document retells; itself where it retells nothing known.

    Of documents that retell one another in a circle, the first by id.
    """
    seen: set[str] = set()
    found: set[str] = set()
    todo = [document]
    while todo:
        at = todo.pop()
        if at in seen:
            continue
        seen.add(at)
        before = [each for each in _retold(model, at) if each in model.sources]
        todo += before
        if not before:
            found.add(at)
    return tuple(sorted(found or {min(seen)}))


def _retold(model: Model, document: str) -> tuple[str, ...]:
    found = model.sources.get(document)
    return found.derived_from if found is not None else ()


def _resting(model: Model, components: list[str | None]) -> Resting:
    """Each provision under every origin of what it cites; under an empty id where it cites nothing."""
    found: Resting = defaultdict(lambda: defaultdict(list))
    for component in components:
        for provision in provisions_of(model, component):
            through: dict[str, list[str]] = defaultdict(list)
            for document in dict.fromkeys(source.doc for source in provision.sources):
                for origin in origins(model, document):
                    through[origin] += [document]
            for origin, documents in (through or {"": []}).items():
                by = tuple(each for each in documents if each != origin)
                cited = _Cited(provision, origin in documents, by, len(through) == 1)
                found[origin][component].append(cited)
    return found


def _weight(model: Model, origin: str, resting: Resting) -> tuple[bool, int, str]:
    """Origins on which most rests first; what has no source last."""
    many = sum(len(each) for each in resting[origin].values())
    return not origin, -many, _title(model, origin)


def _title(model: Model, origin: str) -> str:
    found = model.sources.get(origin)
    return found.title if found is not None else unnamed(origin) or UNSOURCED


def _publisher(model: Model, document: str) -> str:
    found = model.sources.get(document)
    return found.publisher or found.title if found is not None else unnamed(document)


def _head(graph: Graph, origin: str, resting: dict[str | None, list[_Cited]]) -> Head:
    document = graph.model.sources.get(origin)
    if document is None:
        return Head(_title(graph.model, origin), "" if origin else "no document is cited")
    place = graph.project.where(document.route)
    return Head(document.title, "; ".join(_marks(graph, document)), place)


def _marks(graph: Graph, document: SourceDocument) -> list[str]:
    """What sort of document it is, of which version it speaks, and whether it is used for the record only."""
    kind = label(graph.project, "source-kind", document.kind)
    known = [kind, document.publisher or "", day(document.published) if document.published else ""]
    parts = [", ".join(each for each in known if each)]
    parts += ["speaks of the draft"] if document.version_reported == "draft" else []
    return [*parts, *(["partisan"] if document.partisan else [])]


def _cell(graph: Graph, origin: str, cited: list[_Cited], brief: int) -> tuple[Line, ...]:
    """The provisions of a component that rest on an origin: which, through what, and which on it alone."""
    if not cited:
        return ()
    place = graph.project.where(cited[0].provision.route)
    titles = _titles(graph, cited)
    said = titles if len(cited) == 1 and not brief else _listed(graph, cited)
    lines = [Line(said, "strong", title=titles, origin=place)]
    if through := sorted({document for each in cited for document in each.through}):
        names = [_publisher(graph.model, each) for each in through]
        text = joined(names, "and") if len(names) <= _NAMED[brief] else counted(len(names), "document")
        word = "also retold in" if any(each.itself for each in cited) else "through"
        lines.append(Line(f"{word} {text}", title=joined(names, "and"), origin=place))
    document = graph.model.sources.get(origin)
    if document is not None and (document.version_reported == "draft" or document.partisan):
        alone = [each for each in cited if each.alone]
        lines += [Line(f"on nothing else: {_listed(graph, alone)}", origin=place)] if alone else []
    return tuple(lines)


def _listed(graph: Graph, cited: list[_Cited]) -> str:
    number = numbers(graph.model)
    return f"{ranges(number[each.provision.id] for each in cited)}: {counted(len(cited), 'provision')}"


def _titles(graph: Graph, cited: list[_Cited]) -> str:
    number = numbers(graph.model)
    return "; ".join(f"{number[each.provision.id]} {each.provision.title}" for each in cited)
