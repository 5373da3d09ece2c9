"""Several reports are cited, and all of them retell one origin.

Ten outlets that repeat one leak are one witness. In January 2026 several outlets printed one leak of the
draft of the Paris Declaration, and it looked like corroboration. To rest on the text
itself is no weakness: an origin that is the instrument, or the statement of whoever made the promise,
is not reported. A draft that is known through leaks is.

Bad:

    sources:
      leak: {title: A leak, kind: press_report}
      first-report: {title: First report, kind: press_report, derived_from: [leak]}
      second-report: {title: Second report, kind: digest, derived_from: [first-report]}
    provisions:
      help:
        title: Help if attacked
        kind: military_aid
        obligors: [ally]
        modality: must
        source: [{doc: first-report, at: line 2}, {doc: second-report, at: line 5}]  # <- S06

Good:

    sources:
      leak: {title: A leak, kind: press_report}
      first-report: {title: First report, kind: press_report, derived_from: [leak]}
      statement: {title: Statement of the minister, kind: official_statement}
    provisions:
      help:
        title: Help if attacked
        kind: military_aid
        obligors: [ally]
        modality: must
        source: [{doc: first-report, at: line 2}, {doc: statement, at: paragraph 4}]
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.origins import origins
from foedus.rules.running import running
from foedus.rules.wording import more
from foedus.schema import Model, Provision

CODE = "S06"
NAME = "one-origin"
SEVERITY = Severity.INFORMATION
STRICT = Severity.INFORMATION


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each origin behind several reports, at the first provision that rests on it."""
    model = graph.model
    found: dict[str, list[Provision]] = {}
    for provision in running(model):
        cited = {source.doc for source in provision.sources}
        behind = origins(model, cited) if cited else frozenset()
        if len(behind) == 1 and cited != behind and not _is_the_text(model, *behind):
            found.setdefault(next(iter(behind)), []).append(provision)
    for origin, (first, *others) in found.items():
        known = model.sources.get(origin)
        related = [(known.route, "the origin")] if known is not None else []
        related += [(each.at("source"), f"`{each.id}` too") for each in others]
        rest = f" (and {more(len(others))})" if others else ""
        count = len({source.doc for source in first.sources})
        what = f"the {count} reports cited retell" if count > 1 else "the report cited retells"
        message = f"{what} one origin, `{origin}`{rest}"
        hint = "cite a source of its own, or the text itself; if there is none, keep the confidence low"
        yield Problem(first.at("source"), message, hint, tuple(related))


def _is_the_text(model: Model, origin: str) -> bool:
    """True for a text in force or adopted, and for what somebody said for himself."""
    known = model.sources.get(origin)
    if known is None:
        return False
    return known.version_reported != "draft" and known.kind in ("instrument", "official_statement")
