"""The page of reliefs: the first choice is under the cursor, and a gate says why something is missing."""

from __future__ import annotations

from typing import Any

import pytest
from tests.ui.visit import Visit
from tests.ui.world import World

from stillnight.domain.moment import Moment
from stillnight.ui.screens.coach.opening import reliefs_of
from stillnight.ui.screens.coach.screen import CoachScreen
from stillnight.ui.screens.relief.page import ReliefPage
from stillnight.ui.screens.relief.rows import Offered, length_words
from stillnight.ui.widgets.ledger_boxes import LedgerBox
from stillnight.ui.widgets.message_line import MessageLine


def here_is(visit: Visit) -> str:
    return visit.app.screen.query_one(LedgerBox).here


def first(visit: Visit, moment: Moment | None = None) -> str:
    return reliefs_of(visit.home.session).choices(moment)[0].tip.id


def said(visit: Visit) -> str:
    return visit.app.screen.query_one(MessageLine).text


def title(visit: Visit) -> str:
    """The session under the cursor."""
    page: Any = visit.app.screen
    return page._here.guide.title


async def test_r_and_enter_start_the_first_choice(world: World, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("R")
        wanted = first(visit)
        assert here_is(visit) == wanted
        await visit.press("6", "enter")
        assert isinstance(visit.app.screen, CoachScreen)
        await visit.press("j", "2")
        assert isinstance(visit.app.screen, ReliefPage)
        [record] = world.store.all("episodes").values()
        assert (record["relief"], record["severity"], record["after"]) == (wanted, 6, 2)
        assert said(visit).startswith("stopped, noted")
        await visit.press("enter", "escape")
        assert isinstance(visit.app.screen, ReliefPage)
        assert "noted" not in said(visit)


async def test_the_same_digit_again_takes_the_urge_back(open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("R", "x")
        assert "[x]" in visit.text
        assert "means nothing" not in visit.text
        await visit.press("x")
        assert "[x]" not in visit.text
        await visit.press("enter")
        assert "How strong is the urge now?" in visit.text


async def test_another_way_to_do_it_is_one_key_away(open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("R")
        page = visit.app.screen
        box = page.query_one(LedgerBox)
        several = next(one for one in page._offered if len(one.choice.guides) > 1)
        box.highlighted = [one.choice.tip.id for one in page._offered].index(several.choice.tip.id)
        await visit.settle()
        await visit.press("right")
        assert here_is(visit) == several.choice.tip.id
        assert title(visit) == several.choice.guides[1].title
        await visit.press("left", "left")
        assert title(visit) == several.choice.guides[-1].title


async def test_what_a_gate_takes_away_stands_below_with_its_reason(world, open_home):
    world.journal.ledgers.set_profile({"falls": True})
    async with open_home((120, 50)) as visit:
        await visit.press("R")
        offered = {one.choice.tip.id for one in visit.app.screen._offered}
        assert "calf_stretch" not in offered
        assert said(visit).endswith("not for you now · Space scrolls to the reasons")
        assert "Not for you now" in visit.text
        assert "a fall in the last year" in visit.words
        assert "Calf stretch at a wall" in visit.words


async def test_all_of_them_are_shown_and_some_again(open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("R")
        some = {one.choice.tip.id for one in visit.app.screen._offered}
        await visit.press("a")
        everything = {one.choice.tip.id for one in visit.app.screen._offered}
        assert some < everything
        assert "exercise_prog" in everything
        await visit.press("a")
        assert {one.choice.tip.id for one in visit.app.screen._offered} == some


async def test_on_a_small_screen_space_leads_to_the_reasons(world, open_home):
    world.journal.ledgers.set_profile({"falls": True})
    async with open_home((44, 24)) as visit:
        await visit.press("R")
        assert "a fall in the last" not in visit.words
        await visit.press("space", "space")
        assert "a fall in the last" in visit.words


async def test_it_says_how_much_how_sure_and_what_not_to_expect(open_home):
    async with open_home((120, 34)) as visit:
        await visit.press("R")
        here = visit.app.screen._here
        assert here.choice.tip.honest.split(".")[0][:30] in visit.words
        assert f"{here.choice.tip.grade}: " in visit.text


async def test_by_night_there_are_names_and_nothing_else_to_read(world, open_home):
    world.moment = Moment.NIGHT
    world.journal.ledgers.set_profile({"falls": True})
    async with open_home((44, 24)) as visit:
        await visit.press("R")
        await visit.until(lambda: isinstance(visit.app.screen, ReliefPage))
        await visit.settle()
        assert {color for color in visit.colors() if color[2] or color[3]} == set()
        assert "not for you now" not in visit.text.casefold()
        assert "Enter" not in visit.text
        assert "min · " not in visit.text
        assert visit.app.screen.query_one(LedgerBox).option_count == 6
        await visit.press("6", "enter", "j", "3")
        assert not isinstance(visit.app.screen, ReliefPage | CoachScreen)
        assert world.episodes() == [6]


async def test_beside_a_red_flag_that_asks_for_help_nothing_is_offered(world, open_home):
    world.journal.ledgers.tick("one_leg_swollen", world.journal.desk.today)
    async with open_home((80, 24)) as visit:
        await visit.press("R", "enter")
        assert isinstance(visit.app.screen, ReliefPage)
        assert "! shows it" in said(visit)


@pytest.mark.parametrize(
    ("id", "words"), [("calf_stretch", " min"), ("alert_mind", "as long as you like"), ("heat_pad", "30 min")]
)
def test_a_length_is_said_in_whole_minutes(world, id, words):
    assert words in length_words(reliefs_of(world.session()).guides[id])


def test_a_way_beyond_the_last_is_the_first(world):
    choice = reliefs_of(world.session()).choices()[0]
    assert Offered(choice, len(choice.guides)).guide is choice.guides[0]
