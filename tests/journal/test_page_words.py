"""A night's page in words."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from tests.clocks import BERLIN

from stillnight.domain.night import Night
from stillnight.domain.sleep import SleepMeasures
from stillnight.journal.browse import NightPage
from stillnight.journal.page_words import page_lines

NIGHT = date(2026, 11, 18)
AT = datetime(2026, 11, 19, 3, 10, tzinfo=BERLIN)


@pytest.fixture(autouse=True)
def on_the_evening_itself(clock):
    """The night is written down in its own evening: later it would be recalled late, and said so."""
    clock.set("2026-11-18T22:40")


def lines(journal, **values):
    if values:
        journal.record.amend(NIGHT, values)
    return page_lines(journal.browse.page(NIGHT), journal.ledgers.factors())


def test_a_night_without_an_entry_has_nothing_to_say(journal):
    assert lines(journal) == []


def test_a_whole_night_is_told_in_the_order_of_the_form(journal):
    journal.ledgers.add_medicine("iron", usual=True, dose_text="1 tablet")
    journal.record.amend(NIGHT, {}, usual=True)
    journal.record.awake(AT, {"severity": 8, "relief": "walk", "minutes": 5, "after": 4, "out_of_bed": True})
    told = lines(
        journal,
        **{
            "severity": 6, "onset": "21:30", "f.caffeine": 2, "f.caffeine.at": "15:30", "f.alcohol": False,
            "f.antihistamine": True, "parts": "calves,thighs", "side": "both", "sensations": "urge_only",
            "pain": 3, "lights_out": "22:30", "sol_min": 30, "waso_min": 20, "final_wake": "06:30",
            "out_of_bed": "07:00", "rested": 2, "note": "a long day",
        },
    )  # fmt: skip
    assert told == [
        ("Urge", "6 of 10"),
        ("Worst", "8 of 10, in the night"),
        ("First at", "21:30"),
        ("Today", "caffeine 2 at 15:30, no alcohol, antihist."),
        ("Where", "calves thighs both"),
        ("Feels", "urge only"),
        ("Pain", "3 of 10"),
        ("Medicines", "iron 1 tablet"),
        ("Awake", "03:10, urge 8, walk 5 min, then 4, out of bed"),
        ("Lights out", "22:30"),
        ("Woke", "06:30"),
        ("Up", "07:00"),
        (
            "Sleep",
            "asleep 7 h 10 (TST), in bed 8 h 30 (TIB), 30 min until asleep (SOL), "
            "awake 20 min in the night (WASO), up 30 min after waking (TASAFA)",
        ),
        ("Efficiency", "84.3 % of the time in bed (SE)"),
        ("Rested", "2 of 5"),
        ("Note", "a long day"),
    ]


def test_a_medicine_of_several_slots_is_named_once_with_each(journal, clock):
    journal.ledgers.add_medicine("iron", usual=True, dose_text="1 tablet", slots=("night", "afternoon"))
    clock.advance(minutes=1)
    journal.ledgers.add_medicine("evening tablet", usual=True)
    journal.record.amend(NIGHT, {}, usual=True)
    assert lines(journal) == [("Medicines", "iron 1 tablet (afternoon, night), evening tablet")]


def test_a_mark_is_told_before_the_note_and_also_where_nothing_else_is(journal):
    journal.ledgers.add_mark(NIGHT, "flight", "to Lisbon")
    journal.ledgers.add_mark(NIGHT, "new_job")
    assert lines(journal) == [("Marked", "flight: to Lisbon, new job")]
    assert [label for label, _ in lines(journal, note="a long day")] == ["Marked", "Note"]


def test_the_worst_is_named_only_where_it_differs(journal):
    journal.record.awake(AT, {"severity": 4})
    assert [label for label, _ in lines(journal, severity=6)] == ["Urge", "Awake"]


def test_a_bout_in_the_evening_is_no_awakening(journal, clock):
    clock.set("2026-11-18T20:00")
    journal.record.awake(clock.now(), {"severity": 7})
    assert lines(journal, severity=4) == [
        ("Urge", "4 of 10"),
        ("Worst", "7 of 10, in a bout"),
        ("Bout", "20:00, urge 7"),
    ]


def test_a_session_without_an_urge_is_told_beside_the_bouts(journal):
    session = {"night": NIGHT.isoformat(), "at": "2026-11-18T21:00+01:00", "relief": "foot_massager"}
    journal.desk.put("session", "sessions", 7, {**session, "minutes": 12, "completed": False})
    assert ("Relief", "21:00, foot massager 12 min, stopped early") in lines(journal, severity=0)


@pytest.mark.parametrize(
    "values",
    [
        {"parts": 5}, {"parts": "calves"}, {"parts": [5, ["a"]]}, {"side": ["left"]}, {"sensations": 3},
        {"sensations": {"a": 1}}, {"severity": "six"}, {"onset": 5}, {"lights_out": "late"}, {"note": 7},
        {"f.caffeine": ["two"]}, {"f.caffeine": 2, "f.caffeine.at": 7},
    ],
)  # fmt: skip
def test_what_a_hand_left_in_the_file_does_not_end_the_page(journal, values):
    page = NightPage(Night(NIGHT, {**values, "pain": 1}), [], [], SleepMeasures())
    assert ("Pain", "1 of 10") in page_lines(page, journal.ledgers.factors())


def test_what_was_recalled_late_is_said_last_and_when(journal, clock):
    clock.set("2026-11-19T13:05")
    assert lines(journal, severity=3)[-1] == ("Recalled", "late, the evening on Thu 19 Nov 2026 at 13:05")
    clock.set("2026-11-22T09:00")
    journal.record.amend(NIGHT, {"quality": 3}, form="morning_at")
    assert lines(journal)[-1] == (
        "Recalled",
        "late, the evening on Thu 19 Nov 2026 at 13:05 and the morning on Sun 22 Nov 2026 at 09:00",
    )


@pytest.mark.parametrize(("seen", "told"), [(True, [("Kicks", "seen")]), (False, [("Kicks", "not seen")])])
def test_kicks_are_told_where_they_were_asked_for(journal, seen, told):
    assert lines(journal, kicks_seen=seen) == told
