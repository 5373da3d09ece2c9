"""The reference pages, made from the code: rules, fields, words, commands."""

from collections.abc import Iterator

from foedus.rules import RULES
from foedus.rules.page import page
from foedus.schema.fields import Field, sections
from foedus.schema.registers import Vocabulary
from foedus.writers.markdown import escaped

_MADE = "*Made by `foedus reference` from the code; do not edit.*"


def pages(vocabularies: dict[str, Vocabulary]) -> dict[str, str]:
    """Every generated page of the reference by its file name."""
    return {"rules.md": _rules(), "fields.md": _fields(), "words.md": _words(vocabularies), "commands.md": _commands()}


def _rules() -> str:
    every = [page(rule) for rule in RULES]
    rows = [f"| [{each.code}](#{each.code.lower()}-{each.name}) | {each.severity.word} | {each.title} |" for each in every]
    head = "# Rules\n\n" + _MADE + "\n\n`foedus rule CODE` prints the same page.\n\n| code | severity | what was found |\n|---|---|---|\n"
    return head + "\n".join(rows) + "\n\n" + "\n".join(each.markdown() for each in every)


def _fields() -> str:
    parts = ["# Fields", _MADE, "What may stand in a model's files, section by section. A field in **bold** must be there."]
    for section in sections():
        about = f"{section.about}\n\n" if section.about else ""
        parts.append(f"## `{section.key}`\n\n{about}{_table(section.fields)}")
    return "\n\n".join(parts) + "\n"


def _table(fields: tuple[Field, ...]) -> str:
    rows = [
        f"| {'**' if each.required else ''}`{each.key}`{'**' if each.required else ''} | {each.kind} | {escaped(each.about)} |"
        for each in fields
    ]
    return "| field | holds | meaning |\n|---|---|---|\n" + "\n".join(rows)


def _words(vocabularies: dict[str, Vocabulary]) -> str:
    parts = ["# Words", _MADE, "The closed lists of words, what each means here, and the scheme it is from."]
    for key, each in sorted(vocabularies.items()):
        scheme = f" Scheme: {escaped(each.scheme)}." if each.scheme else ""
        rows = [
            f"| `{word}` | {escaped(said.label)} | {escaped(said.definition)} | {escaped(said.scheme or '')} |"
            for word, said in each.words.items()
        ]
        table = "| word | printed | meaning | scheme |\n|---|---|---|---|\n" + "\n".join(rows)
        parts.append(f"## {key}\n\n{escaped(each.summary or each.title)}{scheme}\n\n{table}")
    return "\n\n".join(parts) + "\n"


def _commands() -> str:
    parts = ["# Commands", _MADE]
    parts += [f"## foedus {verb}\n\n```text\n{text}\n```" for verb, text in _helps()]
    return "\n\n".join(parts) + "\n"


def _helps() -> Iterator[tuple[str, str]]:
    import click

    from foedus.cli.run import VERBS, foedus

    for verb in sorted(VERBS):
        context = click.Context(foedus, info_name="foedus", max_content_width=80, terminal_width=80)
        command = foedus.get_command(context, verb)
        if command is not None:
            inner = click.Context(command, info_name=verb, parent=context, max_content_width=80, terminal_width=80)
            yield verb, command.get_help(inner).rstrip()
