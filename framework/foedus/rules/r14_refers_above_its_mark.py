"""An element refers to one that fewer may read.

Whoever may read the one is led to the other: that it exists, what it is called, what turns on it. A figure
for everybody could not leave it out without a hole, so `--max-handling` refuses to make one. Mark the element
that refers as high as what it refers to, or do without the reference. To cite a source that fewer may read
is no finding: the statement stays, and the source is not named.

Bad:

    facts:
      ceasefire: {title: A ceasefire is in force, kind: institutional, initial: false, handling: internal}
    provisions:
      monitoring:
        title: Monitor the line of contact
        kind: monitoring
        obligors: [unspecified]
        modality: must
        enters_when: ceasefire  # <- R14

Good:

    facts:
      ceasefire: {title: A ceasefire is in force, kind: institutional, initial: false, handling: internal}
    provisions:
      monitoring:
        title: Monitor the line of contact
        kind: monitoring
        obligors: [unspecified]
        modality: must
        enters_when: ceasefire
        handling: internal
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.marked import told

CODE = "R14"
NAME = "refers-above-its-mark"
SEVERITY = Severity.WARNING
STRICT = Severity.ERROR


def check(graph: Graph) -> Iterator[Problem]:
    """Each field that refers to an element with a higher mark, in readings too."""
    for tell, of, mark in told(graph.project):
        if not tell.by_words:
            hint = f"mark this `handling: {mark}` too, or take the reference out"
            yield Problem(tell.route, f"this refers to `{of}`, which is marked `{mark}`", hint)
