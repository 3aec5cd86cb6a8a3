"""The words of a line: which keys each one stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from stillnight.domain.clock_rule import read_date

LIGHTS_OUT = "L"
"""The word for: the lights go out now."""

NOTE_WORDS = ("note", "o")
"""All that stands behind one of these is a note."""

_NOTE = re.compile(rf"(?<!\S)(?:{'|'.join(NOTE_WORDS)})(?!\S)")
_AWAKE = "awake"
_SIGNS = {".": ".", "-": "-", "*": "*", "same": ".", "not_yet": "-", "all_day": "*"}
"""The keys of First at; a shell takes ``*`` for itself, so each has a name, too."""
_CLOCK = r"\d{1,2}:\d{2}"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(rf"\d{{4}}|{_CLOCK}", re.ASCII)
_PICKS = re.compile(r"[wf][a-z]+", re.ASCII)
_AGAIN = re.compile(r"([a-z])\1*", re.ASCII)
_ANSWER = re.compile(
    rf"(?P<letter>[a-wyz]?)(?P<amount>{_CLOCK}|\d+|x|\d*[.,]\d+|\.)?(?:@(?P<at>{_CLOCK}|\d{{3,4}}))?",
    re.ASCII,
)
_IS_CLOCK = re.compile(_CLOCK, re.ASCII)


class Line(NamedTuple):
    """One line, before a form reads it.

    Attributes:
        words: The words that are keys.
        day: The night that it names, by its evening; ``None`` where it names none.
        awake: The time that it names for an awakening, ``03:10``; empty where it tells of none.
        note: The words of a note; ``None`` where there is none.
    """

    words: tuple[str, ...]
    day: date | None = None
    awake: str = ""
    note: str | None = None


class Word(NamedTuple):
    """One word as keys of a form.

    Attributes:
        keys: The keys.
        letter: The letter it begins with, empty where it begins with none.
        amount: The digits behind it.
    """

    keys: tuple[str, ...]
    letter: str = ""
    amount: str = ""


def split_line(typed: str | Sequence[str]) -> Line:
    """Tell a line's night, awakening and note from its keys.

    Args:
        typed: ``6 c2 s7``, ``03:10 awake 7``, ``2026-11-18 4 note slept well``; or its words.
    """
    text = typed if isinstance(typed, str) else " ".join(typed)
    found = _NOTE.search(text)
    note = text[found.end() :].strip() if found else None
    words = (text[: found.start()] if found else text).split()
    day = read_date(words[0]) if words and _DAY.fullmatch(words[0]) else None
    words = words if day is None else words[1:]
    is_bout = len(words) > 1 and words[1] == _AWAKE and _IS_CLOCK.fullmatch(words[0]) is not None
    return Line(tuple(words[2:] if is_bout else words), day, words[0] if is_bout else "", note)


def word_of(typed: str) -> Word | None:
    """A word as keys of a form; ``None`` where it can be none."""
    if typed in _SIGNS:
        return Word((_SIGNS[typed],))
    if _AGAIN.fullmatch(typed):
        return Word(tuple(typed), "" if typed == "x" else typed[0])
    if _PICKS.fullmatch(typed):
        # the end of the word is the end of picking
        return Word((*typed, "enter"), typed[0])
    found = _ANSWER.fullmatch(typed)
    if not typed or found is None:
        return None
    letter, amount = found["letter"], _digits(found["amount"] or "")
    at = ("@", *_digits(found["at"]).rjust(4, "0")) if found["at"] else ()
    return Word((*letter, *amount, *at), letter, amount)


def is_onset(word: str) -> bool:
    """Is it an answer to First at: a time, or one of its signs?"""
    return word in _SIGNS or _TIME.fullmatch(word) is not None


def begins_line(word: str) -> bool:
    """May a line of keys begin with this word?"""
    if word in (LIGHTS_OUT, *NOTE_WORDS) or _DAY.fullmatch(word):
        return True
    return word_of(word) is not None


def _digits(amount: str) -> str:
    """An amount or a time as keys: the comma is the key ``.``, and ``9:05`` is ``0905``."""
    return amount.replace(":", "").rjust(4, "0") if ":" in amount else amount.replace(",", ".")
