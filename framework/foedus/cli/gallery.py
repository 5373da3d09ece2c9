"""`foedus gallery`: every shipped model by every view."""

from pathlib import Path
from time import monotonic

import click


@click.command("gallery")
@click.option(
    "-o",
    "--output",
    default="diagrams",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The folder of the gallery.",
)
@click.option(
    "--check", is_flag=True, help="Write nothing; say what differs, and exit with 1 if anything does."
)
def command(output: Path, check: bool) -> int:
    """Draw the gallery, or compare it with what would be drawn."""
    begun = monotonic()
    from foedus.cli.progress import told
    from foedus.gallery import INDEX, differences, gallery
    from foedus.output import refuse_place, write
    from foedus.printable import printable

    refuse_place(output / INDEX)
    with told("every shipped model by every view", begun):
        files = gallery()
    found = differences(output, files)
    if check:
        for line in found:
            click.echo(printable(f"{output}/{line}"))
        click.echo(printable(f"{output}: {len(files)} files, {len(found)} not as they should be"))
        return int(bool(found))
    for path, data in files.items():
        if not (output / path).is_file() or (output / path).read_bytes() != data:
            write(output / path, data)
    for stray in [line for line in found if line.endswith("not made by `foedus gallery`")]:
        click.echo(printable(f"{output}/{stray}"))
    click.echo(printable(f"{output}: {len(files)} files"))
    return 0
