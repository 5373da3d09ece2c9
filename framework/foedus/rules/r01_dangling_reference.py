"""A reference leads nowhere.

An id is used that no element of the right kind bears. Nothing that rests on it can be drawn, played
or counted, so the model says less than its author thinks. The nearest known id is suggested.

Bad:

    provisions:
      help:
        title: Help if attacked
        kind: defense
        obligors: [ally]
        modality: must
        trigger: armed-atack  # <- R01
    actors:
      ally: {title: Ally, kind: state}
    facts:
      armed-attack: {title: Armed attack, kind: brute, initial: false}

Good:

    provisions:
      help:
        title: Help if attacked
        kind: defense
        obligors: [ally]
        modality: must
        trigger: armed-attack
    actors:
      ally: {title: Ally, kind: state}
    facts:
      armed-attack: {title: Armed attack, kind: brute, initial: false}
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.load import Project
from foedus.nearest import nearest, slip
from foedus.rules.referring import referring
from foedus.schema import SECTIONS, Reference, references

CODE = "R01"
NAME = "dangling-reference"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR

TOO_SHORT = 3
"""A word of so many letters is near too much: `any` is within `germany`, and nearly the code of Canada."""


def check(graph: Graph) -> Iterator[Problem]:
    """Every reference whose id no section declares in which it could stand, nor a text that was not read."""
    project, framework = graph.project, graph.model.framework
    of_all = references(framework, ("framework",)) if framework else ()
    known: dict[tuple[str, ...], frozenset[str]] = {}
    for found in (of_all, *(own for _, own in referring(graph.model))):
        for reference in found:
            sections = reference.sections or SECTIONS
            if sections not in known:
                known[sections] = frozenset().union(*(project.declared[section] for section in sections))
            if reference.id not in known[sections] and reference.id not in project.unread:
                yield _problem(project, reference, sections)


def _problem(project: Project, reference: Reference, sections: tuple[str, ...]) -> Problem:
    kind = " or ".join(section.removesuffix("s") if section != "bodies" else "body" for section in sections)
    what = f"no {kind} has" if reference.sections else "nothing has"
    message = f"{what} the id `{reference.id}`"
    meant = _meant(project, reference.id, sections)
    hint = f"did you mean `{meant}`?" if meant else _hint(project, reference.id, sections)
    repair = (reference.id, meant) if meant is not None else None
    return Problem(reference.route, message, hint, meant=repair)


def _meant(project: Project, wanted: str, sections: tuple[str, ...]) -> str | None:
    """The id that a slip of the keys, or another name of one element alone, can only stand for."""
    names = list(_names(project, sections))
    called = {key for name, key in names if name == wanted.lower()}
    return called.pop() if len(called) == 1 else slip(wanted, {key for _, key in names}, names=True)


def _hint(project: Project, wanted: str, sections: tuple[str, ...]) -> str:
    """The id that was meant: by another name of an element, by nearness, or in another section."""
    names = dict(_names(project, sections))
    if len(wanted) > TOO_SHORT and (near := nearest(wanted, names)) is not None:
        return f"did you mean `{names[near]}`?"
    elsewhere = [section for section in SECTIONS if wanted in project.declared[section]]
    if elsewhere:
        return f"`{wanted}` is declared in {elsewhere[0]}, which cannot stand here"
    return "declare it, or correct the id"


def _names(project: Project, sections: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What the elements of the model and of the register are called, each with the id that is meant."""
    for tree in (project.register, project.tree):
        for section in sections:
            elements = tree.entries()[section].entries() if section in tree.entries() else {}
            for key, element in elements.items():
                titles = [element.at("title").value] if "title" in element.entries() else []
                aliases = element.entries()["aliases"].words() if "aliases" in element.entries() else ()
                yield from ((str(word).lower(), key) for word in (*titles, *aliases))
                yield key, key
