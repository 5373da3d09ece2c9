"""The provenance view: on which origins the provisions of each component rest, and through what."""

from collections.abc import Callable

from sample_texts import TEXTS

from foedus.draw import picture
from foedus.library import shipped_models
from foedus.load import Project, load
from foedus.views.provenance import origins
from foedus.views.shapes import Grid

Make = Callable[..., Project]


def grid(project: Project, brief: int = 0, every_text: bool = True) -> Grid:
    made = picture(project, "provenance", every_text, brief)
    assert isinstance(made, Grid)
    return made


def said(made: Grid) -> dict[str, list[list[str]]]:
    rows = zip(made.rows, made.cells, strict=True)
    return {row.text: [[line.text for line in cell] for cell in cells] for row, cells in rows}


def test_what_retells_a_document_counts_as_that_document(model: Make) -> None:
    assert said(grid(model(TEXTS)))["The pact as published"][0] == [
        "1.1–1.2: 2 provisions",
        "also retold in Daily and Weekly",
    ]


def test_a_draft_and_a_partisan_paper_are_marked_and_so_is_what_rests_on_nothing_else(model: Make) -> None:
    made = grid(model(TEXTS.replace("[{doc: leak}, {doc: organ}]", "{doc: leak}")))
    [row] = [row for row in made.rows if row.text == "The leaked draft"]
    assert row.note == "instrument; speaks of the draft"
    assert said(made)["The leaked draft"][0] == ["1.3 Send money", "on nothing else: 1.3: 1 provision"]
    notes = {row.text: row.note for row in grid(model(TEXTS)).rows}
    assert notes["A party paper"] == "press report; partisan"


def test_a_provision_without_a_source_stands_in_the_last_row(model: Make) -> None:
    made = grid(model(TEXTS))
    assert made.rows[-1].text == "No source given"
    assert said(made)["No source given"][1] == ["2.1–2.2: 2 provisions"]


def test_documents_that_retell_one_another_have_one_origin(model: Make) -> None:
    circle = TEXTS.replace("version_reported: final}", "derived_from: [retold]}")
    assert origins(model(circle).model, "retold-again") == ("original",)


def test_a_brief_picture_counts_retellings_and_origins() -> None:
    made = grid(load(shipped_models()["paris-2026"]), brief=4)
    assert len(made.rows) == 5
    assert "10 further origins" in made.caption.subtitle
    assert any("also retold in 7 documents" in cell for cells in said(made).values() for cell in cells)


def test_every_line_leads_back_to_the_model(model: Make) -> None:
    made = grid(model(TEXTS))
    assert all(line.origin for row in made.cells for cell in row for line in cell)
    assert all(row.origin for row in made.rows[:-1])
