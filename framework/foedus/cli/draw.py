"""`foedus draw`: one view of a model."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from foedus.cli.force import force
from foedus.cli.handled import withholding
from foedus.printable import printable

if TYPE_CHECKING:
    from foedus.load import Project
    from foedus.schema.vocabulary import Handling


@click.command("draw")
@click.argument("model")
@click.argument("view", required=False)
@click.option(
    "--as",
    "form",
    metavar="FORMAT",
    help="svg, png, pdf, dot, mermaid, d2, json (the shape), scene (the drawing as JSON), gexf, graphml, "
    "alt (in words) or csv (as a table); from the file's ending, or svg.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The file to write; standard output without it."
)
@click.option(
    "--page",
    default="slide",
    show_default=True,
    metavar="SIZE",
    help="slide, a4, a3 or letter; a4-portrait, a3-portrait or letter-portrait; a4-half.",
)
@click.option(
    "--form",
    "arrangement",
    default="auto",
    show_default=True,
    metavar="FORM",
    help="auto, lanes, panels (one for each component on one page) or pages (an overview, then one each).",
)
@click.option(
    "--theme",
    "look",
    default="light",
    show_default=True,
    metavar="NAME",
    help="light, dark, or a TOML file with colours of your own.",
)
@click.option(
    "--text",
    default="live",
    show_default=True,
    metavar="HOW",
    help="Text of an SVG: live, embedded (with its letters) or outlines (as shapes).",
)
@click.option(
    "--engine",
    default="auto",
    show_default=True,
    help="What ranks the boxes: auto, embedded, system (the `dot` of this machine) or own.",
)
@click.option(
    "--scale",
    default=2.0,
    type=click.FloatRange(0.1, 20),
    show_default=True,
    help="Pixels of a PNG: 1 is 96 to the inch.",
)
@click.option(
    "--all",
    "every_text",
    is_flag=True,
    help="Draw the provisions of every text, not only of the one that the system rests on.",
)
@click.option("--scenario", metavar="NAME", help="The scenario that a timeline or sequence shows.")
@click.option("--reading", metavar="NAME", help="Draw the model under one of its readings.")
@click.option("--focus", metavar="ID", help="The element in the middle of the view `focus`.")
@click.option("--steps", default=1, show_default=True, help="How far from it that view reaches, in edges.")
@click.option(
    "--against", metavar="READING", help="A reading, or another model, from which `difference` starts."
)
@withholding
@force
def command(
    model: str, view: str | None, form: str | None, output: Path | None, page: str, engine: str,
    scale: float, every_text: bool, scenario: str | None, reading: str | None, focus: str | None, steps: int,
    against: str | None, look: str, text: str, arrangement: str, max_handling: Handling | None,
    force: bool,
) -> None:  # fmt: skip
    """Draw VIEW of MODEL; without VIEW, list the views."""
    from foedus.cli.sound import read_sound
    from foedus.draw import ENDINGS, Setting, draw
    from foedus.layout.themes import theme
    from foedus.output import write_all
    from foedus.views.catalogue import NAMES, Asked

    if view is None:
        click.echo("\n".join(NAMES))
        return
    if form is None:
        form = _format_of(output, {ending: name for name, ending in ENDINGS.items()})
    base = read_sound(model, max_handling=max_handling)
    asked = Asked(focus=focus, steps=steps, against=_compared(base, against, max_handling))
    setting = Setting(page, engine, scale, every_text, scenario, asked, theme(look), text, arrangement)  # type: ignore[arg-type]  # refused by name where unknown
    drawn = draw(base.read_as(reading) if reading is not None else base, view, form, setting)
    for note in drawn.notes:
        click.echo(f"note: {note}", err=True)
    if output is None:
        sys.stdout.buffer.write(drawn.data)
        return
    pages = {_page_of(output, leaf.name): leaf.data for leaf in drawn.leaves}
    write_all(pages, force=force)
    for path in pages if pages.keys() != {output} else ():
        click.echo(printable(f"note: wrote {path}"), err=True)


def _page_of(output: Path, name: str) -> Path:
    """The file of one page: `plan.svg` and `1-overview` make `plan-1-overview.svg`."""
    ending = ".scene.json" if output.name.endswith(".scene.json") else output.suffix
    return output.with_name(f"{output.name.removesuffix(ending)}-{name}{ending}") if name else output


def _format_of(output: Path | None, endings: dict[str, str]) -> str:
    """The format that a file's ending asks for; svg without a file or an ending.

    Raises `Stop` for an ending that no format has.
    """
    from foedus.errors import Stop
    from foedus.nearest import did_you_mean

    if output is None or not output.suffix:
        return "svg"
    if output.name.endswith(".scene.json"):
        return "scene"
    ending = output.suffix.removeprefix(".")
    if ending not in endings:
        hint = did_you_mean(ending, endings, "endings are {known}")
        raise Stop(f"no format has the ending `.{ending}` (`--as` names one); {hint}")
    return endings[ending]


def _compared(base: Project, word: str | None, max_handling: Handling | None) -> Project | None:
    """What `--against` names: a reading of the model, else a model.

    Raises `Stop` where it is neither.
    """
    from foedus.errors import Stop
    from foedus.library import shipped_models
    from foedus.nearest import did_you_mean

    if word is None or word in base.model.readings:
        return base.read_as(word) if word is not None else None
    from foedus.cli.sound import read_sound

    shipped = shipped_models()
    if word in shipped or Path(word).exists():
        return read_sound(word, max_handling=max_handling)
    known = [*base.model.readings, *shipped]
    hint = did_you_mean(word, known)
    raise Stop(f"no reading of {base.name} and no model `{word}`; {hint}")
