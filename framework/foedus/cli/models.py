"""`foedus models`: what is shipped."""

import click


@click.command("models")
def command() -> None:
    """List the shipped models: id, day for which they are stated, title."""
    from foedus.library import shipped_models
    from foedus.load import load

    shipped = shipped_models()
    width = max(map(len, shipped), default=0)
    for name, folder in shipped.items():
        framework = load(folder).model.framework
        if framework is not None:
            click.echo(f"{name:<{width}}  {framework.as_of}  {framework.title}")
