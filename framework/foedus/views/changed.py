"""What a change to a model changes, as a document: strength, elements, outcomes, findings."""

from collections import defaultdict
from collections.abc import Iterator

from foedus.checking import untested
from foedus.comparison import CALLED, Change, Comparison, FieldChange, Word
from foedus.finding import Finding
from foedus.load import Project
from foedus.place import Span
from foedus.views.captions import source_line
from foedus.views.document import Block, Bullets, Document, Facts, Paragraph, Section
from foedus.views.parted import in_number, partings
from foedus.words import counted, joined, numbers, sentence


def view(found: Comparison, ends: tuple[str, str]) -> Document:
    """What differs on the way from one model to another; `ends` is what the two are called."""
    ends_of = (found.now, found.before) if found.now.model.framework else (found.before, found.now)
    model = ends_of[0].model
    sections = (
        _strength(found),
        *_elements(found),
        _outcomes(found),
        _findings("New findings", "new", found.new),
        _findings("Findings that are gone", "gone", found.gone),
        _beside(found),
    )
    return Document(
        title=model.framework.title if model.framework else found.now.name,
        tag=f"What differs from {ends[0]} to {ends[1]}",
        source=source_line(*ends_of),
        summary=_summary(found),
        sections=tuple(section for section in sections if section.blocks),
    )


def _summary(found: Comparison) -> str:
    """The whole in a sentence or two."""
    if not found.differs:
        return "Nothing differs in what the models say, in what comes of it, or in what is found in them."
    words = ("added", "removed", "renamed", "changed")
    counts = [
        f"{count} {word}"
        for word in words
        if (count := sum(each.word == word and not each.beside for each in found.changes))
    ]
    if beside := sum(each.beside for each in found.changes):
        counts.append(f"{beside} with other sources, notes or order only")
    told = f"Elements: {', '.join(counts) or 'none differs'}."
    marks = [f"{len(own)} {word}" for own, word in ((found.new, "new"), (found.gone, "gone")) if own]
    return f"{told} {_played(found)} Findings: {', '.join(marks) or 'the same'}."


def _played(found: Comparison) -> str:
    every, parted = len(found.outcomes), len(found.parted)
    if not every:
        return "No scenario is in both, so none was played."
    many = counted(every, "scenario")
    if not parted:
        return f"No scenario comes out differently: {many} played on both, the same every day."
    return f"{parted} of {many} {'comes' if parted == 1 else 'come'} out differently."


def _outcomes(found: Comparison) -> Section:
    """What comes out differently, and what could not be seen because no scenario comes to it."""
    blocks: list[Block] = list(partings(found.parted))
    if missing := _unplayed(found):
        number = numbers(found.now.model)
        listed = ", ".join(sorted((number[each] for each in missing), key=in_number))
        text = f"Changed, and made due by no scenario, so that no effect could be seen: {listed}."
        blocks.append(Paragraph(text, quiet=True))
    return Section("Outcomes of scenarios", "outcomes", tuple(blocks))


def _unplayed(found: Comparison) -> set[str]:
    """The provisions that say something else and that none of the plays makes due."""
    touched = {
        each.id
        for each in found.changes
        if each.section == "provisions" and each.word in ("added", "changed") and not each.beside
    }
    return touched & set(untested(found.now, tuple(each.now for each in found.outcomes)))


def _strength(found: Comparison) -> Section:
    """The fields that make a promise weaker or stronger, firmer or less firm."""
    items = tuple(
        f"{_called(found, each)}: {field.words}; {field.strength} ({_places(field.was_at, field.now_at)})"
        for each in found.changes
        for field in each.fields
        if field.strength
    )
    return Section("Strength", "strength", (Bullets(items),) if items else ())


def _elements(found: Comparison) -> Iterator[Section]:
    """The elements that say something else, by what became of them."""
    by: dict[Word, list[Change]] = defaultdict(list)
    for each in found.changes:
        if not each.beside:
            by[each.word].append(each)
    facts = tuple(
        Facts(_called(found, each), "", tuple(_field(field) for field in each.fields))
        for each in by["changed"]
    )
    yield Section("Changed", "changed", facts)
    for word in ("added", "removed"):
        items = tuple(f"{_called(found, each)} ({each.origin})" for each in by[word])
        yield Section(sentence(word), word, (Bullets(items),) if items else ())
    renamed = tuple(
        f"{_called(found, each)} was `{each.was}` ({_places(each.was_at, each.now_at)})"
        for each in by["renamed"]
    )
    yield Section("Renamed", "renamed", (Bullets(renamed),) if renamed else ())


def _beside(found: Comparison) -> Section:
    """The elements that say the same and rest on something else, or are shown otherwise."""
    items = tuple(
        f"{_called(found, each)}: {joined([field.name for field in each.fields], 'and')} ({each.origin})"
        for each in found.changes
        if each.beside
    )
    return Section("Other sources, notes or order only", "beside", (Bullets(items),) if items else ())


def _field(field: FieldChange) -> tuple[str, str]:
    """A field with its values and places."""
    values = f"{field.before} → {field.now}" if field.before != field.now else "written otherwise"
    return field.name, f"{values} ({_places(field.was_at, field.now_at)})"


def _places(before: Span | None, now: Span | None) -> str:
    return " → ".join(str(place) for place in (before, now) if place is not None)


def _called(found: Comparison, each: Change) -> str:
    """An element by its number, where it is a provision, its title and its id."""
    if each.section == "framework":
        return "framework"
    project: Project = found.before if each.word == "removed" else found.now
    number = numbers(project.model).get(each.id, "") if each.section == "provisions" else ""
    return " ".join(part for part in (CALLED[each.section], number, each.title, f"(`{each.id}`)") if part)


def _findings(title: str, anchor: str, findings: tuple[Finding, ...]) -> Section:
    items = tuple(f"{each.severity.word} {each.code} {each.message} ({each.span})" for each in findings)
    return Section(title, anchor, (Bullets(items),) if items else ())
