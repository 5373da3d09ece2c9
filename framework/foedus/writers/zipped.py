"""Office files, which are ZIP archives, packed without the moment at which they were made."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path

from foedus.errors import Stop

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can hold."""


MOST = 200_000_000
"""Bytes of an archive when it is unpacked."""


def refuse_large(path: Path) -> None:
    """Raises `Stop` for an archive that unpacks to more than a house style is; any other file passes."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(each.file_size for each in archive.infolist())
    except (OSError, ValueError, zipfile.BadZipFile):
        return
    if size > MOST:
        raise Stop(f"{path}: {size:,} bytes when it is unpacked, more than {MOST:,}; name another template")


@contextmanager
def written_to(template: Path | None) -> Iterator[None]:
    """While a template is written to: what is broken deep inside it is one message.

    The packages read most of a file only when it is needed, and say in a dozen ways what is wrong there.
    Without a template it is our bug, and stays what it is. Raises `Stop`.
    """
    try:
        yield
    except Stop:
        raise
    except Exception as error:
        if template is None:
            raise
        raise Stop(
            f"{template}: is broken inside; open it in its own program, save it anew and name that"
        ) from error


def moment(day: date | None) -> datetime:
    """The moment that a file bears as its own: the beginning of a day, without one the first of all."""
    return datetime.combine(day, time()) if day is not None else datetime(*EPOCH)


def timeless(data: bytes) -> bytes:
    """The same archive with every entry dated alike and sorted by name: the same bytes for the same content.

    What Office looks for first, `[Content_Types].xml`, sorts before all others.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as packed:
        for name in sorted(archive.namelist()):
            packed.writestr(zipfile.ZipInfo(name, EPOCH), archive.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
