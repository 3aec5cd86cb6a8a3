"""``stillnight compare`` tells two nights fact by fact."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def diary(sn):
    """Two nights that share their urge."""
    sn("log", "7", "--night", "2026-11-18", "+caffeine=3", "-alcohol", "--note", "windy")
    sn("awake", "8", "--at", "02:10", "--night", "2026-11-18")
    sn("awake", "5", "--at", "04:10", "--night", "2026-11-18")
    sn("log", "7", "--note", "Flight")


def test_what_is_alike_stands_once_and_what_differs_has_a_mark(sn, diary):
    assert sn("compare", "yesterday", "tonight").out.splitlines() == [
        "  Night of     Wed 18 → Thu 19 Nov 2026  |  Thu 19 → Fri 20 Nov 2026",
        "= Urge         7 of 10",
        "≠ Worst        8 of 10, in the night  |  7 of 10",
        "≠ caffeine     3  |  nothing noted",
        "≠ alcohol      no  |  nothing noted",
        "≠ Awake        02:10, urge 8 · 04:10, urge 5  |  nothing noted",
        "≠ Note         windy  |  Flight",
        "≠ Recalled     late, the evening on Thu 19 Nov 2026 at 22:40  |  nothing noted",
    ]


def test_programs_are_told_the_same(sn, diary):
    found = json.loads(sn("compare", "2026-11-18", "19 Nov", "--json").out)
    assert (found["left"], found["right"]) == ("2026-11-18", "2026-11-19")
    assert found["rows"][0] == {"field": "Urge", "left": "7 of 10", "right": "7 of 10", "is_different": False}
    assert found["rows"][-2] == {"field": "Note", "left": "windy", "right": "Flight", "is_different": True}


def test_that_neither_is_logged_is_said(sn):
    assert "nothing is logged of either" in sn("compare", "yesterday", "tonight").out


@pytest.mark.parametrize("argv", [("yesterday",), ("yesterday", "soon")])
def test_two_dates_are_needed(sn, argv):
    answer = sn("compare", *argv)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
