"""`foedus fmt`: model files in the one layout."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from foedus.cli.rewritten import Rewritten
    from foedus.finding import Finding


@click.command("fmt")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--check", is_flag=True, help="Write nothing; name the files that would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
def command(paths: tuple[str, ...], check: bool, diff: bool) -> int:
    """Write model files in the one layout, with every comment and no change of meaning.

    A PATH is a file or a folder, of which every `*.yaml` below it is meant; `-` reads standard input
    and writes standard output. Without PATH, the models under models/ are meant, or the one in this folder.
    A file that cannot be read, or holds what is no part of the language, is left alone and said. The exit
    code is 1 for that, and under --check and --diff where a file would change.
    """
    from foedus.cli.default import default_models
    from foedus.cli.rewritten import put

    if paths == ("-",):
        return _piped(check, diff)
    files, findings = _styled([Path(word) for word in paths or default_models()])
    changed = [file for file in files if file.changed]
    for file in changed if not (check or diff) else ():
        put(file)
    for line in _told(changed, findings, len(files), check, diff):
        click.echo(line)
    return int(bool(findings) or bool(changed and (check or diff)))


def _styled(paths: list[Path]) -> tuple[list[Rewritten], list[Finding]]:
    """Every file that is meant as it should be, and what keeps others from being read."""
    from foedus.cli.limited import limits
    from foedus.cli.rewritten import Rewritten
    from foedus.files import single
    from foedus.style import styled

    files: list[Rewritten] = []
    findings: list[Finding] = []
    for path in _files(paths):
        document, refused = single(path, limits(), follow=False)
        made, wrong = styled(document, limits()) if document is not None else (None, refused)
        findings += wrong
        if made is not None:
            files.append(Rewritten(str(path), path.read_bytes(), made))
    return files, findings


def _files(paths: list[Path]) -> Iterator[Path]:
    """The files that paths name. Raises `Stop` where there is none of that name."""
    from foedus.errors import Stop
    from foedus.files import yaml_below

    for path in dict.fromkeys(paths):
        if not path.exists():
            raise Stop(f"{path}: no such file or folder; name a `.yaml` file, or a folder that holds some")
        yield from yaml_below(path) if path.is_dir() else (path,)


def _told(
    changed: list[Rewritten], findings: list[Finding], count: int, check: bool, diff: bool
) -> Iterator[str]:
    """What is said at the end: the differences or the names, what was left alone, and a count."""
    from foedus.cli.rewritten import difference
    from foedus.printable import printable

    for file in changed:
        if diff:
            yield from difference(file)
        else:
            verb = "would be rewritten" if check else "rewritten"
            yield printable(f"{file.name}: {verb}{file.besides}")
    yield from map(_line, findings)
    if not diff:
        alone = len({finding.span.file for finding in findings})
        noun = "file" if len(changed) == 1 else "files"
        verb = "would be rewritten" if check else "rewritten"
        rest = f", {alone} left alone" if alone else ""
        yield f"{len(changed)} {noun} {verb}, {count - len(changed)} as they should be{rest}"


def _line(finding: Finding) -> str:
    from foedus.printable import printable

    hint = f" ({finding.hint})" if finding.hint else ""
    return printable(f"{finding.span}: left alone: {finding.code} {finding.message}{hint}")


def _piped(check: bool, diff: bool) -> int:
    """Standard input to standard output; what is wrong in it goes to standard error."""
    from foedus.cli.limited import limits
    from foedus.cli.rewritten import Rewritten, difference
    from foedus.files import decode
    from foedus.style import styled

    data = sys.stdin.buffer.read()
    document, findings = decode("-", data)
    made = None
    if document is not None:
        made, findings = styled(document, limits())
    if made is None:
        for finding in findings:
            click.echo(_line(finding), err=True)
        return 1
    file = Rewritten("-", data, made)
    if diff:
        for line in difference(file):
            click.echo(line)
    elif not check:
        click.echo(made, nl=False)
    return int((check or diff) and file.changed)
