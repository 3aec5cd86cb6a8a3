"""Two devices answered differently: the user sees both and chooses, and can take the choice back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.ui.visit import Visit
from tests.ui.world import World

from stillnight.domain.disagreement import Disagreement, Side
from stillnight.domain.moment import Moment
from stillnight.ui.widgets.foot_line import FootLine

LATER = datetime(2026, 11, 18, 22, 10, tzinfo=UTC)
EARLIER = datetime(2026, 11, 18, 21, 50, tzinfo=UTC)


def between(field: str, shown: object, other: object, id: int = 20261118) -> Disagreement:
    sides = (Side(shown, LATER, "desk"), Side(other, EARLIER, "this machine"))
    return Disagreement("nights", id, field, sides)


@pytest.fixture
def world(world: World) -> World:
    """Two devices rated last night and wrote a note."""
    for day in ("2026-11-01", "2026-11-02", "2026-11-18"):
        world.log(day, severity=4, note="a long walk", morning_at="2026-11-18T08:00+01:00")
    world.store.open = [between("severity", 4, 6), between("note", "a long walk", "rain")]
    return world


def offered(here: Visit) -> bool:
    return "disagreements" in here.home.query_one(FootLine).offered


async def test_home_says_that_something_differs_and_which_key_shows_it(open_home):
    async with open_home() as here:
        assert "D differs" not in here.text
        await here.look()
        assert here.answer == "2 answers differ between your devices · D shows them"
        assert "D differs" in here.text


async def test_of_one_answer_that_differs_both_sides_are_offered(world, open_home):
    world.store.open = world.store.open[:1]
    async with open_home() as here:
        await here.look()
        assert here.answer == "one answer differs between your devices · D shows both"


async def test_at_night_it_waits_for_the_day(world, open_home):
    world.moment = Moment.NIGHT
    async with open_home() as here:
        await here.look()
        assert here.answer == ""
        assert not offered(here)
        here.home.moment = Moment.MORNING
        await here.settle()
        assert "2 answers differ" in here.answer
        assert offered(here)


async def test_both_values_are_shown_with_who_wrote_them_and_when(open_home):
    async with open_home() as here:
        await here.press("D")
        assert "night of Wed 18 → Thu 19 Nov" in here.words
        assert "● urge 4 shown · desk, Wed 18 Nov 23:10" in here.words
        assert "○ urge 6 this machine, Wed 18 Nov 22:50" in here.words
        assert "2 answers differ between your devices: neither had seen the other's." in here.words


async def test_enter_takes_one_and_undo_brings_the_other_back(world, open_home):
    async with open_home() as here:
        await here.press("D", "j", "j", "j", "enter")
        assert world.night(datetime(2026, 11, 18).date())["severity"] == 6
        assert "urge 6 it is, night of Wed 18 → Thu 19 Nov" in here.words
        assert "○" in here.text
        assert "urge 4" not in here.text
        await here.press("U")
        assert world.night(datetime(2026, 11, 18).date())["severity"] == 4


async def test_of_notes_both_can_stay(world, open_home):
    async with open_home() as here:
        await here.press("D", "b")
        assert world.night(datetime(2026, 11, 18).date())["note"] == "rain\na long walk"
        await here.press("b")
        assert "only of words can both stay" in here.words


async def test_everything_can_stay_as_it_is_shown(world, open_home):
    async with open_home() as here:
        await here.press("D", "K")
        assert world.store.open == []
        assert "Your devices agree on everything." in here.text
        await here.press("enter", "b", "K", "o")


async def test_a_night_can_be_opened_from_there_and_shows_what_differs(open_home):
    async with open_home() as here:
        await here.press("D", "o")
        assert here.home.cursor.isoformat() == "2026-11-18"
        assert "≠ Differs" in here.text


async def test_once_nothing_differs_nothing_is_offered(world, open_home):
    async with open_home() as here:
        await here.look()
        await here.press("D", "K", "escape")
        await here.look()
        assert here.answer == ""
        assert not offered(here)
        assert "D differs" not in here.text


async def test_what_comes_while_the_page_is_open_is_added_and_the_cursor_stays(world, open_home):
    async with open_home() as here:
        await here.press("D", "j")
        await here.look()
        world.store.open = [*world.store.open, between("severity", 1, 2, id=20261119)]
        await here.look()
        assert "urge 2" in here.text
        await here.press("enter")
        assert world.night(datetime(2026, 11, 18).date())["note"] == "rain"


@pytest.mark.parametrize("size", [(120, 34), (80, 24), (60, 20), (44, 24)])
async def test_it_can_be_read_in_every_size(open_home, size):
    async with open_home(size) as here:
        await here.press("D")
        assert "this machine, Wed 18 Nov 22:50" in here.words
        assert "Enter take this" in here.words
