"""Every way to make something of a model that one sends away: the table that a new format joins."""

from foedus.brief.forms import FORMS as BRIEFS
from foedus.contrast import FORMATS as CONTRASTS
from foedus.views.catalogue import ANSWERS, STORIES, STUDIES, VIEWS
from foedus.writers.findings import FORMATS as FINDINGS
from foedus.writers.pictures.formats import ENDINGS

TEXTS = ("text", "markdown", "json", "csv")

_PICTURES = [
    *((view, ()) for view in (*VIEWS, *ANSWERS, *STUDIES)),
    ("focus", ("--focus", "help", "--steps", "3")),
    ("difference", ("--against", "strict")),
    *((view, ("--scenario", "attack")) for view in STORIES),
]


def _each(
    command: str, *words: str, option: str = "--format", forms: tuple[str, ...]
) -> list[tuple[str, ...]]:
    """A command in each format that standard output can hold."""
    return [(*command.split(), "MODEL", *words, option, form) for form in forms]


EXPORTS: tuple[tuple[str, ...], ...] = (
    *(("draw", "MODEL", view, "--all", *asked, "--as", "svg") for view, asked in _PICTURES),
    *(("draw", "MODEL", "trigger", "--all", "--reading", "strict", "--as", form) for form in ENDINGS),
    *(("draw", "MODEL", "timeline", "--scenario", "attack", "--as", form) for form in ENDINGS),
    ("draw", "MODEL", "trigger", "--form", "pages", "--as", "pdf"),
    ("report", "MODEL", "-o", "FOLDER"),
    *(
        ("brief", "MODEL", "--as", form, "--scenario", "attack", "-o", f"FOLDER/brief.{each.ending}")
        for form, each in BRIEFS.items()
    ),
    *(("legible", "MODEL", "--for", "photocopy", "--format", form) for form in FINDINGS),
    ("explore", "MODEL", "-o", "FOLDER/page.html"),
    *_each("graph", option="--as", forms=("graphml", "json", "dot")),
    *_each("play", "attack", forms=TEXTS),
    *_each("play", "attack", "--reading", "all", forms=TEXTS),
    *_each("play", "attack", "--envelope", forms=TEXTS),
    ("play", "MODEL"),
    ("play", "MODEL", "--coverage"),
    *_each("why", "help", "--scenario", "attack", forms=("text", "markdown")),
    *_each("analyse", "--routes", "--blockers", "--vetoes", "--power", option="--as", forms=TEXTS),
    ("analyse", "MODEL", "--target", "helped", "--as", "open-psa"),
    ("analyse", "MODEL", "--target", "helped", "--witness", "1"),
    *_each("ask", forms=("text", "markdown", "json")),
    *_each("ask", "help", forms=("text", "markdown", "json")),
    *_each("ask", "actors/ally", "help", forms=("text", "markdown", "json")),
    *_each("coverage", forms=TEXTS),
    *_each("gaps", "--witness", "FOLDER/found.yaml", forms=("text", "markdown", "json")),
    *_each("what-if", forms=TEXTS),
    *_each("what-if", "--without", "ally", forms=TEXTS),
    *_each("profile", forms=TEXTS),
    *_each("codes", option="--as", forms=TEXTS),
    *_each("compare", "budapest-1994", option="--as", forms=CONTRASTS),
    *_each("compare", "--reading", "strict", "--scenario", "all", option="--as", forms=CONTRASTS),
    *_each("diff", "budapest-1994", forms=("text", "markdown", "json")),
    *_each("diff", "--reading", "strict", forms=("text", "markdown", "json")),
    *_each("check", "--select", "R,S,T,L,D,O,C,X,W", forms=tuple(FINDINGS)),
    ("check", "MODEL", "--statistics"),
    *_each("check", "--show-waived", "--reading", "strict", forms=("full",)),
    *_each("sources export", option="--as", forms=("bibtex", "csl-json", "ris", "markdown")),
    ("sources", "list", "MODEL"),
)
"""The words of each command; MODEL is the model, FOLDER an empty folder."""

SERVED = "serve"
"""Shows to this machine what `explore` writes, and ends at Ctrl-C only."""

KEPT = {
    "doctor",
    "fmt",
    "gallery",
    "generate",
    "init",
    "models",
    "reference",
    "rule",
    "schema",
    "sources verify",
}
"""Commands that print nothing of a model of the user's own, or only for its author."""
