"""The words around a picture: the author's title or a neutral one, the status tag, the source line."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from foedus import __version__
from foedus.fingerprint import fingerprint
from foedus.handling import highest, said
from foedus.load import Project
from foedus.schema import Framework, Instrument, Model, history
from foedus.views.shapes import Caption, Lane
from foedus.words import component_list, counted, day, plain, provisions_of

NEUTRAL = "Structure, not forecast"
"""What stands at the foot of everything: what Foedus says, and what it does not."""
_HUES = 7
"""So many colours can be told apart; further components are numbered only."""


def caption(
    project: Project, view: str, title: str, subtitle: str, alt: str, beside: tuple[Project, ...] = ()
) -> Caption:
    """The caption of a view; the author's title, where the model gives one, stands instead of the neutral.

    What is drawn `beside` the model may be for fewer readers.
    """
    framework = project.model.framework
    own = framework.views.get(view) if framework is not None else None
    if own is not None:
        title, subtitle = own.title, own.subtitle or subtitle
    return Caption(view, title, subtitle, tag(project, *beside), source_line(project, *beside), alt)


def columns(model: Model, short: bool = False) -> tuple[tuple[str | None, Lane], ...]:
    """The components with their lanes; of a model without components, all its provisions as one column."""
    if model.components or not model.provisions:
        return tuple((lane.id, lane) for lane in lanes(model, short))
    return ((None, Lane("provisions", "", "All provisions", 0)),)


def without_frame(model: Model, subtitle: str) -> str:
    """The subtitle of a picture of the components, saying how many provisions belong to none."""
    frame = provisions_of(model, None) if model.components else []
    return leaving_out(subtitle, f"{counted(len(frame), 'provision')} of the frame") if frame else subtitle


def leaving_out(subtitle: str, what: str) -> str:
    """The subtitle with one more thing that the picture leaves out."""
    if "not drawn: " in subtitle.lower():
        return f"{subtitle}; {what}"
    return f"{subtitle}; not drawn: {what}" if subtitle else f"Not drawn: {what}"


def tag(project: Project, *beside: Project) -> str:
    """The boxed status tag of a picture, in capitals."""
    return " · ".join(status(project, *beside)).upper()


def handling(*projects: Project) -> tuple[str, ...]:
    """Who may read what is made of some models; nothing where everybody may."""
    mark = highest(*projects)
    return (f"handling: {mark}",) if mark != "public" else ()


def status(project: Project, *beside: Project) -> tuple[str, ...]:
    """Who may read it, unless everybody, then the reading that is laid over the text, if any, how far the
    text has come, and the day of the model."""
    framework, marked = project.model.framework, handling(project, *beside)
    if framework is None:
        return (*marked, "no day given")
    read = (f"reading: {project.reading}",) if project.reading else ()
    return (*marked, *read, _texts(project.model, framework, bool(read)), f"as of {day(framework.as_of)}")


def _texts(model: Model, framework: Framework, in_all: bool) -> str:
    """How far the main text has come and how many others there are; how many there are where none is the
    main one, or where they are to be counted `in_all`."""
    stated = sorted({each.instrument for each in model.provisions.values() if each.instrument})
    main = framework.instrument or (stated[0] if len(stated) == 1 else None)
    text = model.instruments.get(main or "")
    word = text.status_on(framework.as_of) if text is not None else None
    more = len({*stated} - {main})
    if (in_all and more) or word is None:
        many = more + (main is not None)
        return counted(many, "text") if many else "no text named"
    first = f"text {plain(word)}" if "_" in word else f"{word} text"
    return first + (f" and {counted(more, 'other')}" if more else "")


def others(model: Model) -> int:
    """How many texts beside the main one the provisions of a model come from."""
    main = model.framework.instrument if model.framework is not None else None
    return len({each.instrument for each in model.provisions.values()} - {main, None}) if main else 0


def source_line(project: Project, *beside: Project) -> str:
    """The document that the model rests on, that it is paraphrased, who may read it, and what is withheld.

    What is shown `beside` it may be for fewer readers.
    """
    rests = rests_on(project.model) or "see the model"
    line = f"Source: {rests}. Paraphrased; not an official text. {NEUTRAL}."
    return _footer(line, (project, *beside))


def stamp(project: Project) -> str:
    """What made this of what: the version of Foedus, and the fingerprint of the model that it read."""
    return f"Foedus {__version__} · model {fingerprint(project.tree)}"


def source_lines(projects: Sequence[Project]) -> str:
    """The source line of several models together."""
    rest = "; ".join(dict.fromkeys(rests_on(each.model) or "see the model" for each in projects))
    return _footer(f"Sources: {rest}. Paraphrased; no official texts. {NEUTRAL}.", projects)


def _footer(line: str, projects: Iterable[Project]) -> str:
    return f"{line} {said(projects)}".rstrip()


def rests_on(model: Model) -> str:
    """The text that a model rests on, with its document's publisher and date; empty where it names none."""
    text = _first_text(model)
    if text is None:
        return ""
    documents = (model.sources[key] for key in editions(model))
    published = sorted((each.published, each.publisher or "") for each in documents if each.published)
    first = [filter(None, (publisher, day(on))) for on, publisher in published[:1]]
    by = "".join(f" ({', '.join(parts)})" for parts in first)
    more = len({each.instrument for each in model.provisions.values()} - {text.id, None})
    also = f" and {counted(more, 'other text')}" if more else ""
    return f"{text.title}{by}{also}"


def editions(model: Model) -> frozenset[str]:
    """The documents that are the text on which a model rests, by id; none where it names none."""
    text = _first_text(model)
    of = text.id if text is not None else ""
    sources = model.sources.values()
    return frozenset(each.id for each in sources if of in each.reports and each.kind == "instrument")


def _first_text(model: Model) -> Instrument | None:
    """The text that the system rests on; where it rests on several, the first that came about.

    Of those of one day it is the one with the most provisions.
    """
    framework = model.framework
    if framework is not None and framework.instrument is not None:
        return model.instruments.get(framework.instrument)
    counts = Counter(each.instrument for each in model.provisions.values())
    stating = (text for text in model.instruments.values() if counts[text.id])
    return min(stating, key=lambda text: (_since(text), -counts[text.id], text.id), default=None)


def _since(text: Instrument) -> date:
    return next((dated.on for dated in history(text.status) if dated.on is not None), date.max)


def lanes(model: Model, short: bool = False) -> tuple[Lane, ...]:
    """The components as lanes, in order; the hue follows the order."""
    return tuple(
        Lane(
            id=each.id, number=str(each.order), title=(each.short or each.title) if short else each.title,
            hue=each.order if 1 <= each.order <= _HUES else 0,
        )
        for each in component_list(model)
    )  # fmt: skip
