"""The morning of Fri 20 November on Home: opened, confirmed, left for the evening, found again later."""

from __future__ import annotations

from datetime import date

import pytest
from tests.ui.test_bursts import burst
from tests.ui.world import TONIGHT, YESTERDAY

from stillnight.domain.moment import Moment
from stillnight.ui.widgets.foot_line import FootLine
from stillnight.ui.widgets.night_details import NightDetails
from stillnight.ui.widgets.night_form import NightForm
from stillnight.ui.widgets.night_pane import NightPane

NEXT = date(2026, 11, 20)
WOKE = "2026-11-20T06:50+01:00"
EVENING = {
    "severity": 4, "onset": "not_yet", "lights_out": "2026-11-19T22:40+01:00",
    "evening_at": "2026-11-19T22:40+01:00",
}  # fmt: skip
NOT_CONFIRMED = "last night is not confirmed · W opens it"


@pytest.fixture
def at_dawn(world):
    """The evening was logged, the lights went out, one episode: now it is ten to seven."""
    world.log(TONIGHT, **EVENING)
    world.wake("2026-11-20T03:10", 6)
    world.clock.set("2026-11-20T06:50")
    return world


async def test_four_keys_confirm_the_night(at_dawn, open_home):
    async with open_home() as visit:
        assert "Morning · Thu 19 → Fri 20 Nov" in visit.words_in(NightPane)
        await visit.press("3", "2", "6", "enter")
        assert at_dawn.night() == {
            "date": "2026-11-19", **EVENING, "quality": 3, "rested": 2, "disturbed": 6,
            "nwak": 1, "final_wake": WOKE, "morning_at": WOKE,
        }  # fmt: skip
        assert visit.answer == "confirmed the night of Thu 19 → Fri 20 Nov"
        assert "saved 06:50" in visit.lines[0]


async def test_a_guess_is_shown_as_one_and_can_be_corrected_or_left_open(at_dawn, open_home):
    async with open_home() as visit:
        assert "Last woke ≈06:50 guess · Enter stores" in visit.words
        await visit.press("w", "0", "6", "1", "5", "a", "backspace", "enter")
        assert at_dawn.night()["final_wake"] == "2026-11-20T06:15+01:00"
        assert "nwak" not in at_dawn.night()


async def test_the_measures_are_shown_before_anything_is_saved(at_dawn, open_home):
    async with open_home() as visit:
        await visit.press("3", "2", "6", "2", "0", "m", "3", "0", "b", "full_stop")
        assert "asleep 7 h 20 (TST) in bed 8 h 10 (TIB) up 0 min after waking (TASAFA)" in visit.words
        assert "morning_at" not in at_dawn.night()


async def test_undo_takes_the_whole_morning_back(at_dawn, open_home):
    async with open_home() as visit:
        before = dict(at_dawn.night())
        await visit.press("3", "enter", "U")
        assert at_dawn.night() == before
        assert "≈06:50 guess" in visit.words


async def test_nothing_new_is_not_saved_again(at_dawn, open_home):
    async with open_home() as visit:
        await visit.press("3", "enter", "enter")
        assert visit.answer == "nothing new to save · a row's letter goes to it"
        assert len(at_dawn.store.done) == 1


async def test_half_a_time_is_refused_and_kept(at_dawn, open_home):
    async with open_home() as visit:
        await visit.press("w", "0", "6", "enter")
        assert "06… is no whole time" in visit.answer
        assert "06:__" in visit.text
        assert at_dawn.store.done == []


async def test_a_note_is_written_in_the_morning_too(at_dawn, open_home):
    async with open_home() as visit:
        await visit.press("o")
        await visit.type("windy")
        await visit.press("enter", "enter")
        assert at_dawn.night()["note"] == "windy"
        assert "morning_at" in at_dawn.night()


