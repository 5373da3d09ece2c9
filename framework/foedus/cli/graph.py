"""`foedus graph`: the graph of a model for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from foedus.cli.force import force
from foedus.cli.handled import withholding

if TYPE_CHECKING:
    from foedus.schema.vocabulary import Handling


@click.command("graph")
@click.argument("model")
@click.option(
    "--part",
    default="whole",
    type=click.Choice(["whole", "trigger", "dependency"]),
    show_default=True,
    help="The whole graph, or the named part of it.",
)
@click.option(
    "--as",
    "form",
    default="graphml",
    type=click.Choice(["graphml", "json", "dot"]),
    show_default=True,
    help="The format.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The file to write; standard output without it."
)
@click.option("--reading", metavar="NAME", help="The model under one of its readings.")
@withholding
@force
def command(
    model: str,
    part: str,
    form: str,
    output: Path | None,
    reading: str | None,
    max_handling: Handling | None,
    force: bool,
) -> None:
    """Write the graph of MODEL as GraphML, node-link JSON or DOT."""
    from foedus.cli.sound import read_sound
    from foedus.graph import build
    from foedus.output import write
    from foedus.writers.network import FORMATS

    graph = build(read_sound(model, reading, max_handling=max_handling))
    parts = {"whole": lambda: graph, "trigger": graph.trigger_graph, "dependency": graph.dependency_graph}
    text = FORMATS[form](parts[part]())
    if output is not None:
        write(output, text, force=force)
    else:
        click.echo(text, nl=False)
