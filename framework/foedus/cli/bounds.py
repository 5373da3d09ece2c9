"""The page on limits, made from the code: those that can be raised, and every other that a user meets."""

from collections.abc import Iterator

from foedus.limits import table as limits
from foedus.writers.markdown import table

_LEAD = """\
Input is bounded so that no file, whoever wrote it, makes a check slow or exhausts a machine. What is too
large is refused by a message that names the limit. All limits are counted and none is timed, but for git
and Graphviz below: the same input always ends the same way.

## Limits of a model

`foedus --limit NAME=N` before the command sets them for any command, and for `foedus check` a settings
file does (`limits = {nodes = 400000}` in `foedus.toml`). They lie far above a model written by hand."""

_OTHERS = """\
## Other limits

These are part of how Foedus works, and no option moves them unless one is named."""


def page() -> str:
    """The page as Markdown."""
    head = ("name", "usual", "of", "what it bounds")
    rows = [(f"`{each.name}`", f"{each.usual:,}", each.unit, each.bounds) for each in limits()]
    ceiling = ", ".join(f"`{each.name}` to {each.most}" for each in limits() if each.most < each.usual * 10)
    raised = f"At most {ceiling} can be raised; all others to any number."
    others = table(("where", "limit", "what happens beyond it"), _others())
    return "\n\n".join((_LEAD, table(head, rows), raised, _OTHERS, others)) + "\n"


def _others() -> Iterator[tuple[str, str, str]]:
    """Where a user meets a limit, the limit, and what becomes of what is larger."""
    yield from _of_texts()
    yield from _of_analyses()
    yield from _of_pictures()


def _of_texts() -> Iterator[tuple[str, str, str]]:
    from foedus.cli.diff import COMMENT
    from foedus.cli.selected import MOST as BASELINE
    from foedus.cli.settings import MOST as SETTINGS
    from foedus.explorer.serve import MOST as CLIENTS
    from foedus.output import DEEP
    from foedus.revision import SECONDS as GIT
    from foedus.schema.base import ID_LENGTH, QUOTE_WORDS
    from foedus.sources.copies import MOST as COPY
    from foedus.writers.findings.github import MOST as ANNOTATIONS

    yield (
        "a model",
        "`*.yaml` of one folder",
        "files below it, of other endings, hidden or led to from outside, are not read",
    )
    yield "an id", f"{ID_LENGTH} characters", "refused (R10)"
    yield "a quote", f"{QUOTE_WORDS} words", "refused (R07): a quote is a locator"
    yield "`check`", "50 findings printed", "the rest are counted; `--most N` prints more, 0 all"
    yield (
        "`check --format github`",
        f"{ANNOTATIONS} annotations of a kind",
        "all findings are in the step summary",
    )
    yield "`diff --format markdown`", f"{COMMENT:,} characters", "what is cut is said; `--size N`, 0 for all"
    yield "a settings file", f"{SETTINGS:,} characters", "the run ends with a message"
    yield "an output", f"{DEEP} folders deep", "the run ends with a message"
    yield "`serve`", f"{CLIENTS} threads, one a client", "who comes then is turned away"
    yield "a baseline", f"{BASELINE:,} bytes", "the run ends with a message"
    yield "a revision of git", f"{GIT} seconds for git", "the run ends with a message"
    yield "a copy of a source", f"{COPY:,} bytes", "the run ends with a message"


def _of_analyses() -> Iterator[tuple[str, str, str]]:
    from foedus.analyses.boolean.power import MOST_PLAYERS
    from foedus.analyses.open_psa.tags import MOST_BYTES, MOST_DEPTH, MOST_TAGS
    from foedus.rules.worlds import MOST as WORLDS
    from foedus.simulation.missing import MOST_SETS

    yield (
        "`gaps`, properties",
        "`states`, `moves`, `positions` above; a quarter in the explorer, a report, a dossier",
        "the answer says how many moves of every order were tried, and names the limit",
    )
    yield (
        "`analyse`",
        "10 sets listed of each sort",
        "all are counted; `--limit N` lists more, `--limit-order N` fewer",
    )
    yield (
        "`analyse`",
        "a million nodes of a diagram",
        "the run ends with a message: ask by actor, or about a part",
    )
    yield (
        "`analyse --power`",
        f"{MOST_PLAYERS} players",
        "Banzhaf comes from a diagram, Shapley-Shubik is left out",
    )
    yield "`why`", f"{MOST_SETS} ways", "the answer says that there are more"
    yield "rule T02", f"{WORLDS} atoms read more than once", "the finding says that it was not tried"
    told = f"{MOST_BYTES:,} bytes, {MOST_TAGS:,} tags, {MOST_DEPTH} levels"
    yield "a fault tree (Open-PSA)", told, "the run ends with a message"


def _of_pictures() -> Iterator[tuple[str, str, str]]:
    from foedus.brief.deck import MOST_PAGES
    from foedus.layout import room
    from foedus.layout.engines import SECONDS
    from foedus.layout.forms import LANES, PANELS
    from foedus.report import MOST_PIXELS as OF_A_REPORT
    from foedus.writers.pictures.png import MOST_PIXELS
    from foedus.writers.workbook import MOST_CHARACTERS
    from foedus.writers.zipped import MOST as UNPACKED

    yield (
        "a picture",
        f"{LANES} boxes in lanes, {PANELS} in panels",
        "larger ones become pages; `--form` forces one",
    )
    yield (
        "one drawing",
        f"{room.BOXES:,} boxes, {room.LINKS:,} links",
        "pages, or they are counted by component, as the subtitle says",
    )
    yield (
        "a picture on pages",
        f"{room.TIMES * room.BOXES:,} boxes, {room.TIMES * room.LINKS:,} links",
        "counted by component; `--as dot` and `--as csv` hold everything",
    )
    yield "a figure in slides", f"{MOST_PAGES} pages", "a slide names those that are left out"
    yield "a template", f"{UNPACKED:,} bytes when it is unpacked", "the run ends with a message"
    yield "Graphviz", f"{SECONDS:g} seconds a layout", "the arrangement is our own; a note says so"
    yield "a PNG", f"{MOST_PIXELS:,} pixels", "refused: a smaller `--scale`"
    yield "a PNG of a report", f"{OF_A_REPORT:,} pixels", "painted coarser; its SVG stands beside it"
    yield "a cell of XLSX", f"{MOST_CHARACTERS:,} characters", "what is longer ends in an ellipsis"
    yield "Ctrl-C", "a layout or PNG under way is finished first", "most often within a second"