async def test_the_footer_shows_the_keys_of_the_morning(at_dawn, open_home):
    async with open_home() as visit:
        assert ". take offer" in visit.words_in(FootLine)
        assert "W evening" in visit.words_in(FootLine)
        await visit.press("W")
        assert "n no to rest" in visit.words_in(FootLine)


async def click_on(visit, words: str, sign: str) -> None:
    """Click on a sign in the form, in the line of the screen that holds some words."""
    region = visit.home.form.region
    y = next(y for y, line in enumerate(visit.lines) if words in line[region.x : region.right])
    x = visit.lines[y].rindex(sign, region.x, region.right)
    await visit.pilot.click(offset=(x, y))
    await visit.settle()


@pytest.mark.parametrize("size", [(44, 24), (80, 24), (120, 34)])
async def test_the_morning_can_be_confirmed_with_the_mouse(at_dawn, open_home, size):
    async with open_home(size) as visit:
        await click_on(visit, "Quality", "3")
        await click_on(visit, "Rested", "2")
        await click_on(visit, "Disturbed", "x")
        await click_on(visit, "Got up", "06:50")
        await visit.pilot.click(FootLine, offset=(2, 0))
        await visit.settle()
        night = at_dawn.night()
        assert (night["quality"], night["rested"], night["disturbed"]) == (3, 2, 10)
        assert (night["out_of_bed"], night["final_wake"], night["morning_at"]) == (WOKE, WOKE, WOKE)


async def test_an_evening_can_be_logged_with_the_mouse(world, open_home):
    async with open_home((80, 24)) as visit:
        await click_on(visit, "caffeine", "caffeine")
        await click_on(visit, "Urge", "7")
        await visit.press("enter")
        assert (world.night()["severity"], world.night()["f.caffeine"]) == (7, 2)


# -- the evening of the same night -----------------------------------------------------------------------


async def test_the_evening_is_one_key_away_and_so_is_the_way_back(at_dawn, open_home):
    async with open_home() as visit:
        await visit.press("W")
        assert "Night of Thu 19 → Fri 20 Nov" in visit.words_in(NightPane)
        assert "[4]" in visit.text
        assert visit.answer == "the evening of Thu 19 → Fri 20 Nov · W goes back to its morning"
        await visit.press("7", "enter", "W", "3", "enter")
        assert (at_dawn.night()["severity"], at_dawn.night()["quality"]) == (7, 3)
        await visit.press("W", "escape")
        assert visit.home.part is Moment.MORNING


async def test_what_is_typed_in_one_half_is_kept_while_the_other_is_open(at_dawn, open_home):
    async with open_home() as visit:
        await visit.press("3", "W", "7", "W")
        assert "[3]" in visit.text
        assert visit.answer == "what was typed and not saved is back · Enter saves it"
        await visit.press("W")
        assert "[7]" in visit.text
    async with open_home() as visit:
        assert "[3]" in visit.text
        await visit.press("enter", "W", "enter")
        assert (at_dawn.night()["severity"], at_dawn.night()["quality"]) == (7, 3)
        assert at_dawn.drafts.kept == {}


async def test_no_key_of_a_burst_lands_in_the_other_half(at_dawn, open_home):
    async with open_home() as visit:
        burst(visit, "3", "W", "7", "W", "2")
        await visit.until(lambda: visit.home.form.state.draft.get("rested") == 2)
        assert visit.home.form.state.draft == {"quality": 3, "rested": 2}
        await visit.settle()
    assert at_dawn.drafts.kept[TONIGHT] == {"severity": 7, "morning.quality": 3, "morning.rested": 2}


async def test_what_the_form_has_not_told_yet_is_kept_when_it_turns_elsewhere(at_dawn, open_home):
    async with open_home() as visit:
        visit.home.form.answer("3")
        # before the message of the key above has been heard
        visit.home.open_night(YESTERDAY, Moment.EVENING)
        assert at_dawn.drafts.kept == {TONIGHT: {"morning.quality": 3}}


