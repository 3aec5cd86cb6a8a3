"""The picker of themes: it says what each is like and when it is worn, and lights up no dark room."""

from __future__ import annotations

import pytest
from tests.ui.everything import show
from tests.ui.test_theming import THEMES, changed

from stillnight.domain.moment import Moment
from stillnight.domain.preferences import Preferences
from stillnight.journal.shelf import Shelf
from stillnight.ui.screens.choose import Choices, ChooseScreen
from stillnight.ui.theming import about

SIZES = [(120, 34), (44, 24)]


async def test_it_says_which_theme_is_for_the_evening_and_which_for_the_night(open_home):
    async with open_home() as visit:
        await show(visit, "themes")
        rows = visit.words_in(Choices)
        assert "▸ dusk evening ember night paper" in rows


async def test_one_theme_may_be_for_both(world, open_home):
    world.preferences = Preferences(theme="ember")
    async with open_home() as visit:
        await show(visit, "themes")
        assert "▸ ember evening and night" in visit.words_in(Choices)


@pytest.mark.parametrize("size", SIZES)
async def test_it_says_what_the_theme_under_the_cursor_is_like(open_home, size):
    async with open_home(size) as visit:
        await show(visit, "themes")
        for _ in THEMES:
            assert about(THEMES[visit.app.theme]) in visit.words
            await visit.press("down")


async def test_the_theme_of_the_night_can_be_chosen_in_the_evening(world, open_home):
    async with open_home() as visit:
        await visit.app.run_action("app.change_theme('night')")
        await visit.settle()
        assert "Theme for the night" in visit.words
        assert "▸ ember" in visit.text
        await visit.press("up", "up")
        assert visit.app.theme == "contrast"
        await visit.press("enter")
        assert world.settings == [("night_theme", "contrast")]
        assert visit.app.theme == "dusk", "it is evening still"
        assert visit.answer == "contrast is kept for the night"


async def test_no_bright_theme_is_shown_in_the_night_but_it_can_be_chosen(world, open_home):
    world.moment = Moment.NIGHT
    async with open_home() as visit:
        await show(visit, "themes")
        await visit.press("down")
        assert "▸ paper" in visit.text
        assert visit.app.theme == "ember"
        assert "Too bright to be shown in the night." in visit.words
        await visit.press("enter")
        assert world.settings == [("night_theme", "paper")]
        assert visit.app.theme == "paper"


async def test_a_choice_outlives_the_night_of_the_same_run(world, open_home):
    async with open_home() as visit:
        await visit.app.run_action("app.change_theme('evening')")
        await visit.press("up", "enter")
        assert visit.app.theme == "contrast"
        world.clock.set("2026-11-20T03:00")
        await visit.press("tab")
        assert visit.app.theme == "ember"
        world.clock.set("2026-11-20T08:00")
        await visit.press("tab")
        assert visit.app.theme == "contrast"


async def test_the_morning_wears_the_evenings_theme_until_it_has_its_own(world, open_home):
    async with open_home() as visit:
        world.clock.set("2026-11-20T08:00")
        await visit.press("tab")
        await show(visit, "themes")
        assert "Theme for the evening" in visit.words
        await visit.press("escape")
        await visit.app.run_action("app.change_theme('morning')")
        await visit.settle()
        assert "Theme for the morning" in visit.words
        await visit.press("down", "down", "enter")
        assert world.settings == [("morning_theme", "paper")]
        assert (visit.app.theme, visit.answer) == ("paper", "paper is kept for the morning")
        world.clock.set("2026-11-20T20:00")
        await visit.press("tab")
        assert visit.app.theme == "dusk"


@pytest.mark.parametrize("size", SIZES)
async def test_of_many_themes_each_can_be_reached_and_seen(world, open_home, size):
    own = {f"own{n:02}": changed() | {"name": f"theme number {n}"} for n in range(40)}
    world.themes = Shelf({**THEMES, **own})
    async with open_home(size) as visit:
        await show(visit, "themes")
        await visit.press(*["up"] * 5)
        for number in (37, 36, 35):
            await visit.press("up")
            assert f"▸ theme number {number}" in visit.text
        await visit.press("enter")
        assert visit.app.theme == "theme number 35"


@pytest.mark.parametrize(
    "name", ["夜の静けさ" * 6, "a theme with a very long name that says everything about it"]
)
async def test_a_long_name_is_cut_and_the_frame_stays_whole(world, open_home, name):
    world.themes = Shelf({**THEMES, "own": changed() | {"name": name}})
    async with open_home((44, 24)) as visit:
        await show(visit, "themes")
        assert "…" in visit.words_in(Choices)
        assert f"  {name[:10]}" in visit.text
        await visit.press("up", "up", "up", "up")
        assert visit.app.theme == name


@pytest.mark.parametrize("name", ["two words", "Mitternacht/blau", "über", "2", "-", "a.b:c", "{}[]"])
async def test_any_name_will_do(world, open_home, name):
    world.themes = Shelf({**THEMES, "own": changed(background="#000011") | {"name": name}})
    world.preferences = Preferences(theme=name)
    async with open_home() as visit:
        assert visit.app.theme == name
        assert (0, 0, 17) in {tuple(color) for _, *color in visit.colors()}
        await show(visit, "themes")
        assert isinstance(visit.app.screen, ChooseScreen)
        assert f"▸ {name}" in visit.text


async def test_a_theme_of_ones_own_takes_the_place_of_ours_with_its_name(world, open_home):
    world.themes = Shelf({**THEMES, "mine": changed(background="#000011")})
    async with open_home() as visit:
        assert visit.app.own_themes.count("dusk") == 1
        assert (0, 0, 17) in {tuple(color) for _, *color in visit.colors()}


async def test_choices_without_words_are_all_in_view(open_home):
    async with open_home((80, 24)) as visit:
        visit.app.push_screen(ChooseScreen("One of four", ("one", "two", "three", "four"), "one", str))
        await visit.press("up")
        assert "▸ four" in visit.words_in(Choices)
        box = visit.app.screen.query_one(Choices)
        assert box.parent.region.height == len(box.names)
