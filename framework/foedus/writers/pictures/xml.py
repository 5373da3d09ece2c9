"""Any text as XML character data: escaped, and without what XML cannot hold."""

import re

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLAIN = re.compile(r"[\w #.:/-]*", re.ASCII)
"""Letters, numbers and colours, which stand as they are: most of what a picture writes."""


def escaped(text: str) -> str:
    """The text as it may stand in an element or between quotes."""
    return text if _PLAIN.fullmatch(text) else held(text).translate(_ESCAPES)


def held(text: str) -> str:
    """The text without the characters that XML 1.0 has no way to write; nothing is escaped yet."""
    return _NOT_XML.sub("", text)
