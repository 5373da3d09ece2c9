"""The days of a scenario are out of order, or of two sorts.

Steps are read in the order of their days, and all moments of a scenario are numbers of days or all are
dates. Anything else is more likely a slip than a story, so the scenario is not played.

Bad:

    scenarios:
      back-in-time:
        title: Back in time
        steps:
          - {day: 5}
          - {day: 1}  # <- C05

Good:

    scenarios:
      forward:
        title: Forward
        steps:
          - {day: 1}
          - {day: 5}
"""

from foedus.finding import Severity

CODE = "C05"
NAME = "steps-out-of-order"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None  # found by playing the scenarios
