"""The page of the red flags: ticked by hand, most urgent first, its card at once."""

from __future__ import annotations

import re

import pytest
from tests.ui.world import TONIGHT
from textual.containers import VerticalScroll

from stillnight.domain.moment import Moment
from stillnight.ui.screens.reader import ReaderScreen
from stillnight.ui.screens.red_flags import RedFlagsPage
from stillnight.ui.widgets.list_box import ListBox
from stillnight.ui.widgets.prose import Prose
from stillnight.ui.widgets.to_check import ToCheck


def ticked(world):
    return [tick.flag for tick in world.journal.ledgers.ticks()]


async def test_space_ticks_and_the_card_says_at_once_what_to_do(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("exclamation_mark", "j", "space")
        assert ticked(world) == ["chest_pain"]
        assert "[x] chest pain or coughing blood  emergency · 19 Nov" in visit.text
        assert "Please call your emergency number now:" in visit.text
        assert "cannot wait." in visit.text
        assert "ticked: chest pain or coughing blood" in visit.text


async def test_space_again_takes_the_tick_off_and_undo_brings_it_back(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("exclamation_mark", "space", "space")
        assert ticked(world) == []
        assert "[x]" not in visit.text
        assert "emergency number" not in visit.text
        await visit.press("U")
        assert ticked(world) == ["breathless"]
        assert "[x] newly short of breath" in visit.text


async def test_enter_and_a_click_tick_too(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("exclamation_mark", "enter")
        await visit.pilot.click(ListBox, offset=(10, 3))
        await visit.settle()
        assert ticked(world) == ["breathless", "saddle_numb"]


async def test_the_card_stays_in_view_while_the_cursor_is_on_what_is_not_ticked(open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("exclamation_mark", "space", "j", "j")
        assert "Please call your emergency number now:" in visit.text
        assert "▸[ ] new weakness in a leg" in visit.text


async def test_a_flag_without_a_card_does_not_meet_silence(open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("exclamation_mark", "G", "space")
        assert "Please tell your clinician or pharmacist about it soon." in visit.words


async def test_the_whole_card_can_be_read_with_its_sources(open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("exclamation_mark", "o")
        assert "a card is there once a flag is ticked" in visit.text
        await visit.press("space", "o")
        assert isinstance(visit.app.screen, ReaderScreen)
        assert "Sources" in visit.text
        await visit.press("escape")
        assert isinstance(visit.app.screen, RedFlagsPage)


async def test_home_shows_the_card_when_one_comes_back(world, open_home):
    async with open_home() as visit:
        await visit.press("exclamation_mark", "space", "escape")
        assert "Short of breath, chest pain or coughing blood" in visit.words


async def test_an_old_tick_says_why_it_has_no_card(world, open_home):
    world.journal.ledgers.tick("breathless", TONIGHT.replace(month=9))
    async with open_home((80, 24)) as visit:
        await visit.press("exclamation_mark")
        assert "Its card is not shown any more." in visit.words


@pytest.mark.parametrize("size", [(120, 34), (80, 24), (60, 20), (44, 24)], ids=str)
async def test_what_to_do_and_what_to_mind_are_in_view_at_every_size(open_home, size):
    async with open_home(size) as visit:
        await visit.press("exclamation_mark", *"jjjjjj", "space")
        # the bar at the side may stand between two words
        card = re.sub("[▁-▇] ", "", visit.words_in(VerticalScroll))
        assert "Please get medical help today:" in card
        assert "call your emergency number now. Do not massage, vibrate or compress this leg." in card


async def test_at_night_it_is_one_key_away_and_nothing_lights_up(world, open_home):
    world.moment = Moment.NIGHT
    async with open_home((80, 24)) as visit:
        await visit.press("exclamation_mark", "j", "space")
        assert ticked(world) == ["chest_pain"]
        assert {(green, blue) for _, _, green, blue in visit.colors()} == {(0, 0)}
        lit = [
            text for text, style in visit.styles() if style.bgcolor and style.bgcolor.get_truecolor().red > 0
        ]
        assert "".join(lit).strip() == ""


async def test_a_number_is_kept_on_the_page_and_stands_on_every_card_that_cannot_wait(world, open_home):
    async with open_home((44, 24)) as visit:
        await visit.press("exclamation_mark", "n")
        await visit.type("night nurse")
        await visit.press("enter")
        await visit.type("0171 5555")
        await visit.press("enter")
        assert [one.words for one in world.journal.ledgers.numbers()] == ["night nurse: 0171 5555"]
        assert "night nurse: 0171 5555" in visit.text
        await visit.press("j", "space")
        assert "night nurse: 0171 5555" in visit.text
        await visit.press("escape")
        assert any("night nurse: 0171 5555" in line for line in visit.home.query_one(ToCheck).cards[0].full)


async def test_a_number_is_taken_out_and_undo_brings_it_back(world, open_home):
    world.journal.ledgers.add_number("night nurse", "0171 5555")
    async with open_home((80, 24)) as visit:
        await visit.press("exclamation_mark", "N", "enter")
        assert world.journal.ledgers.numbers() == []
        assert "0171 5555" not in visit.words_in(Prose)
        await visit.press("U")
        assert "night nurse: 0171 5555" in visit.words_in(Prose)
