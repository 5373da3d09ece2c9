"""The model does not say which guarantee system it describes.

The `framework` section names the system, whom it protects, from whom, and the day for which it is
stated. Without that day every status is read as the last one known, and without the parties no
analysis can tell a guarantor from the attacker.

Bad:

    actors:  # <- R12
      ally: {title: Ally, kind: state}

Good:

    framework:
      title: A small guarantee
      as_of: 2026-01-06
      beneficiary: [ally]
    actors:
      ally: {title: Ally, kind: state}
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph

CODE = "R12"
NAME = "no-framework"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING


def check(graph: Graph) -> Iterator[Problem]:
    """One problem where no file has the section; a section of wrong shape is the reader's to report."""
    written = graph.project.tree.entries()
    if written and "framework" not in written:
        hint = "add `framework:` with `title`, `as_of`, `beneficiary` and, where one is named, `adversary`"
        yield Problem(("framework",), "no `framework` section", hint)
