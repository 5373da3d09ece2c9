"""A waiver sets nothing aside.

What it was written for has been mended, or was found elsewhere, or the waiver stands at the wrong line or
element. Left where it is, it would hide the next finding of that rule from everybody, so waivers that
nothing needs are reported. What is found under a reading only counts as needed too.

Bad:

    provisions:
      help:
        title: Help if attacked
        kind: military_aid
        obligors: [ally]
        modality: must
        source: {doc: pact, at: Article 3}
        waive:
          - {rule: S01, reason: the text was not published then}  # <- W01
    actors:
      ally: {title: Ally, kind: state}
    sources:
      pact: {title: Pact, kind: instrument}

Good:

    provisions:
      help:
        title: Help if attacked
        kind: military_aid
        obligors: [ally]
        modality: must
        waive:
          - {rule: S01, reason: the text is not published yet}
    actors:
      ally: {title: Ally, kind: state}
"""

from foedus.finding import Severity

CODE = "W01"
NAME = "unused-waiver"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING
check: None = None  # found when the findings are weighed
