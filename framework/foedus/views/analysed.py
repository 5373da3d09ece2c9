"""Outcomes analysed, in words: routes, what stops them, who stops them alone, and who matters how much."""

from collections.abc import Iterator, Sequence, Set
from fractions import Fraction
from typing import Literal, TypeAlias

from foedus.analyses.analysis import Analysis, Point, Power, Sets, analyse_target
from foedus.analyses.atoms import KINDS, Atom
from foedus.analyses.witness import HOW, watched, witness
from foedus.graph import Graph
from foedus.schema import Model, history
from foedus.simulation import Prepared, prepare
from foedus.views.captions import source_line, status
from foedus.views.document import Block, Document, Facts, Paragraph, Section, Table
from foedus.views.provision_facts import Cite, cited
from foedus.words import name, phrase, sentence, with_vetoes

Part: TypeAlias = Literal["routes", "blockers", "vetoes", "power"]
PARTS: tuple[Part, ...] = ("routes", "blockers", "vetoes", "power")
USUAL: frozenset[Part] = frozenset({"routes", "vetoes"})
"""What is shown where nothing is asked for."""

LATCHED = (
    "What an outcome needs is taken to have come about, in whatever order, and to be still so (latched "
    "reading). Each route shown is played, to say whether the model's events can bring it about."
)


def view(analyses: Sequence[Analysis], asked: Set[Part], most: int) -> Document:
    """The analyses of one project in words; of each sort of set at most so many."""
    project = analyses[0].project
    by = ("by actor",) if analyses[0].by == "actor" else ()
    return Document(
        title=project.model.framework.title if project.model.framework is not None else project.name,
        tag=" · ".join((*status(project), "latched reading", *by)),
        source=source_line(project),
        summary=LATCHED,
        sections=tuple(
            Section(each.target.title, each.target.id, tuple(blocks(each, asked, most))) for each in analyses
        ),
    )


def blocks(analysis: Analysis, asked: Set[Part], most: int) -> Iterator[Block]:
    """One outcome in words: what it is, and what was asked about it."""
    yield Paragraph(f"The outcome: {phrase(analysis.project.model, analysis.target.condition)}.", quiet=True)
    yield Paragraph(_summary(analysis))
    if "routes" in asked:
        yield from _routes(analysis, most)
    if "vetoes" in asked:
        yield from _alone(analysis)
    if "blockers" in asked:
        yield from _coalitions(analysis, most)
    if "power" in asked and analysis.power:
        yield from _power(analysis)


def outcomes(graph: Graph, cite: Cite = cited) -> Section:
    """The targets of a model for its report: what each turns on and who can veto it, each with its source."""
    prepared = prepare(graph.project)
    found = [
        analyse_target(prepared, each, "atom", 1_000, None)
        for each in (graph.model.targets.values() if not prepared.refused else ())
    ]
    blocks_ = tuple(_outcome(prepared, each, cite) for each in found)
    return Section(
        "Routes and vetoes", "routes-and-vetoes", (Paragraph(LATCHED, quiet=True), *blocks_) if found else ()
    )


def _outcome(prepared: Prepared, analysis: Analysis, cite: Cite) -> Facts:
    """One outcome: how many routes and blocking coalitions, the shortest route played, and every point."""
    shortest = analysis.routes.sets[:1] if not (analysis.always or analysis.never) else ()
    watch = watched(prepared, analysis.target) if shortest else None
    lead = [_summary(analysis)]
    lead += [f"Its first route: {HOW[witness(analysis, points, watch).how]}." for points in shortest]
    rows = tuple((_marked(analysis, atom), _sourced(analysis, atom, cite)) for atom in analysis.atoms)
    place = str(analysis.project.where(analysis.target.route))
    return Facts(analysis.target.title, " ".join(lead), rows, f"target-{analysis.target.id}", place)


def _marked(analysis: Analysis, atom: Atom) -> str:
    """A point, and whether it stops the outcome alone."""
    if all(point.atom.key != atom.key for point in analysis.alone):
        return sentence(atom.words)
    return f"{sentence(atom.words)} ({'veto' if analysis.is_veto(Point(atom, True)) else 'needed'})"


def _sourced(analysis: Analysis, atom: Atom, cite: Cite) -> str:
    """What a point is and where it is written, with its sources: a consent's own, else its element's."""
    model, (section, element) = analysis.project.model, map(str, atom.route[:2])
    sources = model.section(section)[element].sources
    if atom.kind == "consent" and section == "instruments":
        words = history(model.instruments[element].parties.get(atom.for_))
        sources = words[-1].sources if words and words[-1].sources else sources
    said = cite(model, sources)
    return _about(analysis, atom) + (f". {said}" if said else "")


def _summary(analysis: Analysis) -> str:
    if analysis.always:
        return "Nothing is needed: it is so whatever happens (a tautology)."
    if analysis.never:
        return "No route leads to it: what it needs excludes itself, or can no longer be (unsatisfiable)."
    exact = (
        "" if analysis.coherent else " Something both helps and hinders it; the sets are prime implicants."
    )
    routes = _counted(analysis.routes.count, "activation route", "minimal path set")
    blocks = _counted(analysis.blocks.count, "blocking coalition", "minimal cut set")
    ones = sum(analysis.blocks.by_order[1:2])
    alone = "each" if ones == analysis.blocks.count > 1 else f"{ones:,} of them" if ones else "none"
    return f"It turns on {len(analysis.atoms):,} things. {routes}; {blocks}, {alone} of one member.{exact}"


