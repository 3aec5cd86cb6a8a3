"""Themes: ours are readable, ember is red and nothing else, a broken one is a sentence and no crash."""

from __future__ import annotations

from copy import deepcopy

import pytest
from tests.ui.world import TONIGHT, seed_shelf

from stillnight.domain.errors import BadInput
from stillnight.domain.moment import Moment
from stillnight.domain.preferences import Preferences
from stillnight.journal.shelf import Shelf
from stillnight.ui.theming import COLORS, TEXT_COLORS, contrast, parse_theme, variable_defaults

THEMES = seed_shelf("themes").documents
GROUNDS = ("background", "surface", "panel")

every_theme = pytest.mark.parametrize("name", THEMES)


def changed(**colors):
    """Dusk with some colours changed; ``None`` takes one out."""
    data = deepcopy(dict(THEMES["dusk"]))
    data["colors"] = {key: value for key, value in (data["colors"] | colors).items() if value is not None}
    return data


def test_both_of_our_themes_are_there():
    assert {"dusk", "ember"} <= set(THEMES)
    assert seed_shelf("themes").problems == ()


@every_theme
def test_a_theme_of_ours_is_whole_and_named_after_its_file(name):
    theme = parse_theme(name, THEMES[name])
    assert theme.name == name
    assert theme.dark is THEMES[name]["dark"]
    assert set(THEMES[name]["colors"]) == set(COLORS)


@every_theme
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("color", TEXT_COLORS)
def test_all_text_can_be_read(name, color, ground):
    colors = THEMES[name]["colors"]
    assert contrast(colors[color], colors[ground]) >= 4.5


@every_theme
def test_the_text_under_the_cursor_can_be_read(name):
    colors = THEMES[name]["colors"]
    assert contrast(colors["cursor_text"], colors["cursor"]) >= 4.5


@pytest.mark.parametrize("band", range(5))
def test_the_marks_of_dusk_can_be_seen(band):
    colors = THEMES["dusk"]["colors"]
    assert all(contrast(colors[f"severity_{band}"], colors[ground]) >= 3 for ground in GROUNDS)


@pytest.mark.parametrize("color", COLORS)
def test_ember_has_no_green_and_no_blue(color):
    value = THEMES["ember"]["colors"][color]
    assert value.startswith("#")
    assert value.endswith("0000")


@pytest.mark.parametrize("color", TEXT_COLORS)
def test_the_needed_text_of_ember_is_bright_enough_and_no_brighter(color):
    assert 4.5 <= contrast(THEMES["ember"]["colors"][color], "#000000") <= 5.3


@pytest.mark.parametrize("color", ["frame", "frame_focus"])
def test_the_frames_of_ember_are_dimmer_than_its_text(color):
    assert contrast(THEMES["ember"]["colors"][color], "#000000") < 4


