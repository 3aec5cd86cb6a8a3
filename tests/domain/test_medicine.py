"""Medicines, their changes and their doses."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from stillnight.domain.ids import hashed_id
from stillnight.domain.medicine import Dose, DoseChange, Medicine, dose_id, dose_of, medicine_of

DAY = date(2026, 11, 19)


def test_a_medicine_is_read_whole():
    record = {
        "name": "iron tablet", "class": "iron", "usual": True, "dose_text": "1 tablet", "slot": "morning",
        "from": "2026-01-02", "to": "2026-03-04",
    }  # fmt: skip
    start, end = date(2026, 1, 2), date(2026, 3, 4)
    assert medicine_of(7, record) == Medicine(
        7, "iron tablet", "iron", True, "1 tablet", ("morning",), start, end
    )


def test_a_medicine_needs_only_its_name():
    assert medicine_of(7, {"name": "iron tablet"}) == Medicine(7, "iron tablet")
    assert medicine_of(7, {"name": "iron", "class": "", "slot": None, "from": "soon"}) == Medicine(7, "iron")


@pytest.mark.parametrize("record", [{}, {"name": ""}, {"name": None}, {"name": 7}])
def test_a_medicine_without_a_name_is_none(record):
    assert medicine_of(7, record) is None


@pytest.mark.parametrize(
    ("start", "end", "active"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (date(2026, 11, 20), None, False),
        (None, date(2026, 11, 18), False),
        (date(2026, 11, 20), date(2026, 11, 18), False),
    ],
)
def test_a_medicine_is_taken_from_its_first_day_to_its_last(start, end, active):
    assert Medicine(7, "iron", start=start, end=end).is_active(DAY) is active


def test_a_dose_is_read_whole():
    record = {"night": "2026-11-19", "medicine": 7, "amount_text": "1 tablet", "at": "2026-11-19T21:00+01:00"}
    assert dose_of(record) == Dose(DAY, 7, "1 tablet", datetime.fromisoformat("2026-11-19T21:00+01:00"))


@pytest.mark.parametrize("at", [None, "", "soon", "21:00", "2026-11-19T21:00", 2100, []])
def test_a_dose_at_an_unreadable_time_is_a_dose_at_an_unknown_one(at):
    assert dose_of({"night": "2026-11-19", "medicine": 7, "at": at}) == Dose(DAY, 7)


@pytest.mark.parametrize("record", [{}, {"night": "2026-11-19"}, {"medicine": 7}, {"night": 1, "medicine": 7},
                                    {"night": "2026-11-19", "medicine": "7"}])  # fmt: skip
def test_a_dose_without_its_night_or_medicine_is_none(record):
    assert dose_of(record) is None


def changed(**fields):
    return medicine_of(7, {"name": "iron", "dose_text": "1 tablet", **fields})


def test_a_change_of_dose_holds_from_its_day_on_and_the_old_dose_before_it():
    medicine = changed(**{"change.2026-11-10": "3 tablets", "change.2026-11-02": "2 tablets"})
    assert medicine.changes == (
        DoseChange(date(2026, 11, 2), "2 tablets"),
        DoseChange(date(2026, 11, 10), "3 tablets"),
    )
    told = [medicine.dose_on(date(2026, 11, day)) for day in (1, 2, 9, 10, 19)]
    assert told == ["1 tablet", "2 tablets", "2 tablets", "3 tablets", "3 tablets"]


def test_a_change_without_words_is_a_change_and_leaves_the_words_as_they_were():
    medicine = changed(**{"change.2026-11-02": ""})
    assert medicine.changes == (DoseChange(date(2026, 11, 2)),)
    assert medicine.dose_on(DAY) == "1 tablet"


@pytest.mark.parametrize("field", ["change.soon", "change.", "change", "change.2026-11-02.x"])
def test_a_change_on_no_day_is_none(field):
    assert changed(**{field: "2 tablets"}).changes == ()


@pytest.mark.parametrize("kept", [None, 2, ["2 tablets"]])
def test_a_change_to_no_words_is_none(kept):
    assert changed(**{"change.2026-11-02": kept}).changes == ()


def test_news_of_a_medicine_are_its_start_and_its_changes():
    fields = {"change.2026-11-10": "3 tablets", "change.2026-11-02": "2 tablets"}
    days = [date(2026, 11, 2), date(2026, 11, 10)]
    assert changed(**fields).news == tuple(days)
    assert changed(**fields, **{"from": "2026-10-01"}).news == (date(2026, 10, 1), *days)
    assert changed(**fields, **{"from": "2026-11-02"}).news == tuple(days)
    assert changed().news == ()


@pytest.mark.parametrize(
    ("kept", "slots"),
    [
        ("night", ("night",)),
        (["afternoon", "bedtime"], ("afternoon", "bedtime")),
        (None, ("evening",)),
        ("", ("evening",)),
        ([], ("evening",)),
        ([7, "", "noon"], ("noon",)),
        ({"noon": 1}, ("evening",)),
    ],
)
def test_the_slots_are_a_word_or_a_list_of_words(kept, slots):
    assert changed(slot=kept).slots == slots


def test_a_dose_has_the_same_id_on_every_device_and_another_one_in_every_slot():
    medicine = changed()
    assert dose_id(DAY, medicine, "evening") == dose_id(DAY, medicine._replace(name="x"), "evening")
    assert len({dose_id(DAY, medicine, slot) for slot in ("evening", "night")}) == 2


def test_the_id_of_an_evening_dose_is_the_one_that_journals_hold_already():
    assert dose_id(DAY, changed(), "evening") == hashed_id("dose", "2026-11-19", 7, "evening")
