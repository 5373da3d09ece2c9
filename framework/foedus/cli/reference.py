"""`foedus reference`: the reference pages, made from the code."""

from pathlib import Path

import click


@click.command("reference")
@click.option("-o", "--output", default="framework/docs", show_default=True, type=click.Path(path_type=Path),
              help="The folder of the pages.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a page differs.")
def command(output: Path, check: bool) -> int:
    """Write the pages on rules, fields, words and commands, and the table of rooms, or compare them."""
    from foedus.library import data_folder
    from foedus.load import load
    from foedus.output import write
    from foedus.reference import pages
    from foedus.rooms import with_table

    made = {output / name: text for name, text in pages(load(data_folder(), "data").model.vocabularies).items()}
    tour = output.parent / "README.md"
    if tour.is_file():
        made[tour] = with_table(tour.read_text(encoding="utf-8"), output.parent.parent)
    different = [
        path for path, text in made.items() if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    for path in different:
        if not check:
            write(path, made[path])
        click.echo(f"{path}: {'differs' if check else 'written'}")
    return int(check and bool(different))