def test_the_marks_of_ember_grow_brighter_with_the_urge_and_only_the_worst_is_as_bright_as_text():
    seen = [contrast(THEMES["ember"]["colors"][f"severity_{band}"], "#000000") for band in range(5)]
    assert seen == sorted(seen)
    assert seen[3] < 4.5 <= seen[4] <= 5.3


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#000000", 21),
        ("#777777", "#777777", 1),
        ("#767676", "#fff", 4.54),
    ],
)
def test_contrast_is_counted_as_wcag_counts_it(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


# -- broken themes --------------------------------------------------------------------------------

BROKEN = [
    (changed(accent=None), "colors.accent"),
    (changed(severity_3=None), "colors.severity_3"),
    (changed(muted="reddish"), "colors.muted"),
    (changed(muted=7), "colors.muted"),
    (changed(frame="#12"), "colors.frame"),
    (changed(frame=["#000000"]), "colors.frame"),
    ({key: value for key, value in THEMES["dusk"].items() if key != "name"}, "a name"),
    (changed() | {"name": 3}, "a name"),
    (changed() | {"name": ""}, "a name"),
    (changed() | {"colors": "dark"}, "[colors]"),
    ({}, "[colors]"),
]


@pytest.mark.parametrize(("data", "key"), BROKEN)
def test_a_broken_theme_is_one_line_that_names_file_and_key(data, key):
    with pytest.raises(BadInput) as caught:
        parse_theme("mine", data)
    said = str(caught.value)
    assert said.startswith("theme mine: ")
    assert key in said
    assert "\n" not in said


@pytest.mark.parametrize(("data", "key"), BROKEN)
async def test_a_broken_theme_does_not_keep_the_program_from_opening(world, open_home, data, key):
    world.themes = Shelf({**THEMES, "mine": data})
    world.preferences = Preferences(theme="dusk")
    async with open_home() as visit:
        assert visit.app.theme == "dusk"
        assert "theme mine: " in visit.words
        assert visit.app.own_themes == ["dusk", "ember"]
        await visit.press("0", "enter")
        assert world.night()["severity"] == 0


async def test_a_theme_of_ones_own_is_offered_and_worn(world, open_home):
    world.themes = Shelf({**THEMES, "a_file": changed(background="#000011") | {"name": "midnight"}})
    world.preferences = Preferences(theme="midnight")
    async with open_home() as visit:
        assert visit.app.theme == "midnight"
        assert visit.app.own_themes == ["dusk", "ember", "midnight"]
        assert (0, 0, 17) in {tuple(color) for _, *color in visit.colors()}


def test_in_a_theme_that_is_not_ours_every_name_of_ours_means_something():
    used = {name.replace("_", "-") for name in COLORS} - {
        "text", "background", "surface", "panel", "accent", "warning", "error", "success",
    }  # fmt: skip
    assert used | {"ink"} == set(variable_defaults())


# -- what is drawn --------------------------------------------------------------------------------

PAGES = {
    "home": (),
    "typed": ("o", "h", "i", "enter", "c", "s"),
    "a wrong key": ("z",),
    "where": ("w", "c"),
    "feels": ("f", "c"),
    "calendar": ("tab", "left"),
    "a past night": ("left_square_bracket",),
    "to check": ("T", "down"),
    "help": ("question_mark",),
    "card": ("T", "enter"),
    "palette": ("ctrl+p",),
    "palette searched": ("ctrl+p", "t", "h", "e", "down"),
    "palette without a hit": ("ctrl+p", "q", "q", "q"),
    "note": ("o", "h", "i"),
    "note selected": ("o", "h", "i", "shift+left", "shift+left"),
    "date": ("tab", "s"),
    "a wrong date": ("tab", "s", "h", "i", "enter"),
    "themes": ("S",),
    "an episode": ("7",),
}
"""Everything that can be opened, with the keys that open it."""


@pytest.mark.parametrize("size", [(120, 34), (44, 24)])
@pytest.mark.parametrize("page", PAGES)
async def test_in_the_night_nothing_but_red_is_drawn(world, open_home, page, size):
    for day in range(1, 19):
        world.log(TONIGHT.replace(day=day), severity=day % 11)
    world.journal.ledgers.tick("one_leg_swollen", TONIGHT)
    world.moment = Moment.NIGHT
    async with open_home(size) as visit:
        await visit.press(*PAGES[page])
        await visit.settle()
        others = {(text, *color) for text, *color in visit.colors() if color[1] or color[2]}
        assert others == set()
        assert {text for text, style in visit.styles() if style.bgcolor is None} == set()
        assert {text for text, style in visit.styles() if style.color is None and text.strip()} == set()


async def test_a_problem_with_a_theme_is_said_in_red_too(world, open_home):
    world.moment = Moment.NIGHT
    world.themes = Shelf({**THEMES, "mine": {}})
    async with open_home() as visit:
        assert "theme mine: " in visit.words
        assert [color for _, *color in visit.colors() if color[1] or color[2]] == []


async def test_without_colours_the_program_opens_and_every_state_keeps_its_sign(
    world, open_home, monkeypatch
):
    monkeypatch.setenv("NO_COLOR", "1")
    world.log("2026-11-18", severity=8)
    async with open_home() as visit:
        await visit.press("6", "tab")
        assert "18█" in visit.text
        assert "[19" in visit.text
        assert "[6]" in visit.text
        assert {
            color for color in map(tuple, (color for _, *color in visit.colors())) if len(set(color)) > 1
        } == set()
