"""A small model with one scenario, for the tests of timelines and sequences."""

MODEL = """\
framework: {title: Trial, as_of: 2026-01-06, beneficiary: [host]}
actors:
  host: {title: Host, kind: state}
  ally: {title: Ally, kind: state}
  friend: {title: Friend, kind: state}
components:
  c: {title: Help in need, order: 1, short: Help}
facts:
  attack: {title: Attack on the host, kind: brute, initial: false}
  doubt: {title: Doubt, kind: brute, initial: unknown}
events:
  attack-starts: {title: The host is attacked, sets: {attack: true}}
provisions:
  help: {title: Help the host, kind: defense, obligors: [ally, friend], beneficiary: [host], modality: must,
         responsibility: several, component: c, order: 1, trigger: attack, deadline: P3D}
  arms: {title: Send arms, kind: military_aid, obligors: [ally], modality: must, component: c, order: 2}
  talk: {title: Talk, kind: consultation, obligors: [ally], modality: must, requires: doubt}
  gift: {title: Give more, kind: military_aid, obligors: [friend], modality: may, component: c, order: 3}
scenarios:
  s:
    title: An attack, and one ally helps
    steps:
      - {day: 0, events: [attack-starts]}
      - {day: 2, exercises: [{provision: gift, by: friend}], fails: [{provision: help, by: ally}]}
    horizon: 9
"""
