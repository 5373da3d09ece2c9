"""What differs between two readings, between a reading and the model, or between two models."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from foedus.comparison import CALLED, Change, Word, changes
from foedus.errors import Stop
from foedus.graph import Graph
from foedus.load import Project
from foedus.views.asked import Asked
from foedus.views.captions import caption, lanes
from foedus.views.cards import ranges
from foedus.views.shapes import Grid, Head, Lane, Line
from foedus.words import counted, numbers

TITLE = "What differs"
_MARKS: dict[Word, str] = {"added": "+", "removed": "−", "changed": "≠", "same": "="}
_ROWS: dict[Word, str] = {"added": "Added", "removed": "Removed", "changed": "Changed", "same": "The same"}
_REST = "rest"
_COMPARED = frozenset({
    "provisions", "facts", "events", "determinations", "bodies", "instruments", "actors", "targets",
})  # fmt: skip
"""The sections that have room in a picture."""
_FIELDS = (99, 4, 2, 1, 0)
"""More fields of a provision than these are counted, by how brief the picture is."""
_SINGLE = (99, 9, 6, 4, 2)
"""More elements of one sort in a cell than these are counted."""


def view(graph: Graph, asked: Asked) -> Grid:
    """What was added, removed and changed on the way from `asked.against` to the model of the graph.

    Marks and words say it, never colour. A brief picture tells fewer fields of each provision, and counts
    what has no room. Raises `Stop` where nothing is given to compare with.
    """
    if asked.against is None:
        raise Stop("difference needs something to compare with; add `--against READING`, or another model")
    found = [each for each in changes(asked.against, graph.project) if each.section in _COMPARED]
    shown_in = _columns(asked.against, graph, [each for each in found if _word(each) != "same"])
    rows = [word for word in _MARKS if any(_word(each) == word and _in(each, shown_in) for each in found)]
    groups: dict[tuple[Word, str], list[Change]] = defaultdict(list)
    for each in found:
        groups[_word(each), _lane(each, shown_in)].append(each)
    cells = tuple(
        tuple(tuple(_cell(graph, groups[word, lane.id], asked.brief)) for lane in shown_in) for word in rows
    )
    changed = sum(_word(each) != "same" for each in found)
    between = _between(asked.against, graph.project)
    alt = f"Table of {changed} differences in {len(shown_in)} columns. {between}."
    subtitle = between if changed else f"{between}: nothing differs"
    head = caption(graph.project, "difference", TITLE, subtitle, alt, (asked.against,))
    return Grid(head, shown_in, tuple(Head(_ROWS[word]) for word in rows), cells)


def _word(each: Change) -> Word:
    """What became of an element to whoever reads titles: an id or an order that changed is none of it."""
    told = each.said or any(field.weight == "rests" for field in each.fields)
    return "same" if each.word == "renamed" or (each.word == "changed" and not told) else each.word


def _between(before: Project, now: Project) -> str:
    if not before.model.framework or not now.model.framework:
        return f"From {before.name} to {now.name}"
    return f"From {_called(before, now)} to {_called(now, before)}"


def _called(project: Project, other: Project) -> str:
    """A reading by its title, a model by that of its system; the model of a reading as it stands."""
    if project.reading is not None:
        return f"“{project.model.readings[project.reading].title}”"
    if project.name == other.name:
        return "the text as it stands"
    return project.model.framework.title if project.model.framework else project.name


def _columns(before: Project, now: Graph, changed: Sequence[Change]) -> tuple[Lane, ...]:
    """The components of both, and one more column for what belongs to none where that differs."""
    own = lanes(now.model, short=True)
    gone = tuple(lane for lane in lanes(before.model, short=True) if lane.id not in now.model.components)
    known = {lane.id for lane in (*own, *gone)}
    rest = (Lane(_REST, "", "Frame and others" if known else "All", 0),)
    return (*own, *gone, *(rest if any(each.component not in known for each in changed) or not known else ()))


def _lane(each: Change, shown_in: Sequence[Lane]) -> str:
    known = {lane.id for lane in shown_in}
    return each.component if each.component in known and each.component is not None else _REST


def _in(each: Change, shown_in: Sequence[Lane]) -> bool:
    return any(lane.id == _lane(each, shown_in) for lane in shown_in)


def _cell(graph: Graph, group: list[Change], brief: int) -> list[Line]:
    """What became of the elements of a column in one way: provisions first, then the rest by sections."""
    number = numbers(graph.model)
    provisions = [each for each in group if each.section == "provisions"]
    provisions.sort(key=lambda each: _order(number.get(each.id, "")))
    others = [each for each in group if each.section != "provisions" and not each.beside]
    match _word(group[0]) if group else "same":
        case "same":
            return _ranged(graph, provisions, "=")
        case "changed":
            told = [each for each in (*provisions, *others) if not each.beside]
            beside = _ranged(
                graph, [each for each in provisions if each.beside], "other sources or notes only:"
            )
            return [*_changed(graph, told, brief), *(replace(line, style="aside") for line in beside)]
        case word:
            lines = [
                Line(f"{_MARKS[word]} {_title(graph, each)}", title=each.title, origin=each.origin)
                for each in (*provisions, *others)
            ]
            return _at_most(lines, _SINGLE[brief])


def _ranged(graph: Graph, group: list[Change], lead: str) -> list[Line]:
    """Provisions by number alone."""
    if not group:
        return []
    number = numbers(graph.model)
    title = "; ".join(_title(graph, each) for each in group)
    listed = ranges(number[each.id] for each in group)
    text = f"{lead} {listed} ({counted(len(group), 'provision')})"
    return [Line(text, title=title, origin=group[0].origin)]


def _order(number: str) -> tuple[str, int]:
    head, _, place = number.partition(".")
    return head, int(place or 0)


def _changed(graph: Graph, group: list[Change], brief: int) -> list[Line]:
    """Elements that differ in the same fields and values together, each group above its fields."""
    alike: dict[object, list[Change]] = defaultdict(list)
    for each in group:
        alike[each.section, each.said].append(each)
    blocks = [[_head(graph, own), *_fields(own[0], _FIELDS[brief])] for own in alike.values()]
    shown = blocks[: _SINGLE[brief]]
    rest = sum(len(own) for own in list(alike.values())[len(shown) :])
    lines = [line for block in shown for line in block]
    return [*lines, *([Line(f"and {rest} more", "aside")] if rest else [])]


def _head(graph: Graph, own: list[Change]) -> Line:
    first = own[0]
    title = "; ".join(_title(graph, each) for each in own)
    if len(own) > 1 and first.section == "provisions":
        return replace(_ranged(graph, own, _MARKS["changed"])[0], style="strong")
    return Line(f"{_MARKS['changed']} {title}", "strong", title=title, origin=first.origin)


def _fields(each: Change, most: int) -> Iterator[Line]:
    shown = each.said if len(each.said) <= most else each.said[: max(0, most - 1)]
    for field in shown:
        yield Line(field.words, "item", title=field.words, origin=each.origin)
    if rest := each.said[len(shown) :]:
        told = "; ".join(field.words for field in rest)
        named = ", ".join(field.name for field in rest)
        yield Line(f"also: {named}" if shown else named, "item", title=told, origin=each.origin)


def _title(graph: Graph, each: Change) -> str:
    """A provision with its number where the model has it, another element with the sort of thing it is."""
    if each.section != "provisions":
        return f"{CALLED[each.section]}: {each.title}"
    return f"{numbers(graph.model).get(each.id, '')} {each.title}".strip()


def _at_most(lines: list[Line], most: int) -> list[Line]:
    if len(lines) <= most:
        return lines
    rest = "; ".join(line.text for line in lines[most - 1 :])
    return [*lines[: most - 1], Line(f"and {len(lines) - most + 1} more", "aside", title=rest)]
