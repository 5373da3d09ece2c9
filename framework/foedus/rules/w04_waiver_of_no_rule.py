"""A waiver names a rule that there is not.

A misspelt code would set nothing aside, and its author would look for the fault elsewhere. A waiver names
single rules, by their codes, and no families: a family would hide what nobody has looked at.

Bad:

    provisions:
      # foedus: waive S0l -- the text is not published yet  # <- W04
      help:
        title: Help if attacked
        kind: military_aid
        obligors: [ally]
        modality: must
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

CODE = "W04"
NAME = "waiver-of-no-rule"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None  # found when the findings are weighed
