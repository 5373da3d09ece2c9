"""What a scenario expects does not come out.

A scenario is a test of the model: what must come out is written down beside the steps. Either the
expectation is wrong, or the model says something other than its author thinks; `foedus why` shows the
chain that led to the outcome.

Bad:

    facts:
      attack: {title: An attack, kind: brute, initial: false}
    provisions:
      help: {title: Help, kind: defense, obligors: [unspecified], modality: must, trigger: attack}
    scenarios:
      peace:
        title: Nothing happens
        steps: []
        expect:
          - {after: 0, provision: help, states: [ACTIVE]}  # <- C06

Good:

    facts:
      attack: {title: An attack, kind: brute, initial: false}
    provisions:
      help: {title: Help, kind: defense, obligors: [unspecified], modality: must, trigger: attack}
    scenarios:
      peace:
        title: Nothing happens
        steps: []
        expect:
          - {after: 0, provision: help, states: [STANDBY]}
"""

from foedus.finding import Severity

CODE = "C06"
NAME = "expectation-missed"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None  # found by playing the scenarios