async def test_who_begins_in_the_morning_begins_with_the_urge(world, open_home):
    world.clock.set("2026-11-20T09:30")
    async with open_home() as visit:
        assert "▸Urge" in visit.text
        await visit.press("6", "2", "1", "3", "0", "enter")
        assert (world.night()["severity"], world.night()["onset"]) == (6, "2026-11-19T21:30+01:00")
        await visit.press("W", "3", "enter")
        assert world.night()["quality"] == 3


async def test_a_night_without_its_evening_says_so(world, open_home):
    world.log(YESTERDAY, severity=2)
    world.clock.set("2026-11-20T06:50")
    async with open_home() as visit:
        assert "the evening is not filled in · W opens it" in visit.words
        await visit.press("W", "5", "enter", "W")
        assert world.night()["severity"] == 5
        assert "the evening is not filled in" not in visit.words


async def test_lights_out_is_not_noted_in_the_morning(at_dawn, open_home):
    async with open_home() as visit:
        await visit.press("L")
        assert "L is for the evening" in visit.answer
        assert at_dawn.store.done == []


# -- the evening after -----------------------------------------------------------------------------------


async def test_in_the_evening_one_line_says_that_last_night_is_not_confirmed(at_dawn, open_home):
    at_dawn.clock.set("2026-11-20T20:00")
    async with open_home() as visit:
        assert visit.answer == NOT_CONFIRMED
        await visit.press("W")
        assert "Morning · Thu 19 → Fri 20 Nov" in visit.words_in(NightPane)
        assert visit.answer == ""
        # by now nobody knows when it was that somebody woke
        assert "≈06:50" not in visit.text
        await visit.press("3", "enter", "escape")
        assert at_dawn.night()["morning_at"] == "2026-11-20T20:00+01:00"
        assert visit.home.writing == NEXT
    async with open_home() as visit:
        assert visit.answer == ""


async def test_half_a_time_typed_over_noon_is_never_an_urge(at_dawn, open_home):
    at_dawn.clock.set("2026-11-20T11:59")
    async with open_home() as visit:
        await visit.press("w", "0", "6")
        at_dawn.clock.set("2026-11-20T12:00:30")
        await visit.press("3", "0")
        assert visit.home.form.state.draft == {"final_wake": "2026-11-20T06:30+01:00"}
        assert at_dawn.drafts.kept.keys() == {TONIGHT}


async def test_an_evening_that_was_typed_and_never_saved_is_told_of_in_the_morning(world, open_home):
    world.log(YESTERDAY, severity=3)
    async with open_home() as visit:
        await visit.press("6", "minus")
    world.clock.set("2026-11-20T06:50")
    async with open_home() as visit:
        assert visit.answer == "typed and not saved yet: the evening of Thu 19 → Fri 20 Nov · W opens it"
        await visit.press("W", "enter")
        assert world.night()["severity"] == 6
    async with open_home() as visit:
        assert "not saved yet" not in visit.answer


async def test_nights_that_were_typed_and_never_saved_are_told_of_until_they_are(world, open_home):
    world.log(YESTERDAY, severity=3, morning_at="2026-11-19T07:00+01:00")
    async with open_home() as visit:
        await visit.press("6")
        await visit.press("left_square_bracket", "e", "4")
    world.clock.set("2026-11-20T22:00")
    async with open_home() as visit:
        assert visit.answer == (
            "typed and not saved yet: the evening of Thu 19 → Fri 20 Nov and 1 more"
            " · e on that night opens it"
        )
        await visit.press("left_square_bracket", "e", "enter")
        assert world.night()["severity"] == 6
    async with open_home() as visit:
        assert visit.answer.startswith("typed and not saved yet: the evening of Wed 18 → Thu 19 Nov · e on")
        assert visit.answer.endswith(NOT_CONFIRMED)


