"""A guided session on the screen: any key ends it, and it is in the journal from its first second."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.tips.coach.guides import PAD, PUZZLES, STRETCH
from tests.ui.devices import SharedWorld
from tests.ui.visit import Visit, visit, words_of
from tests.ui.world import World

from stillnight.domain.moment import Moment
from stillnight.domain.preferences import Preferences
from stillnight.tips.coach.guide import Guide
from stillnight.tips.coach.puzzles import puzzle
from stillnight.ui.screens.coach.log import ended_words
from stillnight.ui.screens.coach.opening import open_coach
from stillnight.ui.screens.coach.ratings import rating_of
from stillnight.ui.screens.coach.screen import CoachScreen
from stillnight.ui.widgets.message_line import MessageLine


async def begin(here: Visit, guide: Guide = STRETCH, before: int | None = 6, **more: Any) -> None:
    """Open a session over Home."""
    open_coach(here.home, guide, before, **more)
    await here.until(lambda: isinstance(here.app.screen, CoachScreen) and here.app.screen.is_mounted)
    await here.settle()


async def pass_time(here: Visit, world: World, seconds: int) -> None:
    """Let so many seconds pass, with the looks that the program takes."""
    for _ in range(seconds):
        world.clock.advance(seconds=1)
        coach = here.app.screen
        if isinstance(coach, CoachScreen):
            coach.tick()
    await here.settle()


def episode(world: World) -> Mapping[str, Any]:
    [record] = world.store.all("episodes").values()
    return record


def said(here: Visit) -> str:
    return here.app.screen.query_one(MessageLine).text


def is_open(here: Visit) -> bool:
    return isinstance(here.app.screen, CoachScreen)


async def test_from_its_first_second_on_it_is_in_the_journal_as_not_completed(world, open_home):
    async with open_home((80, 24)) as here:
        await begin(here)
        record = episode(world)
        assert (record["severity"], record["relief"], record["completed"]) == (6, "stretch", False)


async def test_a_session_goes_through_and_a_digit_notes_the_urge_afterwards(world, open_home):
    async with open_home((80, 24)) as here:
        await begin(here)
        assert "Get ready." in here.text
        await pass_time(here, world, 12)
        assert "2 of 4 · 1 min left · A stretch" in here.text
        assert "seconds" in here.text
        await pass_time(here, world, 63)
        assert "How strong is the urge now?" in here.text
        await here.press("3")
        assert not is_open(here)
        record = episode(world)
        assert (record["after"], record["completed"], record["minutes"]) == (3, True, 1)
        assert here.answer == "done, noted"


async def test_any_key_ends_it_and_it_is_noted_as_stopped(world, open_home):
    async with open_home((80, 24)) as here:
        await begin(here, replace(STRETCH, steps=(replace(STRETCH.steps[1], seconds=600),), closing="Rest."))
        await pass_time(here, world, 181)
        await here.press("j")
        record = episode(world)
        assert (record["completed"], record["minutes"]) == (False, 3)
        assert "stopped after 3 minutes, noted" in here.text
        await here.press("enter")
        assert not is_open(here)
        assert "after" not in episode(world)
        assert here.answer == "stopped after 3 minutes, noted · Rest."


@pytest.mark.parametrize(
    "key", ["escape", "enter", "q", "7", "x", "tab", "up", "question_mark", "ctrl+c", "U", "R"]
)
async def test_no_key_without_a_meaning_does_anything_but_end_it(world, open_home, key):
    async with open_home((80, 24)) as here:
        await begin(here)
        await here.press(key)
        assert is_open(here)
        assert "How strong is the urge now?" in here.text
        assert "after" not in episode(world)


async def test_where_the_urge_is_asked_other_keys_pass_and_x_is_ten(world, open_home):
    async with open_home((80, 24)) as here:
        await begin(here, before=None)
        await here.press("z", "space", "right")
        assert "How strong is the urge now?" in here.text
        assert world.store.all("episodes") == {}
        await here.press("x")
        assert episode(world)["severity"] == 10
        await here.press("k", "k", "space", "escape")
        assert not is_open(here)
        assert "after" not in episode(world)


async def test_an_urge_left_out_is_no_episode_and_is_not_asked_afterwards(world, open_home):
    async with open_home((80, 24)) as here:
        await begin(here, before=None)
        await here.press("enter", "j")
        assert not is_open(here)
        assert world.store.all("episodes") == {}
        [record] = world.store.all("sessions").values()
        assert (record["relief"], record["completed"]) == ("stretch", False)
        assert here.answer == "stopped, noted"


async def test_before_it_begins_esc_leaves_and_nothing_is_noted(world, open_home):
    async with open_home((80, 24)) as here:
        await begin(here, before=None)
        await here.press("escape")
        assert not is_open(here)
        assert world.store.done == []


async def test_space_stands_still_and_goes_on_and_the_arrows_step(world, open_home):
    async with open_home((80, 24)) as here:
        await begin(here)
        await here.press("right", "space")
        assert "‖ paused" in here.text
        await pass_time(here, world, 20)
        await here.press("space")
        await pass_time(here, world, 5)
        await here.press("left")
        assert "2 of 4" in here.text
        await here.press("left")
        assert "1 of 4" in here.text
        assert is_open(here)


async def test_a_sleep_of_the_machine_is_told_and_the_step_waits(world, open_home):
    async with open_home((80, 24)) as here:
        await begin(here)
        await pass_time(here, world, 15)
        world.clock.advance(minutes=40)
        here.app.screen.tick()
        await here.settle()
        assert "‖ paused" in here.text
        assert said(here)
        await here.press("j", "4")
        assert episode(world)["minutes"] <= 1


async def test_what_waits_for_a_key_goes_on_with_space(world, open_home):
    async with open_home((80, 24)) as here:
        await begin(here, PAD)
        assert "Space goes on" in here.text
        await here.press("space")
        assert "Let it warm you." in here.text
        assert "minutes" in here.text


async def test_another_size_changes_the_picture_and_not_the_session(world, open_home):
    async with open_home((80, 24)) as here:
        await begin(here)
        await pass_time(here, world, 12)
        for size in ((44, 24), (30, 8), (1, 1), (60, 20), (80, 24)):
            await here.pilot.resize_terminal(*size)
            await here.settle()
            if size[0] >= 30:
                assert "28" in here.text or "██" in here.text, size
                assert "Hold." in here.text, size
        assert episode(world)["completed"] is False


async def test_who_quits_in_the_middle_has_stopped_early(world, open_home):
    async with open_home((80, 24)) as here:
        await begin(here)
        await pass_time(here, world, 60)
        await here.press("Q")
    record = episode(world)
    assert (record["completed"], record["minutes"]) == (False, 1)


async def test_a_store_that_fails_is_said_and_tried_again(world, open_home):
    async with open_home((80, 24)) as here:
        world.store.broken = "the disk is full"
        await begin(here)
        assert said(here) == "the disk is full"
        await pass_time(here, world, 30)
        await here.press("j", "3")
        assert is_open(here)
        assert said(here) == "the disk is full"
        world.store.broken = None
        await here.press("3")
        assert not is_open(here)
        assert (episode(world)["severity"], episode(world)["after"]) == (6, 3)


async def test_the_bell_rings_at_the_end_of_a_step_only_where_it_was_asked_for(world, open_home, monkeypatch):
    rung: list[str] = []
    async with open_home((80, 24)) as here:
        monkeypatch.setattr(here.app, "bell", lambda: rung.append("bell"))
        await begin(here)
        await pass_time(here, world, 11)
        assert rung == []
        await here.press("g")
        assert "g bell off" in here.text
        await pass_time(here, world, 30)
        assert rung == ["bell"]


async def test_a_setting_asks_for_the_bell(world, open_home, monkeypatch):
    world.preferences = Preferences(bell="yes")
    rung: list[str] = []
    async with open_home((80, 24)) as here:
        monkeypatch.setattr(here.app, "bell", lambda: rung.append("bell"))
        await begin(here)
        await pass_time(here, world, 75)
        assert len(rung) == 4


async def test_puzzles_go_on_until_a_key_and_are_done_by_it(world, open_home):
    async with open_home((80, 24)) as here:
        await begin(here, PUZZLES)
        await pass_time(here, world, 40)
        await here.press("j", "2")
        assert episode(world)["completed"] is True


async def test_space_shows_the_answer_of_a_puzzle_and_then_the_next_question(world, open_home):
    async with open_home((80, 24)) as here:
        await begin(here, PUZZLES)
        row = [
            puzzle(here.app.screen._reliefs.library.puzzles, int(world.clock.now().timestamp()), at)
            for at in (0, 1)
        ]
        assert row[0].question in words_of(here.lines)
        assert row[0].answer not in words_of(here.lines)
        await here.press("space")
        assert row[0].answer in words_of(here.lines)
        assert "Space goes on" in here.text
        await here.press("space")
        assert row[1].question in words_of(here.lines)
        await here.press("left")
        assert row[0].question in words_of(here.lines)
        await here.press("right")
        assert row[1].question in words_of(here.lines)
        assert is_open(here)


async def test_by_night_it_is_red_on_black_and_g_is_no_key(world, open_home):
    world.moment = Moment.NIGHT
    async with open_home((44, 24)) as here:
        await begin(here)
        await pass_time(here, world, 12)
        assert {color for color in here.colors() if color[2] or color[3]} == set()
        assert "bell" not in here.text
        await here.press("g")
        assert "How strong is the urge now?" in here.text


async def test_another_device_writes_meanwhile_and_both_are_there(clock, tmp_path: Path):
    world = SharedWorld(clock, tmp_path)
    async with visit(world, (80, 24)) as here:
        await begin(here)
        world.elsewhere.log(20261118, severity=9)
        await pass_time(here, world, 12)
        before = here.text
        await here.look()
        assert here.text == before
        await here.press("j", "4")
        assert episode(world)["after"] == 4
        assert here.home.journal.browse.night(here.home.tonight.replace(day=18)).severity == 9


@pytest.mark.parametrize(
    ("sign", "rating"), [("0", 0), ("9", 9), ("x", 10), ("X", 10), ("", None), ("a", None), ("²", None)]
)
def test_a_rating_is_a_digit_or_x(sign, rating):
    assert rating_of(sign) == rating


@pytest.mark.parametrize(
    ("completed", "minutes", "words"),
    [
        (True, 12, "done, noted"),
        (False, 0, "stopped, noted"),
        (False, 1, "stopped after 1 minute, noted"),
        (False, 3, "stopped after 3 minutes, noted"),
    ],
)
def test_what_is_said_at_the_end_is_short(completed, minutes, words):
    assert ended_words(completed, minutes) == words
