"""``stillnight programme``: twelve weeks on plain lines."""

from __future__ import annotations

import json

import pytest


def start(sn, *more):
    return sn("programme", "start", "--days", "mon,wed,fri", "--from", "2026-11-02", *more)


def test_before_it_is_begun_it_says_what_it_is_and_how_to_begin(sn):
    out = " ".join(sn("programme").out.split())
    assert out.endswith("to begin: stillnight programme start --days mon,wed,fri")
    assert "no clear effect" in out
    assert sn("programme", "--json").out == "null\n"


def test_it_begins_and_is_shown_week_by_week(sn):
    assert start(sn).out.startswith(
        "saved 22:40, the programme: week 3 of 12, Mon, Wed, Fri, next on Fri 20 Nov\n"
    )
    sn("log", "4", "--night", "2026-11-04", "+exercise=30")
    lines = sn("programme").out.splitlines()
    assert "             Mo Tu We Th Fr Sa Su" in lines
    assert "  1   2 Nov         +" in lines
    # what was missed is left blank
    assert "▸ 3  16 Nov           [ ] ○" in lines
    assert "  4  23 Nov   ○     ○     ○" in lines
    assert all(len(line) <= 80 for line in lines)


def test_programs_are_told_the_same(sn):
    start(sn)
    shape = json.loads(sn("programme", "show", "--json").out)
    assert (shape["start"], shape["days"], shape["week"]) == ("2026-11-02", ["mon", "wed", "fri"], 3)
    assert (shape["next"], shape["running"], len(shape["weeks"])) == ("2026-11-20", True, 12)
    assert shape["weeks"][0]["days"][0] == {"date": "2026-11-02", "planned": True, "done": None}
    assert [look["is_due"] for look in shape["looks"]] == [False, False]


def test_a_look_that_is_due_is_told_with_why_it_is_no_proof(sn, monkeypatch):
    start(sn)
    for day in range(20, 32):
        sn("log", "6", "--night", f"2026-10-{day}")
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-12-14T22:40+01:00")
    for day in range(1, 14):
        sn("log", "4", "--night", f"2026-12-{day:02}")
    out = " ".join(sn("programme").out.split())
    assert "after week 6: urge 4.0 (13 nights) in its last two weeks, 6.0 (12 nights) in the two" in out
    assert "That is no proof" in out


def test_it_ends_and_what_was_done_stays(sn):
    start(sn)
    assert sn("programme", "end").out == "saved 22:40, the programme is ended: what was done stays\n"
    out = sn("programme").out
    assert out.startswith("ended on Thu 19 Nov 2026")
    assert "a look at your nights" not in out


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        (("start",), "programme start needs the weekdays"),
        (("start", "--days", "monk"), "days: 'monk' does not fit, it takes weekdays such as mon,wed,fri"),
        (("start", "--days", ","), "days: ',' does not fit"),
        (("start", "--days", "mon", "--from", "2030-01-01"), "from: '2030-01-01' does not fit"),
        (("show", "--days", "mon"), "--days belongs to programme start, not to programme show"),
        (("end",), "no programme is running"),
    ],
)
def test_what_cannot_be_meant_is_named(sn, store, typed, trouble):
    answer = sn("programme", *typed)
    assert (answer.code, answer.out) == (2, "")
    assert trouble in answer.err
    assert store.all("programmes") == {}


def test_a_gate_that_shuts_while_it_runs_is_told_too(sn):
    start(sn)
    assert "not for now" not in sn("programme").out
    sn("flag", "add", "chest_pain")
    assert "not for now: chest pain, breathlessness, unstable heart" in sn("programme").out


def test_a_gate_says_why_not(sn, store):
    sn("profile", "heart_unstable", "yes")
    assert "not for now: chest pain, breathlessness, unstable heart" in sn("programme").out
    answer = start(sn)
    assert (answer.code, store.all("programmes")) == (2, {})
    assert "Ask a clinician first." in answer.err


@pytest.mark.parametrize("typed", ["mon,wed,fri", "Mo We Fr", "friday; monday wed", "mon mon wed fri"])
def test_weekdays_are_read_as_people_write_them(sn, typed):
    sn("programme", "start", "--days", typed)
    assert json.loads(sn("programme", "--json").out)["days"] == ["mon", "wed", "fri"]
