"""The page of what was tried: as it went, rated by hand, one key from a trial, never called good."""

from __future__ import annotations

from datetime import date

import pytest
from tests.ui.trying import kept, rated, started
from tests.ui.world import TONIGHT

from stillnight.ui.screens.helped.page import NOTHING_YET, HelpedPage
from stillnight.ui.screens.reader import ReaderScreen
from stillnight.ui.screens.tips.reading import ReadingScreen
from stillnight.ui.screens.trials.starting import StartingScreen
from stillnight.ui.widgets.message_line import MessageLine
from stillnight.ui.widgets.prose import Prose


@pytest.fixture
def tried(world):
    """Some nights on which something was tried."""
    for day, before, after, is_whole in ((12, 7, 4, True), (13, 6, 5, True), (14, 8, 3, False)):
        values = {"relief": "selfmassage_calf", "minutes": 10, "after": after, "completed": is_whole}
        world.wake(f"2026-11-{day}T02:10", before, **values)
    world.wake("2026-11-15T02:10", 6, relief="hot [b]tea", after=6)
    return world


def answer(visit) -> str:
    return visit.app.screen.query_one(MessageLine).text


async def test_what_was_tried_stands_with_its_numbers_under_the_honest_words(tried, open_home):
    async with open_home() as visit:
        await visit.press("H")
        assert isinstance(visit.app.screen, HelpedPage)
        assert "no proof" in visit.words
        card = visit.words_in(Prose)
        assert "3 times, last on Fri 13 Nov" in card
        assert "2 times to its end, once stopped early" in card
        assert "8 → 3" in card
        assert "On average 3.0 less afterwards, over 3 times. It might have been so without it." in card


async def test_a_digit_rates_it_and_nought_takes_that_back(tried, open_home):
    async with open_home() as visit:
        await visit.press("H", "j", "5")
        [rating] = tried.store.all("reliefs").values()
        assert (rating["relief"], rating["rating"]) == ("hot [b]tea", 5)
        assert visit.app.screen.query_one("TipBox").highlighted == 0, "the best rated stands first"
        assert "5 of 5" in visit.words_in(Prose)
        await visit.press("0")
        assert not tried.store.all("reliefs")


async def test_x_turns_an_entry_into_a_trial_and_says_where_there_is_none(tried, open_home):
    async with open_home() as visit:
        await visit.press("H", "x")
        assert isinstance(visit.app.screen, StartingScreen)
        assert kept(tried) == []
        await visit.press("escape", "j", "x")
        assert isinstance(visit.app.screen, HelpedPage)
        assert answer(visit) == (
            "no trial is ready for “hot [b]tea”: X lists what can be tested, the nearest of it may do"
        )


async def test_enter_reads_the_tip_and_an_own_word_has_none(tried, open_home):
    async with open_home() as visit:
        await visit.press("H", "enter")
        assert isinstance(visit.app.screen, ReadingScreen)
        await visit.press("escape", "j", "enter")
        assert isinstance(visit.app.screen, HelpedPage)
        assert "your own word" in answer(visit)


async def test_what_a_finished_trial_found_is_named_and_leads_to_its_result(tried, open_home):
    trial = started(tried, "massage", date(2026, 10, 1))
    rated(tried, trial, TONIGHT)
    async with open_home() as visit:
        await visit.press("H")
        await visit.until(lambda: "◆ Better in your trial" in visit.words_in(Prose))
        assert (
            "◆ better in your trial"
            in visit.app.screen.query_one("TipBox").get_option_at_index(0).prompt.plain
        )
        await visit.press("o")
        assert isinstance(visit.app.screen, ReaderScreen)
        assert trial.question.split()[0] in visit.words


async def test_without_a_finished_trial_there_is_no_result(tried, open_home):
    async with open_home() as visit:
        await visit.press("H", "o")
        assert isinstance(visit.app.screen, HelpedPage)
        assert "no trial of this one is over" in answer(visit)


@pytest.mark.parametrize("key", ["x", "enter", "g", "o", "3", "0", "space"])
async def test_an_empty_page_says_what_to_do_and_bears_every_key(open_home, key):
    async with open_home((44, 24)) as visit:
        await visit.press("H", key)
        assert "R offers a relief" in visit.words
        assert isinstance(visit.app.screen, HelpedPage)
        assert answer(visit) == ("" if key in ("enter", "space") else NOTHING_YET)


async def test_nothing_on_it_says_that_something_works(tried, open_home):
    async with open_home((120, 50)) as visit:
        await visit.press("H")
        words = visit.words.lower()
        assert not [word for word in ("works for you", "effective", "proven", "best for") if word in words]
