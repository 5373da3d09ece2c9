"""`foedus draw`: one view of a model."""

import sys
from pathlib import Path

import click


@click.command("draw")
@click.argument("model")
@click.argument("view", required=False)
@click.option(
    "--as", "form", metavar="FORMAT", help="svg, png, dot, mermaid or json; from the file's ending, or svg."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The file to write; standard output without it."
)
@click.option("--page", default="slide", show_default=True, metavar="SIZE", help="slide, a4 or a3.")
@click.option(
    "--engine",
    default="auto",
    show_default=True,
    help="What ranks the boxes: auto, embedded, system (the `dot` of this machine) or own.",
)
@click.option("--scale", default=2.0, show_default=True, help="Pixels of a PNG: 1 is 96 to the inch.")
@click.option(
    "--all",
    "every_text",
    is_flag=True,
    help="Draw the provisions of every text, not only of the one that the system rests on.",
)
@click.option("--scenario", metavar="NAME", help="The scenario that a timeline or sequence shows.")
@click.option("--reading", metavar="NAME", help="Draw the model under one of its readings.")
def command(
    model: str, view: str | None, form: str | None, output: Path | None, page: str, engine: str,
    scale: float, every_text: bool, scenario: str | None, reading: str | None,
) -> None:  # fmt: skip
    """Draw VIEW of MODEL; without VIEW, list the views."""
    from foedus.draw import ENDINGS, Setting, draw
    from foedus.opening import read
    from foedus.output import write
    from foedus.views.catalogue import STORIES, VIEWS

    if view is None:
        click.echo("\n".join((*VIEWS, *STORIES)))
        return
    if form is None:
        endings = {ending: name for name, ending in ENDINGS.items()}
        form = endings.get(output.suffix.lstrip("."), "svg") if output is not None else "svg"
    setting = Setting(page, engine, scale, every_text, scenario)  # type: ignore[arg-type]  # refused by name where unknown
    drawn = draw(read(model, reading), view, form, setting)
    for note in drawn.notes:
        click.echo(f"note: {note}", err=True)
    if output is not None:
        write(output, drawn.data)
    else:
        sys.stdout.buffer.write(drawn.data)
