"""Citations against the user's own copies of the texts: quotes, places, and what has changed since."""

from foedus.sources.citations import Citation, citations
from foedus.sources.copies import Copy, copies
from foedus.sources.lock import LOCK, Lock, locked, read_lock, to_json
from foedus.sources.verify import verify

__all__ = [
    "LOCK",
    "Citation",
    "Copy",
    "Lock",
    "citations",
    "copies",
    "locked",
    "read_lock",
    "to_json",
    "verify",
]
