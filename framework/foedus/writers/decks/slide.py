"""A slide before it is written: its title, what stands on it, and what is said with it."""

from dataclasses import dataclass
from typing import TypeAlias

from foedus.layout.drawing import Drawing
from foedus.views.slides import Cover, Listing

Content: TypeAlias = Cover | Listing | Drawing


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; `notes` are paragraphs for who speaks, `source` stands at its foot."""

    title: str
    content: Content
    source: str
    notes: tuple[str, ...] = ()
