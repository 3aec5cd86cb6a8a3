"""``stillnight find`` tells the nights that answer a query, newest first."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def diary(sn):
    """Three nights, the oldest with an episode."""
    sn("log", "3", "--night", "2026-10-30", "--note", "windy, long flight home")
    sn("awake", "8", "--at", "02:10", "--night", "2026-10-30", "--relief", "walk")
    sn("log", "7", "--night", "2026-11-18", "+caffeine=3", "-alcohol")
    sn("log", "5", "--note", "Flight at six")


def test_each_night_is_a_line_with_what_shows_it(sn, diary):
    assert sn("find", "flight").out.splitlines() == [
        "2 nights: “flight”",
        "2026-11-19  Thu 19 → Fri 20 Nov    worst 5    note “Flight at six”",
        "2026-10-30  Fri 30 → Sat 31 Oct    worst 8    note “windy, long flight home”",
    ]


def test_where_only_dates_are_asked_for_the_answers_are_told(sn, diary):
    assert sn("find", "2026-11-18").out.splitlines() == [
        "1 night: on Wed 18 Nov 2026",
        "2026-11-18  Wed 18 → Thu 19 Nov    worst 7    urge 7, caffeine 3, no alcohol",
    ]


@pytest.mark.parametrize(
    ("argv", "nights"),
    [
        (("severity 5+",), ["2026-11-19", "2026-11-18"]),
        (("severity", "5+"), ["2026-11-19", "2026-11-18"]),
        (("severity>=6",), ["2026-11-18"]),
        (("worst", "8+"), ["2026-10-30"]),
        (("+caffeine=3",), ["2026-11-18"]),
        (("+caffeine>=2", "-alcohol"), ["2026-11-18"]),
        (("-alcohol", "last", "30"), ["2026-11-18"]),
        (("walk",), ["2026-10-30"]),
        (("walk", "since 1 Nov"), []),
    ],
)
def test_a_query_is_words_and_filters(sn, diary, argv, nights):
    assert [one["night"] for one in json.loads(sn("find", *argv, "--json").out)] == nights


def test_programs_are_told_the_whole_night_and_why(sn, diary):
    (night,) = json.loads(sn("find", "worst 8+", "--json").out)
    assert (night["severity"], night["worst"], night["why"]) == (3, 8, ["worst 8"])
    assert night["episodes"] == [{"at": "02:10", "severity": 8, "relief": "walk"}]


def test_that_nothing_was_found_is_said_with_what_was_looked_for(sn, diary):
    assert sn("find", "severity 9+", "zzz").out == "no nights: urge 9 or more · “zzz”\n"


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ((), "find: say what to look for, for example: stillnight find 'severity 6+"),
        (("",), "say what to look for"),
        (("+cafeine",), "did you mean caffeine"),
        (("severity>=12",), "severity: '12' does not fit, it takes 0 to 10"),
        (("since", "32", "Oct"), "since: '32' does not fit"),
    ],
)
def test_what_cannot_be_meant_is_one_line_and_exit_2(sn, diary, argv, words):
    answer = sn("find", *argv)
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err
    assert answer.err.count("\n") == 1
