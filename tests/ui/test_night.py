"""In the night, and when one night becomes the next."""

from __future__ import annotations

from datetime import date, time

import pytest
from tests.ui.world import TONIGHT

from stillnight.domain.moment import Moment
from stillnight.domain.preferences import Preferences
from stillnight.ui.widgets.night_form import NightForm

NEXT = date(2026, 11, 20)


@pytest.fixture
def at_three(world):
    """It is ten past three, and the evening was a 4."""
    world.log("2026-11-19", severity=4, lights_out="2026-11-19T23:00+01:00")
    world.clock.set("2026-11-20T03:10")
    return world


async def test_a_digit_at_three_logs_an_episode_and_leaves_the_evening_alone(at_three, open_home):
    async with open_home() as visit:
        await visit.press("7")
        assert at_three.episodes() == [7]
        [record] = at_three.store.all("episodes").values()
        assert (record["night"], record["at"]) == ("2026-11-19", "2026-11-20T03:10+01:00")
        assert at_three.night()["severity"] == 4
        assert visit.text.strip() == ""
        assert at_three.drafts.kept == {}


async def test_the_calendar_shows_the_worst_of_the_night(at_three, open_home):
    async with open_home() as visit:
        await visit.press("escape")
        assert "[19▄]" in visit.text
        await visit.press("x")
        assert "[19█]" in visit.text
        assert visit.answer == "awake, urge 10 · U takes it back"


async def test_the_whole_form_shows_what_was_logged_in_the_dark(at_three, open_home):
    async with open_home() as visit:
        await visit.press("x", "escape")
        assert "[19█]" in visit.text
        assert visit.status == "saved"


async def test_a_second_digit_within_ten_seconds_replaces_the_first(at_three, open_home):
    async with open_home() as visit:
        await visit.press("7")
        at_three.clock.advance(seconds=10)
        await visit.press("5")
        assert at_three.episodes() == [5]


async def test_a_digit_after_eleven_seconds_is_another_episode(at_three, open_home):
    async with open_home() as visit:
        await visit.press("7")
        at_three.clock.advance(seconds=11)
        await visit.press("5")
        assert at_three.episodes() == [7, 5]


async def test_each_of_three_digits_typed_fast_replaces_the_one_before(at_three, open_home):
    async with open_home() as visit:
        for key in ("7", "5", "6"):
            await visit.press(key)
            at_three.clock.advance(seconds=8)
        assert at_three.episodes() == [6]


async def test_an_episode_that_failed_is_not_replaced_by_undoing_something_else(at_three, open_home):
    async with open_home() as visit:
        await visit.press("escape", "o", "x", "enter", "enter")
        assert at_three.night()["note"] == "x"
        at_three.store.broken = "the disk is full"
        await visit.press(*["up"] * 6, "7")
        assert visit.answer == "the disk is full"
        at_three.store.broken = None
        await visit.press("7")
        assert at_three.episodes() == [7]
        assert at_three.night()["note"] == "x"


async def test_a_digit_replaces_an_episode_only_not_what_was_saved_after_it(at_three, open_home):
    async with open_home() as visit:
        await visit.press("escape", "7", "o", "x", "enter", "enter", *["up"] * 6, "5")
        assert at_three.night()["note"] == "x"


async def test_a_digit_after_undo_does_not_undo_once_more(at_three, open_home):
    async with open_home() as visit:
        await visit.press("escape", "o", "x", "enter", "enter", *["up"] * 6, "7", "U", "5")
        assert at_three.episodes() == [5]
        assert at_three.night()["note"] == "x"


async def test_undo_takes_the_episode_back(at_three, open_home):
    async with open_home() as visit:
        await visit.press("escape", "7", "U")
        assert at_three.episodes() == []
        assert at_three.night()["severity"] == 4


async def test_the_night_wears_ember_and_shows_no_clock_of_its_own(at_three, open_home):
    async with open_home() as visit:
        assert visit.app.theme == "ember"
        await visit.press("escape", "7")
        assert visit.status == "saved"
        assert "03:10" not in visit.text
        await visit.press("U")
        assert "03:10" not in visit.text


async def test_a_past_night_is_rated_as_ever_in_the_night(at_three, open_home):
    async with open_home() as visit:
        await visit.press("escape", "left_square_bracket", "e", "6", "enter")
        assert at_three.night(date(2026, 11, 18))["severity"] == 6
        assert at_three.episodes() == []


async def test_a_broken_store_is_said_in_the_night(at_three, open_home):
    at_three.store.broken = "the disk is full"
    async with open_home() as visit:
        await visit.press("7")
        assert visit.words == "the disk is full"
        await visit.press("escape", "7")
        assert visit.answer == "the disk is full"
        assert visit.answer_is_trouble


