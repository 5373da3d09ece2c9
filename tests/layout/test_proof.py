"""The proof that pictures are right: every law, over every shipped model and over models that nobody wrote.

An everyday run tries a few of each; `FOEDUS_EXAMPLES=2000 pytest tests/layout/test_proof.py` tries every view
of every model on every page, and so many models made at random, with up to 80 provisions instead of 40.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace

import laws
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_systems import system
from sample_pictures import diagrams, grid, grids, matrix, small
from sample_stories import sequence, timeline

from foedus.draw import Setting, drawing, picture, story
from foedus.layout import PAGES, Drawing, PageName, lay_out
from foedus.layout.drawing import Area, Words
from foedus.layout.palette import THEMES
from foedus.layout.theme import themed
from foedus.library import shipped_models
from foedus.load import load
from foedus.views.catalogue import STORIES, STUDIES, VIEWS, Asked
from foedus.views.played_shapes import AnyPicture
from foedus.views.shapes import Diagram, Grid

MANY = int(os.environ.get("FOEDUS_EXAMPLES", "0"))
PLAIN = (*VIEWS, *STUDIES)
many = settings(max_examples=MANY or 15, deadline=None, suppress_health_check=list(HealthCheck))


def pairs() -> Iterator[tuple[str, str, PageName]]:
    """Every model with every view on a slide and on one more page, in turn; on every page in a long run."""
    pages = list(PAGES)
    for i, model in enumerate(shipped_models()):
        for k, view in enumerate(PLAIN):
            chosen = pages if MANY else dict.fromkeys((pages[0], pages[1 + (i + k) % (len(pages) - 1)]))
            yield from ((model, view, page) for page in chosen)


@pytest.mark.parametrize(("model", "view", "page"), list(pairs()))
def test_every_view_of_every_shipped_model_keeps_the_laws(model: str, view: str, page: PageName) -> None:
    project = load(shipped_models()[model])
    placed = drawing(project, view, Setting(page=page))
    laws.sound(placed)
    laws.the_legend_says_what_occurs(placed)
    laws.the_frame_says_what_it_must(placed, replace(picture(project, view).caption, source=placed.source))
    for theme in THEMES.values():
        laws.texts_stand_out(themed(placed, theme))


@pytest.mark.parametrize("model", shipped_models())
def test_every_story_of_every_shipped_model_keeps_the_laws(model: str) -> None:
    project = load(shipped_models()[model])
    scenarios = list(project.model.scenarios) if MANY else list(project.model.scenarios)[:2]
    for scenario in scenarios:
        for view in STORIES:
            shown = story(project, view, scenario)
            for page in PAGES if MANY else ("slide",):
                placed = lay_out(shown, page)
                laws.sound(placed)
                for theme in THEMES.values():
                    laws.texts_stand_out(themed(placed, theme))


@pytest.mark.parametrize("model", shipped_models())
def test_everything_may_stand_in_the_middle_of_a_focus(model: str) -> None:
    project = load(shipped_models()[model])
    for id in list(project.model.provisions)[:: 1 if MANY else 9]:
        laws.sound(drawing(project, "focus", Setting(asked=Asked(focus=f"provisions/{id}"))))


@many
@given(
    st.integers(0, 10**9), st.integers(5, 80 if MANY else 40), st.sampled_from(PLAIN),
    st.sampled_from(list(PAGES)), st.booleans(),
)  # fmt: skip
def test_every_view_of_any_model_keeps_the_laws(
    seed: int, provisions: int, view: str, page: PageName, every_text: bool
) -> None:
    placed = drawing(system(seed, provisions), view, Setting(page=page, every_text=every_text))
    laws.sound(placed)
    laws.the_legend_says_what_occurs(placed)


@many
@given(diagrams(most=30))
def test_any_diagram_keeps_the_laws_whatever_its_labels(diagram: Diagram) -> None:
    placed = lay_out(diagram, engine="own")
    laws.sound(placed)
    laws.the_frame_says_what_it_must(placed, diagram.caption)


@settings(many, max_examples=MANY or 4)
@given(diagrams(most=60))
def test_large_diagrams_ranked_by_graphviz_keep_the_laws(diagram: Diagram) -> None:
    laws.sound(lay_out(diagram, page="a3"))


@many
@given(grids())
def test_any_grid_keeps_the_laws_whatever_its_labels(shown: Grid) -> None:
    placed = lay_out(shown)
    laws.sound(placed)
    laws.the_frame_says_what_it_must(placed, shown.caption)


@pytest.mark.parametrize("shown", [small(), grid(), matrix(), timeline(), sequence()])
def test_small_pictures_keep_the_laws(shown: AnyPicture) -> None:
    laws.sound(lay_out(shown))


def of_box(place: int, **changed: object) -> Callable[[Drawing], Drawing]:
    def change(good: Drawing) -> Drawing:
        box = replace(good.boxes[place], **changed)  # type: ignore[arg-type]
        return replace(good, boxes=(*good.boxes[:place], box, *good.boxes[place + 1 :]))

    return change


def of_text(place: int, **changed: object) -> Callable[[Drawing], Drawing]:
    def change(good: Drawing) -> Drawing:
        items = tuple(
            replace(item, **changed) if isinstance(item, Words) else item  # type: ignore[arg-type]
            for item in good.boxes[place].items
        )
        return of_box(place, items=items)(good)

    return change


def of_link(points: Callable[[Drawing], tuple[tuple[float, float], ...]]) -> Callable[[Drawing], Drawing]:
    def change(good: Drawing) -> Drawing:
        return replace(good, links=(*good.links[:-1], replace(good.links[-1], points=points(good))))

    return change


BROKEN: dict[Callable[[Drawing], None], Callable[[Drawing], Drawing]] = {
    laws.texts_stay_in_their_boxes: of_text(1, width=500.0),
    laws.texts_stay_inside_their_outlines: of_box(1, kind="any"),
    laws.texts_are_apart: of_text(1, x=40.0, y=40.0),
    laws.boxes_are_apart: lambda good: of_box(1, area=good.boxes[0].area)(good),
    laws.lanes_stand_in_order: lambda good: replace(good, lanes=good.lanes[::-1]),
    laws.links_end_on_borders: of_link(lambda good: ((0.0, 0.0), (9.0, 0.0))),
    laws.links_run_through_no_box: of_link(
        lambda good: ((0.0, good.boxes[0].area.middle[1]), (950.0, good.boxes[0].area.middle[1]))
    ),
    laws.links_run_through_no_heading: of_link(
        lambda good: ((0.0, good.lanes[0].heading.middle[1]), (950.0, good.lanes[0].heading.middle[1]))
    ),
    laws.links_are_apart: of_link(lambda good: good.links[0].points),
    laws.all_is_on_the_page: of_link(lambda good: ((-50.0, 10.0), (20.0, 10.0))),
    laws.the_legend_stands_by_itself: lambda good: replace(good, legend=(good.legend[0], good.legend[0])),
    laws.text_is_large_enough: lambda good: replace(good, text_size=5.0),
    laws.texts_stand_out: of_text(1, colour="#C5CCD3"),
    laws.the_legend_says_what_occurs: lambda good: replace(good, legend=good.legend[1:]),
}


@pytest.mark.parametrize("law", BROKEN, ids=lambda law: law.__name__)
def test_a_drawing_that_breaks_a_law_is_caught(law: Callable[[Drawing], None]) -> None:
    good = lay_out(small())
    law(good)
    with pytest.raises(AssertionError):
        law(BROKEN[law](good))


def test_a_frame_without_its_tag_is_caught() -> None:
    good = lay_out(small())
    bare = replace(good, frame=tuple(item for item in good.frame if "DRAFT" not in getattr(item, "text", "")))
    with pytest.raises(AssertionError):
        laws.the_frame_says_what_it_must(bare, small().caption)


def test_a_point_in_a_corner_of_a_diamond_is_outside_of_it() -> None:
    gate = replace(lay_out(small()).boxes[0], kind="any", area=Area(0, 0, 100, 100))
    assert laws.inside(gate, (50, 50))
    assert not laws.inside(gate, (10, 10))
