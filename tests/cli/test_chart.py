"""``stillnight chart`` prints pictures in plain lines, or their numbers."""

from __future__ import annotations

import json

import pytest

from stillnight.journal import sealing

TWO = ("--from", "10 Nov", "--to", "11 Nov", "--from", "12 Nov", "--to", "14 Nov")
"""Two stretches."""


@pytest.fixture
def diary(sn, monkeypatch):
    """Ten nights, a medicine begun in the middle, one gap."""
    monkeypatch.setenv("COLUMNS", "80")
    for number, severity in enumerate((6, 5, 6, None, 7, 2, 1, 0, 2, 3), start=10):
        if severity is not None:
            night = f"2026-11-{number}"
            sn("log", str(severity), "--night", night, "--onset", "21:30", f"+caffeine={number % 3}")
    sn("awake", "8", "--at", "02:10", "--night", "2026-11-18")
    sn("medicine", "add", "iron", "--from", "2026-11-15")
    sn("mark", "add", "flight", "--date", "2026-11-12")


def test_every_chart_is_as_wide_as_the_terminal(sn, diary, monkeypatch):
    for columns in (40, 60, 120):
        monkeypatch.setenv("COLUMNS", str(columns))
        for view in ("severity", "raster", "strips"):
            lines = sn("chart", view).out.splitlines()
            assert len(lines) > 8
            assert max(map(len, lines)) <= columns


def test_severity_shows_bars_and_what_happened(sn, diary):
    out = sn("chart", "severity", "--nights", "10").out
    assert "10 Nov 2026 to 19 Nov 2026: 9 of 10 nights rated, median 3 (half 2 to 6)" in out
    assert "+ 15 Nov  iron begun" in out
    assert "◆ 12 Nov  flight" in out


def test_the_raster_shows_the_newest_night_first(sn, diary):
    lines = sn("chart", "raster", "--nights", "3").out.splitlines()
    assert [line[:8] for line in lines[1:4]] == ["19 Nov 3", "18 Nov~2", "17 Nov~0"]
    assert "8" in lines[2][8:]


def test_before_and_after_is_what_happened_last_unless_it_is_named(sn, diary):
    assert sn("chart", "compare").out.startswith("+ 15 Nov 2026 iron begun")
    assert sn("chart", "compare", "--around", "flight").out.startswith("◆ 12 Nov 2026 flight")
    assert sn("chart", "compare", "--around", "Iron").out.startswith("+ 15 Nov 2026 iron begun")
    assert "1: 11 Nov to 13 Nov 2026, 2 of 3 logged" in sn(
        "chart", "compare", "--around", "14 Nov", "--nights", "3"
    ).out.splitlines()  # fmt: skip


def test_where_nothing_happened_the_newest_nights_stand_beside_those_before(sn):
    sn("log", "3")
    answer = sn("chart", "compare", "--nights", "1")
    assert (answer.code, answer.out) == (2, "")
    assert "nothing on record has nights before and after it" in answer.err
    sn("log", "5", "--night", "yesterday")
    assert sn("chart", "compare", "--nights", "1").out.startswith("1: 18 Nov to 18 Nov 2026, 1 of 1 logged")


def test_without_a_word_it_is_severity(sn, diary):
    assert sn("chart").out == sn("chart", "severity").out != ""


def test_two_typed_stretches_are_compared(sn, diary):
    lines = sn(
        "chart", "compare", "--from", "10 Nov", "--to", "14 Nov", "--from", "15 Nov", "--to", "tonight"
    ).out.splitlines()  # fmt: skip
    assert lines[0] == "1: 10 Nov to 14 Nov 2026, 4 of 5 logged"
    assert "not a test" in " ".join(lines)


