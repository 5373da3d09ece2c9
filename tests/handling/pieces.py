"""Everything that a finished file says, unpacked: its names, its metadata, what is packed in what."""

import base64
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

_DATA = re.compile(rb"data:[\w/+.-]+;base64,([A-Za-z0-9+/=]+)")


def pieces(data: bytes) -> Iterator[str]:
    """The texts in a file: as they stand, and those in its compressed parts."""
    yield data.decode("utf-8", "replace")
    yield data.decode("utf-16-be", "replace")
    if data.startswith(b"PK"):
        yield from _of_archive(data)
    elif data.startswith(b"%PDF"):
        yield from _of_pdf(data)
    elif data.startswith(b"\x89PNG"):
        yield from _of_png(data)
    for found in _DATA.finditer(data):
        yield from pieces(base64.b64decode(found.group(1)))


def _of_archive(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield archive.comment.decode("utf-8", "replace")
        for entry in archive.infolist():
            yield entry.filename + repr(entry.comment) + repr(entry.extra)
            yield from pieces(archive.read(entry))


def _of_pdf(data: bytes) -> Iterator[str]:
    """Each object, each stream unpacked, and each page as a reader would copy it."""
    import pypdf
    from pypdf.generic import StreamObject

    book = pypdf.PdfReader(io.BytesIO(data))
    for number in range(1, int(book.trailer["/Size"])):  # type: ignore[call-overload]
        thing = book.get_object(number)
        yield repr(thing)
        if isinstance(thing, StreamObject):
            yield from (thing.get_data().decode(code, "replace") for code in ("utf-8", "utf-16-be"))
    yield from (page.extract_text() for page in book.pages)
    yield repr(book.metadata)


def _of_png(data: bytes) -> Iterator[str]:
    """Each chunk that is no pixel; those with text may be compressed."""
    at = 8
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        chunk = data[at + 8 : at + 8 + length]
        at += 12 + length
        if kind != b"IDAT":
            yield chunk.decode("utf-8", "replace")
            yield from _unpacked(chunk)


def _unpacked(chunk: bytes) -> Iterator[str]:
    for start in (found.end() for found in re.finditer(b"\0", chunk)):
        try:
            yield zlib.decompress(chunk[start + 1 :]).decode("utf-8", "replace")
        except zlib.error:
            continue