async def test_a_morning_that_was_typed_and_never_saved_is_told_of_in_the_evening(at_dawn, open_home):
    async with open_home() as visit:
        await visit.press("3")
    at_dawn.clock.set("2026-11-20T20:00")
    async with open_home() as visit:
        assert visit.answer == (
            f"typed and not saved yet: the morning of Thu 19 → Fri 20 Nov · W opens it · {NOT_CONFIRMED}"
        )
        await visit.press("W")
        assert visit.home.form.state.draft == {"quality": 3}


async def test_nobody_is_to_read_of_it_in_the_night(world, open_home):
    world.drafts.keep(YESTERDAY, {"severity": 6})
    world.clock.set("2026-11-20T02:00")
    async with open_home() as visit:
        assert "not saved yet" not in visit.answer


@pytest.mark.parametrize(
    "known",
    [
        {},
        {"note": "by hand"},
        {**EVENING, "morning_at": WOKE},
        {"severity": 4, "source": "import"},
    ],
)
async def test_where_there_is_nothing_to_confirm_nothing_is_said(world, open_home, known):
    if known:
        world.log(TONIGHT, **known)
    world.clock.set("2026-11-20T20:00")
    async with open_home() as visit:
        assert NOT_CONFIRMED not in visit.answer


async def test_what_went_wrong_while_opening_is_not_covered_by_it(at_dawn, open_home):
    at_dawn.clock.set("2026-11-20T20:00")
    at_dawn.notices = ("the journal was rebuilt from this machine's log",)
    async with open_home() as visit:
        assert visit.answer == "the journal was rebuilt from this machine's log"


async def test_it_is_said_once_and_not_after_what_was_done(at_dawn, open_home):
    at_dawn.clock.set("2026-11-20T20:00")
    async with open_home() as visit:
        await visit.press("4", "enter")
        assert visit.answer.startswith("saved the night of Fri 20 → Sat 21 Nov")
        assert NOT_CONFIRMED not in visit.answer


async def test_a_screen_left_open_over_noon_says_it_with_the_first_key(at_dawn, open_home):
    async with open_home() as visit:
        at_dawn.clock.set("2026-11-20T12:30")
        await visit.press("5")
        assert visit.answer == NOT_CONFIRMED
        assert visit.home.form.state.draft == {"severity": 5}
        assert visit.home.writing == NEXT


async def test_the_morning_of_any_past_night_opens_from_the_calendar(world, open_home):
    world.log("2026-11-12", severity=3)
    async with open_home() as visit:
        await visit.press("tab", *["left"] * 7, "m", "4", "enter")
        assert world.night(date(2026, 11, 12))["quality"] == 4
        assert world.night(date(2026, 11, 12))["morning_at"] == "2026-11-19T22:40+01:00"
        await visit.press("escape", "tab", *["left"] * 7)
        assert "Recalled late, the morning on Thu 19 Nov 2026 at 22:40" in visit.words_in(NightDetails)
        assert "~late" in visit.text


async def test_a_past_night_that_is_read_opens_its_morning_with_the_same_key(world, open_home):
    world.log(YESTERDAY, severity=3)
    async with open_home() as visit:
        await visit.press("left_square_bracket", "m")
        assert visit.home.writing == YESTERDAY
        assert isinstance(visit.home.focused, NightForm)
        assert "Morning · Wed 18 → Thu 19 Nov" in visit.words_in(NightPane)


async def test_a_morning_that_is_still_to_come_is_refused(open_home):
    async with open_home() as visit:
        await visit.press("tab", "m")
        assert visit.answer == "the morning after Thu 19 → Fri 20 Nov is still to come"
        assert visit.home.part is Moment.EVENING


# -- when it becomes morning -----------------------------------------------------------------------------


