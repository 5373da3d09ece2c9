"""What can be asked of a play: why, what is owed, assured, certain; and readings, dates, consents."""

from typing import Any

from small_models import ATTACK, CEASEFIRE, G0, end, model, played, scenario

from foedus.simulation import TOGETHER, play, play_readings, prepare
from foedus.simulation.envelope import envelope
from foedus.simulation.exact import exact
from foedus.simulation.why import explain


def missing(provisions: dict[str, Any], *steps: dict[str, Any], **fields: Any) -> list[list[str]]:
    """The smallest sets that `p` lacks, in words."""
    (explanation,) = explain(model(provisions, scenario(*steps, **fields)), "s", "p")
    (path,) = explanation.paths
    assert path.complete
    return [[lack.words for lack in way] for way in path.missing]


def test_the_chain_that_fired() -> None:
    """Each row that applied, on which day, and where its guard is written."""
    trace = played({"p": G0}, CEASEFIRE, ATTACK)
    (held,) = trace.standings("p")[0].held
    assert [(firing.day, firing.start, firing.end, firing.route[-1]) for firing in held.chain] == [
        (1, "INACTIVE", "STANDBY", "enters_when"),
        (10, "STANDBY", "PENDING", "trigger"),
        (10, "PENDING", "ACTIVE", "p"),
    ]


def test_a_row_is_certain_unless_its_own_guard_was_open() -> None:
    trace = played({"p": {**G0, "requires": "x"}}, CEASEFIRE, ATTACK, unknown=("x",))
    (active,) = (each for each in trace.standings("p")[0].held if each.state == "ACTIVE")
    assert [(firing.end, firing.certain) for firing in active.chain] == [
        ("STANDBY", True), ("PENDING", True), ("ACTIVE", False),
    ]  # fmt: skip


def test_what_enters_by_its_text_alone_entered_where_the_text_is_named() -> None:
    text = {"t": {"title": "T", "form": "treaty", "status": "in_force", "parties": {"fr": "ratified"}}}
    (held,) = played({"p": {"instrument": "t"}}, instruments=text).standings("p")[0].held
    assert held.chain[0].route == ("provisions", "p", "instrument")


def test_the_smallest_sets_that_were_missing() -> None:
    """Everything that would have made it due, and nothing more."""
    assert missing({"p": G0}) == [["`attack` is true", "`ceasefire` is true"]]
    either = {"requires": {"any": ["x", {"all": ["y", "request"]}]}}
    assert missing({"p": either}) == [["`x` is true"], ["`request` is true", "`y` is true"]]
    two = {"requires": {"at_least": 2, "of": ["x", "y", "request"]}}
    assert len(missing({"p": two})) == 3
    assert missing({"p": {"requires": {"all": ["x", {"not": "x"}]}}}) == []
    assert missing({"p": {"requires": {"delivered": "q"}}, "q": {"trigger": "x"}}) == [["`q` is delivered"]]


def test_what_is_not_concluded_is_missing() -> None:
    """A text that is not finished is one of the things that are lacking."""
    (explanation,) = explain(model({"p": {"status": "to_be_finalised"}}, scenario(CEASEFIRE)), "s", "p")
    inactive, active = explanation.paths
    assert [lack.kind for lack in inactive.missing[0]] == ["concluded"]
    assert active.missing == ()
    assert [unknown.kind for unknown in explanation.standing.unknowns] == ["concluded"]


def test_what_is_owed_at_the_end() -> None:
    """Who owes what to whom, since when and by when; a may is owed by nobody."""
    provisions = {
        "p": {**G0, "beneficiary": ["uk"], "deadline": "P14D"},
        "q": {"modality": "may"},
        "r": {},
    }
    trace = played(provisions, CEASEFIRE, ATTACK, {"day": 11, "fails": [{"provision": "r"}]})
    assert [
        (owed.position.provision, owed.state, owed.beneficiary, owed.since, owed.by)
        for owed in trace.residual
    ] == [
        ("p", "ACTIVE", ("uk",), (10,), (24,)),
        ("r", "BREACHED", (), (11,), ()),
    ]


def test_the_guarantee_envelope() -> None:
    """What holds whatever the guarantors choose, and what hangs on their choice."""
    provisions = {
        "sure": {"component": "c"},
        "choice": {"component": "c", "modality": "may"},
        "after": {"component": "c", "requires": {"delivered": "choice"}},
        "never": {"trigger": "attack"},
    }
    components = {"c": {"title": "C", "order": 1}}
    found = envelope(model(provisions, scenario(CEASEFIRE), components=components), "s")
    assert [(part.component, part.assured, part.possible, part.none) for part in found.parts] == [
        ("c", ("sure",), ("after", "choice"), ()),
        (None, (), (), ("never",)),
    ]


def test_exact_mode_keeps_what_hangs_together_together() -> None:
    """Two promises on one unknown are due together or not at all; taken apart, nobody could say so."""
    provisions = {"p": {"requires": "x"}, "q": {"requires": {"all": [{"active": "p"}, {"not": "x"}]}}}
    project = model(provisions, scenario(CEASEFIRE), unknown=("x",))
    assert play(project, "s").states("q") == ("PENDING", "ACTIVE")
    outcomes = {each.position.provision: each for each in exact(project, "s").outcomes}
    assert (outcomes["p"].certain, outcomes["p"].possible) == ((), ("PENDING", "ACTIVE"))
    assert (outcomes["q"].certain, outcomes["q"].possible) == (("PENDING",), ())


