"""The year: its cursor, its nights in words, the mouse, the way to a night."""

from __future__ import annotations

from datetime import date

import pytest
from tests.ui.world import TONIGHT

from stillnight.ui.screens.compare import ComparePage
from stillnight.ui.screens.year import YearPage
from stillnight.ui.widgets.year_grid import YearGrid

ENTRIES = ("2025-12-30", "2026-03-02", "2026-11-18")


@pytest.fixture
def logged(world):
    for number, night in enumerate(ENTRIES):
        world.log(night, severity=number * 3, note=f"entry {number}")
    return world


def page_of(visit) -> YearPage:
    page = visit.app.screen
    assert isinstance(page, YearPage)
    return page


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ((), TONIGHT),
        (("left",), date(2026, 11, 18)),
        (("l", "l"), date(2026, 11, 21)),
        (("up",), date(2026, 10, 19)),
        (("j",), date(2026, 12, 19)),
        (("b",), date(2026, 11, 12)),
        (("w",), date(2026, 11, 26)),
        (("K",), date(2025, 11, 19)),
        (("left_square_bracket", "J"), TONIGHT),
        (("pageup",), date(2025, 11, 19)),
        (("N",), date(2026, 11, 18)),
        (("N", "N", "N"), date(2025, 12, 30)),
        (("g",), date(2025, 12, 30)),
        (("g", "n"), date(2026, 3, 2)),
        (("g", "G"), date(2026, 11, 18)),
        (("g", "t"), TONIGHT),
    ],
)
async def test_the_cursor_goes_where_its_keys_say(logged, open_home, keys, day):
    async with open_home((80, 24)) as visit:
        await visit.press("Y", *keys)
        assert page_of(visit).cursor == day
        assert str(day.year) in visit.lines[1]


async def test_the_night_under_the_cursor_and_the_year_are_said(logged, open_home):
    async with open_home((44, 24)) as visit:
        await visit.press("Y")
        assert "Thu 19 → Fri 20 Nov · no entry · legs on 2 of 2 nights rated in 2026" in visit.words
        await visit.press("h")
        assert "Wed 18 → Thu 19 Nov · worst 6 of 10" in visit.words
        await visit.press("K")
        assert "legs on 0 of 1 nights rated in 2025" in visit.words


async def test_enter_goes_to_the_night(logged, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("Y", "g", "n", "enter")
        assert visit.app.screen is visit.home
        assert visit.home.cursor == date(2026, 3, 2)
        assert "entry 1" in visit.words


@pytest.mark.parametrize("size", [(120, 34), (80, 24), (60, 20), (44, 24)], ids=str)
async def test_a_click_picks_a_night_and_another_click_opens_it(logged, open_home, size):
    async with open_home(size) as visit:
        await visit.press("Y")
        shape = visit.app.screen.query_one(YearGrid).shape
        offset = (shape.lead + 2 * shape.cell - 1, 1 + 2 * shape.step)
        await visit.pilot.click(YearGrid, offset=offset)
        await visit.settle()
        assert page_of(visit).cursor == date(2026, 3, 2)
        await visit.pilot.click(YearGrid, offset=offset)
        await visit.settle()
        assert visit.home.cursor == date(2026, 3, 2)


async def test_there_is_nothing_before_the_first_entry(logged, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("Y", "g", "N")
        assert "there is no previous entry" in visit.words


async def test_two_nights_of_the_year_are_shown_side_by_side(logged, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("Y", "h", "c", "g")
        assert "is marked" in visit.words
        await visit.press("n", "c")
        assert isinstance(visit.app.screen, ComparePage)
        assert "≠ Note entry 2 entry 1" in visit.words
        await visit.press("escape")
        assert page_of(visit).cursor == date(2026, 3, 2)
        await visit.press("h", "c", "l", "c", "enter")
        assert visit.home.cursor == date(2026, 3, 2)
