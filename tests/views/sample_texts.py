"""A model with verbs, texts, sources, a reading and gates, small enough to be known by heart."""

TEXTS = """\
framework: {title: Trial, as_of: 2026-02-01, beneficiary: [host], instrument: pact}
components:
  c: {title: Help, order: 1, short: Help}
  d: {title: Watch, order: 2, short: Watch}
actors:
  host: {title: Host, kind: state}
  ally: {title: Ally, kind: state}
instruments:
  draft-pact: {title: Draft of the pact, form: agreement, status: {is: superseded, on: 2026-01-02},
               draft_of: pact}
  pact: {title: The pact, form: agreement, status: {is: signed, on: 2026-01-06}, supplements: [old-pact]}
  old-pact: {title: The old pact, form: treaty, status: {is: in_force, on: 2001-05-04}}
  talk: {title: A speech, form: announcement, status: {is: adopted, on: 2026-01-07}}
  idea: {title: An idea, form: plan}
facts:
  attack: {title: Attack on the host, kind: brute, initial: false}
  asked: {title: The host asks, kind: institutional, initial: false, owner: host, nature: request}
sources:
  original: {title: The pact as published, kind: instrument, version_reported: final}
  retold: {title: A summary, kind: press_report, derived_from: [original], publisher: Daily}
  retold-again: {title: A digest, kind: digest, derived_from: [retold], publisher: Weekly}
  leak: {title: The leaked draft, kind: instrument, version_reported: draft}
  organ: {title: A party paper, kind: press_report, partisan: true}
provisions:
  help: {title: Help the host, kind: defense, obligors: [ally], beneficiary: [host], modality: must,
         component: c, instrument: pact, order: 1, wording: shall, source: [{doc: original}, {doc: retold}],
         trigger: {all: [attack, asked]}}
  arms: {title: Send arms, kind: military_aid, obligors: [ally], modality: may, component: c, part_of: help,
         instrument: pact, order: 2, wording: intends, status: to_be_finalised, source: {doc: retold-again},
         trigger: {active: help}}
  money: {title: Send money, kind: economic_aid, obligors: [ally], modality: may, component: c,
          instrument: pact, order: 3, source: [{doc: leak}, {doc: organ}]}
  watch: {title: Watch the line, kind: monitoring, obligors: [ally], modality: must, component: d,
          instrument: pact, order: 1, wording: will, in_force_while: {not: attack}}
  boast: {title: Send everything, kind: military_aid, obligors: [ally], modality: may, component: d,
          instrument: talk, order: 2, wording: announced}
readings:
  earlier:
    title: The draft
    kind: draft
    patch:
      framework: {instrument: draft-pact}
      facts: {weather: {title: Fair weather, kind: brute, initial: unknown}, asked: null}
      provisions:
        help: {instrument: draft-pact, wording: will, trigger: attack}
        arms: {instrument: draft-pact, source: {doc: leak}}
        money: {instrument: draft-pact}
        watch: null
        parade: {title: Hold a parade, kind: institutional, obligors: [ally], modality: may, component: d,
                 instrument: draft-pact, order: 1}
"""
