"""What a page says of any model: what triggers what, who decides, who can block it, what is undetermined.

Each point is computed and takes no side. A point that a model gives no occasion for is left out.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from foedus.analyses.analysis import Analysis, analyse_target
from foedus.analyses.cells import Word
from foedus.analyses.coverage import coverage
from foedus.analyses.settling import OpenPoint
from foedus.graph import Graph
from foedus.schema import Element, Model, Provision, Sourced
from foedus.simulation import Prepared
from foedus.views.account import OPEN
from foedus.views.cards import ranges
from foedus.views.compared.answers import promises
from foedus.views.compared.decided import findings
from foedus.views.status import WORDS, provision_standing
from foedus.words import NOBODY, counted, finder, inside, joined, lasting, name, numbers, phrase, plain

MOST = 5
"""So many points stand on a page."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What the points are computed from: the graph, the model prepared to be played, its open points."""

    graph: Graph
    prepared: Prepared
    open_points: tuple[OpenPoint, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A claim before its notes are numbered: `rests` are the elements that say so.

    What is `computed` from many of them (a count, veto players) is in the words of none, so its notes quote
    none: they name document and place.
    """

    lead: str
    text: str
    rests: tuple[Sourced, ...]
    about: tuple[str, ...] = ()
    computed: bool = False


def points(basis: Basis) -> tuple[Said, ...]:
    """Three to five points, fewer only of a model that says less; the weightiest first."""
    found = (said for point in _POINTS for said in [point(basis)] if said is not None)
    return tuple(found)[:MOST]


def _trigger(basis: Basis) -> Said | None:
    """The chief promise: when it enters into force, what triggers it, what it requires, and its verb."""
    model, chief = basis.graph.model, _chief(basis.graph)
    if chief is None:
        return None
    gates = [
        f"{words}: {phrase(model, condition)}"
        for words, condition in (
            ("in force once", chief.enters_when),
            ("triggered by", chief.trigger),
            ("due only if", chief.requires),
        )
        if condition is not None
    ]
    verb = f"the verb is “{plain(chief.wording)}”" if chief.wording else "the verb is not stated"
    parts = [*(gates or ["waits for nothing"]), verb, WORDS[provision_standing(model, chief)]]
    parts += ["sources differ on it"] if chief.claim and chief.claim.basis == "disputed" else []
    text = f"{_named(basis.graph, chief)} – {'; '.join((*parts, *_spelt_out(basis.graph, chief)))}."
    return Said("Trigger", text, (chief,), (chief.id,))


def _chief(graph: Graph) -> Provision | None:
    return next(iter(promises(graph)), None)


def _named(graph: Graph, provision: Provision) -> str:
    return f"{numbers(graph.model)[provision.id]} “{provision.title}”"


def _spelt_out(graph: Graph, provision: Provision) -> Iterator[str]:
    number = numbers(graph.model)
    parts = [number[each.id] for each in graph.model.provisions.values() if each.part_of == provision.id]
    if parts:
        listed = ranges(sorted(parts, key=lambda each: int(each.partition(".")[2])))
        yield f"{listed} spell{'s' if len(parts) == 1 else ''} it out"


def _decides(basis: Basis) -> Said | None:
    """Who finds that the chief promise is triggered, how, and what if that cannot be decided."""
    model, chief = basis.graph.model, _chief(basis.graph)
    if chief is None or chief.trigger is None:
        return None
    found = tuple({each.id: each for each in findings(basis.graph, chief)}.values())
    if not found:
        text = f"No text seen says who finds that it has happened: {phrase(model, chief.trigger)}."
        return Said("Who decides", text, (chief,), (chief.id,))
    each = found[0]
    who = finder(model, each)
    parts = [
        f"A finding {inside(model, each.title)} – {'nobody is named to make it' if who == NOBODY else who}"
    ]
    rule, deadlock = _stated(each.decision_rule), _stated(each.on_deadlock)
    if rule == deadlock:
        parts.append(f"how it is decided, and what if it cannot be: {rule}")
    else:
        parts += [f"how it is decided: {rule}", f"what follows a deadlock: {deadlock}"]
    parts += [f"within {lasting(each.deadline)}"] if each.deadline else []
    parts += [f"{counted(len(found) - 1, 'more finding')} bears on it"] if len(found) == 2 else []
    parts += [f"{counted(len(found) - 1, 'more finding')} bear on it"] if len(found) > 2 else []
    return Said("Who decides", f"{'; '.join(parts)}.", found[:1], (chief.id,))


def _stated(word: str | None) -> str:
    return "not stated" if word in (None, "unspecified") else plain(word)


_OUTCOMES = 3
"""So many outcomes are told by name."""


def _blocks(basis: Basis) -> Said | None:
    """Who can keep which outcome from coming about, alone: the veto players of the first targets."""
    model = basis.graph.model
    targets = list(model.targets.values())
    if not targets or basis.prepared.refused:
        return None
    every = [analyse_target(basis.prepared, each, "atom", 1_000, None) for each in targets]
    found = sorted(every, key=lambda each: not each.vetoes)[:_OUTCOMES]
    told = [f"“{each.target.title}” – {_players(each)}" for each in found]
    rest = len(targets) - len(found)
    told += [counted(rest, "more outcome")] if rest else []
    places = dict.fromkeys(point.atom.route[:2] for each in found for point in each.vetoes)
    rests = tuple(model.section(str(section))[str(key)] for section, key in places)
    text = f"{'; '.join(told)}."
    return Said("Can block alone (computed)", text, rests or tuple(targets[:1]), computed=True)


def _players(analysis: Analysis) -> str:
    model = analysis.project.model
    owners = sorted({_player(model, str(each.atom.owner)) for each in analysis.vetoes})
    return joined(owners, "and") or ("nothing brings it about" if analysis.never else "nobody alone")


def _player(model: Model, owner: str) -> str:
    """What a veto player is called and, of a body, how many have a veto in it."""
    body = model.bodies.get(owner)
    return (
        f"{name(model, owner)} ({len(body.veto)} have a veto in it)"
        if body and body.veto
        else name(model, owner)
    )


_CASES: dict[Word, str] = {
    "must": "somebody is obliged to answer",
    "may": "somebody may answer",
    "undetermined": "that cannot be said",
    "none": "nobody is obliged or expressly free to answer beyond what holds anyway",
}
"""What each word of a case of coverage says."""


def _answered(basis: Basis) -> Said | None:
    """In how many cases, an attack in a phase each, somebody is obliged or free to answer."""
    model, found = basis.graph.model, coverage(basis.graph.project)
    cells = [each for each in found.cells if each.reading is None]
    if not cells:
        return None
    counts = Counter(each.word for each in cells)
    told = [f"in {counts[word]} {_CASES[word]}" for word in _CASES if counts[word]]
    talked = sum(cell.word == "none" and any(each.beside for each in cell.replies) for cell in cells)
    but = f" (in {talked}, only to talk, set up or watch)" if talked else ""
    those = {reply.provision for cell in cells for reply in cell.replies if not reply.beside}
    answering = tuple(each for key, each in model.provisions.items() if key in those)
    attacks, phases = counted(len(found.events), "event"), counted(len(found.phases), "phase")
    cases = counted(len(cells), "case")
    text = f"{attacks} of attack or threat in {phases}, {cases}: {'; '.join(told)}{but}."
    rests: tuple[Element, ...] = answering[:1] or found.events[:1]
    return Said("Attacks answered", text, rests, tuple(each.id for each in answering), computed=True)


def _undetermined(basis: Basis) -> Said | None:
    """The open point on which most turns, and how much it would settle."""
    if not basis.open_points:
        return None
    model, point = basis.graph.model, basis.open_points[0]
    cells, outcomes = point.weight
    settled = [f"{counted(cells, 'case')} of an attack"] if cells else []
    settled += [f"{counted(outcomes, 'outcome')} of scenarios"] if outcomes else []
    element = model.section(str(point.unknown.route[0]))[str(point.unknown.route[1])]
    rest = len(basis.open_points) - 1
    text = (
        f"“{element.title}” – {OPEN[point.unknown.kind]}; an answer settles {joined(settled, 'and')}. "
        f"{counted(rest, 'more open point')} would settle something."
    )
    return Said("Undetermined", text, (element,))


def _firm(basis: Basis) -> Said | None:
    """How firmly the provisions speak: their verbs, and in what way they are said to bind."""
    provisions = list(basis.graph.model.provisions.values())
    if not provisions:
        return None
    verbs = Counter(each.wording for each in provisions)
    order = sorted(verbs, key=lambda verb: (verb is None, -verbs[verb], verb or ""))
    told = [f"“{plain(verb)}” {verbs[verb]}" if verb else f"not stated {verbs[verb]}" for verb in order]
    text = f"Of {counted(len(provisions), 'provision')}: {', '.join(told)}."
    return Said("Verbs", text, tuple(provisions[:1]), computed=True)


_POINTS: tuple[Callable[[Basis], Said | None], ...] = (
    _trigger, _decides, _blocks, _answered, _undetermined, _firm,
)  # fmt: skip
