"""Commands below a command, by their words: one that there is not is answered with the nearest."""

from typing import Any

import click

from foedus.printable import printable


class Words(click.Group):
    """A command with commands below it."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        known = self.list_commands(ctx)
        if args and args[0] not in known:
            from foedus.nearest import did_you_mean

            hint = did_you_mean(args[0], known, "commands are {known}")
            raise click.UsageError(f"no command `{printable(args[0], 60)}`; {hint}", ctx)
        return super().resolve_command(ctx, args)
