"""The one page of a model: its bottom line, a figure, the points, what is open, and what it rests on."""

from collections import Counter
from collections.abc import Iterable

from foedus.analyses.settling import OpenPoint, open_points
from foedus.graph import Graph, build
from foedus.load import Project
from foedus.schema import Element, Framework, Model, Sourced
from foedus.schema.vocabulary import Confidence, Modality
from foedus.simulation import prepare
from foedus.views.briefing.points import Basis, Said, points
from foedus.views.briefing.shape import Briefing, Claim, Note
from foedus.views.captions import rests_on, source_line, stamp, tag
from foedus.views.document import Figure
from foedus.views.provision_facts import cited, whereabouts
from foedus.views.status import WORDS, provision_standing
from foedus.words import counted, joined, sentence

_NOTES = 2
"""No claim has more notes than these."""
_ASKED = 3
"""So many open questions are told by name."""


def view(project: Project, figure: Figure) -> Briefing:
    """The page with a figure of somebody's choice."""
    graph = build(project)
    model, framework = project.model, project.model.framework
    found = open_points(project)
    said = (_bottom_line(graph), *points(Basis(graph, prepare(project), found)), _rests(graph))
    (bottom_line, *shown, rests), notes = _numbered(graph, said)
    asked = _asked(model, found)
    rival = sum(each.kind == "conflict" for each in model.questions.values())
    return Briefing(
        title=framework.title if framework is not None else project.name,
        tag=tag(project),
        bottom_line=bottom_line,
        figure=figure,
        points=tuple(shown),
        asked=asked[:_ASKED],
        unasked=len(asked[_ASKED:]),
        rival=rival,
        rests=rests,
        notes=notes,
        source=source_line(project),
        made=stamp(project),
    )


def _bottom_line(graph: Graph) -> Said:
    """The author's own words where the model has them; else what can be counted."""
    framework = graph.model.framework
    if framework is not None and framework.bottom_line is not None:
        stated = framework.bottom_line
        return Said("Bottom line", stated.says, (stated if stated.sources else framework,))
    return Said(
        "Bottom line", _counted(graph.model), (framework,) if framework is not None else (), computed=True
    )


_SORTS: tuple[tuple[Modality, str, str], ...] = (
    ("must", "duty", "duties"),
    ("must_not", "prohibition", "prohibitions"),
    ("may", "permission", "permissions"),
)
_CONFIDENCES: tuple[Confidence, ...] = ("high", "moderate", "low")


def _counted(model: Model) -> str:
    """A model in numbers: duties, prohibitions and permissions, and how far they have come."""
    provisions = model.provisions.values()
    sorts = Counter(each.modality for each in provisions)
    standings = Counter(provision_standing(model, each) for each in provisions)
    kinds = [
        f"{sorts[word]} {one if sorts[word] == 1 else more}" for word, one, more in _SORTS if sorts[word]
    ]
    firm = [f"{standings[each]} {words}" for each, words in WORDS.items() if standings[each]]
    if not kinds:
        return "The model holds no provision yet."
    parts = len(model.components)
    where = f" in {counted(parts, 'component')}" if parts else ""
    return f"{sentence(joined(kinds, 'and'))}{where}: {', '.join(firm)}."


def _rests(graph: Graph) -> Said:
    """The text that the model rests on, and how its provisions follow from their sources."""
    model = graph.model
    claims = [each.claim for each in model.provisions.values() if each.claim is not None]
    bases = Counter(each.basis for each in claims)
    sure = Counter(each.confidence for each in claims if each.confidence)
    told = [f"{word} {bases[word]}" for word in sorted(bases, key=lambda word: (-bases[word], word))]
    held = [f"{word} {sure[word]}" for word in _CONFIDENCES if sure[word]]
    text = rests_on(model) or "The model names no text"
    main = next(iter(_main_texts(model.framework, model)), None)
    counted = f" Provisions by claim basis: {', '.join(told)}." if told else ""
    counted += f" By confidence: {', '.join(held)}." if held else ""
    return Said("What it rests on", f"{text}.{counted}", (main,) if main is not None else (), computed=True)


def _main_texts(framework: Framework | None, model: Model) -> Iterable[Sourced]:
    named = framework.instrument if framework is not None else None
    return [text for key, text in model.instruments.items() if named in (None, key)]


def _asked(model: Model, found: tuple[OpenPoint, ...]) -> tuple[str, ...]:
    """The open questions, those first that touch the weightiest open points."""
    weighty = list(dict.fromkeys(key for point in found for key in point.questions))
    asked = [key for key, each in model.questions.items() if each.kind == "open"]
    order = sorted(asked, key=lambda key: (key not in weighty, weighty.index(key) if key in weighty else 0))
    return tuple(model.questions[key].title for key in order)


def _numbered(graph: Graph, said: tuple[Said, ...]) -> tuple[tuple[Claim, ...], tuple[Note, ...]]:
    """The claims with their notes by number, and the notes; what is said in one place has one number."""
    notes: dict[Note, int] = {}
    claims = []
    for each in said:
        own = list(dict.fromkeys(_note(graph, source, each.computed) for source in each.rests))[:_NOTES]
        marks = tuple(notes.setdefault(note, len(notes) + 1) for note in own)
        claims.append(Claim(each.lead, each.text, marks, each.about))
    return tuple(claims), tuple(notes)


def _note(graph: Graph, source: Sourced, computed: bool) -> Note:
    """Where something stands: document, place and, unless it is `computed`, the words that say so.

    Where no source is given, its place in the model.
    """
    if source.sources:
        text = cited(graph.model, source.sources[:1], quoted=not computed)
        document = graph.model.sources.get(source.sources[0].doc)
        if document is None:
            return Note(text)
        return Note(text, document.id, ". ".join(whereabouts(document)))
    route = source.route if isinstance(source, Element) else ("framework",)
    return Note(f"No source given; in the model at {graph.project.where(route)}")
