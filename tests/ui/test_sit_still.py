"""The onset timer on the screen: any key is the first urge, and almost nothing is shown meanwhile."""

from __future__ import annotations

from tests.clocks import FixedClock
from tests.ui.visit import Visit
from tests.ui.world import TONIGHT

from stillnight.ui.screens.sit_still import SitStillPage


def page(visit: Visit) -> SitStillPage:
    assert isinstance(visit.app.screen, SitStillPage)
    return visit.app.screen


async def sit(visit: Visit, clock: FixedClock, minutes: int) -> None:
    """Sit still for so long, looked at as often as the page does it."""
    page(visit).listen()
    for _ in range(minutes * 3):
        clock.advance(seconds=20)
        page(visit).tick()
    await visit.settle()


async def test_any_key_is_the_first_urge_and_enter_keeps_the_minutes(world, open_home):
    async with open_home((44, 24)) as visit:
        await visit.press("O", "enter")
        assert visit.words == "Any key at the first urge. Esc stops without one."
        await sit(visit, world.clock, 12)
        # a key that means a deed everywhere else
        await visit.press("U")
        assert "12 minutes to the first urge." in visit.text
        await visit.press("enter")
        assert "kept: 12 minutes to the first urge" in visit.words
        assert world.night() == {"date": TONIGHT.isoformat(), "rest_latency_min": 12}
        await visit.press("U")
        assert world.night().get("rest_latency_min") is None


async def test_enter_that_is_held_down_is_no_urge(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("O", "enter", "enter", "enter")
        assert page(visit).is_sitting
        assert world.night() == {}


async def test_the_first_of_a_night_counts_unless_somebody_says_otherwise(world, open_home):
    world.log(TONIGHT, severity=5, rest_latency_min=20)
    async with open_home((80, 24)) as visit:
        await visit.press("O", "enter")
        await sit(visit, world.clock, 9)
        await visit.press("space", "enter")
        assert world.night()["rest_latency_min"] == 20
        await visit.press("r")
        assert world.night()["rest_latency_min"] == 9


async def test_without_an_urge_no_number_is_kept_and_the_note_takes_the_words(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("O", "enter")
        await sit(visit, world.clock, 40)
        await visit.press("escape")
        assert "No urge in 40 minutes." in visit.text
        await visit.press("n")
        assert world.night()["note"] == "sat still for 40 min, no urge"
        assert "rest_latency_min" not in world.night()


async def test_after_a_sleep_of_the_machine_nothing_can_be_kept(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("O", "enter")
        await sit(visit, world.clock, 2)
        world.clock.advance(minutes=20)
        await visit.press("space")
        assert "nobody can tell how long it was" in visit.words
        await visit.press("r", "n", "escape")
        assert world.night() == {}
        assert not isinstance(visit.app.screen, SitStillPage)
