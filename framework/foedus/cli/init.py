"""`foedus init`: the beginning of a model of one's own."""

from pathlib import Path

import click

SCHEMA = "foedus.schema.json"
CI = {"github": ".github/workflows/foedus.yml", "gitlab": ".gitlab-ci.yml"}
_SKELETON = Path(__file__).resolve().parent / "skeleton"


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--ci",
    default="none",
    type=click.Choice([*CI, "none"]),
    show_default=True,
    help="Write the file that checks the model on each change, too.",
)
def command(folder: Path, ci: str) -> None:
    """Begin a model in FOLDER: a small example with comments, to be changed line by line.

    It passes `foedus check`. Beside it stands the JSON Schema that its first lines name, so an editor
    completes and explains keys and words without a network. Nothing that is there is overwritten.
    """
    from foedus.output import write_all

    files = beginning(ci)
    _refuse_what_is_there(folder, files)
    write_all({folder / name: text for name, text in files.items()})
    for name in files:
        click.echo(folder / name)
    click.echo(f"next: foedus check {folder}")


def beginning(ci: str) -> dict[str, str]:
    """The files of a new model by their name in its folder."""
    import json

    from foedus.schema.json_schema import json_schema

    files = {path.name: path.read_text(encoding="utf-8") for path in sorted(_SKELETON.glob("*.yaml"))}
    files[SCHEMA] = json.dumps(json_schema("7"), indent=2, ensure_ascii=False) + "\n"
    if ci in CI:
        files[CI[ci]] = (_SKELETON / "ci" / f"{ci}.yml").read_text(encoding="utf-8")
    return files


def _refuse_what_is_there(folder: Path, files: dict[str, str]) -> None:
    """Raises `Stop` where a file would be overwritten, or another model is there already."""
    from foedus.errors import Stop

    if folder.exists() and not folder.is_dir():
        raise Stop(f"{folder}: is a file; name a new folder")
    there = sorted(
        {path.name for path in folder.glob("*.yaml")} | {each for each in files if _is(folder / each)}
    )
    if there:
        raise Stop(f"{folder}: holds {', '.join(there)} already; nothing was written, name a new folder")


def _is(path: Path) -> bool:
    return path.exists() or path.is_symlink()
