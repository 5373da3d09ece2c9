"""What a scenario expects is only one of several possible outcomes.

The expected state may come out, and another may too, because something is not known: a text is not
concluded, nobody is named to decide, a fact is open, somebody may act or not. An expectation names all
states that are possible, or the scenario assumes what settles it.

Bad:

    facts:
      attack: {title: An attack, kind: brute, initial: unknown}
    provisions:
      help: {title: Help, kind: defense, obligors: [unspecified], modality: must, trigger: attack}
    scenarios:
      quiet:
        title: Nothing is known
        steps: []
        expect:
          - {after: 0, provision: help, states: [ACTIVE]}  # <- C03

Good:

    facts:
      attack: {title: An attack, kind: brute, initial: unknown}
    provisions:
      help: {title: Help, kind: defense, obligors: [unspecified], modality: must, trigger: attack}
    scenarios:
      quiet:
        title: Nothing is known
        steps: []
        expect:
          - {after: 0, provision: help, states: [STANDBY, ACTIVE], because: [fact]}
"""

from foedus.finding import Severity

CODE = "C03"
NAME = "expectation-open"
SEVERITY = Severity.WARNING
STRICT = Severity.ERROR
check: None = None  # found by playing the scenarios
