"""A line as a phone writes it, told apart."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.domain.errors import BadInput
from stillnight.journal.inbox.bout import read_bout
from stillnight.journal.inbox.entry import Kind, read_entry

TONIGHT = date(2026, 11, 19)
WED, TUE = date(2026, 11, 18), date(2026, 11, 17)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("6 c2 s7", "6 c2 s7"),
        ("6 C2, s7 L", "6 c2 s7 L"),
        ("6. C2. N.", "6 c2 n"),
        ("6 . c2 – n", "6 . c2 - n"),
        ("6\u00a0c2\u202fs7\u200b", "6 c2 s7"),
        ("６ c２ s٧", "6 c2 s7"),
        ("“6 c2”", "6 c2"),
        ("X", "x"),
        ("L", "L"),
        ("2130 C2@15:30", "2130 c2@15:30"),
        ("6 2.5", "6 2.5"),
    ],
)
def test_what_a_keyboard_made_of_the_keys_is_taken_back(typed, words):
    assert " ".join(read_entry(typed, TONIGHT).words) == words


@pytest.mark.parametrize(
    "typed", ["Note Slept “well” — 2 x", "note: Slept “well” — 2 x", "o Slept “well” — 2 x"]
)
def test_the_words_of_a_note_stay_as_they_are(typed):
    entry = read_entry(typed, TONIGHT)
    assert (entry.words, entry.note) == ((), "Slept “well” — 2 x")


@pytest.mark.parametrize(
    ("typed", "day", "words"),
    [
        ("2026-11-18 4", WED, "4"),
        ("2026–11–18: 4", WED, "4"),
        ("２０２６-11-18 4", WED, "4"),
        ("Yesterday 4", WED, "4"),
        ("Wed 4", WED, "4"),
        ("fri 4", date(2026, 11, 13), "4"),
        ("18 Nov 4 c2", WED, "4 c2"),
        ("Nov 18: 4", WED, "4"),
        ("18.11. 4", WED, "4"),
        ("18 November 2025 4", date(2025, 11, 18), "4"),
        ("today 4", TONIGHT, "4"),
        # keys, amounts and times are no dates
        ("6. 2 c3", None, "6 2 c3"),
        ("2130 n", None, "2130 n"),
        ("21.10 n", None, "21.10 n"),
        ("2.5", None, "2.5"),
        ("- n", None, "- n"),
        ("20261118 4", None, "20261118 4"),
        ("3/4 6", None, "3/4 6"),
        ("2026-13-45 6", None, "2026-13-45 6"),
    ],
)
def test_a_date_in_front_names_the_night(typed, day, words):
    entry = read_entry(typed, TONIGHT)
    assert (entry.day, " ".join(entry.words)) == (day, words)


@pytest.mark.parametrize(
    ("typed", "at", "words"),
    [
        ("03:10 awake 7", "03:10", "7"),
        ("3.10 Awake 7", "3.10", "7"),
        ("0310 awake x", "0310", "x"),
        ("Awake 7 at 03:10", "03:10", "7"),
        ("awake 7", "", "7"),
        ("yesterday 3:10 awake 7 relief walk", "3:10", "7 relief walk"),
    ],
)
def test_an_awakening_has_its_time_before_or_behind_the_word(typed, at, words):
    entry = read_entry(typed, TONIGHT)
    assert (entry.kind, entry.at, " ".join(entry.words)) == (Kind.BOUT, at, words)


def test_a_morning_and_an_evening_may_say_so():
    morning, evening = read_entry("Morning 4 3 2", TONIGHT), read_entry("2026-11-17 evening 4", TONIGHT)
    assert (morning.kind, morning.words) == (Kind.MORNING, ("4", "3", "2"))
    assert (evening.kind, evening.day, evening.is_said) == (Kind.EVENING, TUE, True)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (
            "7 relief walk minutes 10 after 3",
            {"severity": "7", "relief": "walk", "minutes": "10", "after": "3"},
        ),
        ("x 10 min", {"severity": "x", "minutes": "10"}),
        ("10min 4", {"severity": "4", "minutes": "10"}),
        ("--relief=walk out-of-bed yes", {"relief": "walk", "out_of_bed": "yes"}),
        ("", {}),
    ],
)
def test_what_was_done_follows_the_rating(words, values):
    assert read_bout(words.split()) == values


@pytest.mark.parametrize("words", ["7 8", "7 relief", "7 after 3 after 4", "7 cramps"])
def test_a_word_that_is_nothing_of_an_awakening_is_refused(words):
    with pytest.raises(BadInput):
        read_bout(words.split())
