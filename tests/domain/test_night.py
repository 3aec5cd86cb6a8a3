"""One night, its episodes, and the worst of both."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from stillnight.domain.night import Episode, Night, by_night, episode_of, is_very_bad, worst

NIGHT = date(2026, 11, 19)
NO_NUMBERS = [None, True, False, "6", 6.5, float("nan"), float("inf"), -1, 11, 10**400, [6], {}]


def night(**values) -> Night:
    return Night(NIGHT, values)


def bout(severity=None, at="2026-11-20T02:10+01:00") -> Episode:
    return Episode(NIGHT, datetime.fromisoformat(at), severity)


@pytest.mark.parametrize("rating", [0, 6, 10])
def test_a_severity_from_0_to_10_is_a_severity(rating):
    assert night(severity=rating).severity == rating


@pytest.mark.parametrize("kept", NO_NUMBERS)
def test_a_severity_that_cannot_be_meant_is_missing(kept):
    assert night(severity=kept).severity is None


@pytest.mark.parametrize("kept", NO_NUMBERS[:8])
def test_minutes_that_cannot_be_meant_are_missing(kept):
    assert night(sol_min=kept).minutes("sol_min") is None


def test_no_minutes_are_minutes():
    assert night(sol_min=0).minutes("sol_min") == 0


def test_an_empty_night_says_nothing():
    empty = Night(NIGHT)
    assert (empty.severity, empty.onset, empty.onset_word, empty.note) == (None, None, None, "")
    assert list(empty.factors()) == []
    assert empty.get("severity") is None
    assert empty.logged


@pytest.mark.parametrize(
    ("kept", "moment", "word"),
    [
        ("2026-11-19T21:30+01:00", datetime(2026, 11, 19, 20, 30, tzinfo=UTC), None),
        ("not_yet", None, "not_yet"),
        ("all_day", None, "all_day"),
        ("none", None, "none"),
        ("2026-11-19T21:30", None, None),
        ("21:30", None, None),
        ("NOT_YET", None, None),
        ("", None, None),
        (None, None, None),
        (["none"], None, None),
    ],
)
def test_an_onset_is_a_moment_or_a_word_or_missing(kept, moment, word):
    assert (night(onset=kept).onset, night(onset=kept).onset_word) == (moment, word)


@pytest.mark.parametrize(("kept", "note"), [("legs quiet", "legs quiet"), ("", ""), (None, ""), (7, "7")])
def test_a_note_is_always_words(kept, note):
    assert night(note=kept).note == note


def test_factors_are_the_answers_without_their_details():
    answers = {"f.caffeine": 2, "f.caffeine.mg": 160, "f.alcohol": False, "f.stress": None, "severity": 4}
    assert dict(night(**answers).factors()) == {"caffeine": 2, "alcohol": False}


@pytest.mark.parametrize(
    ("severity", "bouts", "expected"),
    [
        (None, [], None),
        (4, [], 4),
        (0, [], 0),
        (4, [7, 2], 7),
        (8, [7, None], 8),
        (None, [3], 3),
        (None, [None], None),
        (None, [0], 0),
    ],
)
def test_the_worst_is_the_highest_of_evening_and_night(severity, bouts, expected):
    assert worst(night(severity=severity), [bout(one) for one in bouts]) == expected


def test_an_episode_is_read_whole():
    record = {
        "night": "2026-11-19", "at": "2026-11-20T02:10+01:00", "severity": 7, "relief": "calf_stretch",
        "minutes": 10, "after": 3, "out_of_bed": True, "completed": False,
        "back_at": "2026-11-20T02:30+01:00",
    }  # fmt: skip
    at, back = map(datetime.fromisoformat, ("2026-11-20T02:10+01:00", "2026-11-20T02:30+01:00"))
    assert episode_of(record) == Episode(NIGHT, at, 7, "calf_stretch", 10, 3, True, False, back)


@pytest.mark.parametrize(
    "broken",
    [
        {"night": None}, {"night": "19 Nov"}, {"night": 20261119}, {"night": "2026-02-30"},
        {"at": None}, {"at": "02:10"}, {"at": "2026-11-20T02:10"}, {"at": "2026-11-20"}, {"at": 0},
        {"at": "0001-01-01T00:00+14:00"},
    ],
)  # fmt: skip
def test_an_episode_without_its_night_or_time_is_none(broken):
    whole = {"night": "2026-11-19", "at": "2026-11-20T02:10+01:00", "severity": 7}
    assert episode_of(whole) is not None
    assert episode_of(whole | broken) is None
    assert episode_of({name: value for name, value in whole.items() if name not in broken}) is None


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("severity", 11), ("severity", "7"), ("severity", True), ("after", -1), ("minutes", 241),
        ("minutes", -1), ("minutes", 5.5), ("relief", 3), ("relief", ["walk"]), ("out_of_bed", "yes"),
        ("completed", 1), ("back_at", "02:30"), ("back_at", "2026-11-20T02:00+01:00"), ("back_at", 3),
    ],
)  # fmt: skip
def test_a_value_of_an_episode_that_cannot_be_meant_is_missing(name, kept):
    episode = episode_of({"night": "2026-11-19", "at": "2026-11-20T02:10+01:00", name: kept})
    assert episode == bout()


def test_episodes_are_gathered_under_their_nights_in_order_of_time():
    late, early = bout(1, "2026-10-25T02:10+01:00"), bout(2, "2026-10-25T02:50+02:00")
    other = Episode(date(2026, 11, 20), datetime.fromisoformat("2026-11-21T01:00+01:00"))
    assert by_night([late, other, early]) == {NIGHT: [early, late], other.night: [other]}
    assert by_night([]) == {}


@pytest.mark.parametrize(
    ("worst_urge", "tst", "expected"),
    [
        (8, None, True),
        (7, None, False),
        (None, 239, True),
        (0, 240, False),
        (None, None, False),
        (10, 0, True),
    ],
)
def test_a_night_is_very_bad_from_an_urge_of_eight_on_or_with_less_than_four_hours_of_sleep(
    worst_urge, tst, expected
):
    assert is_very_bad(worst_urge, tst) is expected
