"""``stillnight show`` tells one night in full and many in a line each."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from stillnight.domain.night import SESSIONS
from stillnight.domain.ports import Change, Earlier


@pytest.fixture
def diary(sn):
    """Three nights, the last with an episode, one with an earlier value."""
    sn("log", "3", "--night", "2026-10-30", "--note", "windy")
    sn("log", "5", "--night", "2026-11-18", "+caffeine=2")
    sn("log", "4", "--night", "2026-11-18")
    sn("log", "6", "--parts", "calves")
    sn(
        "awake",
        "8",
        "--at",
        "02:10",
        "--night",
        "yesterday",
        "--relief",
        "walk",
        "--minutes",
        "5",
        "--after",
        "3",
    )


def test_tonight_is_shown_if_nothing_is_named(sn, diary):
    assert (
        sn("show").out == "night of Thu 19 → Fri 20 Nov 2026\n  Urge        6 of 10\n  Where       calves\n"
    )


def test_a_night_without_an_entry_says_so(sn):
    assert sn("show").out == "night of Thu 19 → Fri 20 Nov 2026\n  nothing logged\n"


def test_an_episode_stands_on_its_nights_page(sn, diary):
    out = sn("show", "yesterday").out
    assert "02:10, urge 8, walk 5 min, then 3" in out
    assert "8 of 10, in the night" in out


def test_many_nights_are_a_line_each(sn, diary):
    assert sn("show", "--all").out.splitlines() == [
        # written down on 19 November: the first two when their nights were over
        "2026-10-30  Fri 30 → Sat 31 Oct    urge 3, note 'windy', recalled late",
        "2026-11-18  Wed 18 → Thu 19 Nov    worst 8, urge 4, caffeine 2, recalled late",
        "2026-11-19  Thu 19 → Fri 20 Nov    urge 6, where calves",
    ]


@pytest.mark.parametrize(
    ("argv", "nights"),
    [
        (("--last", "1"), ["2026-11-19"]),
        (("--last", "2"), ["2026-11-18", "2026-11-19"]),
        (("--last", "50"), ["2026-10-30", "2026-11-18", "2026-11-19"]),
        (("--month", "2026-10"), ["2026-10-30"]),
        (("--month", "2026-09"), []),
        (("--all",), ["2026-10-30", "2026-11-18", "2026-11-19"]),
    ],
)
def test_nights_are_chosen(sn, diary, argv, nights):
    assert [one["night"] for one in json.loads(sn("show", *argv, "--json").out)] == nights


def test_an_empty_choice_says_so(sn):
    assert sn("show", "--month", "2026-09").out == "no nights logged there\n"


def test_every_earlier_value_is_kept_and_told(sn, diary):
    out = sn("show", "2026-11-18", "--history").out
    assert out.endswith("    earlier: severity 5, written 2026-11-19 22:40\n")


def test_that_two_devices_wrote_a_nights_date_is_no_earlier_value(sn, store, diary):
    at = datetime(2026, 11, 19, 21, 40, tzinfo=UTC)
    past = store.past["nights", 20261118]
    past.append(Earlier("date", "2026-11-18", at, "0a0b0c0d"))
    assert "earlier: severity 5" in sn("show", "2026-11-18", "--history").out
    assert "earlier: date" not in sn("show", "2026-11-18", "--history").out


def test_json_tells_history_too(sn, diary):
    shape = json.loads(sn("show", "2026-11-18", "--history", "--json").out)
    assert [(one["field"], one["value"]) for one in shape["earlier"]] == [("severity", 5)]


def test_json_of_one_night_is_one_object_in_the_shape_of_import(sn, diary):
    shape = json.loads(sn("show", "yesterday", "--json").out)
    assert shape["episodes"] == [{"at": "02:10", "severity": 8, "relief": "walk", "minutes": 5, "after": 3}]
    assert shape["factors"] == {"caffeine": 2}


def test_a_night_that_has_only_an_episode_is_shown(sn):
    sn("awake", "7", "--at", "22:30")
    assert sn("show", "--all").out == "2026-11-19  Thu 19 → Fri 20 Nov    worst 7\n"
    assert json.loads(sn("show", "--json").out)["episodes"] == [{"at": "22:30", "severity": 7}]


def test_a_night_that_has_only_a_guided_session_is_shown_and_can_be_taken_in_again(sn, store, tmp_path):
    session = {"night": "2026-11-19", "at": "2026-11-20T03:10+01:00", "relief": "walk", "completed": False}
    store.write("session", [Change(SESSIONS, 7, name, value) for name, value in session.items()])
    assert sn("show", "--all").out == "2026-11-19  Thu 19 → Fri 20 Nov    relief walk\n"
    told = sn("show", "--json").out
    assert json.loads(told)["sessions"] == [{"at": "03:10", "relief": "walk", "completed": False}]
    (tmp_path / "one.jsonl").write_text(told)
    assert sn("import", str(tmp_path / "one.jsonl")).code == 0
    assert len(store.all(SESSIONS)) == 1


def test_what_was_recalled_late_is_said_on_the_page_and_in_json(sn, diary):
    assert "Recalled    late, the evening on Thu 19 Nov 2026 at 22:40" in sn("show", "yesterday").out
    assert json.loads(sn("show", "yesterday", "--json").out)["late"] == ["evening"]
    assert "Recalled" not in sn("show").out
    assert "late" not in json.loads(sn("show", "--json").out)


def test_what_show_says_of_late_recall_is_no_hindrance_to_taking_it_in_again(sn, diary, tmp_path):
    shown = sn("show", "yesterday", "--json").out
    assert '"late"' in shown
    file = tmp_path / "night.jsonl"
    file.write_text(json.dumps(json.loads(shown)) + "\n", encoding="utf-8")
    assert sn("import", str(file)).code == 0
    assert sn("show", "yesterday", "--json").out == shown
