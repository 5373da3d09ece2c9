"""Who decides: who finds, and who can keep a body or an outcome from coming about."""

from collections.abc import Iterator
from dataclasses import replace

from foedus.graph import Graph
from foedus.logic import leaves
from foedus.schema import Determination, Found, Provision
from foedus.views.compared.answers import NOT_CODED, Answer, answer, replies
from foedus.words import finder, inside, names, sentence, with_vetoes


def decider(graph: Graph) -> Iterator[Answer]:
    """Who finds what the replies turn on; of a system without one, who finds anything."""
    answers = replies(graph)
    found = [finding for each in answers for finding in findings(graph, each)]
    for each in found if answers else graph.model.determinations.values():
        title = inside(graph.model, each.title)
        yield answer(graph, f"{sentence(finder(graph.model, each))}: {title}", each, "by")


def findings(graph: Graph, provision: Provision) -> Iterator[Determination]:
    """The findings that a trigger reads, or that would settle a fact that it reads."""
    for leaf in leaves(provision.trigger):
        for each in graph.model.determinations.values():
            if (each.id == leaf.determination) if isinstance(leaf, Found) else (each.of == leaf):
                yield each


def vetoes(graph: Graph) -> Iterator[Answer]:
    for body in graph.model.bodies.values():
        if body.veto:
            yield answer(graph, f"{body.title}: {names(graph.model, body.veto)}", body, "veto")


def alone(graph: Graph) -> Iterator[Answer]:
    """Who can keep each target of the model from coming about, alone."""
    from foedus.analyses.analysis import analyse_target  # builds circuits, which no other question needs
    from foedus.simulation import prepare

    prepared = prepare(graph.project)
    if not graph.model.targets:
        yield Answer(NOT_CODED)
    for target in graph.model.targets.values() if not prepared.refused else ():
        analysis = analyse_target(prepared, target, "atom", 1_000, None)
        owners = sorted({str(point.atom.owner) for point in analysis.vetoes})
        if not owners:
            nobody = "nothing brings it about" if analysis.never else "nobody alone"
            yield answer(graph, f"{target.title}: {nobody}", target)
        for owner in owners:
            points = [point for point in analysis.vetoes if point.atom.owner == owner]
            section, element = map(str, points[0].atom.route[:2])
            said_in = graph.model.section(section)[element]
            text = f"{target.title}: {with_vetoes(graph.model, owner)}"
            yield replace(answer(graph, text, said_in), origin=graph.project.where(points[0].atom.route))
