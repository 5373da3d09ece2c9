"""CSL-JSON, the items of the Citation Style Language, for Zotero, Pandoc and their kin."""

import json
from typing import Any

from foedus.schema import SourceDocument
from foedus.writers.bibliographies.entry import remark

_TYPES = {
    "instrument": "treaty",
    "official_statement": "speech",
    "press_report": "article-newspaper",
    "digest": "webpage",
    "dataset": "dataset",
}
"""The types of CSL 1.0.2 for the kinds of documents."""


def write(documents: tuple[SourceDocument, ...]) -> str:
    """A list with an item a document."""
    return json.dumps([_item(each) for each in documents], ensure_ascii=False, indent=1) + "\n"


def _item(document: SourceDocument) -> dict[str, Any]:
    day = document.published
    item = {
        "id": document.id,
        "type": _TYPES[document.kind],
        "title": " ".join(document.title.split()),
        "author": [{"literal": document.publisher}] if document.publisher else None,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": document.address,
        "language": document.language,
        "note": remark(document) or None,
    }
    return {key: value for key, value in item.items() if value is not None}
