"""A long sit on the screen: a break every so many minutes, led through and noted."""

from __future__ import annotations

from datetime import timedelta

from tests.ui.visit import Visit
from tests.ui.world import TONIGHT, World

from stillnight.ui.screens.coach.screen import CoachScreen
from stillnight.ui.screens.long_sit import LongSitPage


def page(visit: Visit) -> LongSitPage:
    assert isinstance(visit.app.screen, LongSitPage)
    return visit.app.screen


async def pass_by(visit: Visit, world: World, minutes: int) -> None:
    """Let time pass, looked at once a minute."""
    for _ in range(minutes):
        world.clock.advance(minutes=1)
        page(visit).tick()
    await visit.settle()


async def test_g_on_the_card_of_tomorrows_flight_leads_to_breaks_that_are_noted(world, open_home):
    world.journal.ledgers.add_mark(TONIGHT + timedelta(days=1), "flight", "5 h")
    async with open_home((44, 24)) as visit:
        await visit.press("T", "g", "enter")
        assert "The next break is in about 45 min." in visit.words
        await pass_by(visit, world, 44)
        assert "A break is due" not in visit.words
        await pass_by(visit, world, 1)
        assert "A break is due: Enter starts it." in visit.words
        await visit.press("enter", "enter")
        assert isinstance(visit.app.screen, CoachScreen)
        await visit.press("q")
        assert "The next break is in about 45 min." in visit.words
        (session,) = world.store.all("sessions").values()
        assert (session["relief"], session["completed"]) == ("sit_break", False)


async def test_who_may_fall_has_the_break_in_the_seat(world, open_home):
    world.journal.ledgers.set_profile({"falls": True})
    async with open_home((80, 24)) as visit:
        await visit.app.run_action("app.open_page('long_sit')")
        await visit.press("enter", "enter", "enter")
        (session,) = world.store.all("sessions").values()
        assert session["relief"] == "sit_break_seated"


async def test_breaks_that_passed_while_the_computer_slept_are_told_once(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.app.run_action("app.open_page('long_sit')")
        await visit.settle()
        await visit.press("left", "left", "left", "enter")
        assert "A break every 30 min." in visit.words
        world.clock.advance(hours=2)
        await pass_by(visit, world, 1)
        assert "4 breaks passed while the computer slept." in visit.words
        assert "A break is due" in visit.words


async def test_beside_a_red_flag_no_break_is_offered(world, open_home):
    world.journal.ledgers.tick("one_leg_swollen", TONIGHT)
    async with open_home((80, 24)) as visit:
        await visit.app.run_action("app.open_page('long_sit')")
        await visit.settle()
        await visit.press("enter", "enter")
        assert "Nothing is offered now." in visit.words
        assert isinstance(visit.app.screen, LongSitPage)