async def test_the_moment_that_was_asked_for_holds(world, open_home):
    world.moment = Moment.NIGHT
    async with open_home() as visit:
        await visit.press("6")
        assert visit.app.theme == "ember"
        assert world.episodes() == [6]


async def test_the_first_key_after_the_usual_bedtime_finds_the_night(world, open_home):
    world.preferences = Preferences(bedtime=time(22, 0))
    async with open_home() as visit:
        assert visit.app.theme == "dusk"
        world.clock.set("2026-11-20T00:00")
        await visit.pilot.pause()
        assert visit.app.theme == "dusk"
        await visit.press("7")
        assert visit.app.theme == "ember"
        assert world.episodes() == [7]
        assert "severity" not in world.night()


async def test_what_was_typed_in_the_evening_is_still_there_in_the_night(world, open_home):
    async with open_home() as visit:
        await visit.press("6", "2", "1", "3", "0")
        world.clock.set("2026-11-20T02:00")
        await visit.press("c", "enter")
        assert (world.night()["severity"], world.night()["f.caffeine"]) == (6, 2)


async def test_a_morning_wears_the_evenings_theme_and_writes_the_same_night(world, open_home):
    world.clock.set("2026-11-20T07:00")
    async with open_home() as visit:
        assert visit.home.moment is Moment.MORNING
        assert visit.app.theme == "dusk"
        await visit.press("6", "enter")
        assert world.night(TONIGHT)["severity"] == 6


async def test_the_first_key_after_noon_belongs_to_the_new_night(world, open_home):
    world.clock.set("2026-11-20T11:59")
    async with open_home() as visit:
        world.clock.set("2026-11-20T12:00")
        await visit.press("6", "enter")
        assert "night of Fri 20 → Sat 21 Nov" in visit.lines[0]
        assert world.night(NEXT)["severity"] == 6
        assert world.night(TONIGHT) == {}
        assert visit.home.cursor == NEXT


async def test_an_empty_form_changes_night_only_with_a_key(world, open_home):
    world.clock.set("2026-11-20T11:59")
    async with open_home() as visit:
        world.clock.set("2026-11-20T12:30")
        await visit.settle()
        assert "night of Thu 19" in visit.lines[0]


async def test_what_was_typed_before_noon_stays_with_its_night(world, open_home):
    world.clock.set("2026-11-20T11:58")
    async with open_home() as visit:
        await visit.press("6", "2", "3", "1", "5")
        world.clock.set("2026-11-20T12:01")
        await visit.press("c")
        assert "a new night has begun" in visit.answer
        assert "night of Fri 20" in visit.lines[0]
        assert "[6]" in visit.text
        assert "Night of Thu 19 → Fri 20 Nov" in visit.words_in(type(visit.home.night_pane))
        await visit.press("enter")
        assert world.night(TONIGHT)["severity"] == 6
        assert world.night(TONIGHT)["f.caffeine"] == 2
        assert world.night(TONIGHT)["onset"] == "2026-11-19T23:15+01:00"
        assert world.night(NEXT) == {}


async def test_after_saving_the_old_night_esc_opens_the_new_one(world, open_home):
    world.clock.set("2026-11-20T11:58")
    async with open_home() as visit:
        await visit.press("6", "down")
        world.clock.set("2026-11-20T12:01")
        await visit.press("enter", "escape", "4", "enter")
        assert world.night(TONIGHT)["severity"] == 6
        assert world.night(NEXT)["severity"] == 4


async def test_a_note_being_typed_at_noon_is_not_dropped(world, open_home):
    world.clock.set("2026-11-20T11:58")
    async with open_home() as visit:
        await visit.press("o")
        await visit.type("one")
        world.clock.set("2026-11-20T12:01")
        await visit.type(" two")
        await visit.press("enter", "enter")
        assert world.night(TONIGHT)["note"] == "one two"
        assert world.night(NEXT) == {}


async def test_a_note_opened_before_noon_and_typed_after_it_keeps_every_sign(world, open_home):
    world.clock.set("2026-11-20T11:58")
    async with open_home() as visit:
        await visit.press("o")
        world.clock.set("2026-11-20T12:01")
        await visit.type("Late")
        await visit.press("enter")
        assert [one.get("note") for one in world.drafts.kept.values()] == ["Late"]
        assert world.store.done == []


async def test_a_past_night_that_is_being_read_stays_when_the_night_changes(world, open_home):
    world.log("2026-11-18", severity=2, note="reading")
    world.clock.set("2026-11-20T11:58")
    async with open_home() as visit:
        await visit.press("left_square_bracket", "e", "3")
        world.clock.set("2026-11-20T12:01")
        await visit.press("enter")
        assert world.night(date(2026, 11, 18))["severity"] == 3
        await visit.press("escape")
        assert isinstance(visit.home.focused, NightForm)
        assert visit.home.writing == NEXT
