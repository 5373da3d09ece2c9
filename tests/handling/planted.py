"""A small pact, and beside it one element of every kind that few may read, with a secret in every text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from foedus.schema import SECTIONS, Model
from foedus.schema.order import Place
from foedus.schema.references import holds_words

SECRET = "quokka"
"""In every text, id, name and comment of what is withheld, and in nothing else."""

PACT = """\
framework:
  title: A small pact
  as_of: 2026-01-06
  instrument: pact
  beneficiary: [host]
  adversary: [rival]
  showcase: [attack]
  # quokka in a comment on what stays
components:
  defence: {title: Defence, order: 1}
actors:
  host: {title: Host, kind: state}
  ally: {title: Ally, kind: state}
  rival: {title: Rival, kind: state}
bodies:
  council: {title: Council, kind: council, functions: [decide], members: {closed: [host, ally]}}
instruments:
  pact:
    title: The pact
    form: treaty
    status: {is: signed, on: 2026-01-06, source: {doc: text, at: Article 9}}
    parties: {host: ratified, ally: ratified}
  earlier:
    title: An earlier draft
    form: treaty
    status: [{is: proposed, on: 2025-12-01, source: {doc: quokka-sources, at: quokka}}]
    draft_of: pact
facts:
  invasion: {title: An armed attack, kind: brute, concept: attack, initial: false}
  ceasefire: {title: A ceasefire is in force, kind: institutional, initial: true}
events:
  attack-starts:
    title: An attack begins
    sets: {invasion: true}
    by: [rival]
    target: [host]
    attack_class: conventional
    severity: use
phases:
  before: {title: Before, order: 1}
determinations:
  found: {title: The council finds an attack, of: invasion, by: body, body: council}
provisions:
  help:
    title: Help if attacked
    component: defence
    instrument: pact
    kind: defense
    obligors: [ally]
    beneficiary: [host]
    modality: must
    wording: shall
    enters_when: ceasefire
    trigger: {any: [invasion, {finding: found}]}
    source:
      - {doc: text, at: Article 3}
      - {doc: quokka-sources, at: quokka, quote: quokka, lang: quokka}
    claim: {basis: disputed, disputed_by: [quokka-sources]}
    # foedus: waive T13 -- as long as quokka-facts is open
  # quokka above an element that stays
  consult:
    title: Consult
    component: defence
    instrument: pact
    kind: consultation
    obligors: [ally, host]
    modality: may
    wording: will  # quokka beside a field that stays
    source: {doc: quokka-sources, at: quokka}
targets:
  helped: {title: Help is due, condition: {active: help}}
properties:
  answered: {title: An attack is answered, leads_to: {from: invasion, to: {active: help}}}
readings:
  strict:
    title: Only the council may say so
    kind: interpretation
    holder: [ally]
    patch:
      provisions: {help: {trigger: {finding: found}, source: {doc: quokka-sources, at: quokka}}}
scenarios:
  attack:
    title: An attack
    steps:
      - {day: 1, events: [attack-starts]}
    expect:
      - {after: 1, provision: help, states: [ACTIVE]}
questions:
  when:
    title: By when is help due?
    touches: [help]
    answers:
      - {says: Within a week, source: {doc: quokka-sources, at: quokka}}
      - {says: Nothing is said, source: {doc: text, at: Article 3}}
sources:
  text: {title: The text of the pact, kind: instrument, reports: [pact], published: 2026-01-06}
  other: {title: A digest, kind: digest, published: 2026-01-07}
