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
    from foedus.cli.new_files import write_new

    write_new(folder, beginning(ci))


def beginning(ci: str) -> dict[str, str]:
    """The files of a new model by their name in its folder."""
    import json

    from foedus.schema.json_schema import json_schema

    files = {path.name: path.read_text(encoding="utf-8") for path in sorted(_SKELETON.glob("*.yaml"))}
    files[SCHEMA] = json.dumps(json_schema("7"), indent=2, ensure_ascii=False) + "\n"
    if ci in CI:
        files[CI[ci]] = (_SKELETON / "ci" / f"{ci}.yml").read_text(encoding="utf-8")
    return files
