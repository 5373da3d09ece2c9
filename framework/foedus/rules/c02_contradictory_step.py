"""One instant gives two values to one thing.

All acts of a step apply at once, so a fact cannot become true and false in it, and a finding cannot be
both made and refused. Foedus does not guess which comes first: the scenario is not played.

Bad:

    facts:
      ceasefire: {title: A ceasefire holds, kind: institutional, initial: false}
    events:
      ceasefire-starts: {title: The ceasefire starts, sets: {ceasefire: true}}
      attack: {title: An attack, sets: {ceasefire: false}}
    scenarios:
      both:
        title: Both at once
        steps:
          - {day: 1, events: [ceasefire-starts, attack]}  # <- C02

Good:

    facts:
      ceasefire: {title: A ceasefire holds, kind: institutional, initial: false}
    events:
      ceasefire-starts: {title: The ceasefire starts, sets: {ceasefire: true}}
      attack: {title: An attack, sets: {ceasefire: false}}
    scenarios:
      one-after-the-other:
        title: One after the other
        steps:
          - {day: 1, events: [ceasefire-starts]}
          - {day: 2, events: [attack]}
"""

from foedus.finding import Severity

CODE = "C02"
NAME = "contradictory-step"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None  # found by playing the scenarios
