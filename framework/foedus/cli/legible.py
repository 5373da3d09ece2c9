"""`foedus legible`: whether pictures can be read where they are to be seen."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

import click

from foedus.cli.handled import withholding

if TYPE_CHECKING:
    from foedus.schema.vocabulary import Handling

FORMATS = ("full", "concise", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown")


@click.command("legible")
@click.argument("model")
@click.argument("views", nargs=-1, metavar="[VIEW]...")
@click.option(
    "--for", "place", metavar="PLACE", default="slide", show_default=True,
    help="Where the pictures are to be seen: slide, a4, a4-half or photocopy.",
)  # fmt: skip
@click.option("--page", metavar="SIZE", help="The page that is drawn; that of the place without it.")
@click.option(
    "--form", "arrangement", default="auto", show_default=True, metavar="FORM",
    help="How pictures are arranged, as in `foedus draw`.",
)  # fmt: skip
@click.option("--theme", "look", default="light", show_default=True, metavar="NAME", help="Their colours.")
@click.option("--all", "every_text", is_flag=True, help="Draw the provisions of every text.")
@click.option("--scenario", metavar="NAME", help="The scenario that a timeline or sequence shows.")
@click.option("--focus", metavar="ID", help="The element in the middle of the view `focus`.")
@click.option("--reading", metavar="NAME", help="Draw the model under one of its readings.")
@click.option(
    "--format", "form", default="full", type=click.Choice(FORMATS), show_default=True, help="How to print."
)
@withholding
def command(
    model: str, views: tuple[str, ...], place: str, page: str | None, arrangement: str, look: str,
    every_text: bool, scenario: str | None, focus: str | None, reading: str | None, form: str,
    max_handling: Handling | None,
) -> int:  # fmt: skip
    """Say what of pictures of MODEL cannot be read where they are to be seen.

    Each picture is drawn and measured: its smallest text, its contrast, what colour alone tells apart, what
    overlaps. Without VIEW, the pictures that a report shows. The exit code is 0 when everything can be read,
    1 when not.
    """
    begun = monotonic()
    from foedus.cli.progress import told
    from foedus.cli.reported import reported
    from foedus.cli.sound import read_sound
    from foedus.draw import Setting
    from foedus.errors import Stop
    from foedus.layout.themes import theme
    from foedus.legibility.pictures import examined
    from foedus.legibility.places import PLACES
    from foedus.legibility.wanted import Wanted, usual
    from foedus.nearest import did_you_mean
    from foedus.views.asked import Asked
    from foedus.words import counted
    from foedus.writers.findings import FORMATS as WRITERS

    if place not in PLACES:
        raise Stop(f"no place `{place}`; {did_you_mean(place, PLACES, 'places are {known}')}")
    seen = PLACES[place]
    project = read_sound(model, reading, max_handling=max_handling)
    setting = Setting(
        page or seen.page,  # type: ignore[arg-type]  # refused by name where unknown
        every_text=every_text,
        scenario=scenario,
        asked=Asked(focus=focus),
        theme=theme(look),
        form=arrangement,  # type: ignore[arg-type]  # refused by name where unknown
    )
    wanted = tuple(Wanted(view, setting) for view in views) or usual(project, setting)
    with told(counted(len(wanted), "picture"), begun):
        findings = examined(project, wanted, seen)
    checked = [f"{project.name}, {counted(len(wanted), 'picture')} {seen.words}"]
    report = reported(checked, findings, (), project.documents.values())
    click.echo(WRITERS[form](report), nl=False, color=True)
    return int(bool(findings))
