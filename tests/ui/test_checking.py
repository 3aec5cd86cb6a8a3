"""What is worth checking: cards opened, put off, and the red flag that cannot be."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.ui.world import TONIGHT

from stillnight.journal.shelf import Shelf
from stillnight.ui.screens.reader import ReaderScreen
from stillnight.ui.screens.tips.reading import ReadingScreen
from stillnight.ui.widgets.summary_line import SummaryLine
from stillnight.ui.widgets.to_check import ToCheck


@pytest.fixture
def world(world):
    """A journal with one night: enough for the question about iron, and for a tip."""
    world.log("2026-11-18", severity=5)
    return world


def cards(visit) -> list[str]:
    return [card.id for card in visit.home.query_one(ToCheck).cards]


async def test_the_pane_shows_a_rule_with_its_grade_and_one_thing_to_try(open_home):
    async with open_home() as visit:
        shown = visit.words_in(ToCheck)
        assert "Iron: was it ever measured?" in shown
        assert "· A" in shown
        assert "No ferritin in your journal." in shown
        assert "Try: " in shown
        assert "too early to tell, 1 of 14 rated" in shown


async def test_an_answered_question_goes_away_as_soon_as_it_is_saved(world, open_home):
    async with open_home() as visit:
        assert "I00" in cards(visit)
        world.journal.ledgers.add_lab(date(2026, 11, 1), "ferritin", 200)
        await visit.press("5", "enter")
        assert "I00" not in cards(visit)


async def test_enter_opens_the_card_with_its_sources_and_esc_goes_back(open_home):
    async with open_home() as visit:
        await visit.press("T", "enter")
        assert isinstance(visit.app.screen, ReaderScreen)
        assert "Iron: was it ever measured?" in visit.words
        await visit.press("end")
        rule = visit.home._library.rules
        named = next(one for one in rule if one.id == "I00").sources
        for source in named:
            assert visit.home._library.sources[source].citation in visit.words
        await visit.press("escape")
        assert visit.app.screen is visit.home
        assert isinstance(visit.home.focused, ToCheck)


async def test_the_tips_card_names_its_sources_too(open_home):
    async with open_home() as visit:
        await visit.press("T", "down", "enter")
        await visit.press("end")
        tip = visit.home._library.tips[cards(visit)[1]]
        assert visit.home._library.sources[tip.sources[0]].citation in visit.words


async def test_arrows_choose_a_card_and_stop_at_the_ends(open_home):
    async with open_home() as visit:
        await visit.press("T", "up")
        assert visit.home.query_one(ToCheck).index == 0
        await visit.press("down", "down", "down", "down")
        assert visit.home.query_one(ToCheck).index == len(cards(visit)) - 1
        assert "▸Try:" in visit.text


async def test_z_puts_a_card_off_for_thirty_days(world, open_home):
    async with open_home() as visit:
        await visit.press("T", "z")
        assert "I00" not in cards(visit)
        [answer] = world.journal.ledgers.answers()
        assert answer["rule"] == "I00"
        assert answer["until"] == (TONIGHT + timedelta(days=30)).isoformat()
        assert visit.answer == "put away until 19 Dec: Iron: was it ever measured? · U brings it back"
        await visit.press("U")
        assert "I00" in cards(visit)


async def test_d_puts_a_card_away_for_good(world, open_home):
    async with open_home() as visit:
        before = cards(visit)[1]
        await visit.press("T", "down", "d")
        assert before not in cards(visit)
        assert [(one["rule"], one["until"]) for one in world.journal.ledgers.answers()] == [(before, "never")]
        assert "put away for good" in visit.answer


@pytest.mark.parametrize("key", ["z", "d"])
async def test_a_red_flag_cannot_be_put_off(world, open_home, key):
    world.journal.ledgers.tick("one_leg_swollen", TONIGHT)
    async with open_home() as visit:
        before = cards(visit)
        assert before[0] == "RF01"
        assert "!One leg swollen" in visit.words_in(ToCheck)
        await visit.press("T", key)
        assert cards(visit) == before
        assert world.journal.ledgers.answers() == []
        assert visit.answer == "a red flag cannot be put off"


async def test_a_broken_store_is_said_when_a_card_is_put_off(world, open_home):
    async with open_home() as visit:
        world.store.broken = "the disk is full"
        await visit.press("T", "z")
        assert visit.answer == "the disk is full"
        assert "I00" in cards(visit)


@pytest.mark.parametrize("key", ["enter", "z", "d", "down", "up"])
async def test_with_nothing_to_check_its_keys_do_nothing(world, open_home, key):
    async with open_home() as visit:
        visit.home.query_one(ToCheck).cards = ()
        await visit.press("T", key)
        assert visit.app.screen is visit.home
        assert world.journal.ledgers.answers() == []


@pytest.mark.parametrize("number", [0, 1])
async def test_a_click_on_a_card_opens_that_card(open_home, number):
    async with open_home() as visit:
        card = visit.home.query_one(ToCheck).cards[number]
        title = card.title
        region = visit.home.query_one(ToCheck).region
        row = next(y for y, line in enumerate(visit.lines) if title[:16] in line[region.x :])
        await visit.pilot.click(offset=(region.x + 4, row))
        await visit.settle()
        if not card.tip:
            assert isinstance(visit.app.screen, ReaderScreen)
            assert visit.app.screen.query_one("VerticalScroll").border_title == title
            return
        # a tip is read as Markdown, its title at the head of the text
        assert isinstance(visit.app.screen, ReadingScreen)
        assert f"# {title.removeprefix('Try: ')}" in visit.app.screen.query_one("CalmMarkdown").source


async def test_a_click_under_the_cards_opens_nothing(open_home):
    async with open_home() as visit:
        await visit.pilot.click(ToCheck, offset=(4, 28))
        await visit.settle()
        assert visit.app.screen is visit.home


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (44, 24)])
async def test_where_the_pane_has_no_room_one_line_says_what_is_first(open_home, size):
    async with open_home(size) as visit:
        assert "T to check: Iron: was it ever measur" in visit.words_in(SummaryLine)
        assert "+1" in visit.words_in(SummaryLine)
        await visit.pilot.click(SummaryLine)
        await visit.settle()
        assert isinstance(visit.home.focused, ToCheck)
        assert "No ferritin in your journal." in visit.words_in(ToCheck)
        assert not visit.home.query_one(SummaryLine).display


async def test_a_red_flag_is_marked_in_the_one_line_too(world, open_home):
    world.journal.ledgers.tick("one_leg_swollen", TONIGHT)
    async with open_home((44, 24)) as visit:
        assert visit.words_in(SummaryLine).startswith("! T to check: One leg swollen")


async def test_a_broken_rule_of_ones_own_is_named_and_the_others_stay(world, open_home):
    world.own_rules = Shelf({"mine": {"rule": [{"id": "X1"}]}}, ("other.toml is not right",))
    async with open_home() as visit:
        assert "mine" in visit.answer
        assert "this file is left out" in visit.answer
        assert "other.toml is not right" in visit.answer
        assert visit.answer_is_trouble
        assert "I00" in cards(visit)


async def test_a_red_flag_says_in_the_pane_how_soon_to_get_help(world, open_home):
    world.journal.ledgers.tick("one_leg_swollen", TONIGHT)
    async with open_home() as visit:
        assert "Please get medical help today." in visit.words_in(ToCheck)


async def test_the_cursor_is_seen_on_a_red_flag_too(world, open_home):
    world.journal.ledgers.tick("one_leg_swollen", TONIGHT)
    world.journal.ledgers.tick("saddle_numb", TONIGHT)
    async with open_home() as visit:
        await visit.press("T")
        for number in range(2):
            [line] = [line for line in visit.lines if "▸!" in line]
            assert visit.home.query_one(ToCheck).cards[number].title[:12] in line
            await visit.press("down")


async def test_x_opens_the_start_of_a_trial_where_the_card_is_about_a_factor(open_home, monkeypatch):
    offered = []
    monkeypatch.setattr(
        "stillnight.ui.screens.trials.offering.offer_trial",
        lambda screen, factor: offered.append((type(screen).__name__, factor)),
    )
    async with open_home() as visit:
        await visit.press("T", "x")
        assert offered == []
        assert visit.answer == "this one cannot be settled by a trial of your own"
        pane = visit.home.query_one(ToCheck)
        pane.cards = [pane.cards[0]._replace(factor="caffeine")]
        await visit.press("x")
        assert offered == [("HomeScreen", "caffeine")]
