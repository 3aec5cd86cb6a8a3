"""The programme in words and signs."""

from __future__ import annotations

from datetime import date

import pytest
from tests.journal.reliefs.conftest import library

from stillnight.domain.errors import FieldError
from stillnight.journal.programme.calendar import Done, ProgrammeDay
from stillnight.journal.programme.looking import Look, Side
from stillnight.journal.programme.programmes import Programmes
from stillnight.journal.programme.typed_days import read_weekdays, weekday_words
from stillnight.journal.programme.words import head_words, look_words, sign_of, standing_lines

TODAY = date(2026, 11, 19)
BANK = library().wording.programme


@pytest.mark.parametrize(
    ("day", "is_planned", "done", "sign"),
    [
        (18, True, Done.NOTHING, " "),
        (19, True, Done.NOTHING, "○"),
        (20, True, Done.NOTHING, "○"),
        (20, False, Done.NOTHING, " "),
        (18, True, Done.WHOLE, "●"),
        (18, False, Done.PARTLY, "◐"),
        (19, True, Done.MOVED, "+"),
    ],
)
def test_a_missed_day_is_as_blank_as_a_free_one(day, is_planned, done, sign):
    assert sign_of(ProgrammeDay(date(2026, 11, day), is_planned, done), TODAY) == sign


def side(mean, nights):
    return Side(TODAY, TODAY, nights, mean)


@pytest.mark.parametrize(
    ("look", "words"),
    [
        (
            Look(6, TODAY, side(6.04, 13), side(4.5, 12), True),
            "after week 6: urge 4.5 (12 nights) in its last two weeks, "
            "6.0 (13 nights) in the two before the start",
        ),
        (
            Look(6, TODAY, side(None, 3), side(4.5, 12), True),
            "after week 6: urge: too few rated nights, 3 in the two weeks before the start, 12 since",
        ),
        (
            Look(12, TODAY, side(6, 13), side(None, 0), False),
            "after week 12, from Thu 19 Nov on: a look at your nights",
        ),
    ],
)  # fmt: skip
def test_a_look_tells_numbers_and_no_verdict(look, words):
    assert look_words(look, BANK) == words


@pytest.mark.parametrize(
    ("now", "head"),
    [
        ("2026-11-19T22:40", "begins on Mon 23 Nov 2026, Mon, Thu, next on Mon 23 Nov"),
        ("2026-11-23T10:00", "week 1 of 12, Mon, Thu, next today"),
        ("2027-02-15T10:00", "over since Sun 14 Feb 2027, Mon, Thu"),
    ],
)
def test_where_it_stands_is_said_in_a_line(journal, clock, now, head):
    programmes = Programmes(journal, library())
    programmes.start((0, 3), date(2026, 11, 23))
    clock.set(now)
    standing = programmes.standing()
    assert head_words(standing, journal.desk.today) == head
    lines = list(standing_lines(standing, BANK, journal.desk.today))
    assert (BANK["proof"] in lines) is (BANK["over"] in lines) is head.startswith("over")


@pytest.mark.parametrize("typed", ["", "m", "mo, x", "8", "weds"])
def test_what_is_no_weekday_is_refused(typed):
    with pytest.raises(FieldError, match="mon,wed,fri"):
        read_weekdays(typed)


def test_weekdays_are_told_in_the_order_of_the_week():
    assert weekday_words(read_weekdays("sun tue")) == "Tue, Sun"