"""

_NEEDED: dict[str, dict[str, Any]] = {
    "components": {"order": 2},
    "actors": {"kind": "state"},
    "bodies": {"kind": "cell"},
    "instruments": {
        "form": "agreement",
        "status": [{"is": "signed", "on": "2026-01-06", "note": SECRET}],
        "parties": {"ally": {"is": "signed", "note": SECRET}},
        "exit": {"ground": SECRET, "notice": "P1Y"},
        "term": {"indefinite": True, "note": SECRET},
    },
    "facts": {"kind": "brute", "initial": False},
    "events": {"sets": {f"{SECRET}-facts": True}, "attack_class": "nuclear", "severity": "use"},
    "phases": {"order": 2, "events": [f"{SECRET}-events"]},
    "determinations": {"of": f"{SECRET}-facts", "by": "body", "body": f"{SECRET}-bodies"},
    "provisions": {
        "kind": "military_aid",
        "component": f"{SECRET}-components",
        "obligors": ["ally", f"{SECRET}-actors"],
        "modality": "must",
        "trigger": {"any": [f"{SECRET}-facts", {"finding": f"{SECRET}-determinations"}]},
        "scope": {"location": SECRET, "conflict": SECRET, "demand": SECRET},
    },
    "targets": {"condition": {"active": f"{SECRET}-provisions"}},
    "properties": {"never": {"active": f"{SECRET}-provisions"}},
    "readings": {
        "kind": "what_if",
        "patch": {"facts": {"ceasefire": {"initial": False, "note": SECRET}}},
    },
    "scenarios": {"steps": [{"day": 1, "events": [f"{SECRET}-events"], "note": SECRET}]},
    "questions": {
        "kind": "conflict",
        "touches": ["help"],
        "answers": [{"says": SECRET, "quantity": {"value": 3, "unit": SECRET}}],
    },
    "sources": {"kind": "press_report", "reports": ["pact"]},
    "vocabularies": {"words": {SECRET: {"label": SECRET, "scheme": SECRET, "definition": SECRET}}},
}
"""What an element of each kind needs beside its texts, and the texts that stand deeper in it."""


def planted(section: str) -> dict[str, Any]:
    """An element of a section that is marked above everybody, with the secret in each of its texts."""
    noun = _noun(section)
    fields = {key: _filled(noun, key) for key in _keys(noun) if holds_text(noun, key)}
    about = {
        "handling": "internal",
        "waive": [{"rule": "R04", "reason": SECRET}],
        "source": {"doc": f"{SECRET}-sources", "at": SECRET, "quote": SECRET, "lang": SECRET},
    }
    return {**fields, **_NEEDED[section], **about}


def _filled(noun: type[BaseModel], key: str) -> Any:
    annotation = str(noun.model_fields[key].annotation)
    if annotation.startswith("tuple"):
        return [f"{SECRET} {key}"]
    return {"fr": f"{SECRET} {key}"} if "dict" in annotation else f"{SECRET} {key}"


def _noun(section: str) -> type[BaseModel]:
    return Place().below(section).nouns[0]


def _keys(noun: type[BaseModel]) -> Iterator[str]:
    return (field.alias or name for name, field in noun.model_fields.items() if name != "id")


def holds_text(noun: type[BaseModel], key: str) -> bool:
    """True for a field that holds a text of the author's own, or several."""
    annotation = noun.model_fields[key].annotation if key in noun.model_fields else None
    plain = {str, str | None, tuple[str, ...], dict[str, str], dict[str, str] | None}
    return annotation in plain and not any(_marked(noun, key)) and not holds_words(noun, key)


def _marked(noun: type[BaseModel], key: str) -> Iterator[object]:
    return (each for each in noun.model_fields[key].metadata if type(each).__name__ == "Refers")


def write(folder: Path) -> None:
    """The pact and what is planted beside it: in a file of its own, and in the file of the pact."""
    folder.mkdir()
    annex = {each: {f"{SECRET}-{each}": planted(each)} for each in SECTIONS}
    (folder / "pact.yaml").write_text(PACT + "# quokka at the end\n", encoding="utf-8")
    (folder / f"{SECRET}.yaml").write_text(yaml.safe_dump(annex, sort_keys=False), encoding="utf-8")


assert set(_NEEDED) == set(Model.model_fields) - {"framework"}
