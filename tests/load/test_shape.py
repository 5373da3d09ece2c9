"""Wrong shapes become findings with a place and a cure, all of them in one run."""

from collections.abc import Callable

import pytest

from foedus.load import Project, loads
from foedus.schema import Provision

PROVISION = """\
provisions:
  p:
    title: T
    kind: defense
    obligors: [a]
    modality: must
    {}
"""


def said(project: Project) -> list[tuple[str, str, str, str]]:
    return [
        (each.code, str(each.span).partition(":")[2], each.message, each.hint) for each in project.findings
    ]


@pytest.mark.parametrize(
    ("field", "code", "column", "message", "hint"),
    [
        ("titel: x", "R06", 5, "unknown key `titel` in `p`", "did you mean `title`?"),
        (
            "id: x",
            "R06",
            5,
            "unknown key `id` in `p`",
            "remove it: an element's id is the key under which it stands",
        ),
        ("position: dutty", "R07", 15, "`dutty` is not a word for `position`", "did you mean `duty`?"),
        (
            "protects: FR, UK",
            "R03",
            15,
            "`protects` is a list, and this is a text",
            "write `protects: [FR, UK]`",
        ),
        (
            "recurs: no",
            "R08",
            13,
            "`recurs` is true or false, and `no` is neither",
            "write `true` or `false`",
        ),
        ("note: 2026", "R08", 11, "`note` is a text, and `2026` reads as a number", "put it in quotes"),
        ("note: [a]", "R08", 5, "`note` is a text, and this is a mapping or list", "write one text"),
        (
            "as_of: 6 January",
            "R07",
            12,
            "`6 January` cannot be the value of `as_of`",
            "a day is written 2026-01-06: year, month, day",
        ),
        ("as_of: 2026-02-30", "R07", 12, "`2026-02-30` cannot be the value of `as_of`", None),
        ("deadline: 1 day", "R07", 15, "`1 day` cannot be the value of `deadline`", None),
        ("trigger: {nott: x}", "R08", 5, "`nott` does not make a condition", "did you mean `not`?"),
        ("trigger: {all: []}", "R08", 15, "`all` is an empty list", "name at least one, or remove it"),
        ("trigger: 3", "R08", 14, "`trigger` holds a mapping, and this is a number", None),
        ("source: {at: C1}", "R09", 5, "`p.source` has no `doc`", "add `doc:`"),
        (
            "source: C1",
            "R08",
            13,
            "`source` holds a mapping, and this is a text",
            "write `source: {doc: ..}`",
        ),
        (
            "trigger: [f]",
            "R08",
            5,
            "`trigger` holds a mapping, and this is a list",
            "write the id of a fact, or a mapping with one of `not`, `all`, `any`, `at_least`, `active`, "
            "`state`, `delivered`, `reached`, `finding`",
        ),
        ("order: 1.5", "R08", 12, "`order` is a whole number, and `1.5` is none", "write digits alone"),
        ("order: x", "R08", 12, "`order` is a whole number, and `x` is none", "write digits alone"),
        ("implementation: 5", "R08", 21, "`implementation` cannot be `5`", "write 3 or less"),
        ("implementation: -1", "R08", 21, "`implementation` cannot be `-1`", "write 0 or more"),
        ("status: agred", "R07", 13, "`agred` is not a word for `status`", "did you mean `agreed`?"),
        ("status: {is: agred}", "R07", 18, "`agred` is not a word for `is`", "did you mean `agreed`?"),
    ],
)
def test_a_wrong_field_is_found_at_its_place_with_a_cure(
    field: str, code: str, column: int, message: str, hint: str | None
) -> None:
    [first, *_] = said(loads({"m.yaml": PROVISION.format(field)}))
    assert first[:3] == (code, f"7:{column}", message)
    assert hint is None or first[3] == hint


@pytest.mark.parametrize(
    ("title", "message", "hint"),
    [
        ("x" * 301, "`title` has 301 characters", "say it in 300 or fewer"),
        ("''", "`title` is empty, and a text belongs here", "write `title: ...`"),
    ],
)
def test_a_title_has_a_measure(title: str, message: str, hint: str) -> None:
    [found] = loads({"m.yaml": f"actors: {{a: {{title: {title}, kind: state}}}}\n"}).findings
    assert (found.message, found.hint) == (message, hint)


def test_a_property_says_one_thing() -> None:
    [found] = loads({"m.yaml": "properties: {p: {title: P}}\n"}).findings
    assert found.message == "`p`: a property has one of `always`, `never` and `leads_to`"


def test_a_quote_of_more_than_twelve_words_is_refused() -> None:
    project = loads({"m.yaml": PROVISION.format(f"source: {{doc: s, quote: '{'word ' * 13}'}}")})
    assert "at most 12 words; this has 13" in project.findings[0].hint


