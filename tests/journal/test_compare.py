"""Two nights, fact by fact."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.journal.compare import Row, compare

LEFT, RIGHT = date(2026, 11, 17), date(2026, 11, 18)


def rows(journal) -> list[Row]:
    browse = journal.browse
    return compare(browse.page(LEFT), browse.page(RIGHT), journal.ledgers.factors())


@pytest.fixture
def amend(journal, clock):
    """Writes a night down on its own evening."""

    def run(day, **values):
        fields = {name.replace("f_", "f.", 1): value for name, value in values.items()}
        clock.set(f"{day}T22:40")
        journal.record.amend(day, fields)

    return run


def test_every_fact_of_either_night_is_a_row_in_the_order_of_the_page(journal, amend):
    amend(LEFT, severity=7, parts="calves", note="windy")
    amend(RIGHT, severity=7, onset="21:30", note="still")
    assert rows(journal) == [
        Row("Urge", "7 of 10", "7 of 10"),
        Row("First at", "", "21:30"),
        Row("Where", "calves", ""),
        Row("Note", "windy", "still"),
    ]
    assert [row.is_different for row in rows(journal)] == [False, True, True, True]


def test_each_factor_has_a_row_of_its_own_and_no_is_not_the_same_as_not_asked(journal, amend):
    amend(LEFT, **{"f_caffeine": 2, "f_caffeine.at": "15:30", "f_alcohol": False, "f_late_meal": True})
    amend(RIGHT, f_caffeine=3)
    assert {row.field: (row.left, row.right) for row in rows(journal)} == {
        "caffeine": ("2 at 15:30", "3"),
        "alcohol": ("no", ""),
        "late meal": ("yes", ""),
    }


def test_several_episodes_are_lines_of_one_row(journal, clock):
    for wall, severity in (("2026-11-18T02:10+01:00", 8), ("2026-11-18T04:00+01:00", 5)):
        journal.record.awake(clock.moment.fromisoformat(wall), {"severity": severity})
    (awake,) = [row for row in rows(journal) if row.field == "Awake"]
    assert (awake.left, awake.right) == ("02:10, urge 8\n04:00, urge 5", "")


def test_a_night_beside_itself_differs_in_nothing(journal, amend):
    amend(LEFT, severity=7, f_caffeine=2)
    page = journal.browse.page(LEFT)
    assert not any(row.is_different for row in compare(page, page, journal.ledgers.factors()))


def test_two_nights_without_an_entry_have_no_rows(journal):
    assert rows(journal) == []


def test_the_worst_of_a_night_without_bouts_is_its_urge(journal, clock, amend):
    amend(LEFT, severity=2)
    amend(RIGHT, severity=3)
    journal.record.awake(clock.moment.fromisoformat("2026-11-18T02:10+01:00"), {"severity": 8})
    assert rows(journal)[:2] == [
        Row("Urge", "2 of 10", "3 of 10"),
        Row("Worst", "8 of 10, in the night", "3 of 10"),
    ]


def test_the_worst_stands_after_the_urge_also_where_only_one_night_has_both(journal, clock, amend):
    amend(RIGHT, severity=3, note="still")
    journal.record.awake(clock.moment.fromisoformat("2026-11-18T02:10+01:00"), {"severity": 8})
    assert [row.field for row in rows(journal)] == ["Urge", "Worst", "Note", "Awake"]
