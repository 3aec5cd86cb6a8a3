"""Themes: ours are readable in every terminal, ember is red and nothing else, a broken one is a sentence."""

from __future__ import annotations

from copy import deepcopy

import pytest
from tests.ui.everything import EVERYTHING, show
from tests.ui.terminals import PALETTES, in_16, in_256
from tests.ui.world import TONIGHT, seed_shelf

from stillnight.domain.errors import BadInput
from stillnight.domain.moment import Moment
from stillnight.domain.preferences import Preferences
from stillnight.journal.shelf import Shelf
from stillnight.ui.theme_bounds import Bounds, parse_bounds
from stillnight.ui.theming import COLORS, TEXT_COLORS, about, contrast, parse_theme, variable_defaults

THEMES = seed_shelf("themes").documents
PAINTED = ("contrast", "dusk", "ember", "paper")
"""The themes that bring their own colours."""

OWN_GROUND = {"ansi-dark": ("#d0d0d0", "#000000"), "ansi-light": ("#202020", "#ffffff")}
"""The themes in the terminal's colours, with the ink and the ground that they are meant for."""

LEAST = dict.fromkeys(THEMES, 4.5) | {"contrast": 7.0}
"""What the text of each theme keeps to its ground."""

GROUNDS = ("background", "surface", "panel")
MARKS = tuple(f"severity_{band}" for band in range(5))

every_theme = pytest.mark.parametrize("name", THEMES)
every_painted_theme = pytest.mark.parametrize("name", PAINTED)


def changed(**colors):
    """Dusk with some colours changed; ``None`` takes one out."""
    data = deepcopy(dict(THEMES["dusk"]))
    data["colors"] = {key: value for key, value in (data["colors"] | colors).items() if value is not None}
    return data


def weakest(colors, names, grounds=GROUNDS):
    """The colour with the least contrast on any of the grounds: (ratio, colour, ground)."""
    return min((contrast(colors[name], colors[ground]), name, ground) for name in names for ground in grounds)


def test_our_themes_are_there():
    assert set(THEMES) == {*PAINTED, *OWN_GROUND}
    assert seed_shelf("themes").problems == ()


@every_theme
def test_a_theme_of_ours_is_whole_and_named_after_its_file(name):
    theme = parse_theme(name, THEMES[name])
    assert theme.name == name
    assert theme.dark is THEMES[name]["dark"]
    assert theme.ansi is (name in OWN_GROUND)
    assert set(THEMES[name]["colors"]) == set(COLORS)
    assert about(THEMES[name]).endswith(".")


@every_painted_theme
def test_all_text_can_be_read_on_every_ground(name):
    colors = THEMES[name]["colors"]
    assert weakest(colors, TEXT_COLORS)[0] >= LEAST[name]
    assert weakest(colors, ["cursor_text"], ["cursor"])[0] >= LEAST[name]


@every_painted_theme
def test_all_text_can_be_read_where_there_are_256_colours(name):
    colors = {key: in_256(color) for key, color in THEMES[name]["colors"].items()}
    assert weakest(colors, TEXT_COLORS)[0] >= LEAST[name]
    assert weakest(colors, ["cursor_text"], ["cursor"])[0] >= LEAST[name]


@every_theme
@pytest.mark.parametrize("terminal", PALETTES)
def test_all_text_can_be_read_where_there_are_sixteen_colours(name, terminal):
    document = THEMES[name]
    ink, ground = OWN_GROUND.get(name, ("none", "none"))
    colors = {
        key: in_16(color, PALETTES[terminal], ground if key in GROUNDS else ink)
        for key, color in (document["colors"] if name in OWN_GROUND else document["sixteen"]).items()
    }
    assert weakest(colors, TEXT_COLORS)[0] >= LEAST[name]
    assert weakest(colors, ["cursor_text"], ["cursor"])[0] >= LEAST[name]
    assert weakest(colors, MARKS)[0] >= (3 if name != "ember" else 2.5)


