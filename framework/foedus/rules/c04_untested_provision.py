"""No scenario makes a provision due.

A provision that no scenario ever brings to ACTIVE has not been tried: its gates may be wrong, or may
never open. `foedus play MODEL --coverage` counts them. A model without scenarios is not asked for any.

Bad:

    facts:
      attack: {title: An attack, kind: brute, initial: false}
    provisions:
      help:  # <- C04
        title: Help
        kind: defense
        obligors: [unspecified]
        modality: must
        trigger: attack
    scenarios:
      peace: {title: Nothing happens, steps: []}

Good:

    facts:
      attack: {title: An attack, kind: brute, initial: false}
    events:
      invasion: {title: An invasion, sets: {attack: true}}
    provisions:
      help:
        title: Help
        kind: defense
        obligors: [unspecified]
        modality: must
        trigger: attack
    scenarios:
      war: {title: An attack, steps: [{day: 1, events: [invasion]}]}
"""

from foedus.finding import Severity

CODE = "C04"
NAME = "untested-provision"
SEVERITY = Severity.INFORMATION
STRICT = Severity.INFORMATION
check: None = None  # found by playing the scenarios
