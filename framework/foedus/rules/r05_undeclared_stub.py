"""A provision without content does not say so, or says so and has content.

A text often names a thing and leaves open what it is to do: an undeveloped element, as safety cases
call it. Marked `undeveloped`, it is counted as a gap of the text; unmarked, nobody can tell whether
the text or the model is silent. The mark must go once the content is known.

Bad:

    provisions:
      cell:  # <- R05
        title: A coordination cell
        kind: institutional
        obligors: [unspecified]
        modality: must

Good:

    provisions:
      cell:
        title: A coordination cell
        kind: institutional
        obligors: [unspecified]
        modality: must
        undeveloped: true
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.schema import Provision

CODE = "R05"
NAME = "undeclared-stub"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

CONTENT = ("trigger", "requires", "terminates_when", "deadline", "on_breach")
"""What only a developed provision has; the gates of the whole system (`enters_when`) say nothing of it."""
SUBSTANCE = (
    "beneficiary", "protects", "part_of", "summary", "discretion", "scope", "delivery", "already_ongoing",
    "enters_when", "in_force_while",
)  # fmt: skip
"""What lets an unmarked provision pass: to or for whom, as part of what, how, from when."""


def check(graph: Graph) -> Iterator[Problem]:
    """Each provision whose `undeveloped` and whose fields contradict one another."""
    parents = {each.part_of for each in graph.model.provisions.values()}
    for provision in graph.model.provisions.values():
        content = _first(provision, CONTENT)
        if provision.undeveloped and content:
            message = f"marked `undeveloped`, and yet it has `{content}`"
            related = ((provision.at(content), "its content"),)
            yield Problem(provision.at("undeveloped"), message, "remove one of the two", related)
            continue
        developed = content or _first(provision, SUBSTANCE) or provision.id in parents
        if not provision.undeveloped and not developed:
            message = "nothing says what this is to do, for whom or when"
            fields = "`beneficiary`, `summary`, `trigger` .."
            hint = f"write what the text says ({fields}), or mark it `undeveloped: true`"
            yield Problem(provision.route, message, hint)


def _first(provision: Provision, fields: tuple[str, ...]) -> str | None:
    return next((field for field in fields if getattr(provision, field)), None)