def test_programs_get_the_numbers(sn, diary):
    severity = json.loads(sn("chart", "severity", "--nights", "5", "--json").out)
    assert (severity["first"], severity["last"]) == ("2026-11-15", "2026-11-19")
    assert severity["nights"][0] == {
        "night": "2026-11-15", "severity": 2, "median_7": 6, "late": True, "doses": 0,
    }  # fmt: skip
    assert severity["events"] == [{"date": "2026-11-15", "kind": "begun", "words": "iron begun"}]
    raster = json.loads(sn("chart", "raster", "--nights", "2", "--json").out)
    assert raster["nights"][1]["episodes"] == [{"at": "02:10", "severity": 8, "out_of_bed": False}]
    assert raster["nights"][0]["onset"] == "21:30"
    strips = json.loads(sn("chart", "strips", "--nights", "2", "--json").out)
    caffeine = next(one for one in strips["factors"] if one["factor"] == "caffeine")
    assert caffeine["answers"] == {"2026-11-18": 0, "2026-11-19": 1}
    compare = json.loads(sn("chart", "compare", "--json").out)
    assert [one["logged"] for one in compare["stretches"]] == [4, 5]
    assert compare["is_test"] is False


def test_a_sealed_factor_says_nothing_anywhere(sn, diary, monkeypatch):
    sealed = frozenset(["caffeine"])
    monkeypatch.setattr(sealing, "sealed_factors", lambda journal: sealed)
    monkeypatch.setattr("stillnight.ui.charts.sealed_factors", lambda journal: sealed)
    monkeypatch.setattr("stillnight.cli.chart_shapes.sealed_factors", lambda journal: sealed)
    assert "caffeine  sealed while its trial runs" in sn("chart", "strips").out
    strips = json.loads(sn("chart", "strips", "--json").out)
    assert {"factor": "caffeine", "sealed": True} in strips["factors"]


def test_an_empty_journal_is_met_kindly(sn):
    sn("log", "3")
    sn("log", "--delete")
    for view in ("severity", "raster", "strips", "compare"):
        answer = sn("chart", view)
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.startswith("Nothing to draw yet.")
        assert json.loads(sn("chart", view, "--json").out)


def test_old_nights_are_found_where_the_last_ones_are_empty(sn):
    sn("log", "4", "--night", "2026-01-10")
    assert "12 Dec 2025 to 10 Jan 2026: 1 of 30 nights rated" in sn("chart", "severity").out


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("severity", "--from", "2026-08-01", "--to", "2026-08-31"), "no night is logged from 2026-08-01"),
        (("severity", "--to", "2026-08-31"), "entries lie from 2026-11-10 to 2026-11-19"),
        (("severity", "--from", "2026-11-19", "--to", "2026-11-11"), "comes after the last"),
        (("raster", "--nights", "0"), "nights: '0' does not fit, it takes a number of nights, 1 to 40000"),
        (("raster", "--nights", "many"), "nights: 'many' does not fit"),
        (("strips", "--from", "soon"), "from: 'soon' does not fit"),
        (("strips", "--from", "10 Nov", "--to", "12 Nov", "--nights", "3"), "one thing too many"),
        (("strips", "--from", "10 Nov", "--from", "12 Nov"), "only compare takes two stretches"),
        (("severity", "--around", "flight"), "--around goes with compare"),
        (("compare", "--around", "2026-08-01"), "no night is logged before it"),
        (("compare", "--from", "10 Nov"), "compare takes two stretches"),
        (("compare", "--around", "flight", *TWO), "not both"),
        (("pie",), "invalid choice"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_one_line_and_changes_nothing(sn, store, diary, argv, said):
    before = dict(store.records)
    answer = sn("chart", *argv)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert said in answer.err
    assert store.records == before


def test_a_terminal_without_such_signs_gets_plain_ones(sn, diary, capsys, monkeypatch):
    monkeypatch.setattr("stillnight.cli.commands.chart._carries", lambda signs: False)
    for view in ("severity", "raster", "strips", "compare"):
        assert sn("chart", view).out.isascii()
