"""Text into Markdown: model text is escaped, so that it can be nothing but text."""

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|<>~$&-])")


def escaped(text: str) -> str:
    """One line of text in which no character is markup; code in backticks stays code."""
    parts = re.split(r"(`[^`]+`)", " ".join(text.split()))
    return "".join(part if _is_code(part) else _MARKUP.sub(r"\\\1", part) for part in parts)


def _is_code(part: str) -> bool:
    return len(part) > 2 and part[0] == part[-1] == "`" and "|" not in part
