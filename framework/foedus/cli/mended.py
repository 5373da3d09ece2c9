"""What `foedus check --fix` writes, or would write."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from foedus.cli.limited import limits
from foedus.cli.rewritten import MARK, Rewritten, difference, put
from foedus.errors import Stop
from foedus.finding import Finding
from foedus.opening import read
from foedus.printable import printable
from foedus.repair import repaired


def mended(words: Sequence[str], wanted: Callable[[Finding], bool], show: bool) -> bool:
    """Make the wanted repairs in the models that words name, or only `show` them; True where there are any.

    What is repaired is said on standard error, so that a format for programs stays whole. Raises `Stop`
    where a word names no folder: what is shipped is not repaired by its id.
    """
    files: list[Rewritten] = []
    for word in words:
        if not Path(word).is_dir():
            raise Stop(f"{word}: `--fix` writes files, so name the folder of the model")
        files += _mended(word, wanted)
    for file in files:
        if show:
            click.echo("\n".join(difference(file)))
        else:
            put(file)
    return bool(files)


def _mended(word: str, wanted: Callable[[Finding], bool]) -> list[Rewritten]:
    """The files of one model that have repairs.

    A link is not written through; and where a file cannot be read, no id is taken for misspelt.
    """
    project = read(word, as_typed=True, limits=limits())
    paths = {f"{project.name}/{path.name}": path for path in Path(word).glob("*.yaml")}
    texts = {name: document.text for name, document in project.documents.items() if name in paths}
    unread = any(each.code in ("Y01", "Y08") for each in project.findings)

    def allowed(finding: Finding) -> bool:
        linked = paths[finding.span.file].is_symlink()
        return wanted(finding) and not linked and not (unread and finding.code == "R01")

    made, found = repaired(texts, project.name, allowed, project.limits)
    for finding in found:
        if (fix := finding.fix) is not None:
            line = f"{finding.span}: repaired {finding.code}: `{fix.old}` is now `{fix.new}`"
            click.echo(printable(line), err=True)
    changed = [name for name in made if made[name] != texts[name]]
    return [_rewritten(paths[name], texts[name], made[name]) for name in changed]


def _rewritten(path: Path, text: str, made: str) -> Rewritten:
    """A repaired file; its line ends and byte order mark stay. Raises `Stop` where it has changed."""
    before = path.read_bytes()
    mark = MARK if before.startswith(MARK.encode()) else ""
    if before != (mark + text).encode():
        raise Stop(f"{path}: was changed while it was read; run the command again")
    return Rewritten(str(path), before, mark + made)
