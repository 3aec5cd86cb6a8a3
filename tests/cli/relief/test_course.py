"""The course of a guided session on lines, with time handed in."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.cli.relief.guides import PAD, STRETCH, every_guide
from tests.clocks import EVENING

from stillnight.cli.relief.course import Course, begin_course, seconds_to_wait, stopped, turn
from stillnight.cli.relief.words import KEYS
from stillnight.tips.coach.guide import Guide, Kind
from stillnight.tips.coach.state import Phase


class Session:
    """A session that somebody follows: each look is within what a terminal looks."""

    def __init__(self, guide: Guide, is_quiet: bool = False) -> None:
        self.now = EVENING
        self.course: Course = begin_course(guide, self.now, is_quiet)

    def wait(self, seconds: float) -> tuple[str, ...]:
        """Let time pass as the terminal does; everything that was said meanwhile."""
        said, until = [], self.now + timedelta(seconds=seconds)
        while self.now < until:
            longest = seconds_to_wait(self.course, self.now)
            self.now = min(until, self.now + timedelta(seconds=longest))
            self.course = turn(self.course, self.now)
            said += self.course.said
        return tuple(said)

    def sleep(self, seconds: float) -> tuple[str, ...]:
        """The computer sleeps."""
        self.now += timedelta(seconds=seconds)
        self.course = turn(self.course, self.now)
        return self.course.said

    def type(self, line: str) -> tuple[str, ...]:
        """Type a line."""
        self.course = turn(self.course, self.now, line)
        return self.course.said


@pytest.fixture
def session():
    return Session(STRETCH)


def test_it_begins_with_what_it_is_what_to_mind_the_keys_and_the_first_step(session):
    assert session.course.said == (
        "Calf stretch, 2 min.",
        "A pull is right, pain is not.",
        KEYS,
        "",
        "Hands on a wall. 15 seconds.",
    )


def test_left_alone_it_says_each_step_and_how_long_to_hold_on(session):
    assert session.wait(121) == (
        "Left leg back, heel down. Round 1 of 2. Hold 30 seconds.",
        "10 seconds left.",
        "Let go. Next the right leg.",
        "Right leg back, heel down. Round 1 of 2. Hold 30 seconds.",
        "10 seconds left.",
        "Let go. Next the left leg.",
        "Left leg, round 2 of 2. Hold 30 seconds.",
        "10 seconds left.",
    )
    assert (session.course.is_done, session.course.rings) == (True, True)


def test_quiet_it_says_the_steps_only():
    session = Session(STRETCH, is_quiet=True)
    said = (*session.course.said, *session.wait(121))
    assert not [line for line in said if line.endswith("left.") or "Enter" in line]
    assert len(said) == 3 + len(STRETCH.steps)


def test_enter_goes_on_and_after_the_last_step_it_is_over(session):
    for _ in STRETCH.steps[1:]:
        assert session.type("") != ()
    assert session.type("") == ()
    assert session.course.is_over


def test_an_enter_that_comes_as_the_step_runs_out_skips_no_other(session):
    session.now += timedelta(seconds=15)
    assert session.type("") == ("Left leg back, heel down. Round 1 of 2. Hold 30 seconds.",)
    assert session.course.state.index == 1


def test_it_stands_still_while_it_is_paused(session):
    session.wait(16)
    assert session.type("p") == ("Paused. Enter goes on.",)
    assert session.wait(600) == ()
    assert session.type("") == ("Going on.",)
    assert session.wait(28) == ("10 seconds left.",)


def test_b_says_the_whole_step_before_again(session):
    session.type("")
    session.type("")
    assert session.type("b") == ("Left leg back, heel down. Round 1 of 2. Hold 30 seconds.",)


def test_who_asks_hears_the_keys_where_it_is_and_the_whole_step(session):
    for _ in range(5):
        session.type("")
    assert session.type("?") == (
        KEYS,
        "Step 6 of 6, 30 seconds left of this, 30 seconds in all.",
        "Left leg back, heel down. Round 2 of 2. Hold 30 seconds.",
    )


def test_what_is_no_key_says_the_keys_and_changes_nothing(session):
    before = session.course.state
    assert session.type("hello") == (KEYS,)
    assert session.course.state == before


@pytest.mark.parametrize("word", ["s", "q", "S", " stop "])
def test_it_is_stopped_early(session, word):
    session.wait(40)
    session.type(word)
    assert (session.course.state.phase, session.course.is_done) == (Phase.STOPPED, False)


def test_what_was_done_already_is_not_stopped_any_more(session):
    session.wait(121)
    assert stopped(session.course, session.now).is_done


def test_what_ends_from_outside_is_stopped(session):
    session.wait(20)
    assert stopped(session.course, session.now).state.phase is Phase.STOPPED


def test_a_computer_that_slept_in_a_stretch_waits_for_a_key(session):
    session.wait(20)
    assert session.sleep(3600) == (
        "For 60 minutes the computer slept or stood still, and the countdown with it.",
        "Paused. Enter goes on.",
    )
    assert session.wait(60) == ()
    assert session.type("") == ("Going on.",)
    assert session.wait(21) == ("10 seconds left.",)


def test_a_device_ran_on_while_the_computer_slept_and_its_end_is_told():
    session = Session(PAD)
    session.type("")
    assert session.sleep(2400) == (
        "For 40 minutes the computer slept or stood still. The time was up 10 minutes ago.",
    )
    assert session.course.is_done


def test_half_an_hour_is_told_three_times_only():
    session = Session(PAD)
    session.type("")
    assert session.wait(1799) == ("15 minutes left.", "1 minute left.", "10 seconds left.")


def test_no_wait_is_so_long_that_a_sleep_goes_unseen_or_so_short_that_it_is_busy():
    session = Session(PAD)
    waits = [seconds_to_wait(session.course, session.now)]
    session.type("")
    while not session.course.is_over:
        waits.append(seconds_to_wait(session.course, session.now))
        session.wait(waits[-1])
    assert 1 <= min(waits) <= max(waits) <= 10
    assert len(waits) < 200


@pytest.mark.parametrize("guide", every_guide(), ids=lambda guide: guide.id)
def test_every_session_can_be_followed_to_its_end_by_enter_alone(guide):
    session = Session(guide)
    for _ in guide.steps:
        assert not session.course.is_over
        session.type("")
    assert session.course.is_over
    # what was only skipped through was stopped early; where nothing is timed nothing can be skipped
    is_timed = any(step.seconds and step.kind is not Kind.READY for step in guide.steps)
    assert session.course.is_done is not is_timed
