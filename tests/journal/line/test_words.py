"""The words of a line, before any form reads them."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.journal.line.words import Line, begins_line, is_onset, split_line, word_of


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("6 . c2  s7", Line(("6", ".", "c2", "s7"))),
        ("2026-11-18 4 note slept well", Line(("4",), date(2026, 11, 18), "", "slept well")),
        ("03:10 awake 7", Line(("7",), None, "03:10")),
        ("2026-11-18 3:10 awake x", Line(("x",), date(2026, 11, 18), "3:10")),
        ("6 o  two  spaces, -x --night 6", Line(("6",), None, "", "two  spaces, -x --night 6")),
        ("note", Line((), None, "", "")),
        ("6 notes", Line(("6", "notes"))),
        ("2026-02-30 4", Line(("2026-02-30", "4"))),
        ("4 2026-11-18", Line(("4", "2026-11-18"))),
        ("awake 7", Line(("awake", "7"))),
        ("", Line(())),
        (["6", "note", "slept  well"], Line(("6",), None, "", "slept  well")),
    ],
)
def test_a_line_is_told_apart(typed, line):
    assert split_line(typed) == line


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("6", "6"), ("x", "x"), ("2130", "2130"), ("21:30", "2130"), ("9:05", "0905"),
        (".", "."), ("-", "-"), ("*", "*"), ("same", "."), ("not_yet", "-"), ("all_day", "*"),
        ("c", "c"), ("cc", "cc"), ("ccc", "ccc"), ("c2", "c2"), ("c12", "c12"), ("sx", "sx"),
        ("c1.5", "c1.5"),
        ("c1,5", "c1.5"), ("c.5", "c.5"), ("c2@1530", "c2@1530"), ("c2@9:05", "c2@0905"), ("c@930", "c@0930"),
        ("@1530", "@1530"), ("n", "n"), ("u", "u"), ("l22:40", "l2240"), ("w0630", "w0630"),
    ],
)  # fmt: skip
def test_a_word_stands_for_its_keys(typed, keys):
    word = word_of(typed)
    assert word is not None
    assert word.keys == tuple(keys)


def test_the_end_of_a_word_is_the_end_of_picking():
    assert word_of("wctl").keys == ("w", "c", "t", "l", "enter")
    assert word_of("fcb").keys == ("f", "c", "b", "enter")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "tea",
        "caffeine",
        "C2",
        "-alcohol",
        "+caffeine=2",
        "c-2",
        "c2@",
        "c2@15",
        "2c",
        "x7",
        "６",
        "é",
        "6.",
        "--",
        "?",
    ],
)
def test_a_word_may_stand_for_none(typed):
    assert word_of(typed) is None
    assert not begins_line(typed)


@pytest.mark.parametrize(
    "typed", ["6", "x", "2130", ".", "-", "c2", "u", "L", "o", "note", "wct", "2026-11-18", "03:10"]
)
def test_a_line_begins_with_a_key_a_date_or_a_note(typed):
    assert begins_line(typed)


def test_a_time_and_the_signs_answer_first_at():
    assert [is_onset(word) for word in ("2130", "21:30", "*", "same", "213", "c2", "6")] == [True] * 4 + [
        False
    ] * 3
