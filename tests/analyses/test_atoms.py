"""What an outcome turns on, in words, with whom each thing rests on and where it is written."""

from foedus.analyses.actors import by_actor
from foedus.analyses.unroll import Unrolled, unroll
from foedus.load import Project, loads
from foedus.simulation import prepare

ACTORS = "actors:\n  fr: {title: France, kind: state}\n  uk: {title: Britain, kind: state}\n"
EVERYTHING = """
facts:
  attack: {title: An attack, kind: brute, initial: false}
  request: {title: A request, kind: brute, initial: unknown, owner: uk}
bodies:
  council: {title: The council, kind: council, veto: [fr], status: proposed}
instruments:
  pact: {title: The pact, form: treaty, status: under_negotiation, parties: {fr: signed}}
determinations:
  body: {title: That there is an attack, of: attack, by: body, body: council}
  nobody: {title: That there is an attack, of: attack, by: unspecified}
  each: {title: That there is an attack, of: attack, by: each_obligor}
provisions:
  p: {title: Help, kind: defense, obligors: [fr, unspecified], modality: must, instrument: pact,
      status: to_be_finalised, trigger: {finding: each}}
  q: {title: Talks, kind: consultation, obligors: [uk], modality: may, requires: {all: [nowhere, request]}}
  r: {title: Aid, kind: military_aid, obligors: [uk], modality: must, performance: achievement}
targets:
  t:
    title: All of it
    condition: {all: [{delivered: p, obligor: fr}, {delivered: p}, {delivered: q}, {delivered: r},
                      {finding: body}, {finding: nobody}]}
"""


def unrolled(text: str) -> tuple[Project, Unrolled]:
    """The target `t` of a model, unrolled."""
    own = loads({"actors.yaml": ACTORS, "m.yaml": text})
    target = own.model.targets["t"]
    return own, unroll(prepare(own), target.condition, target.at("condition"))


def test_each_thing_has_words_both_ways_and_rests_on_whoever_is_named_for_it() -> None:
    _, found = unrolled(EVERYTHING)
    said = {each.key: (each.owner, each.given, each.words, each.turned) for each in found.atoms.values()}
    attack = "that there is an attack"
    assert said == {
        "assent:council@fr": (
            "fr", True, "France lets The council decide", "France keeps The council from deciding",
        ),
        "body:council": (None, None, "The council is set up", "The council is not set up"),
        "choice:q@uk": (
            "uk", None, "Britain chooses to: “Talks”", "Britain chooses not to: “Talks”",
        ),
        "consent:p@unspecified": (None, None, "somebody takes on “Help”", "nobody takes on “Help”"),
        "consent:pact@fr": (
            "fr", True, "France stands by “The pact”", "France does not stand by “The pact”",
        ),
        "consent:q@uk": ("uk", True, "Britain stands by “Talks”", "Britain does not stand by “Talks”"),
        "consent:r@uk": ("uk", True, "Britain stands by “Aid”", "Britain does not stand by “Aid”"),
        "content:p": (
            None, None, "the content of “Help” is agreed", "the content of “Help” stays open",
        ),
        "deed:p@fr": ("fr", True, "France keeps to: “Help”", "France fails to keep to: “Help”"),
        "deed:p@unspecified": (
            None, True, "Nobody named keeps to: “Help”", "Nobody named fails to keep to: “Help”",
        ),
        "deed:r@uk": ("uk", False, "Britain carries out: “Aid”", "Britain does not carry out: “Aid”"),
        "fact:attack": (None, False, "an attack", "not so: an attack"),
        "fact:nowhere": (None, None, "nowhere", "not so: nowhere"),
        "fact:request": ("uk", None, "a request", "not so: a request"),
        "finding:body": (
            "council", False, f"The council finds {attack}", f"no finding {attack} by The council",
        ),
        "finding:each@fr": ("fr", False, f"France finds {attack}", f"no finding {attack} by France"),
        "finding:each@unspecified": (
            None, False, f"Nobody named finds {attack}", f"no finding {attack} by nobody named",
        ),
        "finding:nobody": (
            None, None, f"it is taken as found {attack}, though nobody is named to find it",
            f"it is not taken as found {attack}",
        ),
        "text:pact": (None, None, "“The pact” is concluded", "“The pact” is not concluded"),
    }  # fmt: skip


