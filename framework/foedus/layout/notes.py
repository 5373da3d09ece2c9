"""Plain sentences about a drawing that its maker should know."""

from dataclasses import replace

from foedus.layout.drawing import Drawing, Words
from foedus.layout.metrics import unknown
from foedus.layout.tokens import BODY, PageName


def noted(drawing: Drawing, asked: PageName) -> Drawing:
    """The drawing with notes on a larger page, small text, and characters that the font cannot draw."""
    notes = list(drawing.notes)
    if drawing.page != asked:
        notes.append(f"does not fit page {asked!r} at a readable size; drawn on {drawing.page!r}")
    if drawing.text_size < BODY - 0.7:
        notes.append(f"text is {drawing.text_size:g} points high")
    texts = "".join(item.text for item in drawing.items() if isinstance(item, Words))
    if missing := unknown(texts):
        shown = ", ".join(f"U+{ord(c):04X}" for c in missing[:8])
        notes.append(f"Inter has no shape for {shown}; a reader's own fonts draw these, PNG and PDF do not")
    return replace(drawing, notes=tuple(notes))
