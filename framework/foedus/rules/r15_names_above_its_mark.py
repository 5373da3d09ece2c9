"""A text names an element that fewer may read.

A title, a summary or a note can give away by a word what its author meant to keep to a circle: the id, the
title or another name of an element with a higher mark. `--max-handling` refuses to make anything that would
print it. Whole words are looked for, without regard to capitals; a text that tells the same in other words is
for its author to find.

Bad:

    components:
      northern-annex: {title: Northern annex, order: 1, handling: named}
    events:
      talks-end:
        title: The talks end
        note: What follows stands in the northern annex.  # <- R15
        sets: {}

Good:

    components:
      northern-annex: {title: Northern annex, order: 1, handling: named}
    events:
      talks-end:
        title: The talks end
        note: What follows is not stated here.
        sets: {}
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.marked import told

CODE = "R15"
NAME = "names-above-its-mark"
SEVERITY = Severity.WARNING
STRICT = Severity.ERROR


def check(graph: Graph) -> Iterator[Problem]:
    """Each text that names an element with a higher mark, in readings too."""
    for tell, of, mark in told(graph.project):
        if tell.by_words:
            hint = f"say it without the name, or mark this `handling: {mark}` too"
            yield Problem(tell.route, f"this names `{of}`, which is marked `{mark}`", hint)