@pytest.mark.parametrize(("name", "least"), [("dusk", 4.5), ("paper", 4.5), ("contrast", 7)])
def test_the_marks_of_the_nights_can_be_seen(name, least):
    colors = THEMES[name]["colors"]
    assert weakest(colors, MARKS)[0] >= least
    assert weakest({key: in_256(color) for key, color in colors.items()}, MARKS)[0] >= least


def test_the_frames_of_contrast_can_be_seen():
    assert weakest(THEMES["contrast"]["colors"], ["frame", "frame_focus"])[0] >= 7


@every_painted_theme
def test_a_terminal_with_sixteen_colours_gets_them_and_no_others(name):
    theme = parse_theme(name, THEMES[name], has_few_colors=True)
    assert theme.ansi
    assert {value for value in theme.variables.values() if value.startswith("#")} == set()
    assert (theme.name, theme.dark) == (name, THEMES[name]["dark"])


@pytest.mark.parametrize("color", [*TEXT_COLORS, *MARKS, "frame", "frame_focus", "cursor"])
def test_ember_is_red_or_nothing_in_sixteen_colours_too(color):
    assert THEMES["ember"]["sixteen"][color] in ("ansi_red", "ansi_bright_red")


@pytest.mark.parametrize("ground", [*GROUNDS, "cursor_text"])
def test_ember_is_black_behind_the_red_in_sixteen_colours_too(ground):
    assert THEMES["ember"]["sixteen"][ground] == "ansi_black"


@pytest.mark.parametrize("color", COLORS)
def test_ember_has_no_green_and_no_blue(color):
    value = THEMES["ember"]["colors"][color]
    for seen in (value, in_256(value)):
        assert seen.startswith("#")
        assert seen.endswith("0000")


@pytest.mark.parametrize("color", TEXT_COLORS)
def test_the_needed_text_of_ember_is_bright_enough_and_no_brighter(color):
    value = THEMES["ember"]["colors"][color]
    assert all(4.5 <= contrast(seen, "#000000") <= 5.3 for seen in (value, in_256(value)))


@pytest.mark.parametrize("color", ["frame", "frame_focus"])
def test_the_frames_of_ember_are_dimmer_than_its_text(color):
    assert contrast(THEMES["ember"]["colors"][color], "#000000") < 4


def test_the_marks_of_ember_grow_brighter_with_the_urge_and_only_the_worst_is_as_bright_as_text():
    seen = [contrast(THEMES["ember"]["colors"][f"severity_{band}"], "#000000") for band in range(5)]
    assert seen == sorted(seen)
    assert seen[3] < 4.5 <= seen[4] <= 5.3


def test_a_theme_that_keeps_to_what_it_states_is_worn_and_one_that_states_nothing_too():
    assert parse_theme("mine", changed() | {"bounds": {"max_luminance": 1, "max_blue": 255}}).name == "dusk"
    assert parse_bounds("mine", changed()) == Bounds()
    assert parse_bounds("ember", THEMES["ember"]) == Bounds(0.2126, 0, 0)


@pytest.mark.parametrize(("color", "held"), [("#ff0000", True), ("#000000", True), ("#ff0100", False),
                                             ("#100001", False), ("#404040", False)])  # fmt: skip
def test_what_ember_states_holds_for_red_alone(color, held):
    assert parse_bounds("ember", THEMES["ember"]).hold(color) is held


