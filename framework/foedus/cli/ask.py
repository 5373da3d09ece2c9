"""`foedus ask`: what rests on what."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from foedus.cli.handled import withholding

if TYPE_CHECKING:
    from foedus.schema.vocabulary import Handling


@click.command("ask")
@click.argument("model")
@click.argument("element", required=False)
@click.argument("other", required=False)
@click.option("--reading", metavar="NAME", help="The model under one of its readings.")
@click.option(
    "--format", "form", default="text", type=click.Choice(["text", "markdown", "json"]), show_default=True
)
@withholding
def command(
    model: str,
    element: str | None,
    other: str | None,
    reading: str | None,
    form: str,
    max_handling: Handling | None,
) -> int:
    """Say what ELEMENT of MODEL rests on, what rests on it, and what every chain to it passes through.

    With OTHER: the shortest chain from the one to the other; the exit code is 1 where there is none.
    Without ELEMENT: the circles and loose ends of the whole model. An element is named by its id, or by
    section and id, such as `facts/ceasefire-in-force`.
    """
    from foedus.analyses.dependence import chain, dependence, loose
    from foedus.cli.sound import read_sound
    from foedus.graph import build
    from foedus.graph.near import vertex_named
    from foedus.views.told import dependence as told
    from foedus.writers.documents import markdown, text

    graph = build(read_sound(model, reading, max_handling=max_handling))
    answer: object
    if element is None:
        answer = found = loose(graph)
        document = told.of_model(graph, found)
    elif other is None:
        answer = about = dependence(graph, vertex_named(graph, element))
        document = told.of_element(graph, about)
    else:
        ends = vertex_named(graph, element), vertex_named(graph, other)
        links = chain(graph, *ends)
        answer = {"from": ends[0], "to": ends[1], "chain": links}
        document = told.of_chain(graph, *ends, links)
    match form:
        case "json":
            from foedus.writers.answers import record

            out = record.write("foedus-ask/1", graph.project, answer)
        case "markdown":
            out = markdown.write(document)
        case _:
            out = text.write(document, shutil.get_terminal_size().columns)
    click.echo(out, nl=False)
    return int(other is not None and links is None)
