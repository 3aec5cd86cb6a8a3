"""The dark over Home: one key for each thing, counted, and nothing to read that can wait."""

from __future__ import annotations

from datetime import time

import pytest
from tests.ui.visit import Visit
from tests.ui.world import TONIGHT

from stillnight.domain.moment import Moment
from stillnight.domain.preferences import Preferences
from stillnight.ui.screens.coach.screen import CoachScreen
from stillnight.ui.screens.night.screen import NightScreen
from stillnight.ui.widgets.to_check import ToCheck

PHONE = (44, 24)


@pytest.fixture
def at_three(world):
    """It is ten past three, the lights went out at eleven and the evening was a 4."""
    world.log("2026-11-19", severity=4, lights_out="2026-11-19T23:00+01:00")
    world.clock.set("2026-11-20T03:10")
    return world


def is_black(visit: Visit) -> bool:
    """Is nothing shown at all: is every cell blank on the ground of the theme?"""
    ground = (0, 0, 0) if visit.app.theme == "ember" else None
    grounds = {style.bgcolor.get_truecolor() if style.bgcolor else None for _, style in visit.styles()}
    lines = [style for _, style in visit.styles() if style.underline or style.reverse or style.strike]
    return not visit.text.strip() and grounds == {ground} and lines == []


def bouts(world) -> list[dict]:
    return [dict(record) for _, record in sorted(world.store.all("episodes").items())]


async def known(visit: Visit) -> None:
    """Wait until it is known what Enter begins."""
    await visit.until(lambda: "relief" not in visit.text)


# -- budgets ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [PHONE, (80, 24)])
async def test_one_key_at_three_logs_and_it_is_black_again(at_three, open_home, size):
    async with open_home(size) as visit:
        assert isinstance(visit.app.screen, NightScreen)
        await visit.press("7")
        assert at_three.episodes() == [7]
        assert is_black(visit)


async def test_four_keys_at_three_log_begin_a_relief_end_it_and_rate_it(at_three, open_home):
    async with open_home(PHONE) as visit:
        await known(visit)
        await visit.press("7", "enter", "z", "4")
        [bout] = bouts(at_three)
        assert (bout["severity"], bout["after"], bout["completed"]) == (7, 4, False)
        assert bout["relief"]
        assert isinstance(visit.app.screen, NightScreen)
        assert is_black(visit)
        await visit.press("6")
        assert sorted(at_three.episodes()) == [6, 7]


async def test_the_help_in_between_leaves_a_second_thought_what_it_is(at_three, open_home):
    async with open_home(PHONE) as visit:
        await visit.press("7", "question_mark", "escape", "5")
        assert at_three.episodes() == [5]


async def test_enter_answers_though_the_knowledge_is_not_read_yet(at_three, open_home):
    async with open_home(PHONE) as visit:
        await visit.pilot.press("7")
        await visit.pilot.press("enter")
        await visit.until(lambda: isinstance(visit.app.screen, CoachScreen))
        [bout] = bouts(at_three)
        assert bout["relief"]


async def test_on_the_very_first_night_the_digit_works_at_once_and_nothing_is_offered(world, open_home):
    world.clock.set("2026-11-20T03:10")
    async with open_home(PHONE) as visit:
        assert "sets things up" not in visit.text
        await visit.press("7")
        assert world.episodes() == [7]
        assert is_black(visit)


# -- keys ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "severity"), [("x", 10), ("X", 10), ("0", 0)])
async def test_with_caps_lock_on_a_rating_is_the_same(at_three, open_home, key, severity):
    async with open_home(PHONE) as visit:
        await visit.press(key)
        assert at_three.episodes() == [severity]


async def test_no_other_key_writes_or_opens_anything(at_three, open_home):
    async with open_home(PHONE) as visit:
        done = len(at_three.store.done)
        for key in ("a", "s", "n", "U", "u", "D", "W", "T", "space", "tab", "ctrl+r", "left", "delete", "f5"):
            await visit.press(key)
            assert isinstance(visit.app.screen, NightScreen), key
            assert "how strong" in visit.text
        assert len(at_three.store.done) == done
        assert at_three.drafts.kept == {}


