"""Home before the evening begins: one line offers to rate the day, and nothing else asks."""

from __future__ import annotations

from stillnight.domain.moment import Moment


async def test_three_keys_rate_the_day_and_the_evening_form_shows_it_later(world, open_home):
    world.log("2026-11-18", severity=3, evening_at="2026-11-18T22:40+01:00")
    world.clock.set("2026-11-19T15:04")
    async with open_home() as visit:
        assert visit.home.moment is Moment.EVENING
        assert "s, then a digit, rates the day's stress now" in visit.words
        await visit.press("s", "6")
        assert "Enter saves the rating" in visit.words
        await visit.press("enter")
        assert visit.answer.startswith("saved: the day is rated, the evening is still to come")
        assert world.night() == {
            "date": "2026-11-19", "f.stress": 6, "f.stress.at": "2026-11-19T15:04+01:00",
        }  # fmt: skip
        world.clock.set("2026-11-19T22:40")
        await visit.press("up", "up", "4", "enter")
        assert "+s stress 6@15:04" in visit.words
        assert world.night()["evening_at"] == "2026-11-19T22:40+01:00"
        assert world.night()["f.stress.at"] == "2026-11-19T15:04+01:00"


async def test_from_six_on_nothing_of_the_afternoon_is_offered(world, open_home):
    world.clock.set("2026-11-19T18:00")
    async with open_home() as visit:
        assert "counts in full" not in visit.words


async def test_an_app_left_open_stops_offering_when_the_evening_begins(world, open_home):
    world.clock.set("2026-11-19T17:30")
    async with open_home() as visit:
        assert "counts in full" in visit.words
        world.clock.set("2026-11-19T18:10")
        await visit.press("c", "up", "up")
        assert "counts in full" not in visit.words
