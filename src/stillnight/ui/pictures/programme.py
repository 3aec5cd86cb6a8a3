"""The twelve weeks of the programme as lines: what is planned, what was done. What was missed stays blank."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from stillnight.domain.clock_rule import day_words
from stillnight.journal.programme.calendar import Done, ProgrammeDay, ProgrammeWeek
from stillnight.journal.programme.words import LEGEND, PLANNED, sign_of
from stillnight.ui.pictures.month import WEEKDAYS, Line, Piece

LABEL = 9
"""The columns of a week's name."""

STYLES = {Done.MOVED: "$severity-1", Done.PARTLY: "$severity-1", Done.WHOLE: "$accent bold"}
"""The colours of what a day holds, beside their signs."""


def programme_lines(weeks: Sequence[ProgrammeWeek], today: date) -> list[Line]:
    """The weekdays, a row a week with the day on which it begins, what the signs mean.

    Args:
        weeks: The weeks of the programme, each of seven days.
        today: The day that stands in brackets; what is planned is shown from here on.
    """
    if not weeks:
        return []
    head = " ".join(WEEKDAYS[day.date.weekday()] for day in weeks[0].days)
    return [
        [(" " * (LABEL + 1) + head, "$muted")],
        *(_week(week, today) for week in weeks),
        [(LEGEND, "$muted")],
    ]


def _week(week: ProgrammeWeek, today: date) -> Line:
    mark, style = ("▸", "$accent bold") if week.is_now else (" ", "$muted")
    cells = [_cell(day, today) for day in week.days]
    begins = f" {day_words(week.days[0].date)}"
    return [(f"{mark}week {week.number}".ljust(LABEL), style), *cells, (begins, "$muted")]


def _cell(day: ProgrammeDay, today: date) -> Piece:
    sign = sign_of(day, today)
    if day.date == today:
        return f"[{sign}]", "$accent bold"
    return f" {sign} ", "$ink" if sign == PLANNED else STYLES.get(day.done, "$muted")
