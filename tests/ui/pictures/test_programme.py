"""Twelve weeks on a small screen: what was missed stays blank, today stands in brackets."""

from __future__ import annotations

from datetime import date, timedelta

from stillnight.journal.programme.calendar import Done, ProgrammeDay, ProgrammeWeek
from stillnight.ui.pictures.programme import programme_lines

START, TODAY = date(2026, 11, 2), date(2026, 11, 11)


def weeks(done: dict[int, Done]) -> list[ProgrammeWeek]:
    """Two weeks with Monday, Wednesday and Friday; what was done on a day, by its number from 0."""

    def day(number: int) -> ProgrammeDay:
        at = START + timedelta(days=number)
        return ProgrammeDay(at, at.weekday() in (0, 2, 4), done.get(number, Done.NOTHING), at == TODAY)

    return [
        ProgrammeWeek(week, tuple(day(7 * (week - 1) + n) for n in range(7)), week == 2) for week in (1, 2)
    ]


def drawn(done: dict[int, Done]) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in programme_lines(weeks(done), TODAY)]


def test_a_row_is_a_week_and_what_was_missed_stays_blank():
    assert drawn({0: Done.WHOLE, 3: Done.PARTLY, 5: Done.MOVED}) == [
        "          Mo Tu We Th Fr Sa Su",
        " week 1   ●        ◐     +     Mon 2 Nov",
        "▸week 2        [○]    ○        Mon 9 Nov",
        "○ planned  ● done  ◐ partly  + exercise",
    ]


def test_what_was_done_today_takes_the_place_of_what_was_planned():
    assert "[●]" in drawn({9: Done.WHOLE})[2]


def test_no_row_is_wider_than_the_smallest_screen():
    assert max(map(len, drawn({}))) <= 42


def test_without_weeks_there_is_nothing_to_draw():
    assert programme_lines([], TODAY) == []
