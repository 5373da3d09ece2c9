"""What all bibliographies say of a document, beside its title, publisher, day and address."""

from foedus.schema import SourceDocument


def remark(document: SourceDocument) -> str:
    """Which version it reports, what it retells, and the remark of the register, as one line."""
    said = [
        f"Reports the {document.version_reported} version" if document.version_reported else "",
        f"After {', '.join(document.derived_from)}" if document.derived_from else "",
        " ".join((document.note or "").split()),
    ]
    return ". ".join(part.rstrip(".") for part in said if part)
