"""`foedus brief`: a model as slides, one page or a dossier, each claim with its source."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from foedus.cli.force import force
from foedus.cli.handled import withholding
from foedus.printable import printable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from foedus.brief.forms import Form
    from foedus.brief.order import Order
    from foedus.schema.vocabulary import Handling


@click.command("brief")
@click.argument("model")
@click.argument("others", nargs=-1, metavar="")
@click.option(
    "--as",
    "names",
    metavar="FORM",
    multiple=True,
    help="What to make (repeatable): pptx (slides), pdf or docx (one page), text (for an e-mail), dossier "
    "or dossier-html. Every form without it.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file to write; of several forms the folder, MODEL-brief without it.",
)
@click.option(
    "--views",
    metavar="VIEW,…",
    help="The figures, in order; one page takes the first that fits. Each form's own choice without it.",
)
@click.option(
    "--scenario",
    metavar="NAME",
    help="The scenario that slides show step by step and a dossier along time; for pptx, dossier and "
    "dossier-html.",
)
@click.option("--reading", metavar="NAME", help="Brief on the model under one of its readings.")
@click.option(
    "--template",
    "templates",
    type=click.Path(path_type=Path),
    metavar="FILE",
    multiple=True,
    help="A file of your house style for pptx or docx, with that ending (repeatable).",
)
@click.option(
    "--picture", "exact", is_flag=True, help="Figures of slides as exact pictures, not as editable shapes."
)
@withholding
@force
def command(
    model: str, others: tuple[str, ...], names: tuple[str, ...], output: Path | None, views: str | None,
    scenario: str | None, reading: str | None, templates: tuple[Path, ...], exact: bool,
    max_handling: Handling | None, force: bool,
) -> int:  # fmt: skip
    """Write a briefing on MODEL: slides, one page, a text for an e-mail, a dossier.

    What is to fit one page and does not is not written: it is said what to cut, and the exit code is 1.
    """
    begun = monotonic()
    if others:
        raise click.UsageError(
            f"a briefing takes one model, and {len(others) + 1} are named; `foedus compare "
            f"{' '.join((model, *others))}` sets them side by side"
        )
    from foedus.brief.order import order
    from foedus.checking import examine
    from foedus.cli.sound import read_sound
    from foedus.output import refuse_place

    forms = _forms(names, output)
    styles = _styles(templates, forms)
    _note_unused(forms, scenario, exact)
    project = read_sound(model, reading, max_handling=max_handling)
    paths = _paths(forms, Path(model).resolve().name, output)
    for path in filter(None, paths.values()):
        refuse_place(path)
    figures = tuple(word.strip() for word in (views or "").split(",") if word.strip())
    asked = order(project, examine(project), figures, scenario, exact)
    return _write(asked, paths, styles, begun, force)


def _forms(names: Sequence[str], output: Path | None) -> Mapping[str, Form]:
    """The forms that are named, else the one of the file's ending, else all.

    Raises `Stop` for what is no form, for a form asked for that this machine cannot make, and for a file that
    has the ending of another form.
    """
    from foedus.brief.forms import FORMS

    ending = output.suffix.removeprefix(".") if output is not None and not output.is_dir() else ""
    if ending and not names:
        names = (_ended(ending),)
    forms = {name: _form(name) for name in names} or FORMS
    if output is not None and len(forms) == 1:
        _refuse_ending(output, ending, *forms)
    return forms


def _ended(ending: str) -> str:
    """The first form with an ending. Raises `Stop` where none has it."""
    from foedus.brief.forms import FORMS
    from foedus.errors import Stop
    from foedus.nearest import did_you_mean

    endings = {FORMS[name].ending: name for name in reversed(tuple(FORMS))}
    if ending not in endings:
        hint = did_you_mean(ending, endings, "endings are {known}")
        raise Stop(f"no form of a briefing has the ending `.{ending}` (`--as` names one); {hint}")
    return endings[ending]


def _form(name: str) -> Form:
    """The form of a name. Raises `Stop` for what is no form, and for one that this machine cannot make."""
    from foedus.brief.forms import ALSO_CALLED, FORMS
    from foedus.errors import Stop
    from foedus.nearest import did_you_mean

    if name.lower() in ALSO_CALLED:
        raise Stop(f"no form `{name}`; did you mean `{ALSO_CALLED[name.lower()]}`?")
    if name not in FORMS:
        raise Stop(f"no form `{name}`; {did_you_mean(name, FORMS, 'forms are {known}')}")
    if FORMS[name].missing:
        raise Stop(str(FORMS[name].missing))
    return FORMS[name]


def _refuse_ending(output: Path, ending: str, name: str) -> None:
    """Raises `Stop` where a file that is to be one form has the ending of another."""
    from foedus.brief.forms import FORMS
    from foedus.errors import Stop

    form = FORMS[name]
    other = next((each for each in FORMS if FORMS[each].ending == ending), None)
    if other is not None and ending != form.ending:
        raise Stop(
            f"{output}: `--as {name}` makes a file that ends in `.{form.ending}`, and `.{ending}` is the "
            f"ending of `--as {other}`; name it `{output.with_suffix(f'.{form.ending}')}` or leave out `--as`"
        )


def _styles(templates: Sequence[Path], forms: Mapping[str, Form]) -> dict[str, Path]:
    """The template of each ending. Raises `Stop` for one that no form takes, and for one that is no file."""
    from foedus.errors import Stop

    taken = {f".{form.ending}" for form in forms.values() if form.styled}
    for template in templates:
        if template.suffix not in taken:
            asked = ", ".join(f"`--as {name}`" for name in forms)
            if taken:
                raise Stop(f"{template}: {asked} takes a template in {' or '.join(sorted(taken))}")
            raise Stop(
                f"{template}: {asked} takes no template; `--as pptx` takes one in .pptx, `--as docx` in .docx"
            )
        if not template.is_file():
            raise Stop(f"{template}: no such file; name a template of your house style")
    return {template.suffix.removeprefix("."): template for template in templates}


def _note_unused(forms: Mapping[str, Form], scenario: str | None, exact: bool) -> None:
    """Say which option no form that is made has a use for, and which forms have."""
    from foedus.brief.forms import FORMS

    asked = ", ".join(f"`--as {name}`" for name in forms)
    if scenario is not None and not any(form.playing for form in forms.values()):
        known = ", ".join(f"`--as {name}`" for name in FORMS if FORMS[name].playing)
        click.echo(
            f"note: {asked} shows no scenario, so `--scenario` is of no use here; {known} do", err=True
        )
    if exact and not any(form.shaped for form in forms.values()):
        known = ", ".join(f"`--as {name}`" for name in FORMS if FORMS[name].shaped)
        click.echo(f"note: `--picture` is for the shapes of {known}, and {asked} has none", err=True)


def _paths(forms: Mapping[str, Form], model: str, output: Path | None) -> dict[Form, Path | None]:
    """The file of each form that this machine can make; None for one that is printed."""
    if len(forms) > 1:
        folder = output or Path(f"{model}-brief")
        for form in forms.values():
            if form.missing:
                click.echo(f"note: not made: {form.missing}", err=True)
        return {form: folder / form.file(model) for form in forms.values() if not form.missing}
    form = next(iter(forms.values()))
    if output is None:
        return {form: None if form.printed else Path(form.file(model))}
    return {form: output / form.file(model) if output.is_dir() else output}


def _write(
    asked: Order, paths: Mapping[Form, Path | None], styles: Mapping[str, Path], begun: float, force: bool
) -> int:
    """Make and write every form; one that is too long is left out, and the exit code says so."""
    from foedus.cli.progress import told
    from foedus.errors import TooLong
    from foedus.output import write

    code = 0
    for number, (form, path) in enumerate(paths.items(), 1):
        try:
            with told(f"{number} of {len(paths)}: {form.what}", begun):
                data = form.made(replace(asked, template=styles.get(form.ending)))
        except TooLong as problem:
            click.echo(f"foedus: {problem}", err=True)
            code = 1
            continue
        if path is None:
            sys.stdout.buffer.write(data)
        else:
            write(path, data, force=force)
            click.echo(printable(f"{path}: {form.what}"))
    return code
