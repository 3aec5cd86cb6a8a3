"""Another size loses nothing that is typed, wherever it is typed, and leaves the cursor in view."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from tests.ui.everything import show
from tests.ui.visit import Visit
from textual.widgets import Input

from stillnight.ui.pages import PAGES
from stillnight.ui.screens.choose import Choices
from stillnight.ui.widgets.list_box import ListBox
from stillnight.ui.widgets.note_box import NoteBox

WAY = [(300, 80), (80, 24), (44, 24), (60, 20), (200, 50), (20, 6), (1, 1), (120, 34)]
"""Sizes one after the other, also some in which nothing can be shown."""


async def through(visit: Visit) -> AsyncIterator[tuple[int, int]]:
    """Go through all sizes; hands out those at which everything is promised to be seen."""
    for size in WAY:
        await visit.pilot.resize_terminal(*size)
        await visit.settle()
        if size[0] >= 44:
            yield size


async def test_the_form_keeps_its_row_and_its_digits(world, open_home):
    async with open_home((44, 24)) as visit:
        await visit.press("6", "2", "1")
        async for size in through(visit):
            assert "▸First at  21:__" in visit.text, size
            assert "[6]" in visit.text, size
        await visit.press("3", "0", "enter")
        assert world.night()["onset"] == "2026-11-19T21:30+01:00"


@pytest.mark.parametrize(("key", "word"), [("w", "calves"), ("f", "crawling")])
async def test_an_open_picker_stays_open(world, open_home, key, word):
    async with open_home((120, 34)) as visit:
        await visit.press(key, "c")
        async for size in through(visit):
            assert f"+c {word}" in visit.words, size
            assert visit.text.count("▸") == 1, size
        await visit.press("enter", "enter")
        assert word in (*world.night().get("parts", ()), *world.night().get("sensations", ()))


async def test_the_note_box_keeps_words_and_cursor(world, open_home):
    async with open_home((120, 34)) as visit:
        await visit.press("o")
        await visit.type("late ea")
        await visit.press("left")
        async for size in through(visit):
            box = visit.home.query_one(NoteBox)
            assert (visit.home.focused, box.text) == (box, "late ea"), size
            assert visit.app.screen.region.contains_region(box.region), size
            assert "Enter done · Ctrl+J line · Esc undo" in visit.text, size
        await visit.type("te")
        await visit.press("enter", "enter")
        assert world.night()["note"] == "late etea"


async def test_a_line_to_type_into_keeps_its_words(open_home):
    async with open_home((44, 24)) as visit:
        await visit.press("tab", "s")
        await visit.type("14 N")
        async for size in through(visit):
            line = visit.app.screen.query_one(Input)
            assert (visit.app.screen.focused, line.value) == (line, "14 N"), size
            assert "14 N" in visit.text, size
        await visit.type("ov")
        await visit.press("enter")
        assert "14" in visit.home.night_pane.border_title


async def test_a_list_keeps_its_cursor(open_home):
    async with open_home((120, 34)) as visit:
        await visit.app.run_action("app.change_theme")
        await visit.press("down", "down")
        async for size in through(visit):
            assert "▸ paper" in visit.text, size
            assert "Enter choose · Esc back" in visit.text, size
            assert visit.app.screen.focused is visit.app.screen.query_one(Choices)


async def test_the_calendar_keeps_its_day_and_the_night_beside_it(world, open_home):
    world.log("2026-11-12", severity=4, note="a long walk")
    async with open_home((80, 24)) as visit:
        await visit.press("tab", "up")
        async for size in through(visit):
            assert "[12▄]" in visit.text, size
        await visit.press("e")
        assert "a long walk" in visit.text


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_keeps_its_cursor_and_its_keys(world, open_home, name):
    for day in range(1, 19):
        world.log(f"2026-11-{day:02}", severity=day % 11, note="a long walk")
    async with open_home((80, 24)) as visit:
        await show(visit, name)
        await visit.press("down", "down")
        page, focused = visit.app.screen, visit.app.screen.focused
        async for size in through(visit):
            assert (visit.app.screen, page.focused) == (page, focused), size
            assert page.TITLE in visit.words, size
            assert "Esc back" in visit.words, size
            if isinstance(focused, ListBox) and focused.option_count:
                assert visit.text.count("▸") >= 1, size


async def test_keys_between_two_sizes_are_all_taken(world, open_home):
    async with open_home((120, 34)) as visit:
        for key, size in zip("62130c2s7", [*WAY, (80, 24)], strict=True):
            await visit.pilot.press(key)
            await visit.pilot.resize_terminal(*size)
        await visit.press("enter")
        night = world.night()
        assert (night["severity"], night["f.caffeine"], night["f.stress"]) == (6, 2, 7)
        assert night["onset"] == "2026-11-19T21:30+01:00"
