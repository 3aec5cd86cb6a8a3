"""Which of the earlier states is meant by what was typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from stillnight.domain.clock_rule import NightFrame, parse_clock
from stillnight.domain.errors import BadInput, FieldError
from stillnight.domain.keeping import Kept, KeptAs
from stillnight.journal.typed_date import read_date

_CLOCK = re.compile(r"(?P<day>.*?)[\sT]*(?P<clock>\d{1,2}:\d\d)(:\d\d)?", re.ASCII | re.DOTALL)
_DATED = (KeptAs.IMAGE, KeptAs.MOVED)
"""What was kept because of the moment; other states are chosen by their numbers."""


def meant_by(typed: str, kept: Sequence[Kept], today: date, zone: tzinfo) -> Kept:
    """The earlier state that is meant by its number in the list, by a date, or by a date and a time.

    A date means the end of that day, and a moment the newest state that is not after it.

    Args:
        typed: What was typed.
        kept: The list, its first one number 1.
        today: The day on the user's calendar.
        zone: Where the user's wall clock runs.

    Raises:
        BadInput: If there is none like that.
        FieldError: If no date can be read.
    """
    text = typed.strip()
    if re.fullmatch(r"\d{1,4}", text, re.ASCII):
        return _numbered(int(text), kept)
    until = _moment(text, today, zone)
    dated = [one for one in kept if one.kind in _DATED and one.at is not None]
    before = [one for one in dated if one.at is not None and one.at <= until]
    if not before:
        oldest = min((one.at for one in dated if one.at), default=None)
        raise BadInput(f"restore: nothing is kept of {text} or before{_oldest(oldest, zone)}")
    return max(before, key=lambda one: one.at or until)


def _numbered(number: int, kept: Sequence[Kept]) -> Kept:
    if not 1 <= number <= len(kept):
        has = f"1 to {len(kept)}" if kept else "none yet"
        raise BadInput(f"restore: there is no number {number}; stillnight restore lists them ({has})")
    return kept[number - 1]


def _moment(text: str, today: date, zone: tzinfo) -> datetime:
    found = _CLOCK.fullmatch(text)
    if found is None:
        day = _day(text, today)
        end = day + timedelta(days=1) if day < date.max else day
        return datetime.combine(end, time(0), tzinfo=zone) - timedelta(microseconds=1)
    day = _day(found["day"], today) if found["day"] else today
    # of a minute all of it is meant: an image says no seconds
    return NightFrame(day, zone, time(0)).place(parse_clock(found["clock"])) + timedelta(seconds=59)


def _day(text: str, today: date) -> date:
    try:
        return read_date(text, None, today, "restore")
    except FieldError as error:
        raise FieldError(
            "restore", text, f"{error.allowed}, with a time such as 22:30, or a number"
        ) from None


def _oldest(at: datetime | None, zone: tzinfo) -> str:
    return f"; the oldest is of {at.astimezone(zone):%Y-%m-%d %H:%M}" if at else ""
