"""A value has the wrong shape.

A list stands where a mapping belongs, a number where a text belongs, or a mapping that is no
condition where a condition belongs. The element is left out until it can be understood, because a
guess would be worse; findings elsewhere may follow from that.

Bad:

    provisions:
      help:
        title: Help if attacked
        kind: military_aid
        obligors: [ally]
        modality: must
        requires: {both: [request, attack]}  # <- R08

Good:

    provisions:
      help:
        title: Help if attacked
        kind: military_aid
        obligors: [ally]
        modality: must
        requires: {all: [request, attack]}
"""

from foedus.finding import Severity

CODE = "R08"
NAME = "wrong-shape"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None
