"""Breaks from a long sit, said on lines: when they are due, and what was had."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.cli.relief.guides import every_guide
from tests.clocks import EVENING

from stillnight.cli.asked_lines import COLUMNS, fitted
from stillnight.cli.relief.reminder import Deed, begin_reminder, break_said, ended, seconds_to_wait, turn

GUIDE = next(guide for guide in every_guide() if guide.tip == "sit_break")
EVERY = timedelta(minutes=45)
BREAK = f"Break 1. {break_said(GUIDE)}"


class Sit:
    """Somebody who sits."""

    def __init__(self, lasts: timedelta | None = timedelta(hours=5)) -> None:
        self.now = EVENING
        self.reminder = begin_reminder(GUIDE, self.now, EVERY, lasts)

    def after(self, line: str | None = None, **time: float) -> tuple[str, ...]:
        """What is said after a while, or when a line is typed then."""
        self.now += timedelta(**time)
        self.reminder = turn(self.reminder, self.now, line)
        return self.reminder.said


@pytest.fixture
def sit():
    return Sit()


def test_it_begins_with_how_many_there_will_be_and_what_to_mind(sit):
    assert sit.reminder.said == (
        "A break every 45 min: 6 breaks in 5 h.",
        "Enter has a break now. s stops.",
        GUIDE.caution,
    )
    assert Sit(None).reminder.said[0] == "A break every 45 min."


def test_a_break_that_is_due_is_said_once(sit):
    assert sit.after(minutes=44) == ()
    assert sit.after(minutes=1)[0] == BREAK
    assert sit.reminder.rings
    assert sit.after(minutes=1) == ()
    assert not sit.reminder.rings


def test_enter_notes_that_it_was_had_and_the_wait_begins_anew(sit):
    sit.after(minutes=45)
    assert sit.after("", minutes=4) == ("Noted. The next one in 45 min.",)
    assert (sit.reminder.deed, sit.reminder.minutes, sit.reminder.had) == (Deed.WHOLE, 4, 1)
    assert sit.after(minutes=44) == ()
    assert sit.reminder.deed is None
    assert sit.after(minutes=1)[0].startswith("Break 2. ")


def test_a_digit_is_the_urge_before_and_another_the_urge_after(sit):
    sit.after(minutes=45)
    sit.after("7")
    assert (sit.reminder.deed, sit.reminder.urge) == (Deed.BEGIN, 7)
    sit.after("2", minutes=3)
    assert (sit.reminder.deed, sit.reminder.after, sit.reminder.minutes) == (Deed.END, 2, 3)


def test_the_urge_after_may_be_skipped(sit):
    sit.after(minutes=45)
    sit.after("x")
    sit.after("", minutes=3)
    assert (sit.reminder.deed, sit.reminder.after, sit.reminder.had) == (Deed.END, None, 1)


def test_a_break_is_had_at_any_time_and_puts_the_next_one_off(sit):
    assert sit.after("", minutes=20)[0] == BREAK
    assert sit.reminder.deed is None
    sit.after("", minutes=2)
    assert sit.after(minutes=40) == ()


def test_a_digit_while_sitting_is_the_urge_before_a_break_at_once(sit):
    said = sit.after("8", minutes=20)
    assert (said[0], sit.reminder.deed, sit.reminder.urge) == (BREAK, Deed.BEGIN, 8)


def test_a_break_that_nobody_confirmed_is_told_and_not_had(sit):
    sit.after(minutes=45)
    assert sit.after(minutes=45)[0].startswith("Break 2. ")
    sit.after("")
    assert (sit.reminder.told, sit.reminder.had) == (2, 1)


def test_what_passed_while_the_computer_slept_is_told_in_one_line(sit):
    assert sit.after(minutes=100) == (
        "2 breaks passed while the computer slept or stood still. The next one in 45 min.",
    )
    assert not sit.reminder.rings
    assert sit.after(minutes=44) == ()
    assert sit.after(minutes=1)[0] == BREAK


def test_a_break_that_was_confirmed_much_later_was_not_that_long(sit):
    sit.after(minutes=45)
    sit.after("", minutes=40)
    assert sit.reminder.minutes == 15


def test_an_enter_that_crosses_a_break_that_is_just_due_confirms_nothing(sit):
    assert sit.after("", minutes=45)[0] == BREAK
    assert (sit.reminder.had, sit.reminder.told_at is None) == (0, False)


def test_when_the_time_is_over_it_ends_with_what_there_was(sit):
    sit.after(minutes=45)
    sit.after("", minutes=1)
    assert sit.after(hours=10)[-1] == "Over. Breaks told: 1, noted as had: 1."
    assert sit.reminder.is_over


def test_before_the_end_the_last_one_is_said_to_be_the_last():
    sit = Sit(timedelta(minutes=80))
    sit.after(minutes=45)
    assert sit.after("", minutes=2) == ("Noted. That was the last one.",)


@pytest.mark.parametrize("word", ["s", "Q"])
def test_it_is_ended_by_a_key(sit, word):
    assert sit.after(word, minutes=3) == ("Over. Breaks told: 0, noted as had: 0.",)
    assert sit.reminder.is_over


def test_what_ended_from_outside_says_nothing_twice_and_writes_nothing_twice(sit):
    sit.after(minutes=45)
    sit.after("7")
    last = ended(sit.reminder)
    assert (last.said, last.deed) == (("Over. Breaks told: 1, noted as had: 0.",), None)


def test_no_wait_is_so_long_that_a_sleep_goes_unseen(sit):
    assert seconds_to_wait(sit.reminder, sit.now) == 30
    assert seconds_to_wait(sit.reminder, sit.now + timedelta(minutes=44, seconds=50)) == 10


def test_no_line_is_too_wide(sit):
    said = [
        *sit.reminder.said,
        *sit.after("what"),
        *sit.after(minutes=45),
        *sit.after("what"),
        *sit.after("7"),
    ]
    assert max(map(len, fitted([*said, *sit.after("", hours=9)]))) <= COLUMNS
