"""A session goes through its steps by itself, waits where it must, and tells the truth after a sleep."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from stillnight.tips.coach.guide import Kind, Step
from stillnight.tips.coach.state import Phase, back, begin, look, minutes, pause, skip, stop, view
from tests.clocks import BERLIN, NEW_YORK
from tests.tips.coach.guides import BEGAN, PAD, PUZZLES, STRETCH, after


def watched(guide, state, first, last, began=BEGAN):
    """The state after somebody looked at it every second."""
    for second in range(first, last + 1):
        state = look(guide, state, after(second, began))
    return state


def test_it_begins_with_the_first_step_and_its_whole_length():
    shown = view(STRETCH, begin(STRETCH, BEGAN), BEGAN)
    assert (shown.step, shown.left, shown.number, shown.count) == (STRETCH.steps[0], 10, 1, 4)
    assert (shown.left_in_all, shown.next, shown.news) == (75, STRETCH.steps[1], "")


def test_the_countdown_is_rounded_up_and_never_shows_a_0_before_the_end():
    state = begin(STRETCH, BEGAN)
    assert view(STRETCH, state, after(0.2)).left == 10
    assert view(STRETCH, state, after(9.9)).left == 1
    assert view(STRETCH, state, after(10)).number == 2


def test_a_step_that_runs_out_makes_room_for_the_next_and_the_last_ends_the_session():
    state = watched(STRETCH, begin(STRETCH, BEGAN), 1, 74)
    assert (state.phase, state.index) == (Phase.RUNNING, 3)
    state = look(STRETCH, state, after(77))
    assert (state.phase, state.index, state.ended) == (Phase.DONE, 4, after(75))
    over = view(STRETCH, state, after(80))
    assert (over.step, over.left, over.left_in_all, over.number, over.next) == (None, None, 0, 4, None)


def test_one_late_look_passes_several_steps_on():
    state = look(STRETCH, skip(STRETCH, begin(STRETCH, BEGAN), BEGAN), after(20))
    state = look(STRETCH, state, after(47))
    assert (state.index, state.spent) == (3, timedelta(seconds=12))


def test_a_pause_stands_still_for_as_long_as_it_lasts():
    state = pause(STRETCH, begin(STRETCH, BEGAN), after(4))
    assert view(STRETCH, state, after(4000)).left == 6
    assert look(STRETCH, state, after(4000)).phase is Phase.PAUSED
    state = pause(STRETCH, state, after(4000))
    assert (state.phase, view(STRETCH, state, after(4001)).left) == (Phase.RUNNING, 5)


def test_an_open_step_waits_for_a_key_however_long_it_takes():
    state = watched(PAD, begin(PAD, BEGAN), 1, 400)
    assert view(PAD, state, after(400)).left is None
    assert state.index == 0
    assert view(PAD, skip(PAD, state, after(400)), after(400)).left == 1800


def test_a_session_that_was_skipped_through_was_stopped_early():
    state = begin(STRETCH, BEGAN)
    for _ in STRETCH.steps:
        state = skip(STRETCH, state, BEGAN)
    assert (state.phase, state.ended) == (Phase.STOPPED, BEGAN)


@pytest.mark.parametrize(("second", "phase"), [(42, Phase.STOPPED), (43, Phase.DONE)])
def test_it_is_done_where_the_better_half_of_its_time_was_spent_before_the_rest_was_skipped(second, phase):
    # ten seconds to get ready, then 65 of work; 42 and 43 lie in the rest before the last hold
    state = watched(STRETCH, begin(STRETCH, BEGAN), 1, second)
    assert skip(STRETCH, skip(STRETCH, state, after(second)), after(second)).phase is phase


def test_a_key_for_a_step_that_just_ran_out_does_not_skip_the_next_one_too():
    state = look(STRETCH, begin(STRETCH, BEGAN), after(9.9))
    assert skip(STRETCH, state, after(10.1)).index == 1


def test_back_begins_the_step_again_and_at_its_beginning_the_one_before():
    state = watched(STRETCH, begin(STRETCH, BEGAN), 1, 20)
    state = back(STRETCH, state, after(20))
    assert (state.index, state.spent) == (1, timedelta())
    assert back(STRETCH, state, after(22)).index == 0
    assert back(STRETCH, begin(STRETCH, BEGAN), BEGAN).index == 0


def test_skip_and_back_go_on_out_of_a_pause():
    state = pause(STRETCH, begin(STRETCH, BEGAN), after(1))
    assert skip(STRETCH, state, after(500)).phase is Phase.RUNNING
    assert back(STRETCH, state, after(500)).phase is Phase.RUNNING


def test_stopping_ends_it_where_it_is():
    state = stop(STRETCH, watched(STRETCH, begin(STRETCH, BEGAN), 1, 20), after(20))
    assert (state.phase, state.index, state.ended) == (Phase.STOPPED, 1, after(20))


def test_what_is_stopped_in_a_pause_ended_when_that_began():
    state = pause(STRETCH, begin(STRETCH, BEGAN), after(20))
    assert stop(STRETCH, state, after(5000)).ended == after(20)


def test_what_ends_when_somebody_has_enough_is_done_by_being_stopped():
    assert stop(PUZZLES, begin(PUZZLES, BEGAN), after(20)).phase is Phase.DONE
    assert stop(PAD, begin(PAD, BEGAN), after(20)).phase is Phase.STOPPED


def test_what_is_over_stays_as_it_is():
    over = stop(STRETCH, begin(STRETCH, BEGAN), after(20))
    moves = [move(STRETCH, over, after(40)) for move in (look, pause, skip, back, stop)]
    assert moves == [over] * 5


# a machine that slept


def test_a_stretch_that_the_machine_slept_through_is_begun_again_and_waits():
    state = watched(STRETCH, begin(STRETCH, BEGAN), 1, 20)
    state = look(STRETCH, state, after(20 + 720))
    assert (state.phase, state.index, state.overslept) == (Phase.PAUSED, 1, timedelta(minutes=12))
    shown = view(STRETCH, state, after(20 + 730))
    assert (shown.left, shown.news) == (
        30,
        "For 12 minutes the computer slept or stood still, and the countdown with it.",
    )


def test_the_news_go_with_the_next_key():
    state = look(STRETCH, begin(STRETCH, BEGAN), after(720))
    state = pause(STRETCH, state, after(730))
    assert (state.phase, view(STRETCH, state, after(731)).news) == (Phase.RUNNING, "")
    assert view(STRETCH, state, after(731)).left == 9


def test_a_key_pressed_before_the_machine_was_seen_to_wake_does_not_hide_that_it_slept():
    state = pause(STRETCH, begin(STRETCH, BEGAN), after(720))
    assert (state.phase, view(STRETCH, state, after(721)).news[:14]) == (Phase.PAUSED, "For 12 minutes")


def test_whoever_stops_on_waking_stopped_when_it_fell_asleep():
    state = look(STRETCH, watched(STRETCH, begin(STRETCH, BEGAN), 1, 20), after(18000))
    assert stop(STRETCH, state, after(18005)).ended == after(20)


def test_a_pad_whose_time_was_up_in_the_sleep_is_over_since_then():
    state = watched(PAD, skip(PAD, begin(PAD, BEGAN), BEGAN), 1, 300)
    state = look(PAD, state, after(2400))
    assert (state.phase, state.ended, minutes(state, after(2400))) == (Phase.DONE, after(1800), 30)
    news = "For 35 minutes the computer slept or stood still. The time was up 10 minutes ago."
    assert view(PAD, state, after(2400)).news == news


def test_a_pad_that_has_time_left_has_run_on():
    state = watched(PAD, skip(PAD, begin(PAD, BEGAN), BEGAN), 1, 300)
    shown = view(PAD, look(PAD, state, after(1500)), after(1501))
    assert (shown.left, shown.news) == (299, "For 20 minutes the computer slept or stood still.")


def test_nothing_of_a_sleep_counts_where_a_key_is_waited_for():
    state = look(PUZZLES, watched(PUZZLES, begin(PUZZLES, BEGAN), 1, 120), after(7200))
    assert (state.phase, minutes(state, after(7200))) == (Phase.RUNNING, 2)
    assert view(PUZZLES, state, after(7200)).news == "For 118 minutes the computer slept or stood still."


def test_nor_where_a_device_ran_out_in_the_sleep_and_a_key_is_waited_for_after_it():
    guide = replace(PAD, steps=(*PAD.steps[1:], Step("Do as you like.", Kind.DO)))
    state = look(guide, begin(guide, BEGAN), after(7200))
    assert (state.phase, state.index, minutes(state, after(7200))) == (Phase.RUNNING, 1, 30)


# clocks


def test_a_clock_set_back_takes_nothing_away_and_adds_nothing():
    state = watched(STRETCH, begin(STRETCH, BEGAN), 1, 20)
    state = look(STRETCH, state, after(20 - 7200))
    assert (state.phase, view(STRETCH, state, after(21 - 7200)).left) == (Phase.RUNNING, 19)


def test_the_hour_that_comes_twice_is_two_hours():
    began = datetime(2026, 10, 25, 2, 50, tzinfo=BERLIN)
    state = watched(PAD, skip(PAD, begin(PAD, began), began), 1, 1799, began)
    assert (state.phase, view(PAD, state, after(1799, began)).left) == (Phase.RUNNING, 1)
    assert look(PAD, state, after(1800, began)).ended == datetime(2026, 10, 25, 2, 20, tzinfo=BERLIN, fold=1)


def test_the_hour_that_is_left_out_is_no_sleep():
    began = datetime(2027, 3, 28, 1, 59, 55, tzinfo=BERLIN)
    state = watched(STRETCH, begin(STRETCH, began), 1, 9, began)
    assert (state.phase, state.overslept) == (Phase.RUNNING, timedelta())


def test_another_zone_is_the_same_moment():
    state = look(STRETCH, begin(STRETCH, BEGAN), after(4).astimezone(NEW_YORK))
    assert state.spent == timedelta(seconds=4)


# minutes


def test_getting_ready_and_pauses_are_not_minutes_spent():
    state = skip(PAD, watched(PAD, begin(PAD, BEGAN), 1, 600), after(600))
    state = pause(PAD, watched(PAD, state, 601, 720), after(720))
    assert minutes(state, after(4000)) == 2


def test_half_a_minute_is_a_minute_and_less_is_none():
    state = watched(PUZZLES, begin(PUZZLES, BEGAN), 1, 29)
    assert minutes(state, after(29)) == 0
    assert minutes(state, after(30)) == 1
    assert minutes(watched(PUZZLES, state, 30, 89), after(89)) == 1


def test_more_than_an_episode_takes_is_never_counted():
    state = watched(PUZZLES, begin(PUZZLES, BEGAN), 1, 15000)
    assert minutes(state, after(15000)) == 240
