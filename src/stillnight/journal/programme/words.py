"""The programme in words and signs, the same ones in the shell and on the screen; they urge nobody on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from stillnight.domain.clock_rule import date_words, day_words
from stillnight.journal.programme.calendar import Done, ProgrammeDay, ProgrammeWeek
from stillnight.journal.programme.looking import Look, Side
from stillnight.journal.programme.programme import WEEKS
from stillnight.journal.programme.programmes import Standing
from stillnight.journal.programme.typed_days import SHORT, weekday_words

SIGNS: Mapping[Done, str] = {Done.WHOLE: "●", Done.PARTLY: "◐", Done.MOVED: "+", Done.NOTHING: " "}
"""How a day is drawn by what was done on it."""

PLANNED = "○"
"""How a planned day is drawn that is still to come. One that was missed is left blank."""

LEGEND = (
    f"{PLANNED} planned  {SIGNS[Done.WHOLE]} done  {SIGNS[Done.PARTLY]} partly  {SIGNS[Done.MOVED]} exercise"
)
"""What the signs mean."""


def sign_of(day: ProgrammeDay, today: date) -> str:
    """One day as a sign; blank where nothing was done and nothing is to come."""
    if day.done is Done.NOTHING and day.is_planned and day.date >= today:
        return PLANNED
    return SIGNS[day.done]


def head_words(standing: Standing, today: date) -> str:
    """Where it stands: ``week 3 of 12, Mon, Wed, Fri, next on Fri 20 Nov``."""
    programme = standing.programme
    if programme.ended is not None:
        where = f"ended on {date_words(programme.ended)}"
    elif standing.week > WEEKS:
        where = f"over since {date_words(programme.last)}"
    elif standing.week < 1:
        where = f"begins on {date_words(programme.start)}"
    else:
        where = f"week {standing.week} of {WEEKS}"
    coming = _next_words(standing.next, today)
    return ", ".join([where, weekday_words(programme.days), *([coming] if coming else [])])


def week_line(week: ProgrammeWeek, today: date) -> str:
    """One week with its first day as a line of signs; today stands in brackets."""
    signs = "".join(f"[{sign}]" if day.is_today else f" {sign} " for day, sign in _signed(week, today))
    first = f"{week.days[0].date.day:>2} {week.days[0].date:%b}"
    return f"{'▸' if week.is_now else ' '}{week.number:>2}  {first}  {signs}".rstrip()


def weekday_line(week: ProgrammeWeek) -> str:
    """The weekdays above the weeks, from the one on which they begin."""
    return " " * 13 + " ".join(SHORT[day.date.weekday()][:2] for day in week.days)


def look_words(look: Look, bank: Mapping[str, str]) -> str:
    """One look at the nights.

    Args:
        look: The look.
        bank: ``[programme]`` of the wording bank.
    """
    if not look.is_due:
        return f"after week {look.week}, from {day_words(look.due)} on: a look at your nights"
    before, after = look.before, look.after
    head = f"after week {look.week}: urge"
    if before.mean is None or after.mean is None:
        return (
            f"{head}: {bank['few']}, {before.nights} in the two weeks before the start, {after.nights} since"
        )
    return f"{head} {_side(after)} in its last two weeks, {_side(before)} in the two before the start"


def standing_lines(standing: Standing, bank: Mapping[str, str], today: date) -> Iterator[str]:
    """Everything about it but the calendar: where it stands, both looks, and that they are no proof."""
    yield head_words(standing, today)
    yield from (look_words(look, bank) for look in standing.looks if look.is_due or standing.is_running)
    if any(look.is_due for look in standing.looks):
        yield bank["proof"]
    if standing.week > WEEKS:
        yield bank["over"]


def _signed(week: ProgrammeWeek, today: date) -> Iterator[tuple[ProgrammeDay, str]]:
    return ((day, sign_of(day, today)) for day in week.days)


def _side(side: Side) -> str:
    return f"{side.mean:.1f} ({side.nights} nights)"


def _next_words(day: date | None, today: date) -> str:
    if day is None:
        return ""
    return "next today" if day == today else f"next on {day_words(day)}"
