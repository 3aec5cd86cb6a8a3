"""One line of the inbox, told apart: its night, its kind, its words, its note."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from stillnight.domain.errors import FieldError
from stillnight.journal.inbox.plain import plain_line, plain_words

HOLD = "?"
"""A line that begins with it waits for somebody to say which night is meant."""


class Kind(StrEnum):
    """What a line tells of."""

    EVENING = "evening"
    MORNING = "morning"
    BOUT = "awake"


class Entry(NamedTuple):
    """One line.

    Attributes:
        text: The line without what cannot be seen.
        words: The words that are keys, or what stands behind ``awake``.
        kind: What it tells of.
        day: The night that it names, by its evening; ``None`` where it names none.
        at: The time that it names for an awakening, ``03:10``; empty where it names none.
        note: The words of a note; ``None`` where there is none.
        rest: The line without its date.
        is_held: Does it wait for somebody?
        is_said: Does it begin with its kind? Then no clock decides what is meant.
    """

    text: str
    words: tuple[str, ...] = ()
    kind: Kind = Kind.EVENING
    day: date | None = None
    at: str = ""
    note: str | None = None
    rest: str = ""
    is_held: bool = False
    is_said: bool = False


_NOTE = re.compile(r"(?<!\S)(?:note:?|o)(?!\S)", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}[:.]\d{2}|\d{3,4}", re.ASCII)
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}", re.ASCII)
_TIME_OR_AMOUNT = re.compile(r"\d{1,2}[.,]\d{1,2}")
_LETTER = re.compile(r"[^\W\d_]")
_IN_FULL = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_entry(typed: str, tonight: date) -> Entry:
    """Tell a line's parts apart; whether they can be meant is seen later.

    Args:
        typed: The line as it stands in the file.
        tonight: The night in which it was written: what ``yesterday`` is counted from.
    """
    text = plain_line(typed)
    if text.startswith(HOLD):
        return Entry(text, rest=text, is_held=True)
    day, rest = _dated(text, tonight)
    found = _NOTE.search(rest)
    note = rest[found.end() :].strip() if found else None
    words = plain_words(rest[: found.start()] if found else rest)
    return _of_kind(Entry(text, tuple(words), Kind.EVENING, day, "", note, rest))


def is_dated_in_full(entry: Entry) -> bool:
    """Does it begin with a date that means the same on every day?"""
    return entry.day is not None and _IN_FULL.match(entry.text) is not None


def _of_kind(entry: Entry) -> Entry:
    words = entry.words
    head = words[0] if words else ""
    if head == Kind.BOUT:
        return _with_time(entry._replace(words=words[1:], kind=Kind.BOUT, is_said=True))
    if words[1:2] == (Kind.BOUT,) and _TIME.fullmatch(head):
        return entry._replace(words=words[2:], kind=Kind.BOUT, at=head, is_said=True)
    if head in (Kind.MORNING, Kind.EVENING):
        return entry._replace(words=words[1:], kind=Kind(head), is_said=True)
    return entry


def _with_time(entry: Entry) -> Entry:
    """A time may also stand behind the word: ``awake 7 at 03:10``."""
    at = next((word for word in entry.words if _CLOCK.fullmatch(word)), "")
    words = tuple(word for word in entry.words if word not in (at, "at"))
    return entry._replace(words=words, at=at)


def _dated(text: str, tonight: date) -> tuple[date | None, str]:
    """The date with which a line begins, and what follows it."""
    words = text.split()
    for count in (3, 2, 1):
        head, rest = " ".join(words[:count]), " ".join(words[count:])
        if len(words) >= count and _may_be_date(head, count):
            day = _read(head, tonight)
            if day is not None:
                return day, rest
    return None, text


def _may_be_date(head: str, count: int) -> bool:
    """Could it be one? ``6. 2`` are two keys, and ``21.10`` may be a time."""
    if count > 1:
        return _LETTER.search(head) is not None and head.rstrip(":,")[-1:].isalnum()
    return len(head) > 2 and head[0].isalnum() and not _TIME_OR_AMOUNT.fullmatch(head)


def _read(head: str, tonight: date) -> date | None:
    from stillnight.journal.typed_date import read_date

    plain = head.rstrip(":,").translate({0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2013: "-", 0x2212: "-"})
    digits = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in plain)
    # whole numbers without a sign between them are keys: 2130 is a time, 20261118 a slip
    if digits.isdigit():
        return None
    try:
        return read_date(digits, None, tonight)
    except FieldError:
        return None