async def test_a_screen_left_open_over_night_opens_the_morning_with_the_first_key(at_dawn, open_home):
    at_dawn.clock.set("2026-11-20T04:50")
    async with open_home() as visit:
        assert visit.home.part is Moment.EVENING
        at_dawn.clock.set("2026-11-20T06:50")
        await visit.settle()
        assert visit.home.part is Moment.EVENING
        await visit.press("3")
        # nobody has read a question yet: the key that finds the night over only shows the morning
        assert visit.home.part is Moment.MORNING
        assert visit.app.screen is visit.home
        assert visit.home.form.state.draft == {}
        await visit.press("3")
        assert visit.home.form.state.draft == {"quality": 3}
        assert at_dawn.episodes() == [6]


async def test_what_was_typed_and_not_saved_in_the_night_stays_in_the_evenings_form(at_dawn, open_home):
    at_dawn.clock.set("2026-11-20T04:50")
    async with open_home() as visit:
        await visit.press("escape", "c")
        at_dawn.clock.set("2026-11-20T06:50")
        await visit.press("3")
        assert visit.answer == "good morning · W opens the morning of this night"
        assert visit.home.form.state.draft == {"f.caffeine": 3}
        await visit.press("W", "3", "enter")
        assert at_dawn.night()["quality"] == 3
        assert at_dawn.drafts.kept == {TONIGHT: {"f.caffeine": 3}}


async def test_a_past_night_that_is_read_at_dawn_is_not_taken_away(at_dawn, open_home):
    at_dawn.log(YESTERDAY, severity=2)
    at_dawn.clock.set("2026-11-20T04:50")
    async with open_home() as visit:
        await visit.press("escape", "left_square_bracket")
        at_dawn.clock.set("2026-11-20T06:50")
        await visit.press("tab")
        assert visit.home.cursor == YESTERDAY
        await visit.press("escape")
        assert (visit.home.cursor, visit.home.part) == (TONIGHT, Moment.MORNING)


async def test_the_morning_that_is_asked_for_is_that_of_the_night_that_is_over(world, open_home):
    world.log(YESTERDAY, **{**EVENING, "lights_out": "2026-11-18T22:40+01:00"})
    world.moment = Moment.MORNING
    async with open_home() as visit:
        assert "Morning · Wed 18 → Thu 19 Nov" in visit.words_in(NightPane)
        await visit.press("4", "enter", "tab", "escape")
        assert world.night(YESTERDAY)["quality"] == 4
        assert visit.home.writing == YESTERDAY


# -- after a very bad night ------------------------------------------------------------------------------


async def test_after_a_very_bad_night_the_morning_asks_one_question(at_dawn, open_home):
    at_dawn.wake("2026-11-20T04:10", 9)
    async with open_home((80, 24)) as visit:
        assert "Quality" not in visit.text
        await visit.press("8", "enter")
        assert at_dawn.night()["disturbed"] == 8
        assert "final_wake" not in at_dawn.night()
        await visit.press("down", "q", "2", "enter")
        assert at_dawn.night()["quality"] == 2


async def test_after_a_very_bad_night_the_evening_asks_one_question(at_dawn, open_home):
    at_dawn.wake("2026-11-20T04:10", 9)
    at_dawn.clock.set("2026-11-20T20:00")
    async with open_home((80, 24)) as visit:
        assert "caffeine" not in visit.text
        await visit.press("6", "c", "enter")
        assert "caffeine" in visit.text
        assert (at_dawn.night(NEXT)["severity"], at_dawn.night(NEXT)["f.caffeine"]) == (6, 2)


@pytest.mark.parametrize("size", [(44, 24), (60, 20), (80, 24), (120, 34)])
async def test_every_row_can_be_read_on_every_screen(at_dawn, open_home, size):
    async with open_home(size) as visit:
        for letter, label in zip(
            "lsamwbqrdk",
            (
                "Lights out",
                "Asleep in",
                "Awakenings",
                "Awake for",
                "Last woke",
                "Got up",
                "Quality",
                "Rested",
                "Disturbed",
                "Kicks seen",
            ),
            strict=True,
        ):
            await visit.press(letter)
            assert f"▸{letter} {label}" in visit.text
