"""Sources for reference managers and pages: one module a format, each with `write(documents) -> str`."""

from collections.abc import Callable
from typing import TypeAlias

from foedus.schema import SourceDocument
from foedus.writers.bibliographies import bibtex, csl_json, markdown, ris

Writer: TypeAlias = Callable[[tuple[SourceDocument, ...]], str]

FORMATS: dict[str, Writer] = {
    "bibtex": bibtex.write,
    "csl-json": csl_json.write,
    "ris": ris.write,
    "markdown": markdown.write,
}
"""The formats of bibliographies by the name that the command line gives them."""

__all__ = ["FORMATS", "Writer"]
