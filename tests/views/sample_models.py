"""A model with more in it than a slide holds, and what a picture says."""

from foedus.views.shapes import Diagram, Picture

_ONGOING = "".join(
    f"  under-way-{i}: {{title: Keep doing thing {i}, kind: training, obligors: [ally], modality: must,"
    f" component: c, instrument: pact, order: {i + 1}, already_ongoing: true}}\n"
    for i in range(1, 7)
)

CROWDED = f"""
framework: {{title: Test, as_of: 2026-01-02, beneficiary: [host], instrument: pact}}
actors: {{ally: {{title: Ally, kind: state}}, host: {{title: Host, kind: state}}}}
components: {{c: {{title: Part, order: 1}}}}
instruments:
  pact: {{title: Pact, form: treaty, status: {{is: in_force, on: 2020-01-01}}}}
facts: {{attack: {{title: An attack, kind: brute, initial: false}}}}
provisions:
  help: {{title: Help, kind: defense, obligors: [ally], modality: must, component: c, instrument: pact,
         order: 1, trigger: attack}}
{_ONGOING}
  frame-1: {{title: Agree, kind: institutional, obligors: [ally], modality: must, instrument: pact}}
  frame-2: {{title: Meet, kind: institutional, obligors: [ally], modality: must, instrument: pact}}
"""


def lines_of(made: Picture) -> list[str]:
    """Every text that a grid shows."""
    assert not isinstance(made, Diagram)
    return [line.text for row in made.cells for cell in row for line in cell]


def named_in(made: Picture) -> set[str]:
    """The texts of a diagram's boxes and rows."""
    assert isinstance(made, Diagram)
    return {box.text for box in made.boxes} | {row.text for box in made.boxes for row in box.rows}