def test_the_luminance_alone_can_bound_a_theme():
    assert not Bounds(max_luminance=0.2).hold("#ff0000")
    assert Bounds(max_luminance=0.2).hold("#f00000")


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
    (changed(accent=None), "colors.accent is missing"),
    (changed(severity_3=None), "colors.severity_3"),
    (changed(muted="reddish"), "colors.muted"),
    (changed(muted=7), "colors.muted is 7"),
    (changed(frame="#12"), "colors.frame"),
    (changed(frame=["#000000"]), "colors.frame"),
    ({key: value for key, value in THEMES["dusk"].items() if key != "name"}, "a name"),
    (changed() | {"name": 3}, "a name"),
    (changed() | {"name": ""}, "a name"),
    (changed() | {"colors": "dark"}, "[colors]"),
    (changed() | {"name": "dusk, dawn"}, "name is"),
    (changed() | {"dark": "yes"}, "dark is"),
    (changed() | {"sixteen": "none"}, "[sixteen]"),
    (changed() | {"sixteen": {"text": "ansi_white"}}, "sixteen.background"),
    (changed(text="auto"), "colors.text"),
    (changed(text="#ffffff80"), "colors.text"),
    (changed(text="ansi_pink"), "colors.text"),
    (changed() | {"bounds": 3}, "[bounds]"),
    (changed() | {"bounds": {"max_red": 3}}, "bounds.max_red"),
    (changed() | {"bounds": {"max_green": 256}}, "bounds.max_green is 256, it takes 0 to 255"),
    (changed() | {"bounds": {"max_luminance": "low"}}, "bounds.max_luminance"),
    (changed() | {"bounds": {"max_blue": True}}, "bounds.max_blue"),
    (changed(muted="#00cf00") | {"bounds": {"max_green": 206}}, "colors.muted is '#00cf00', beyond"),
    (changed() | {"bounds": {"max_luminance": 0.2}}, "colors.text"),
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


@pytest.mark.parametrize("data", [BROKEN[0][0], BROKEN[-1][0]])
async def test_a_broken_theme_does_not_keep_the_program_from_opening(world, open_home, data):
    world.themes = Shelf({**THEMES, "mine": data})
    world.preferences = Preferences(theme="dusk")
    async with open_home() as visit:
        assert visit.app.theme == "dusk"
        assert "theme mine: " in visit.words
        assert visit.app.own_themes == list(THEMES)
        await visit.press("0", "enter")
        assert world.night()["severity"] == 0


async def test_a_theme_of_ones_own_is_offered_and_worn(world, open_home):
    world.themes = Shelf({**THEMES, "a_file": changed(background="#000011") | {"name": "midnight"}})
    world.preferences = Preferences(theme="midnight")
    async with open_home() as visit:
        assert visit.app.theme == "midnight"
        assert visit.app.own_themes == [*THEMES, "midnight"]
        assert (0, 0, 17) in {tuple(color) for _, *color in visit.colors()}


def test_in_a_theme_that_is_not_ours_every_name_of_ours_means_something():
    used = {name.replace("_", "-") for name in COLORS} - {
        "text", "background", "surface", "panel", "accent", "warning", "error", "success",
    }  # fmt: skip
    assert used | {"ink"} == set(variable_defaults())


# -- what is drawn --------------------------------------------------------------------------------


@pytest.mark.parametrize("page", EVERYTHING)
async def test_in_the_night_nothing_but_red_is_drawn(world, open_home, page):
    for day in range(1, 19):
        world.log(TONIGHT.replace(day=day), severity=day % 11)
    world.journal.ledgers.tick("one_leg_swollen", TONIGHT)
    world.moment = Moment.NIGHT
    async with open_home() as visit:
        # out of the dark, to everything else that can be opened in the night
        await visit.press("escape")
        await show(visit, page)
        for size in ((120, 34), (44, 24)):
            await visit.pilot.resize_terminal(*size)
            await visit.settle()
            assert {(text, *color) for text, *color in visit.colors() if color[1] or color[2]} == set()
            assert {text for text, style in visit.styles() if style.bgcolor is None} == set()
            assert {text for text, style in visit.styles() if style.color is None and text.strip()} == set()


async def test_a_problem_with_a_theme_is_said_in_red_too(world, open_home):
    world.moment = Moment.NIGHT
    world.themes = Shelf({**THEMES, "mine": {}})
    async with open_home() as visit:
        await visit.press("escape")
        assert "theme mine: " in visit.words
        assert [color for _, *color in visit.colors() if color[1] or color[2]] == []
