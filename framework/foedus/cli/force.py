"""The option `--force` of every command that writes to a place of the user's choice."""

import click

force = click.option("--force", is_flag=True, help="Replace files that are of another kind, too.")
