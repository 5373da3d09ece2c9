"""`foedus schema`: the JSON Schema of model files."""

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema (draft 2020-12) of model files, for editors."""
    import json

    from foedus.schema.json_schema import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
