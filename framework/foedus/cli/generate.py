"""`foedus generate`: a model of any size, for load tests."""

from pathlib import Path

import click

from foedus.synthetic import FILE, MOST, MOST_IN_A_FILE, synthetic


@click.command("generate")
@click.option(
    "--provisions", required=True, type=click.IntRange(1, MOST), metavar="N", help="How many promises."
)
@click.option("--seed", default=0, show_default=True, metavar="S", help="Another number, another model.")
@click.option(
    "--files",
    type=click.IntRange(1, 1_000),
    metavar="K",
    help=f"Files for the promises; one for each {FILE} where absent.",
)
@click.option(
    "-o",
    "--output",
    "folder",
    default="synthetic",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    show_default=True,
    help="A new folder.",
)
def command(provisions: int, seed: int, files: int | None, folder: Path) -> None:
    """Make up a model with N promises, to try how Foedus bears its size; it says nothing of any real text.

    It passes `foedus check` without an error: promises in ten layers, about 478 bytes of YAML each, with
    needs, triggers, sources, components, events, findings and a scenario. The same numbers give the same
    bytes. Nothing that is there is overwritten.
    """
    from foedus.cli.new_files import write_new

    fewest = -(-provisions // MOST_IN_A_FILE)
    if files is not None and not fewest <= files <= provisions:
        raise click.UsageError(
            f"{provisions:,} promises stand in {fewest:,} to {min(provisions, 1_000):,} files; "
            f"write `--files {fewest if files < fewest else min(provisions, 1_000)}`"
        )
    write_new(folder, synthetic(provisions, seed, files))
