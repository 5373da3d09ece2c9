"""The routes view: who and what each outcome turns on, and who can stop it alone, in words."""

from collections.abc import Callable

from foedus.graph import build
from foedus.load import Project
from foedus.views.routes import view

MODEL = """
framework: {title: A pact, as_of: 2026-01-06, beneficiary: [ua], adversary: [ru]}
actors:
  fr: {title: France, kind: state}
  uk: {title: Britain, kind: state}
  ru: {title: Russia, kind: state}
  ua: {title: Ukraine, kind: state}
facts:
  attack: {title: Russia attacks, kind: brute, initial: false, owner: ru}
  asked: {title: Ukraine asks, kind: brute, initial: false, owner: ua}
provisions:
  fr-helps: {title: Help, kind: defense, obligors: [fr], modality: may, trigger: attack, requires: asked}
  uk-helps: {title: Help too, kind: defense, obligors: [uk], modality: may, trigger: attack, requires: asked}
targets:
  help: {title: Help comes, condition: {any: [{delivered: fr-helps}, {delivered: uk-helps}]}}
"""


def test_a_cell_says_who_can_stop_an_outcome_alone_and_by_what(model: Callable[..., Project]) -> None:
    grid = view(build(model(MODEL)))
    cells = {
        head.text: [line.text for line in row[0]] for head, row in zip(grid.rows, grid.cells, strict=True)
    }
    assert cells == {
        "Ukraine": ["VETO", "Ukraine asks"],
        "France": ["in 1 of 2 routes", "stands by F.1", "chooses to do F.1"],
        "Britain": ["in 1 of 2 routes", "stands by F.2", "chooses to do F.2"],
        "Russia attacks": ["needed"],
    }


def test_a_model_without_targets_says_so(model: Callable[..., Project]) -> None:
    grid = view(build(model("facts: {a: {title: A, kind: brute, initial: false}}")))
    assert ([row.text for row in grid.rows], [lane.title for lane in grid.columns]) == (
        ["Nothing"],
        ["No target"],
    )