def test_a_missing_field_is_found_at_the_element(model: Callable[..., Project]) -> None:
    project = model("facts:\n  f: {title: F, kind: brute}\n")
    hint = "add `initial:` with one of `true`, `false`, `unknown`"
    assert said(project) == [("R09", "2:3", "`f` has no `initial`", hint)]


def test_a_body_in_the_place_of_who_finds_is_shown_how_it_is_named(model: Callable[..., Project]) -> None:
    text = "bodies: {court: {title: C, kind: court}}\ndeterminations: {d: {title: D, of: f, by: court}}\n"
    [(*_, hint)] = said(model(text))
    assert hint == "write `by: body` and `body: court`"


def test_a_day_of_a_scenario_may_be_a_number_of_days(model: Callable[..., Project]) -> None:
    [(*_, hint)] = said(model("scenarios: {s: {title: S, steps: [{day: ten}]}}\n"))
    assert hint == "a day is written 2026-01-06: year, month, day; or a number of days from the start: 10"


def test_of_many_known_keys_those_spelt_most_alike_are_told_and_where_the_others_are() -> None:
    [(*_, hint)] = said(loads({"m.yaml": PROVISION.format("time_limit: P1D")}))
    keys, _, rest = hint.removeprefix("the keys spelt most like it are ").partition("; ")
    known = {field.alias or name for name, field in Provision.model_fields.items() if name != "id"}
    assert "deadline" in keys.split(", ")
    assert known > set(keys.split(", "))
    more = len(known) - len(keys.split(", "))
    assert rest == f"`framework/docs/fields.md` lists these and {more} more"


@pytest.mark.parametrize(
    ("field", "message", "hint"),
    [
        (
            "protects: yes",
            "`protects` is a list, and this is a text",
            "write `protects: [..]` with ids from `actors` or `bodies`, or remove it",
        ),
        (
            "protects: true",
            "`protects` is a list, and this is true or false",
            "write `protects: [..]` with ids from `actors` or `bodies`, or remove it",
        ),
        (
            "bindingness: yes",
            "`bindingness` is a list, and this is a text",
            "write `bindingness: [..]` with one of `legal`, `political`, or remove it",
        ),
        (
            "waive: yes",
            "`waive` is a list, and this is a text",
            "write `waive: [{rule: ..}]`, or remove it",
        ),
    ],
)
def test_what_would_not_stand_in_a_list_either_is_not_offered_as_its_item(
    field: str, message: str, hint: str
) -> None:
    [finding] = loads({"m.yaml": PROVISION.format(field)}).findings
    assert (finding.message, finding.hint, finding.fix) == (message, hint, None)


def test_a_list_of_one_that_is_called_no_is_offered(model: Callable[..., Project]) -> None:
    text = "actors: {no: {title: Norway, kind: state}}\nbodies: {b: {title: B, kind: court, veto: no}}\n"
    [(*_, hint)] = said(model(text))
    assert hint == "write `veto: [no]`"


def test_a_dated_word_is_shown_by_the_key_that_it_is_written_with(model: Callable[..., Project]) -> None:
    [(*_, hint)] = said(model("instruments: {i: {title: I, form: treaty, status: [signed]}}\n"))
    assert hint == "write `{is: ..}`"


def test_an_item_of_a_list_is_called_by_the_list(model: Callable[..., Project]) -> None:
    project = model("scenarios: {s: {title: S, steps: [{day: 0, performs: [p]}]}}\n")
    [(_, _, message, hint)] = said(project)
    assert message == "each of `performs` holds a mapping, and this is a text"
    assert hint == "write `{provision: ..}`"


def test_what_an_event_sets_is_shown_by_its_shape(model: Callable[..., Project]) -> None:
    [(*_, hint)] = said(model("events: {e: {title: E, sets: attack}}\n"))
    assert hint == "write `sets: {ID: true}`, with an id for ID"


def test_an_element_with_a_wrong_shape_leaves_the_others_alone(model: Callable[..., Project]) -> None:
    project = model("facts:\n  bad: {title: 1}\n  good: {title: G, kind: brute, initial: false}\n")
    assert list(project.model.facts) == ["good"]
    assert project.declared["facts"] == {"good", "bad"}


def test_all_findings_of_all_files_come_in_one_run(model: Callable[..., Project]) -> None:
    project = model(
        a="facts: {f: {titel: F}}\n", b="provision: {}\n", c="facts:\n\t- x\n", d="",
        e="framework: {title: X, as_of: never, beneficiary: []}\n",
    )  # fmt: skip
    assert {(each.code, each.span.file) for each in project.findings} >= {
        ("R06", "a.yaml"), ("R09", "a.yaml"), ("R06", "b.yaml"), ("Y02", "c.yaml"), ("Y06", "d.yaml"),
        ("R07", "e.yaml"),
    }  # fmt: skip


def test_keys_that_begin_with_x_are_the_authors_own(model: Callable[..., Project]) -> None:
    project = model("x-todo: {a: 1}\nfacts:\n  f: {title: F, kind: brute, initial: false, x-mine: [1]}\n")
    assert project.findings == ()
