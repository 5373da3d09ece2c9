"""The limits of a run: the usual ones, or what `foedus --limit NAME=N` makes of them."""

import click

from foedus.limits import Limits


def limits() -> Limits:
    """The limits that hold for the command that is running."""
    context = click.get_current_context(silent=True)
    return (context.find_object(Limits) if context is not None else None) or Limits()
