"""Titles are the author's, or neutral: what a program writes over a picture never judges what is in it."""

import re
from dataclasses import replace

import pytest
from random_systems import system

from foedus.draw import picture, story
from foedus.layout import lay_out
from foedus.layout.drawing import Words
from foedus.library import shipped_models
from foedus.load import Project, load
from foedus.views.catalogue import STORIES, STUDIES, VIEWS, Asked
from foedus.views.shapes import Caption

_WORDS = """
    adequate inadequate sufficient insufficient effective ineffective credible incredible reliable unreliable
    strong stronger strongest weak weaker weakest robust hollow empty toothless solid vague clear
    clearly unclear good better best bad worse worst success successful succeeds fails failing failure
    flawed broken deficient
    safe unsafe dangerous risky risk threatens threatening serious grave alarming worrying
    important crucial critical essential vital key major minor mere merely only just even still already
    likely unlikely probable probably certain certainly surely obviously unfortunately fortunately
    should ought must need needs problem problems gap gaps loophole loopholes lacks lacking missing
    unfair fair unjust generous historic unprecedented ambitious modest symbolic
"""
JUDGING = frozenset(_WORDS.split())
"""Words that weigh, praise, blame, urge or foretell."""
RANDOM = [(seed, 5 + 7 * seed) for seed in range(6)]


def judging(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower())) & JUDGING


def captions(project: Project, brief: int = 0) -> list[Caption]:
    """The captions of every view that needs nothing asked, and of the difference to itself."""
    found = [picture(project, view, brief=brief).caption for view in (*VIEWS, *STUDIES)]
    return [*found, picture(project, "difference", asked=Asked(brief=brief, against=project)).caption]


def untitled(project: Project) -> Project:
    """The project without the titles that its author gave to views."""
    framework = project.model.framework
    assert framework is not None
    own = framework.model_copy(update={"views": {}})
    return replace(project, model=project.model.model_copy(update={"framework": own}))


@pytest.mark.parametrize("model", shipped_models())
def test_no_title_of_a_shipped_model_judges(model: str) -> None:
    project = untitled(load(shipped_models()[model]))
    for brief in (0, 4):
        for caption in captions(project, brief):
            assert not judging(caption.title), caption.title


def test_no_words_over_any_model_judge() -> None:
    for seed, provisions in RANDOM:
        project = system(seed, provisions, hostile=0.0)
        for caption in captions(project):
            for text in (caption.title, caption.subtitle, caption.tag, caption.source, caption.alt):
                assert not judging(text), text


def test_the_title_of_a_view_is_the_same_for_every_model() -> None:
    titles = {tuple(caption.title for caption in captions(system(*each))) for each in RANDOM}
    assert len(titles) == 1


@pytest.mark.parametrize("model", shipped_models())
def test_the_title_of_a_story_is_the_authors(model: str) -> None:
    project = load(shipped_models()[model])
    for scenario in project.model.scenarios.values():
        for view in STORIES:
            assert story(project, view, scenario.id).caption.title == scenario.title


def test_no_word_of_a_legend_judges() -> None:
    for seed, provisions in RANDOM[:3]:
        project = system(seed, provisions, hostile=0.0)
        for view in (*VIEWS, *STUDIES):
            for entry in lay_out(picture(project, view), "sheet").legend:
                said = " ".join(item.text for item in entry.items if isinstance(item, Words))
                assert not judging(said) - {"must", "already"}, said  # "must already be in place"


def test_a_title_that_judges_is_caught() -> None:
    assert judging("Who does what: roles are clear for the force") == {"clear"}
