"""Text made safe for a terminal: what cannot be seen is shown as an escape."""

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\u3164\uffa0\ud800-\udfff\U000e0000-\U000e007f]"
)


def printable(text: str, most: int = 2_000) -> str:
    """One line of text without control, bidirectional or zero-width characters, cut after `most`."""
    shown = _UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    return shown if len(shown) <= most else shown[: most - 1] + "…"
