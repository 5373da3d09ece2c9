"""A waiver does not say what it waives and why.

A finding is set aside for a reason that the next reader can judge; without one nothing is set aside. The
same holds for a comment that begins with `foedus:` and cannot be understood, and for a last day that is
no day.

Bad:

    provisions:
      help:
        title: Help if attacked
        kind: military_aid
        obligors: [ally]
        modality: must
        waive: [{rule: S01}]  # <- W03
    actors:
      ally: {title: Ally, kind: state}

Good:

    provisions:
      # foedus: waive S01 -- the text is not published yet
      help:
        title: Help if attacked
        kind: military_aid
        obligors: [ally]
        modality: must
    actors:
      ally: {title: Ally, kind: state}
"""

from foedus.finding import Severity

CODE = "W03"
NAME = "unclear-waiver"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None  # found when the findings are weighed
