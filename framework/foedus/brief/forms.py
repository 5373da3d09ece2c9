"""The forms of a briefing: what each is, how its file is called, and what makes it."""

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import NamedTuple

from foedus.brief import deck, dossier, page
from foedus.brief.order import Order
from foedus.output import file_name


class Form(NamedTuple):
    """A form of a briefing; `made` makes the bytes of its file.

    `needs` is what must be installed: a module and the extra that brings it. A `printed` form goes to
    standard output where no file is named; a `styled` one takes a template of its own ending; a `playing` one
    shows a scenario; the figures of a `shaped` one are shapes to edit, unless they are asked for as pictures.
    """

    what: str
    stem: str
    ending: str
    made: Callable[[Order], bytes]
    needs: tuple[str, str] | None = None
    printed: bool = False
    styled: bool = False
    playing: bool = False
    shaped: bool = False

    def file(self, model: str) -> str:
        """The name of its file: `paris-2026-slides.pptx`."""
        return file_name(f"{model}-{self.stem}", self.ending)

    @property
    def missing(self) -> str | None:
        """What keeps it from being made on this machine, with the cure; None where nothing does."""
        if self.needs is None or find_spec(self.needs[0]) is not None:
            return None
        return f"{self.what}: not installed here; `pip install 'foedus[{self.needs[1]}]'`"


_TYPST = ("typst", "pdf")

FORMS: Mapping[str, Form] = {
    "pptx": Form(
        "slides", "slides", "pptx", deck.make, ("pptx", "office"), styled=True, playing=True, shaped=True
    ),
    "pdf": Form("one page, as a PDF", "page", "pdf", page.as_pdf, _TYPST),
    "docx": Form(
        "one page, for a word processor", "page", "docx", page.as_docx, ("docx", "office"), styled=True
    ),
    "text": Form("the text of an e-mail", "email", "txt", page.as_text, printed=True),
    "dossier": Form("the dossier", "dossier", "pdf", dossier.as_pdf, _TYPST, playing=True),
    "dossier-html": Form("the dossier as a web page", "dossier", "html", dossier.as_html, playing=True),
}
"""The forms by the name that the command line gives them, in the order in which they are made."""

ALSO_CALLED: Mapping[str, str] = {
    "powerpoint": "pptx", "ppt": "pptx", "slides": "pptx", "deck": "pptx", "word": "docx", "doc": "docx",
    "page": "pdf", "mail": "text", "email": "text", "e-mail": "text", "html": "dossier-html",
}  # fmt: skip
"""What people call a form, for those who are told its name."""
