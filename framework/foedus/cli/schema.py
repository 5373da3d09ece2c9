"""`foedus schema`: the JSON Schema of model files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from foedus.schema.json_schema import Draft


@click.command("schema")
@click.option(
    "--draft",
    default="2020-12",
    type=click.Choice(["7", "2020-12"]),
    show_default=True,
    help="The draft of JSON Schema; most editors understand 7.",
)
def command(draft: Draft) -> None:
    """Print the JSON Schema of model files, for editors and other validators.

    It knows keys, words and shapes. Whether an id leads somewhere, and what follows from a text, is for
    `foedus check`.
    """
    import json

    from foedus.schema.json_schema import json_schema

    click.echo(json.dumps(json_schema(draft), indent=2, ensure_ascii=False))