def test_each_thing_is_written_where_it_says() -> None:
    _, found = unrolled(EVERYTHING)
    assert {each.key: "/".join(map(str, each.route)) for each in found.atoms.values()} == {
        "assent:council@fr": "bodies/council/veto",
        "body:council": "bodies/council/status",
        "choice:q@uk": "provisions/q/modality",
        "consent:p@unspecified": "provisions/p/obligors",
        "consent:pact@fr": "instruments/pact/parties/fr",
        "consent:q@uk": "provisions/q/obligors",
        "consent:r@uk": "provisions/r/obligors",
        "content:p": "provisions/p/status",
        "deed:p@fr": "provisions/p/modality",
        "deed:p@unspecified": "provisions/p/modality",
        "deed:r@uk": "provisions/r/modality",
        "fact:attack": "facts/attack",
        "fact:nowhere": "provisions/q/requires/all/0",
        "fact:request": "facts/request",
        "finding:body": "determinations/body",
        "finding:each@fr": "determinations/each",
        "finding:each@unspecified": "determinations/each",
        "finding:nobody": "determinations/nobody/by",
        "text:pact": "instruments/pact/status",
    }


def test_what_a_finding_is_about_and_nobody_declares_is_written_at_the_finding() -> None:
    _, found = unrolled("""
determinations:
  auto: {title: D, of: here, by: automatic}
  nobody: {title: D, of: there, by: unspecified}
targets:
  t: {title: T, condition: {all: [{finding: auto}, {finding: nobody}]}}
""")
    routes = {each.key: "/".join(map(str, each.route)) for each in found.atoms.values()}
    assert (routes["fact:here"], routes["fact:there"]) == (
        "determinations/auto/of",
        "determinations/nobody/of",
    )


WHOLES = """
facts:
  approves: {title: France approves, kind: brute, initial: true, owner: fr}
  able: {title: France can, kind: capacity, initial: true, owner: fr}
  wills: {title: Britain wills it, kind: brute, initial: unknown, owner: uk}
  money: {title: The money is there, kind: brute, initial: false, owner: uk}
  hinders: {title: Britain hinders it, kind: brute, initial: false, owner: uk}
targets:
  t: {title: T, condition: {all: [approves, able, wills, money, {not: hinders}]}}
"""


def test_an_actor_as_a_whole_says_all_that_the_outcome_asks_of_it() -> None:
    own, found = unrolled(WHOLES)
    wholes = by_actor(own.model, found).atoms.values()
    assert [(each.subject, each.given, each.words, each.turned) for each in wholes] == [
        ("fr", True, "France approves and can", "not so: France approves or not so: France can"),
        ("uk", None, "Britain wills it and the money is there",
         "not so: Britain wills it or not so: the money is there"),
        ("uk", False, "Britain hinders it", "not so: Britain hinders it"),
    ]  # fmt: skip


def test_an_actor_as_a_whole_is_made_of_all_that_rests_on_it_and_stands_where_the_first_of_it_does() -> None:
    own, found = unrolled(EVERYTHING)
    wholes = {
        each.subject: each for each in by_actor(own.model, found).atoms.values() if each.kind == "actor"
    }
    for owner, whole in wholes.items():
        assert whole.parts == tuple(each for each in found.atoms.values() if each.owner == owner)
        assert (whole.key, whole.route) == (f"actor:{owner}", whole.parts[0].route)
    assert sorted(wholes) == ["council", "fr", "uk"]


def test_a_target_that_asks_what_each_finds_for_itself_asks_whether_one_of_them_does() -> None:
    _, found = unrolled("""
facts: {attack: {title: A, kind: brute, initial: false}}
determinations: {each: {title: D, of: attack, by: each_obligor}}
provisions:
  p: {title: P, kind: defense, obligors: [fr, uk], modality: must, trigger: {finding: each}}
targets: {t: {title: T, condition: {finding: each}}}
""")
    assert sorted(found.names.values()) == ["finding:each@fr", "finding:each@uk"]
    assert all(found.circuit.holds((ref,)) for ref in found.atoms)