async def test_any_other_key_shows_the_words_again_and_a_digit_takes_them_away(at_three, open_home):
    async with open_home(PHONE) as visit:
        await visit.press("7", "z")
        assert "how strong" in visit.text
        at_three.clock.advance(minutes=5)
        await visit.press("5")
        assert at_three.episodes() == [7, 5]
        assert is_black(visit)


async def test_backspace_takes_back_what_was_logged_last_and_says_so(at_three, open_home):
    async with open_home(PHONE) as visit:
        await visit.press("7", "backspace")
        assert at_three.episodes() == []
        assert visit.words == "taken back"
        await visit.press("5")
        assert at_three.episodes() == [5]
        assert is_black(visit)


async def test_a_relief_is_taken_back_before_its_bout(at_three, open_home):
    async with open_home(PHONE) as visit:
        await visit.press("7", "enter", "z", "4", "backspace", "backspace", "backspace")
        assert at_three.episodes() == [7]
        [bout] = bouts(at_three)
        assert bout.get("relief") is None
        await visit.press("backspace")
        assert at_three.episodes() == []


async def test_backspace_leaves_the_evening_alone(world, open_home):
    async with open_home(PHONE) as visit:
        await visit.press("3", "L", "backspace")
        assert visit.words == "nothing to take back"
        assert world.night()["severity"] == 3


@pytest.mark.parametrize("key", ["L", "l"])
async def test_lights_out_after_pacing_is_noted_of_the_bout(at_three, open_home, key):
    async with open_home(PHONE) as visit:
        await visit.press("7")
        at_three.clock.advance(minutes=25)
        await visit.press(key)
        [bout] = bouts(at_three)
        assert (bout["back_at"], bout["out_of_bed"]) == ("2026-11-20T03:35+01:00", True)
        assert visit.words == "lights out again"
        assert at_three.night()["lights_out"] == "2026-11-19T23:00+01:00"


async def test_lights_out_that_nobody_noted_is_noted_now(world, open_home):
    world.clock.set("2026-11-20T01:10")
    async with open_home(PHONE) as visit:
        await visit.press("L")
        assert world.night()["lights_out"] == "2026-11-20T01:10+01:00"
        assert visit.words == "lights out"


async def test_lights_out_with_nothing_to_mark_writes_nothing(at_three, open_home):
    async with open_home(PHONE) as visit:
        await visit.press("L")
        assert visit.words == "nothing to mark"
        assert at_three.store.done == []


async def test_down_names_what_is_offered_and_then_another_one(at_three, open_home):
    async with open_home(PHONE) as visit:
        await visit.press("7", "down")
        first = visit.words.removeprefix("↑ ↓ ")
        await visit.press("down")
        second = visit.words.removeprefix("↑ ↓ ")
        assert len({first, second, ""}) == 3
        await visit.press("up")
        assert visit.words == f"↑ ↓ {first}"
        await visit.press("down", "enter")
        assert isinstance(visit.app.screen, CoachScreen)
        assert visit.app.screen._guide.title == second


async def test_what_is_begun_long_after_the_bout_asks_how_strong_it_is_first(at_three, open_home):
    async with open_home(PHONE) as visit:
        await visit.press("7")
        at_three.clock.advance(minutes=16)
        await visit.press("enter", "5", "z", "2")
        first, second = bouts(at_three)
        assert "relief" not in first
        assert (second["severity"], second["after"]) == (5, 2)


# -- the whole form and back -----------------------------------------------------------------------------


