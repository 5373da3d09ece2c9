"""Themes: one drawing in other colours, and none that somebody could not read."""

from pathlib import Path

import pytest
from sample_pictures import grid, matrix, small
from sample_stories import sequence, timeline

from foedus.draw import drawing
from foedus.errors import Stop
from foedus.layout import Drawing, lay_out
from foedus.layout.drawing import Words
from foedus.layout.palette import DARK, LIGHT, THEMES, Theme
from foedus.layout.theme import roles, table, themed
from foedus.layout.themes import faults, parsed, theme
from foedus.opening import read
from foedus.views.catalogue import VIEWS


def colours(drawing: Drawing) -> set[str]:
    found = set()
    for item in drawing.items():
        found |= {item.colour} if isinstance(item, Words) else {item.pen.fill, item.pen.stroke}
    return found - {"none"}


@pytest.mark.parametrize("found", THEMES.values(), ids=THEMES.keys())
def test_the_themes_that_come_with_foedus_can_be_read_by_everybody(found: Theme) -> None:
    assert list(faults(found)) == []


def test_no_two_roles_of_the_light_theme_share_a_colour() -> None:
    assert len(set(roles(LIGHT).values())) == len(roles(LIGHT))


@pytest.mark.parametrize("view", VIEWS)
def test_every_colour_of_a_view_is_the_palettes(view: str) -> None:
    assert colours(drawing(read("paris-2026"), view)) <= table(DARK).keys()


def test_another_theme_changes_colours_and_nothing_else() -> None:
    for shape in (small(), grid(), matrix(), timeline(3), sequence()):
        light = lay_out(shape)
        assert colours(light) <= table(DARK).keys()
        dark = themed(light, DARK)
        assert dark.paper == DARK.paper
        assert LIGHT.ink not in colours(dark)
        assert [box.area for box in dark.boxes] == [box.area for box in light.boxes]
        assert themed(light, LIGHT) is light


def test_a_file_changes_what_it_names_and_keeps_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('family = "Source Sans 3"\nevent = "#002b5c"\n[components.1]\nink = "#1A6AA6"\n')
    found = theme(str(path))
    assert (found.name, found.family, found.event) == ("own", "Source Sans 3", "#002B5C")
    assert found.components[0].ink == "#1A6AA6"
    assert found.components[1:] == LIGHT.components[1:]
    assert parsed('base = "dark"', "x").paper == DARK.paper


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('inks = "#000000"', "did you mean `ink`"),
        ('[components.1]\nimk = "#000000"', "did you mean `components.1.ink`"),
        ('[components.8]\nink = "#000000"', "no key `components.8"),
        ('paper = "white"', "a colour is written as"),
        ("paper = 3", "a colour is written as"),
        ('base = "drak"', "light or dark"),
        ('family = "a</style>"', "font names"),
        ("= 3", "is not TOML"),
    ],
)
def test_what_a_file_gets_wrong_is_said(text: str, said: str) -> None:
    with pytest.raises(Stop, match=said):
        parsed(text, "own.toml")


def test_a_colour_that_cannot_be_read_is_refused_with_one_that_can() -> None:
    with pytest.raises(Stop, match=r"`muted` and `paper`: contrast 2\.\d, needed 4\.5; .* passes is #") as e:
        parsed('muted = "#A0A0A0"', "own.toml")
    better = str(e.value).split("passes is ")[1][:7]
    assert parsed(f'muted = "{better}"', "own.toml").muted == better


def test_a_stroke_that_cannot_be_seen_and_inks_too_near_are_refused() -> None:
    with pytest.raises(Stop, match=r"contrast .* needed 3"):
        parsed('[components.1]\ntint = "#666E77"', "own.toml")
    with pytest.raises(Stop, match=r"colour-blind sight 0\.\d, needed 10; the nearest"):
        parsed('[components.2]\nink = "#0069B8"', "own.toml")


def test_a_theme_that_there_is_not_is_refused() -> None:
    with pytest.raises(Stop, match="did you mean `dark`"):
        theme("drak")
