"""The page of the charts: its views, its ranges, what is compared, an empty journal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.ui.world import TONIGHT

from stillnight.domain.errors import StillnightError
from stillnight.ui.screens.charts.page import ChartsPage
from stillnight.ui.screens.choose import ChooseScreen
from stillnight.ui.screens.sheet import SheetScreen
from stillnight.ui.widgets.chart_pane import ChartPane
from stillnight.ui.widgets.message_line import MessageLine


@pytest.fixture
def logged(world):
    """Fifty nights; a medicine was begun thirty nights ago, a flight was long before."""
    for back in range(50):
        world.log(TONIGHT - timedelta(days=back), severity=back % 8, f_caffeine=back % 3)
    world.journal.ledgers.add_medicine("iron", start=date(2026, 10, 20))
    world.journal.ledgers.add_mark(date(2026, 10, 10), "flight", "to Lisbon")
    world.wake("2026-11-19T02:10+01:00", 9)
    return world


def page_of(visit) -> ChartsPage:
    page = visit.app.screen
    assert isinstance(page, ChartsPage)
    return page


def said(visit) -> str:
    return page_of(visit).query_one(MessageLine).text


def in_pane(visit) -> str:
    return visit.words_in(ChartPane)


async def test_a_key_shows_each_chart_and_tab_goes_round(logged, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("V")
        assert "21 Oct 2026 to 19 Nov 2026: 30 of 30 nights rated" in in_pane(visit)
        for key, words in (("2", "awake with that urge"), ("3", "Factors under their nights")):
            await visit.press(key)
            assert words in in_pane(visit)
        await visit.press("tab")
        assert "+ 20 Oct 2026 iron begun" in in_pane(visit)
        assert "It is not a test." in in_pane(visit)
        await visit.press("tab", "shift+tab", "1")
        assert "nights rated" in in_pane(visit)


async def test_a_column_stays_free_beside_a_chart_but_not_beside_the_raster(logged, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("V")
        assert page_of(visit).pane.size.width == 78
        await visit.press("2")
        assert page_of(visit).pane.size.width == 80


async def test_a_click_on_a_charts_name_shows_it(logged, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("V")
        await visit.pilot.click("SectionLine", offset=(16, 0))
        await visit.settle()
        assert "awake with that urge" in in_pane(visit)


async def test_the_range_and_the_time_are_changed_by_keys(logged, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("V", "r")
        assert "22 Aug 2026 to 19 Nov 2026: 50 of 90 nights rated" in in_pane(visit)
        assert said(visit) == "90 nights"
        await visit.press("r", "r", "left_square_bracket")
        assert "21 Sep 2026 to 20 Oct 2026: 20 of 30 nights rated" in in_pane(visit)
        await visit.press("right_square_bracket")
        assert "19 Nov 2026" in in_pane(visit)
        await visit.press("right_square_bracket")
        assert said(visit) == "these are the newest nights"


async def test_before_the_first_night_there_is_nothing_and_nothing_moves(logged, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("V", "left_square_bracket", "left_square_bracket")
        assert "20 of 30 nights rated" in in_pane(visit)
        assert said(visit) == "there are no earlier nights"
        await visit.press("t")
        assert "30 of 30 nights rated" in in_pane(visit)


async def test_the_raster_goes_to_older_nights_line_by_line_and_page_by_page(logged, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("V", "2", "j", "j")
        assert page_of(visit).sight.last == TONIGHT - timedelta(days=2)
        assert in_pane(visit).split()[18:20] == ["17", "Nov"]
        await visit.press("k")
        room = page_of(visit).pane.room
        await visit.press("pagedown")
        assert page_of(visit).sight.last == TONIGHT - timedelta(days=1 + room)


async def test_what_is_longer_than_the_screen_scrolls_and_says_so(logged, open_home):
    async with open_home((44, 24)) as visit:
        await visit.press("V", "4")
        assert "more lines" in in_pane(visit)
        assert "WASO" not in in_pane(visit)
        await visit.press("pagedown", "pagedown")
        assert "awake in the night" in in_pane(visit)
        assert "It is not a test." in in_pane(visit)


async def test_what_lies_between_is_moved_and_chosen(logged, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("V", "4", "left_square_bracket")
        assert "◆ 10 Oct 2026 flight: to Lisbon" in in_pane(visit)
        await visit.press("left_square_bracket")
        assert said(visit) == "nothing earlier has nights before and after it"
        await visit.press("1", "enter")
        assert isinstance(visit.app.screen, ChooseScreen)
        await visit.press("j", "enter")
        assert "1: 21 Sep to 20 Oct 2026, 20 of 30 logged" in in_pane(visit)
        await visit.press("r")
        assert said(visit) == "90 nights on each side"


async def test_two_stretches_are_typed_and_a_wrong_date_changes_nothing(logged, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("V", "4", "enter", "down", "down", "down", "enter")
        assert isinstance(visit.app.screen, SheetScreen)
        await visit.type("1 mai")
        await visit.press("ctrl+s")
        assert "1: from: '1 mai' does not fit" in visit.words
        await visit.press("ctrl+u")
        await visit.type("2020-01-01")
        await visit.press("enter")
        await visit.type("2020-02-01")
        await visit.press("ctrl+s")
        assert "1: no night is logged from 2020-01-01 to 2020-02-01" in visit.words
        assert page_of_stack(visit).two is None
        await visit.press("ctrl+u", "up", "ctrl+u")
        await visit.type("-40")
        await visit.press("enter")
        await visit.type("-31")
        await visit.press("ctrl+s")
        assert "1: 10 Oct to 19 Oct 2026, 10 of 10 logged" in in_pane(visit)


def page_of_stack(visit) -> ChartsPage:
    return next(screen for screen in visit.app.screen_stack if isinstance(screen, ChartsPage))


@pytest.mark.parametrize("size", [(120, 34), (80, 24), (44, 24)], ids=str)
async def test_an_empty_journal_is_met_kindly_and_no_key_hurts(open_home, size):
    async with open_home(size) as visit:
        await visit.press("V")
        assert "Nothing to draw yet." in in_pane(visit)
        await visit.press(
            "r", "left_square_bracket", "2", "j", "3", "pagedown", "4", "left_square_bracket", "t"
        )
        assert "Nothing to draw yet." in in_pane(visit)


async def test_one_night_is_enough_for_a_chart_and_too_little_to_compare(world, open_home):
    world.log(TONIGHT, severity=0)
    async with open_home((80, 24)) as visit:
        await visit.press("V")
        assert "1 of 30 nights rated, median 0" in in_pane(visit)
        await visit.press("4")
        assert "Nothing to compare yet." in in_pane(visit)
        await visit.press("enter", "down", "enter")
        assert isinstance(visit.app.screen, SheetScreen)


async def test_what_comes_from_elsewhere_is_drawn(logged, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("V")
        logged.log(TONIGHT, severity=None)
        page_of(visit).hear()
        await visit.settle()
        assert "29 of 30 nights rated" in in_pane(visit)


async def test_a_sealed_factor_is_not_drawn(logged, open_home, monkeypatch):
    monkeypatch.setattr("stillnight.ui.charts.sealed_factors", lambda journal: frozenset(["caffeine"]))
    async with open_home((80, 24)) as visit:
        await visit.press("V", "3")
        assert "caffeine sealed while its trial runs" in in_pane(visit)


async def test_what_goes_wrong_while_drawing_is_said_and_the_page_goes_on(logged, open_home, monkeypatch):
    async with open_home((80, 24)) as visit:
        await visit.press("V")

        def fail(*_: object) -> None:
            raise StillnightError("the folder is away")

        with monkeypatch.context() as broken:
            broken.setattr("stillnight.ui.screens.charts.page.strips_chart", fail)
            await visit.press("3")
            assert said(visit) == "the folder is away"
        await visit.press("1")
        assert "30 of 30 nights rated" in in_pane(visit)