async def test_esc_shows_the_whole_form_in_red_and_esc_there_is_dark_again(at_three, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("escape")
        assert visit.app.screen is visit.home
        assert visit.app.theme == "ember"
        assert "Awake" in visit.text
        await visit.press("7")
        assert visit.app.screen is visit.home
        await visit.press("escape")
        assert isinstance(visit.app.screen, NightScreen)


async def test_esc_on_a_past_night_goes_to_tonight_first(at_three, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("escape", "left_square_bracket", "escape")
        assert visit.app.screen is visit.home
        await visit.press("escape")
        assert isinstance(visit.app.screen, NightScreen)


@pytest.mark.parametrize("key", ["exclamation_mark", "R", "question_mark"])
async def test_a_page_comes_back_to_the_dark_and_is_red(at_three, open_home, key):
    async with open_home((80, 24)) as visit:
        await visit.press(key)
        assert not isinstance(visit.app.screen, NightScreen)
        assert {(green, blue) for _, _, green, blue in visit.colors()} == {(0, 0)}
        await visit.press("escape")
        assert isinstance(visit.app.screen, NightScreen)


async def test_the_help_of_the_night_lists_its_own_keys_only(at_three, open_home):
    async with open_home((80, 34)) as visit:
        await visit.press("question_mark")
        assert "Awake at night" in visit.text
        for words in ("rate the urge", "Begin what is offered", "Tick what cannot wait", "Leave."):
            assert words in visit.words
        assert "caffeine" not in visit.words
        assert "Calendar" not in visit.text


async def test_what_is_typed_in_the_form_when_the_night_begins_is_not_covered(world, open_home):
    world.preferences = Preferences(bedtime=time(22, 0))
    async with open_home((80, 24)) as visit:
        await visit.press("6", "2")
        world.clock.set("2026-11-20T00:10")
        await visit.press("1", "3", "0")
        assert visit.app.screen is visit.home
        assert visit.app.theme == "ember"
        await visit.press("enter")
        assert world.night()["onset"] == "2026-11-19T21:30+01:00"
        await visit.press("escape")
        assert isinstance(visit.app.screen, NightScreen)


@pytest.mark.parametrize(("minutes", "is_dark"), [(3, False), (6, True)])
async def test_who_is_in_the_middle_of_something_is_not_interrupted(world, open_home, minutes, is_dark):
    async with open_home((80, 24)) as visit:
        world.clock.set("2026-11-20T00:29")
        await visit.press("tab", "left")
        world.clock.advance(minutes=minutes)
        await visit.press("left")
        assert isinstance(visit.app.screen, NightScreen) is is_dark
        assert visit.app.theme == "ember"
        await visit.press("escape", "escape")
        assert isinstance(visit.app.screen, NightScreen) is not is_dark


async def test_what_was_typed_and_never_saved_waits_under_the_dark(world, open_home):
    world.drafts.kept = {TONIGHT: {"severity": 6}}
    world.clock.set("2026-11-20T03:10")
    async with open_home((80, 24)) as visit:
        await visit.press("7")
        assert world.episodes() == [7]
        assert world.drafts.kept == {TONIGHT: {"severity": 6}}
        await visit.press("escape")
        assert "what was typed and not saved is back" in visit.answer


async def test_at_dawn_the_key_that_ends_the_dark_logs_nothing(at_three, open_home):
    async with open_home((80, 24)) as visit:
        at_three.clock.set("2026-11-20T05:00")
        await visit.press("7")
        assert visit.app.screen is visit.home
        assert visit.home.part is Moment.MORNING
        assert visit.app.theme == "dusk"
        assert at_three.episodes() == []


async def test_lights_out_in_the_evening_is_dark_and_can_be_taken_back(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("L")
        assert isinstance(visit.app.screen, NightScreen)
        assert visit.words == "saved, lights out. Good night."
        await visit.press("backspace")
        assert visit.app.screen is visit.home
        assert visit.home.moment is Moment.EVENING
        assert visit.app.theme == "dusk"
        assert visit.answer == ""
        assert "lights_out" not in world.night()


async def test_lights_out_in_the_whole_form_is_noted_of_the_bout_too_and_is_dark(at_three, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("escape", "7", "L")
        assert visit.words == "lights out again"
        assert bouts(at_three)[0]["out_of_bed"] is True
        assert at_three.night()["lights_out"] == "2026-11-19T23:00+01:00"


async def test_lights_out_in_the_whole_form_leaves_open_when_they_first_went_out(world, open_home):
    world.clock.set("2026-11-20T03:10")
    async with open_home((80, 24)) as visit:
        await visit.press("escape", "7", "c", "L")
        assert visit.words == "lights out again"
        assert bouts(world)[0]["back_at"] == "2026-11-20T03:10+01:00"
        assert world.night()["f.caffeine"]
        assert "lights_out" not in world.night()


async def test_lights_out_in_the_whole_form_saves_no_evening_where_none_was_typed(world, open_home):
    world.clock.set("2026-11-20T03:10")
    async with open_home((80, 24)) as visit:
        await visit.press("escape", "7", "L")
        assert bouts(world)[0]["out_of_bed"] is True
        assert world.night() == {}


async def test_what_is_typed_in_the_whole_form_is_saved_by_lights_out(at_three, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("escape", "c", "L")
        assert at_three.night()["f.caffeine"]
        assert visit.words == "lights out is noted already"


async def test_a_night_that_was_found_in_the_night_is_shown(at_three, open_home):
    at_three.log("2026-11-10", severity=6, note="a long walk")
    async with open_home((80, 24)) as visit:
        await visit.press("exclamation_mark", "slash", *"walk", "enter", "enter")
        assert visit.app.screen is visit.home
        assert visit.home.cursor.day == 10


# -- what has to be told ---------------------------------------------------------------------------------


async def test_what_happened_while_opening_waits_for_the_whole_form(at_three, open_home):
    at_three.notices = ("the file was put together again",)
    async with open_home((80, 24)) as visit:
        await visit.press("z")
        assert "put together" not in visit.text
        await visit.press("escape")
        assert "the file was put together again" in visit.words


async def test_what_the_program_has_to_say_meanwhile_waits_for_the_whole_form(at_three, open_home):
    async with open_home((80, 24)) as visit:
        visit.app.say("the theme mine is broken", is_trouble=True)
        await visit.press("z")
        assert "mine" not in visit.text
        await visit.press("escape")
        assert visit.answer == "the theme mine is broken"


async def test_nothing_to_check_is_looked_for_before_somebody_can_see_it(at_three, open_home):
    async with open_home((120, 34)) as visit:
        await visit.press("7")
        assert visit.home.query_one(ToCheck).cards == ()
        await visit.press("escape")
        assert visit.home.query_one(ToCheck).cards != ()


async def test_a_bout_that_did_not_reach_the_disk_is_told_and_can_be_typed_again(at_three, open_home):
    at_three.store.broken = "the disk is full"
    async with open_home(PHONE) as visit:
        await visit.press("7")
        assert visit.words == "the disk is full"
        at_three.store.broken = None
        await visit.press("7")
        assert at_three.episodes() == [7]
        assert is_black(visit)


async def test_a_bout_that_is_safe_here_but_not_in_the_file_is_told_in_a_few_words(at_three, open_home):
    at_three.store.problem = "the folder cannot be written; it is safe on this machine"
    async with open_home(PHONE) as visit:
        await visit.press("7")
        assert visit.words == "safe here, not in the file yet"


@pytest.mark.parametrize(
    ("flag", "lead"),
    [
        ("one_leg_swollen", "Please get medical help today."),
        ("self_harm", "Please call your emergency number now."),
    ],
)
async def test_a_red_flag_that_asks_for_help_stands_above_everything(at_three, open_home, flag, lead):
    at_three.journal.ledgers.tick(flag, TONIGHT)
    async with open_home(PHONE) as visit:
        await visit.until(lambda: lead in visit.words)
        assert visit.text.startswith(" !  ")
        await visit.press("7")
        assert lead in visit.words
        assert "how strong" not in visit.text
        await visit.press("enter")
        assert isinstance(visit.app.screen, NightScreen)
        assert visit.words.endswith("! says what to do now")


async def test_a_flag_that_was_ticked_in_the_night_is_told_from_then_on(at_three, open_home):
    async with open_home(PHONE) as visit:
        await visit.press("exclamation_mark", "space", "escape")
        await visit.until(lambda: visit.text.startswith(" !  "))


async def test_nothing_in_the_night_shows_a_clock(at_three, open_home):
    async with open_home((80, 24)) as visit:
        for key in ("7", "L", "backspace", "enter", "z", "4", "backspace", "escape", "U"):
            await visit.press(key)
            for clock in ("03:1", "03.1", "3:10"):
                assert clock not in visit.text, key
