"""A text stands where a list belongs.

`obligors: france, united-kingdom` is one text to YAML: one obligor with a comma in its name. Who owes a
promise is counted and drawn, so a list must be written as one, even where it has a single entry.

Bad:

    provisions:
      help:
        title: Help if attacked
        kind: military_aid
        obligors: ally, friend  # <- R03
        modality: must

Good:

    provisions:
      help:
        title: Help if attacked
        kind: military_aid
        obligors: [ally, friend]
        modality: must
"""

from foedus.finding import Severity

CODE = "R03"
NAME = "text-for-list"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None
