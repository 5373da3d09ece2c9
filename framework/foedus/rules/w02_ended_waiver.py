"""A waiver has ended.

It was given until a day, and that day is past: what it set aside is found again, and this says where the
waiver stands. `foedus check` asks the calendar, or `--today`; from Python, and in reports, the day for
which the model is stated counts, so that the same model gives the same pages on every day.

Bad:

    framework: {title: A small guarantee, as_of: 2026-03-01, beneficiary: [host]}
    actors:
      host: {title: Host, kind: state}
    provisions:
      help:
        title: Help if attacked
        kind: military_aid
        obligors: [host]
        modality: must
        waive:
          - {rule: S01, reason: the text is to be published in February, until: 2026-02-28}  # <- W02

Good:

    framework: {title: A small guarantee, as_of: 2026-02-28, beneficiary: [host]}
    actors:
      host: {title: Host, kind: state}
    provisions:
      help:
        title: Help if attacked
        kind: military_aid
        obligors: [host]
        modality: must
        waive:
          - {rule: S01, reason: the text is to be published in February, until: 2026-02-28}
"""

from foedus.finding import Severity

CODE = "W02"
NAME = "ended-waiver"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING
check: None = None  # found when the findings are weighed