def _counted(number: int, what: str, term: str) -> str:
    many = "" if number == 1 else "s"
    return f"{number:,} {what}{many} ({term}{many})"


def _routes(analysis: Analysis, most: int) -> Iterator[Block]:
    shown = () if analysis.always else analysis.routes.sets[:most]
    watch = watched(prepare(analysis.project), analysis.target) if shown else None
    for number, points in enumerate(shown, 1):
        how = sentence(HOW[witness(analysis, points, watch).how])
        title = f"Activation route {number} of {analysis.routes.count:,} (minimal path set)"
        yield Facts(title, f"{how}.", _rows(analysis, points))
    yield from _left_out(analysis.routes, len(shown), "routes")


def _coalitions(analysis: Analysis, most: int) -> Iterator[Block]:
    shown = () if analysis.never else analysis.blocks.sets[:most]
    for number, points in enumerate(shown, 1):
        title = f"Blocking coalition {number} of {analysis.blocks.count:,} (minimal cut set)"
        yield Facts(title, "", _rows(analysis, points))
    yield from _left_out(analysis.blocks, len(shown), "blocking coalitions")


def _left_out(sets: Sets, shown: int, what: str) -> Iterator[Block]:
    if shown and shown < sets.count:
        orders = (f"{count:,} of {order}" for order, count in enumerate(sets.by_order) if count)
        text = f"{sets.count - shown:,} further {what} are not listed (`--limit`, `--limit-order`). By size: "
        yield Paragraph(f"{text}{', '.join(orders)} members.", quiet=True)


def _alone(analysis: Analysis) -> Iterator[Block]:
    """What stops the outcome alone: by actors, then what is in nobody's hands, or in an adversary's."""
    groups: dict[str, list[Point]] = {}
    for point in analysis.vetoes:
        groups.setdefault(str(point.atom.owner), []).append(point)
    if groups:
        model = analysis.project.model
        rows = tuple(
            (sentence(with_vetoes(model, owner)), "; ".join(_said(analysis, each) for each in points))
            for owner, points in sorted(groups.items(), key=lambda each: name(model, each[0]))
        )
        yield Facts("Veto players (each can stop it alone: single points of failure)", "", rows)
    others = [point for point in analysis.alone if not analysis.is_veto(point)]
    if others:
        rows = tuple((sentence(each.words), _about(analysis, each.atom)) for each in others)
        yield Facts(
            "It does not come about either where one of these is so, which no partner decides", "", rows
        )
    if not analysis.alone and not (analysis.always or analysis.never):
        yield Paragraph("Nobody and nothing can stop it alone.")


def _said(analysis: Analysis, point: Point) -> str:
    return f"{point.words} ({_places(analysis, point.atom)})"


def _places(analysis: Analysis, atom: Atom) -> str:
    return ", ".join(str(analysis.project.where(each.route)) for each in atom.parts or (atom,))


def _rows(analysis: Analysis, points: Sequence[Point]) -> tuple[tuple[str, str], ...]:
    return tuple((sentence(point.words), _about(analysis, point.atom)) for point in points)


_GIVEN = {True: "so already", False: "not so yet", None: "open"}
_TAKEN = {True: "taken to be so", False: "not so yet", None: "open"}
"""How conduct stands: that a duty is kept, and that a veto is not used, is an assumption."""


def _about(analysis: Analysis, atom: Atom) -> str:
    """What an atom is, on whom it depends, how it stands, and where it is written."""
    model: Model = analysis.project.model
    owner = f", up to {name(model, atom.owner)}" if atom.owner is not None and not atom.parts else ""
    stands = (_TAKEN if atom.kind in ("deed", "assent") else _GIVEN)[atom.given]
    return f"{KINDS[atom.kind]}{owner}; {stands}; {_places(analysis, atom)}"


def _power(analysis: Analysis) -> Iterator[Block]:
    yield Paragraph(
        "Power: in how many of all cases each alone decides, every other being as likely to be so as not "
        "(Banzhaf; structural Birnbaum importance), and in how many orders of arrival (Shapley-Shubik). It "
        "counts positions in the text, not the weight of states."
    )
    head = ("What it turns on", "Banzhaf", "Shapley", "Routes", "Blockers")
    yield Table(head, tuple(_power_row(analysis, each) for each in analysis.power))


def _power_row(analysis: Analysis, power: Power) -> tuple[str, ...]:
    atom = power.atom
    words = name(analysis.project.model, atom.subject) if atom.kind == "actor" else sentence(atom.words)
    counts = ("?" if each is None else str(each) for each in (power.routes, power.blocks))
    return (words, _share(power.banzhaf), _share(power.shapley), *counts)


def _share(number: Fraction | None) -> str:
    """A fraction as it is printed: exact where it is short, else to four places."""
    if number is None:
        return "-"
    exact = str(number)
    return exact if len(exact) <= 7 else f"{float(number):.4f}"
