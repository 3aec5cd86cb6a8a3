"""``stillnight awake`` logs an episode and nothing else."""

from __future__ import annotations

import json

import pytest

from stillnight.cli.main import main
from stillnight.domain.ports import NIGHTS


def test_now_is_when_it_began(sn, store):
    assert sn("awake", "7").out == "saved 22:40, night of Thu 19 → Fri 20 Nov: awake 22:40, urge 7\n"
    assert list(store.all("episodes").values()) == [
        {"night": "2026-11-19", "at": "2026-11-19T22:40+01:00", "severity": 7}
    ]


def test_what_is_said_is_what_was_written_though_another_began_in_the_same_minute(home, monkeypatch, capsys):
    """In a file two such awakenings lie in the order of their ids, which chance makes."""
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-11-19T22:40+01:00")
    for severity in ("7", "3", "9", "1", "8", "2"):
        for typed in (["awake", severity, "--at", "22:10"], ["22:10", "awake", severity]):
            main(typed)
            assert capsys.readouterr().out.endswith(f"awake 22:10, urge {severity}\n")


def test_it_makes_no_entry_of_the_night(sn, store):
    sn("awake", "7")
    assert store.all(NIGHTS) == {}
    assert sn("due").code == 1


def test_everything_about_it_can_be_said(sn, store):
    answer = sn(
        "awake", "x", "--at", "22:10", "--relief", "walk", "--minutes", "10", "--after", "3",
        "--out-of-bed", "yes", "--completed", "no",
    )  # fmt: skip
    assert answer.out.endswith("awake 22:10, urge 10, walk 10 min, stopped early, then 3, out of bed\n")
    (record,) = store.all("episodes").values()
    assert (record["completed"], record["severity"]) == (False, 10)


def test_when_the_lights_went_out_again_is_kept_and_read_back(sn, store, monkeypatch):
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-11-20T03:00+01:00")
    answer = sn("awake", "6", "--at", "23:50", "--back", "00:20")
    assert answer.out.endswith("awake 23:50, urge 6, back 00:20\n")
    (record,) = store.all("episodes").values()
    assert record["back_at"] == "2026-11-20T00:20+01:00"
    shape = json.loads(sn("show", "--json").out)
    assert shape["episodes"] == [{"at": "23:50", "severity": 6, "back_at": "00:20"}]


def test_lights_that_are_still_to_go_out_are_refused(sn, store, monkeypatch):
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-11-20T02:30+01:00")
    answer = sn("awake", "6", "--at", "02:10", "--back", "02:31")
    assert (answer.code, store.all("episodes")) == (2, {})
    assert "back: 02:31 of the night of 2026-11-19 is still to come" in answer.err


def test_nobody_goes_back_to_bed_before_getting_up(sn, store, monkeypatch):
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-11-20T03:00+01:00")
    answer = sn("awake", "6", "--at", "02:10", "--back", "02:00")
    assert (answer.code, store.all("episodes")) == (2, {})
    assert "back_at: '02:00' does not fit, it takes a time after it began at 02:10" in answer.err


@pytest.mark.parametrize(
    ("now", "at", "kept"),
    [
        ("2026-11-20T03:00+01:00", "02:10", "2026-11-20T02:10+01:00"),
        ("2026-11-20T03:00+01:00", "23:50", "2026-11-19T23:50+01:00"),
        ("2026-10-25T03:30+01:00", "02:30", "2026-10-25T02:30+02:00"),
    ],
)
def test_a_bare_time_is_in_tonight_even_where_the_clocks_change(sn, store, monkeypatch, now, at, kept):
    monkeypatch.setenv("STILLNIGHT_NOW", now)
    assert sn("awake", "5", "--at", at).code == 0
    (record,) = store.all("episodes").values()
    assert record["at"] == kept


def test_a_time_that_the_clocks_skip_is_refused(sn, store, monkeypatch):
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-03-29T09:00+02:00")
    answer = sn("awake", "5", "--at", "02:30")
    assert answer.code == 2
    assert "the clocks skip" in answer.err
    assert store.all("episodes") == {}
