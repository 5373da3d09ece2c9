"""RIS, the tagged lines that reference managers exchange."""

from collections.abc import Iterator

from foedus.schema import SourceDocument
from foedus.writers.bibliographies.entry import remark

_TYPES = {
    "instrument": "LEGAL",
    "official_statement": "GOVDOC",
    "press_report": "NEWS",
    "digest": "ELEC",
    "dataset": "DATA",
}


def write(documents: tuple[SourceDocument, ...]) -> str:
    """A record a document, each ended by `ER`."""
    return "\n".join("".join(_records(each)) for each in documents)


def _records(document: SourceDocument) -> Iterator[str]:
    day = document.published
    fields = (
        ("TY", _TYPES[document.kind]),
        ("ID", document.id),
        ("TI", document.title),
        ("AU", f"{document.publisher}," if document.publisher else ""),  # the comma keeps a name whole
        ("PY", str(day.year) if day else ""),
        ("DA", f"{day:%Y/%m/%d}/" if day else ""),
        ("UR", document.address or ""),
        ("LA", document.language or ""),
        ("N1", remark(document)),
    )
    for tag, value in fields:
        if value:
            yield f"{tag}  - {' '.join(value.split())}\n"
    yield "ER  - \n"
