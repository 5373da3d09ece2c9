"""A waiver is about what cannot be waived.

Some findings say that the model cannot be read as it was meant (every Y, and the errors among R) or not
be played (T07, C02, C05). No reason makes such a model say something, so they are mended and not set
aside. Nor are findings about waivers.

Bad:

    provisions:
      help:
        title: Help if attacked
        kind: military_aid
        obligors: [ally]
        modality: must
        source: {doc: pact, at: Article 3}
        waive:
          - {rule: R01, reason: the ally is declared elsewhere}  # <- W05
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
        source: {doc: pact, at: Article 3}
    actors:
      ally: {title: Ally, kind: state}
    sources:
      pact: {title: Pact, kind: instrument}
"""

from foedus.finding import Severity

CODE = "W05"
NAME = "unwaivable"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None  # found when the findings are weighed
