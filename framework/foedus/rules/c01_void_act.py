"""An act has no effect, because whoever acts cannot.

A finding by a body that is not set up yet, or a performance of what is not due, is a void act: it is
logged and changes nothing. A finding made before its time is the classic case of an organ acting
outside its competence (*ultra vires*). The scenario, or the model of the body, says something other
than its author thinks.

Bad:

    facts:
      ceasefire: {title: A ceasefire holds, kind: institutional, initial: false}
      breach: {title: The ceasefire is breached, kind: brute, initial: true}
    provisions:
      commission-work:
        title: Examine breaches
        kind: joint_commission
        obligors: [commission]
        modality: must
        enters_when: ceasefire
    bodies:
      commission: {title: Commission, kind: commission, established_by: commission-work}
    determinations:
      finding: {title: That there was a breach, of: breach, by: body, body: commission}
    scenarios:
      too-early:
        title: A finding before there is a commission
        steps:
          - {day: 0, findings: {finding: established}, by: commission}  # <- C01

Good:

    facts:
      ceasefire: {title: A ceasefire holds, kind: institutional, initial: true}
      breach: {title: The ceasefire is breached, kind: brute, initial: true}
    provisions:
      commission-work:
        title: Examine breaches
        kind: joint_commission
        obligors: [commission]
        modality: must
        enters_when: ceasefire
    bodies:
      commission: {title: Commission, kind: commission, established_by: commission-work}
    determinations:
      finding: {title: That there was a breach, of: breach, by: body, body: commission}
    scenarios:
      in-time:
        title: A finding by the commission
        steps:
          - {day: 0, findings: {finding: established}, by: commission}
"""

from foedus.finding import Severity

CODE = "C01"
NAME = "void-act"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING
check: None = None  # found by playing the scenarios
