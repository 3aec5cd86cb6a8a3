"""The program is open, and another device writes the same file: nothing typed is lost, what came is shown."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest
from tests.clocks import FixedClock
from tests.ui.devices import SharedWorld
from tests.ui.visit import visit
from textual.widgets import Input

from stillnight.domain.moment import Moment
from stillnight.ui.live.look import Look
from stillnight.ui.screens.sheet import SheetScreen
from stillnight.ui.widgets.message_line import MessageLine
from stillnight.ui.widgets.month_calendar import MonthCalendar
from stillnight.ui.widgets.note_box import NoteBox


@pytest.fixture
def world(clock: FixedClock, tmp_path: Path) -> SharedWorld:
    """A journal in a cloud folder, open on a laptop, with a desk beside it."""
    return SharedWorld(clock, tmp_path)


@pytest.fixture
def open_home(world: SharedWorld):
    """Opens the program on it."""
    return lambda size=(120, 34): visit(world, size)


async def test_a_night_from_another_device_is_shown_at_the_next_look(world, open_home):
    async with open_home() as here:
        world.elsewhere.log(20261117, severity=9)
        assert "17█" not in here.text
        await here.look()
        assert "17█" in here.text
        assert here.status == "merged 22:40 from desk"
        assert here.answer == ""


async def test_where_nothing_came_nothing_is_drawn_or_said(world, open_home):
    world.elsewhere.log(severity=4)
    async with open_home() as here:
        await here.look()
        told: list[Look] = []
        here.app.lookout._tell = told.append
        await here.look()
        assert told == []


async def test_after_a_save_the_top_says_both_the_newest_last(world, open_home):
    async with open_home() as here:
        await here.press("6", "enter")
        world.clock.advance(minutes=2)
        world.elsewhere.log(20261118, severity=2)
        await here.look()
        assert here.status == "saved 22:40 · merged 22:42 from desk"
        world.clock.advance(minutes=3)
        await here.press("c", "enter")
        assert here.status == "merged 22:42 from desk · saved 22:45"


async def test_what_is_typed_stays_and_what_is_not_typed_shows_the_other_devices_answer(world, open_home):
    async with open_home() as here:
        await here.press("6", "2", "1", "3", "0")
        world.elsewhere.log(f_caffeine=3)
        await here.look()
        assert "[6]" in here.text
        assert "21:30" in here.text
        assert "caffeine 3" in here.text
        assert here.answer == ""
        await here.press("enter")
    night = world.night()
    assert (night["severity"], night["f.caffeine"]) == (6, 3)


async def test_half_a_time_can_be_typed_on_after_a_look(world, open_home):
    async with open_home() as here:
        await here.press("6", "2", "1")
        world.elsewhere.log(20261118, severity=2)
        await here.look()
        await here.press("3", "0", "enter")
    assert world.night()["onset"] == "2026-11-19T21:30+01:00"


async def test_an_answer_that_changed_elsewhere_while_another_is_typed_is_told(world, open_home):
    async with open_home() as here:
        await here.press("6")
        world.elsewhere.log(severity=4)
        await here.look()
        assert here.answer == "urge 4 by desk now · yours is not saved yet"
        assert "[6]" in here.text
        await here.press("enter")
        assert here.answer.startswith("saved the night")
    assert world.night()["severity"] == 6


async def test_the_same_answer_from_elsewhere_is_no_news_to_the_user(world, open_home):
    async with open_home() as here:
        await here.press("6")
        world.elsewhere.log(severity=6)
        await here.look()
        assert here.answer == ""


async def test_a_note_being_typed_stays_and_both_are_saved(world, open_home):
    async with open_home() as here:
        await here.press("o")
        await here.type("rain")
        world.elsewhere.log(note="a long walk")
        await here.look()
        box = here.app.screen.query_one(NoteBox)
        assert (box.text, box.has_focus, box.cursor_location) == ("rain", True, (0, 4))
        assert here.answer == "the note has other words by desk now · both stay when you save"
        await here.type("y")
        await here.press("enter", "enter")
    assert world.night()["note"] == "a long walk\nrainy"


async def test_an_open_note_in_which_nothing_is_typed_shows_the_other_words(world, open_home):
    world.elsewhere.log(note="old words")
    async with open_home() as here:
        await here.press("o")
        world.elsewhere.log(note="new words")
        await here.look()
        assert here.app.screen.query_one(NoteBox).text == "new words"
        await here.press("enter")
        assert not here.home.form.state.is_dirty


async def test_the_cursor_and_the_focus_stay_in_the_calendar(world, open_home):
    async with open_home() as here:
        await here.press("tab", "left", "left")
        world.elsewhere.log(20261117, severity=3)
        await here.look()
        assert here.home.cursor == date(2026, 11, 17)
        assert isinstance(here.app.focused, MonthCalendar)
        assert "3 of 10" in here.text


async def test_a_night_that_was_deleted_elsewhere_is_gone_and_what_is_typed_stays(world, open_home):
    world.elsewhere.log(severity=4, f_caffeine=2)
    async with open_home() as here:
        await here.press("6")
        world.elsewhere.delete()
        await here.look()
        assert "caffeine 2" not in here.text
        assert "[6]" in here.text


async def test_at_night_the_black_screen_says_no_time_and_no_sentence(world, open_home):
    world.moment = Moment.NIGHT
    async with open_home() as here:
        await here.press("7")
        said = here.answer
        world.elsewhere.log(severity=4)
        await here.look()
        assert here.text.strip() == ""
        await here.press("escape")
        assert here.status == "saved · merged from desk"
        assert here.answer == said


async def test_a_second_digit_at_night_still_replaces_the_first_after_a_look(world, open_home):
    world.moment = Moment.NIGHT
    async with open_home() as here:
        await here.press("7")
        world.elsewhere.log(20261118, severity=4)
        await here.look()
        await here.press("5")
    assert [one["severity"] for one in world.store.all("episodes").values()] == [5]


async def test_what_is_said_at_night_waits_for_the_evening(world, open_home):
    world.moment = Moment.NIGHT
    async with open_home() as here:
        world.file.write_bytes(world.file.read_bytes()[:-30])
        await here.look()
        world.clock.advance(seconds=3)
        await here.look()
        assert "damaged" not in here.answer
        here.home.moment = Moment.EVENING
        await here.settle()
        assert "was damaged" in here.answer


async def test_a_truncated_file_is_mended_and_said(world, open_home):
    world.elsewhere.log(20261118, severity=4)
    async with open_home() as here:
        await here.look()
        world.file.write_bytes(world.file.read_bytes()[:-30])
        await here.look()
        world.clock.advance(seconds=3)
        await here.look()
        assert "was damaged" in here.answer
        assert here.answer_is_trouble
        assert "18▄" in here.text
    assert date(2026, 11, 18) in world.elsewhere.open().dates()


async def test_a_deleted_file_is_put_back(world, open_home):
    world.elsewhere.log(20261118, severity=4)
    async with open_home() as here:
        world.file.unlink()
        await here.look()
        assert not world.file.exists()
        world.clock.advance(seconds=3)
        await here.look()
        assert "was put back" in here.answer
    assert date(2026, 11, 18) in world.elsewhere.open().dates()


async def test_what_could_not_be_written_is_told_when_it_is_in_the_file(world, open_home):
    async with open_home() as here:
        aside = world.file.parent.with_name("aside")
        world.file.parent.rename(aside)
        await here.press("6", "enter")
        assert here.status == "safe here 22:40, not in the file yet"
        await here.look()
        assert "could not be written" in here.answer
        aside.rename(world.file.parent)
        world.clock.advance(minutes=1)
        for _ in range(11):
            await here.look()
        assert here.status == "saved 22:40"
        assert (here.answer, here.answer_is_trouble) == ("what waited is in the file now", False)
    assert world.elsewhere.open().get("nights", 20261119)["severity"] == 6


async def test_a_folder_of_ones_own_that_is_gone_is_told_once(world, open_home, tmp_path):
    async with open_home() as here:
        (tmp_path / "here" / "journals").rename(tmp_path / "here" / "elsewhere")
        world.elsewhere.log(severity=4)
        await here.look()
        assert "leave stillnight and open it again" in here.answer
        here.home.say("")
        await here.look()
        await here.look()
        assert here.answer == ""


async def test_a_conflict_copy_that_appears_is_taken_in(world, open_home):
    world.elsewhere.log(20261116, severity=3)
    ours = world.file.read_bytes()
    async with open_home() as here:
        await here.look()
        world.elsewhere.log(20261117, severity=9)
        copy = world.file.with_name("journal (desk's conflicted copy 2026-11-19).json")
        copy.write_bytes(world.file.read_bytes())
        world.file.write_bytes(ours)
        await here.look()
        assert "17█" in here.text
        assert here.status == "merged 22:40 from desk"


async def test_in_the_morning_too_what_is_typed_stays_and_the_other_answer_is_told(world, open_home):
    world.elsewhere.log(20261118, severity=5, evening_at="2026-11-18T22:00+01:00")
    world.clock.set("2026-11-19T07:10")
    async with open_home() as here:
        await here.look()
        await here.press("q", "3")
        world.elsewhere.log(20261118, quality=5)
        await here.look()
        assert "quality 5 of 5 by desk now · yours is not saved yet" in here.answer
        await here.press("enter")
    assert world.night(date(2026, 11, 18))["quality"] == 3


async def test_when_much_is_said_the_newest_stays_in_view(world, open_home):
    async with open_home((44, 24)) as here:
        await here.press("5")
        here.home.say("words " * 45)
        world.elsewhere.log(severity=4)
        await here.look()
        assert here.answer == "urge 4 by desk now · yours is not saved yet"


async def test_a_page_over_home_shows_what_came(world, open_home):
    async with open_home() as here:
        await here.press("Y")
        world.elsewhere.log(20261117, severity=9)
        await here.look()
        assert "legs on 1 of 4" in here.words
        await here.press("escape")
        assert "17█" in here.text


async def test_a_sheet_keeps_what_is_typed_and_the_page_under_it_follows(world, open_home):
    async with open_home() as here:
        await here.press("M", "a")
        await here.type("ir")
        world.elsewhere.write("medicines", 7, name="magnesium", usual=True)
        await here.look()
        assert isinstance(here.app.screen, SheetScreen)
        assert here.app.screen.query(Input).first().value == "ir"
        await here.press("escape", "escape")
        assert "magnesium" in here.text


async def test_what_is_worth_checking_follows_what_came(world, open_home):
    async with open_home() as here:
        assert "Iron" not in here.text
        world.elsewhere.log(20261118, severity=6)
        await here.look()
        await here.until(lambda: "Iron: was it ever measured?" in here.text)


async def test_a_search_keeps_its_words_and_finds_what_came(world, open_home):
    world.elsewhere.log(20261116, severity=6)
    async with open_home() as here:
        await here.look()
        await here.press("slash")
        await here.type("severity 5+")
        await here.until(lambda: "1 night:" in here.text)
        world.elsewhere.log(20261117, severity=9)
        await here.look()
        await here.until(lambda: "2 nights:" in here.text)
        assert here.app.screen.query_one(Input).value == "severity 5+"


async def test_a_check_up_is_not_disturbed(world, open_home):
    async with open_home() as here:
        await here.press("C", "1")
        before = here.text
        world.elsewhere.log(20261117, severity=9)
        await here.look()
        assert here.text == before


@pytest.mark.parametrize("size", [(120, 34), (80, 24), (60, 20), (44, 24)])
async def test_the_top_line_fits_every_size(world, open_home, size):
    async with open_home(size) as here:
        await here.press("6", "enter")
        world.elsewhere.name = "by the window"
        world.elsewhere.log(20261118, severity=2)
        await here.look()
        top = here.lines[0]
        assert "Thu 19 → Fri 20 Nov" in top
        assert "merged 22:40" in top
        await here.pilot.resize_terminal(size[0] + 6, size[1])
        await here.settle()
        assert "merged 22:40" in here.lines[0]


async def test_somebody_else_who_holds_the_journal_does_not_hold_up_the_screen(world, open_home):
    """A folder that does not answer holds up the look, on its own thread; keys are answered meanwhile."""
    release, entered = threading.Event(), threading.Event()
    async with open_home() as here:
        await here.until(lambda: here.app.lookout is not None)
        store = world.store

        def hang() -> bool:
            entered.set()
            release.wait(20)
            return False

        store.has_news = hang
        here.app.lookout.tick()
        assert entered.wait(20)
        first = here.app.lookout._thread
        here.app.lookout.tick()
        assert here.app.lookout._thread is first
        assert first.daemon, "a look that never ends must not hold up the way out"
        await here.press("6")
        assert "[6]" in here.text
        release.set()
        first.join()


async def test_who_goes_to_the_shell_leaves_no_look_under_way(world, open_home):
    async with open_home() as here:
        await here.until(lambda: here.app.lookout is not None)
        lookout = here.app.lookout
        lookout.tick()
        lookout.rest()
        assert not lookout._thread.is_alive()
        stopped = lookout._thread
        lookout.tick()
        assert lookout._thread is stopped
        lookout.go_on()
        assert lookout._thread is not stopped
        lookout.rest()


async def test_messages_of_an_ended_program_go_nowhere(world, open_home):
    async with open_home() as here:
        await here.until(lambda: here.app.lookout is not None)
    world.elsewhere.log(severity=4)
    here.app.lookout.look()
    assert world.store.get("nights", 20261119)["severity"] == 4


async def test_the_message_line_keeps_what_was_said_before(world, open_home):
    async with open_home() as here:
        await here.press("5")
        here.home.say("something to be read")
        world.elsewhere.log(severity=4)
        await here.look()
        line = here.home.query_one(MessageLine)
        assert line.text == "something to be read · urge 4 by desk now · yours is not saved yet"


async def test_a_look_that_fails_is_told_once_and_the_next_one_is_tried(world, open_home):
    async with open_home() as here:
        await here.until(lambda: here.app.lookout is not None)
        has_news = world.store.has_news
        world.store.has_news = lambda: 1 / 0
        for _ in range(2):
            here.app.lookout.tick()
            here.app.lookout._thread.join()
            await here.settle()
        assert here.answer.count("ZeroDivisionError") == 1
        world.store.has_news = has_news
        world.elsewhere.log(20261117, severity=9)
        here.app.lookout.tick()
        here.app.lookout._thread.join()
        await here.settle()
        assert "17█" in here.text
