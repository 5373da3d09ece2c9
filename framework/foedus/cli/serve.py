"""`foedus serve`: the explorer of a model on this machine, loaded again whenever a file is saved."""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from foedus.cli.handled import withholding
from foedus.printable import printable

if TYPE_CHECKING:
    from foedus.explorer.page import Language
    from foedus.schema.vocabulary import Handling


@click.command("serve")
@click.argument("model")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port; a free one without it.")
@click.option(
    "--language",
    default="en",
    type=click.Choice(["en", "uk"]),
    show_default=True,
    help="The language in which the page opens; it can be changed there.",
)
@withholding
def command(model: str, port: int, language: Language, max_handling: Handling | None) -> None:
    """Serve the explorer of MODEL to this machine alone, until Ctrl-C.

    The page is loaded again when a file of the model is saved. While the files hold an error the last good
    page stays, with the error above it.
    """
    begun = monotonic()
    from foedus.checking import examine
    from foedus.cli.progress import told
    from foedus.cli.sound import read_sound
    from foedus.explorer.page import page
    from foedus.explorer.serve import HOST, Watched, server
    from foedus.library import data_folder, shipped_models

    def made() -> str:
        project = read_sound(model, max_handling=max_handling)
        return page(project, examine(project), live=True, language=language)

    folder = Path(model) if Path(model).is_dir() else shipped_models().get(model, Path(model))
    with told("the explorer", begun):
        watched = Watched(made, lambda: chain(folder.glob("*.yaml"), data_folder().glob("*.yaml")))
    with server(watched, port) as serving:
        click.echo(printable(f"http://{HOST}:{serving.server_address[1]}/ shows {model}; Ctrl-C ends it"))
        sys.stdout.flush()
        serving.serve_forever(poll_interval=0.2)
