"""`foedus reference`: the reference pages, made from the code."""

from collections.abc import Iterator
from pathlib import Path

import click


@click.command("reference")
@click.option(
    "-o",
    "--output",
    default="framework/docs",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The folder of the pages.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a page differs.")
def command(output: Path, check: bool) -> int:
    """Write the pages on rules, fields, words, commands and limits, and the table of rooms; or compare."""
    from foedus.output import write
    from foedus.printable import printable

    different = [path for path, text in made(output).items() if _read(path) != text]
    for path in different:
        if not check:
            write(path, made(output)[path])
        click.echo(printable(f"{path}: {'differs' if check else 'written'}"))
    return int(check and bool(different))


def made(folder: Path) -> dict[Path, str]:
    """Every page as it should be; the tour beside the folder too, where there is one."""
    from foedus.cli.bounds import page as bounds
    from foedus.library import data_folder
    from foedus.load import load
    from foedus.reference import MADE, pages, with_made
    from foedus.rooms import table as rooms
    from foedus.simulation import table as lifecycle

    written = {
        folder / name: text for name, text in pages(load(data_folder(), "data").model.vocabularies).items()
    }
    written[folder / "commands.md"] = _commands()
    written[folder / "limits.md"] = f"# Limits\n\n{MADE}\n\n{bounds()}"
    tour, language = folder.parent / "README.md", folder / "language.md"
    if tour.is_file():
        written[tour] = with_made(_read(tour), "rooms", rooms(folder.parent.parent))
    if language.is_file():
        written[language] = with_made(_read(language), "lifecycle", lifecycle())
    return written


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _commands() -> str:
    """The page on commands: what `--help` of each prints at 80 columns."""
    from foedus.reference import MADE

    parts = ["# Commands", MADE]
    parts += [f"## foedus {verb}\n\n```text\n{text}\n```" for verb, text in _helps()]
    return "\n\n".join(parts) + "\n"


def _helps() -> Iterator[tuple[str, str]]:
    from foedus.cli.run import VERBS, foedus

    context = _context(foedus, "foedus")
    for verb in sorted(VERBS):
        shown = foedus.get_command(context, verb)
        if shown is not None:
            yield from _help(shown, verb, context)


def _help(command: click.Command, name: str, above: click.Context) -> Iterator[tuple[str, str]]:
    """What a command prints for help, and what those below it do."""
    context = _context(command, name.rpartition(" ")[2], above)
    yield name, command.get_help(context).rstrip()
    if isinstance(command, click.Group):
        for word, each in command.commands.items():
            yield from _help(each, f"{name} {word}", context)


def _context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    return click.Context(
        command, parent, name, terminal_width=80, max_content_width=80, help_option_names=["-h", "--help"]
    )
