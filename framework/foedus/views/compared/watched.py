"""Who watches, and which attacks are answered."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from foedus.graph import Graph
from foedus.schema import latest
from foedus.standing import stated_on
from foedus.views.compared.answers import NOT_CODED, Answer, answer, in_order, unagreed
from foedus.words import inside, joined, name, names, plain, sentence

if TYPE_CHECKING:
    from foedus.analyses.cells import Cell


def coverage(graph: Graph) -> Iterator[Answer]:
    """How firmly each attack is answered, over the phases."""
    from foedus.analyses.coverage import coverage  # plays the model, which few other questions need

    found = coverage(graph.project)
    if not found.events:
        yield Answer(NOT_CODED)
    for event in found.events:
        cells = [cell for phase in found.phases if (cell := found.cell(event.id, phase.id)) is not None]
        words = list(dict.fromkeys(_COVERED[cell.word, cell.at_best] for cell in cells))
        those = {reply.provision for cell in cells for reply in cell.replies}
        chief = in_order(graph, [graph.model.provisions[each] for each in those])[:1]
        said_in = chief[0] if chief else event
        text = f"{event.title}: {joined(words, 'or')}{', by phase' if len(words) > 1 else ''}"
        if words == ["nobody"]:
            text += _short_of_help(cells)
        yield replace(answer(graph, text, said_in), origin=graph.project.where(event.route))


def _short_of_help(cells: "list[Cell]") -> str:
    """What there is where nobody must or may help: help that waits for more, or talk."""
    replies = [reply for cell in cells for reply in cell.replies]
    if any(reply.waits and not reply.beside for reply in replies):
        return " yet, as more is needed"
    return ", but to talk, set up or watch" if replies else ""


_COVERED = {
    ("must", "must"): "somebody must answer",
    ("may", "may"): "somebody may, nobody must",
    ("none", "none"): "nobody",
    ("undetermined", "must"): "cannot be said, at best must",
    ("undetermined", "may"): "cannot be said, at best may",
}

"""The word of a cell of coverage, by what is sure and what is best."""


def monitor(graph: Graph) -> Iterator[Answer]:
    model = graph.model
    for each in in_order(graph, model.provisions.values()):
        if each.kind in ("monitoring", "verification"):
            hedge = unagreed(model, each)
            text = f"{sentence(names(model, each.obligors))}{hedge}: {inside(model, each.title)}"
            yield answer(graph, text, each, "obligors")
    for body in model.bodies.values():
        if {"detect", "verify"} & set(body.functions):
            led = f", led by {name(model, body.lead)}" if body.lead else ""
            does = joined([plain(each) for each in body.functions], "and")
            status = latest(body.status, stated_on(model))
            hedge = f" ({plain(status)})" if status in ("proposed", "to_be_established") else ""
            yield answer(graph, f"{body.title}{hedge}{led}: to {does}", body, "functions")
