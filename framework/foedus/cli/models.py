"""`foedus models`: what is shipped."""

import click


@click.command("models")
def command() -> None:
    """List the shipped models: id, day for which they are stated, title."""
    from foedus.library import shipped_models
    from foedus.load import load

    for name, folder in shipped_models().items():
        framework = load(folder).model.framework
        if framework is not None:
            click.echo(f"{name:<24}  {framework.as_of}  {framework.title}")