def test_readings_side_by_side() -> None:
    """The text as it stands first, then each reading."""
    readings = {
        "while": {
            "title": "W",
            "kind": "interpretation",
            "patch": {"provisions": {"p": {"in_force_while": "ceasefire"}}},
        }
    }
    project = model({"p": G0}, scenario(CEASEFIRE, ATTACK, reading="all"), readings=readings)
    traces = play_readings(project, "s")
    assert [(trace.reading, trace.states("p")) for trace in traces] == [
        (None, ("ACTIVE",)),
        ("while", ("SUSPENDED",)),
    ]


def test_consent_during_a_scenario_concludes_a_promise() -> None:
    """Who joins a text is bound from then on; who joins a promise finishes it for itself."""
    pact = {
        "pact": {"title": "Pact", "form": "declaration", "status": "adopted", "parties": {"uk": "signed"}}
    }
    provisions = {"p": {"obligors": ["fr", "uk"], "instrument": "pact"}}
    joined = {"day": 2, "consents": [{"actor": "fr", "instrument": "pact"}]}
    trace = played(provisions, joined, instruments=pact)
    assert trace.states("p", "uk", after=1) == ("ACTIVE",)
    assert trace.states("p", "fr", after=1) == ("INACTIVE", "ACTIVE")
    assert trace.states("p", "fr") == ("ACTIVE",)
    finished = {"day": 2, "consents": [{"actor": "fr", "provision": "q"}]}
    assert end({"q": {"status": "to_be_finalised"}}, finished) == {"q": "ACTIVE"}


def test_a_collective_position() -> None:
    """Joint: all act together or nobody does; jointly and severally: either suffices."""
    both = {"obligors": ["fr", "uk"], "modality": "may"}
    rests = {"q": {"requires": {"delivered": "p"}}}
    alone = {"day": 2, "exercises": [{"provision": "p", "by": "fr"}]}
    together = {"day": 2, "exercises": [{"provision": "p"}]}
    each_for_itself = {"day": 2, "exercises": [{"provision": "p", "by": actor} for actor in both["obligors"]]}
    refused = {"day": 2, "declines": [{"provision": "p", "by": "uk"}]}
    joint = {"p": {**both, "responsibility": "joint"}, **rests}
    assert end(joint, alone, discretion="decline")["q"] == "PENDING"
    assert end(joint, together, discretion="decline")["q"] == "ACTIVE"
    assert end(joint, each_for_itself, discretion="decline")["q"] == "ACTIVE"
    either = {"p": {**both, "responsibility": "joint_and_several"}, **rests}
    assert end(either, alone, discretion="decline")["q"] == "ACTIVE"
    positions = [standing.position.obligor for standing in played(either, refused).standings("p")]
    assert positions == [TOGETHER, "fr", "uk"]


def test_history_is_latched_and_sees_the_present() -> None:
    """`reached` holds from the instant on at which it is reached, and for ever after."""
    provisions = {
        "p": {"trigger": "attack"},
        "q": {"requires": {"reached": "p", "in": ["ACTIVE"]}, "trigger": "x"},
    }
    over = {"day": 20, "events": ["attack-ends"]}
    assert end(provisions, CEASEFIRE, ATTACK, over, {"day": 30, "sets": {"x": True}})["q"] == "ACTIVE"
    assert end(provisions, {**ATTACK, "sets": {"x": True}})["q"] == "ACTIVE"


def test_dates_and_months() -> None:
    """On a line of dates a month is a month; the last day of it counts."""
    provisions = {"p": {"deadline": "P1M", "performance": "achievement"}}
    start = {"day": "2026-01-31"}
    trace = played(provisions, start, horizon="2026-02-28")
    assert trace.states("p") == ("ACTIVE",)
    assert str(trace.standings("p")[0].held[0].due) == "2026-02-28"
    assert played(provisions, start, horizon="2026-03-01").states("p") == ("BREACHED",)


def test_suspension_restarts_a_deadline() -> None:
    """What was suspended has its whole time again."""
    provisions = {"p": {"deadline": "P5D", "in_force_while": "x"}}
    off, on = {"day": 4, "sets": {"x": False}}, {"day": 20, "sets": {"x": True}}
    first = {"day": 1, "sets": {"x": True}}
    assert end(provisions, first, off, on, horizon=25) == {"p": "ACTIVE"}
    assert end(provisions, first, off, on, horizon=26) == {"p": "BREACHED"}


def test_a_step_settles_only_what_it_touches() -> None:
    """A hundred promises that read another fact are not looked at when one is set."""
    provisions = {f"p-{place}": {"requires": "y"} for place in range(100)} | {"q": {"requires": "x"}}
    prepared = prepare(model(provisions, scenario({"day": 1, "sets": {"x": True}})))
    quiet = play(prepare(model(provisions, scenario())), "s")
    assert play(prepared, "s").evaluations == quiet.evaluations + 1
