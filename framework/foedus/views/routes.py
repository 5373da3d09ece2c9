"""Who and what each outcome turns on: actors and facts by targets, with who can stop it alone."""

from collections import defaultdict
from typing import TypeAlias

from foedus.analyses.analysis import Analysis, Point, analyse_target
from foedus.analyses.atoms import Atom
from foedus.graph import Graph
from foedus.schema import Model
from foedus.simulation import prepare
from foedus.views.captions import caption, leaving_out
from foedus.views.shapes import Grid, Head, Lane, Line
from foedus.words import name, numbers, plain, sentence

TITLE = "Who and what each outcome turns on"
_MOST = (40, 12, 9, 7, 5)
"""So many rows may the picture have, by how brief it is."""

Cells: TypeAlias = dict[str, dict[str, list[Atom]]]
"""For each owner and each target the atoms that its routes need."""


def view(graph: Graph, brief: int = 0) -> Grid:
    """The targets of a model as columns, and what they turn on as rows: by actor, the rest by fact."""
    model, prepared = graph.model, prepare(graph.project)
    targets = list(model.targets.values()) if not prepared.refused else []
    found = {each.id: analyse_target(prepared, each, "atom", 1_000, None) for each in targets}
    cells = _cells(found)
    owners = sorted(cells, key=lambda owner: _weight(model, owner, cells[owner], found))
    shown, hidden = owners[: _MOST[brief]], owners[_MOST[brief] :]
    subtitle = (
        "Veto: can stop it alone. Needed: it rests on this too, and no partner decides it. Time left out"
    )
    if hidden:
        subtitle = leaving_out(subtitle, f"{len(hidden)} more that outcomes turn on")
    alt = f"Table of {len(shown)} actors and facts by {len(targets)} outcomes, with who can stop each alone."
    lanes = tuple(Lane(each.id, "", each.title, 0) for each in targets) or (Lane("none", "", "No target", 0),)
    rows = tuple(_head(graph, owner) for owner in shown)
    filled = tuple(tuple(_cell(graph, found, cells[owner], lane.id) for lane in lanes) for owner in shown)
    if not rows:
        rows, filled = (Head("Nothing", "no outcome turns on anything"),), (((),) * len(lanes),)
    return Grid(
        caption(graph.project, "routes", TITLE, subtitle, alt), lanes, rows, filled, row_style="names"
    )


def _cells(found: dict[str, Analysis]) -> Cells:
    cells: Cells = defaultdict(lambda: defaultdict(list))
    for target, analysis in found.items():
        for atom in analysis.atoms:
            cells[_row(analysis, atom)][target].append(atom)
    return cells


def _row(analysis: Analysis, atom: Atom) -> str:
    """The row of an atom: its owner's, where a partner decides it; else its own."""
    return f"@{atom.owner}" if analysis.is_veto(Point(atom, True)) else atom.key


def _weight(
    model: Model, owner: str, cells: dict[str, list[Atom]], found: dict[str, Analysis]
) -> tuple[bool, int, int, str]:
    """Actors first; among them, and among facts, those on whom most outcomes turn."""
    vetoes = sum(_is_veto(found[target], atom) for target, atoms in cells.items() for atom in atoms)
    return not owner.startswith("@"), -len(cells), -vetoes, owner


def _is_veto(analysis: Analysis, atom: Atom) -> bool:
    return any(point.atom is atom or point.atom == atom for point in analysis.alone)


def _head(graph: Graph, row: str) -> Head:
    model = graph.model
    if row.startswith("@"):
        owner = row.removeprefix("@")
        holder = model.actors.get(owner) or model.bodies.get(owner)
        note = plain(holder.kind) if holder is not None else ""
        section = "bodies" if owner in model.bodies else "actors"
        return Head(sentence(name(model, owner)), note, graph.project.where((section, owner)))
    kind, _, rest = row.partition(":")
    subject = rest.partition("@")[0]
    fact, number = model.facts.get(subject), numbers(model)
    if kind == "fact":
        return Head(
            fact.title if fact is not None else subject, "a fact", graph.project.where(("facts", subject))
        )
    provision, text = model.provisions.get(subject), model.instruments.get(subject)
    if provision is not None:
        what = "content to be agreed" if kind == "content" else "somebody to take it on"
        return Head(f"{number[subject]} {provision.title}", what, graph.project.where(provision.route))
    section = "instruments" if text is not None else "determinations" if kind == "finding" else "bodies"
    element = text or model.determinations.get(subject) or model.bodies.get(subject)
    note = {"text": "to be concluded", "body": "to be set up"}.get(kind, "nobody is named to find it")
    return Head(
        element.title if element is not None else subject, note, graph.project.where((section, subject))
    )


def _cell(
    graph: Graph, found: dict[str, Analysis], cells: dict[str, list[Atom]], target: str
) -> tuple[Line, ...]:
    """What one row gives to one outcome: whether it can stop it alone, and by what."""
    atoms = cells.get(target, [])
    if not atoms:
        return ()
    analysis = found[target]
    own = {atom.key for atom in atoms}
    if any(_is_veto(analysis, atom) for atom in atoms):
        partner = analysis.is_veto(Point(atoms[0], True))
        first = Line("VETO" if partner else "needed", style="strong")
    else:
        routes = sum(any(point.atom.key in own for point in points) for points in analysis.routes.sets)
        first = Line(f"in {routes} of {analysis.routes.count:,} routes", style="strong")
    lines = [
        Line(_short(graph.model, atom), title=atom.words, origin=graph.project.where(atom.route))
        for atom in atoms
        if analysis.is_veto(Point(atom, True))
    ]
    return (first, *lines)


def _short(model: Model, atom: Atom) -> str:
    """What an actor does, in a few words; provisions by their number."""
    number, text = numbers(model), model.instruments.get(atom.subject)
    match atom.kind:
        case "consent":
            return f"stands by {text.title if text is not None else number.get(atom.subject, atom.subject)}"
        case "choice":
            return f"chooses to do {number.get(atom.subject, atom.subject)}"
        case "deed":
            return f"{'keeps to' if atom.given else 'carries out'} {number.get(atom.subject, atom.subject)}"
        case "finding":
            return "makes the finding"
        case "assent":
            return "lets it decide"
        case _:
            return atom.words
