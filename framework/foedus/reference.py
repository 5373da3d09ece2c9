"""The reference pages, made from the code: rules, fields, words and the Python interface."""

from foedus import face
from foedus.rules import RULES
from foedus.rules.page import page
from foedus.schema.fields import Field, sections
from foedus.schema.registers import Vocabulary
from foedus.writers.markdown import escaped, table

MADE = "*Made by `foedus reference` from the code; do not edit.*"


def pages(vocabularies: dict[str, Vocabulary]) -> dict[str, str]:
    """The pages by file name."""
    return {
        "rules.md": _rules(),
        "fields.md": _fields(),
        "words.md": _words(vocabularies),
        "api.md": face.page(MADE),
    }


def _rules() -> str:
    every = [page(rule) for rule in RULES]
    rows = [
        (f"[{each.code}](#{each.code.lower()}-{each.name})", each.severity.word, each.title) for each in every
    ]
    parts = ["# Rules", MADE, "`foedus rule CODE` prints the same page."]
    parts.append(table(("code", "severity", "what was found"), rows))
    return "\n\n".join([*parts, *(each.markdown().rstrip() for each in every)]) + "\n"


def _fields() -> str:
    lead = "What may stand in a model's files, section by section. A field in **bold** must be there."
    parts = ["# Fields", MADE, lead]
    for section in sections():
        rows = (_field(each) for each in section.fields)
        parts += [f"## `{section.key}`", section.about, table(("field", "holds", "meaning"), rows)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _field(field: Field) -> tuple[str, str, str]:
    mark = "**" if field.required else ""
    return f"{mark}`{field.key}`{mark}", field.kind, escaped(field.about)


def _words(vocabularies: dict[str, Vocabulary]) -> str:
    parts = ["# Words", MADE, "The closed lists of words, what each means here, and the scheme it is from."]
    for key, each in sorted(vocabularies.items()):
        about = escaped(each.summary or each.title)
        scheme = f" Scheme: {escaped(each.scheme)}." if each.scheme else ""
        rows = (
            (f"`{word}`", escaped(said.label), escaped(said.definition), escaped(said.scheme or ""))
            for word, said in each.words.items()
        )
        parts += [f"## {key}", about + scheme, table(("word", "printed", "meaning", "scheme"), rows)]
    return "\n\n".join(parts) + "\n"


def with_made(text: str, name: str, part: str) -> str:
    """A page with a part of it made anew, between `<!-- made: NAME -->` and `<!-- end -->`."""
    before, begin, rest = text.partition(f"<!-- made: {name} -->\n")
    _, end, after = rest.partition("<!-- end -->\n")
    return f"{before}{begin}\n{part}\n{end}{after}" if begin and end else text
