"""The medicines of a journal, on Thursday 19 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.domain.errors import BadInput, FieldError, UnknownName
from stillnight.domain.medicine import DoseChange

TODAY = date(2026, 11, 19)


def day(number):
    return date(2026, 11, number)


@pytest.fixture
def iron(journal):
    """A medicine that is taken in two slots since the 1st."""
    journal.ledgers.add_medicine(
        "iron", "iron", usual=True, dose_text="1 tablet", start=day(1), slots=("bedtime", "afternoon")
    )
    return only(journal)


def only(journal):
    return journal.ledgers.medicines()[0]


def doses(journal):
    return list(journal.desk.store.all("doses").values())


def test_slots_are_kept_in_the_order_of_the_day(journal, iron):
    assert iron.slots == ("afternoon", "bedtime")
    assert journal.desk.store.get("medicines", iron.id)["slot"] == ["afternoon", "bedtime"]


def test_the_usual_slot_goes_without_saying_and_one_slot_is_a_word(journal, iron):
    journal.ledgers.edit_medicine(iron, slots=("night",))
    assert journal.desk.store.get("medicines", iron.id)["slot"] == "night"
    journal.ledgers.edit_medicine(only(journal), slots=("evening",))
    assert "slot" not in journal.desk.store.get("medicines", iron.id)


def test_every_slot_of_a_usual_medicine_is_a_dose_of_its_own(journal, iron):
    journal.record.amend(TODAY, {}, usual=True)
    assert sorted(dose["slot"] for dose in doses(journal)) == ["afternoon", "bedtime"]
    assert {dose["amount_text"] for dose in doses(journal)} == {"1 tablet"}
    assert journal.browse.usual_taken(TODAY)
    journal.record.amend(TODAY, {}, usual=False)
    assert doses(journal) == []


def test_the_usual_medicines_are_not_taken_while_one_slot_is_open(journal, iron):
    journal.record.amend(TODAY, {}, usual=True)
    due = journal.ledgers.usual_doses(TODAY)[0]
    del journal.desk.store.records["doses", due.id]
    assert not journal.browse.usual_taken(TODAY)


def test_a_night_is_noted_with_the_dose_of_that_night(journal, iron):
    journal.ledgers.change_medicine(iron, day(10), "2 tablets")
    for night in (day(9), day(10)):
        journal.record.amend(night, {"severity": 3}, usual=True)
    noted = {(dose["night"], dose["amount_text"]) for dose in doses(journal)}
    assert noted == {("2026-11-09", "1 tablet"), ("2026-11-10", "2 tablets")}


def test_a_change_is_kept_with_its_day_and_can_be_taken_back(journal, iron):
    journal.ledgers.change_medicine(iron, day(10), " 2  tablets ")
    journal.ledgers.change_medicine(only(journal), day(15))
    assert only(journal).changes == (DoseChange(day(10), "2 tablets"), DoseChange(day(15)))
    journal.undo()
    assert only(journal).changes == (DoseChange(day(10), "2 tablets"),)
    journal.ledgers.drop_change(only(journal), day(10))
    assert only(journal).changes == ()


@pytest.mark.parametrize(
    ("when", "says"), [(date(2026, 10, 31), "from 2026-11-01 on"), (day(16), "to 2026-11-15")]
)
def test_a_dose_cannot_change_while_the_medicine_is_not_taken(journal, iron, when, says):
    journal.ledgers.end_medicine(iron, day(15)) if when.month == 11 else None
    with pytest.raises(FieldError, match=says):
        journal.ledgers.change_medicine(only(journal), when, "2 tablets")


def test_a_medicine_that_ended_is_not_usual_any_more_and_undo_brings_it_back(journal, iron):
    journal.ledgers.end_medicine(iron, day(18))
    assert journal.ledgers.usual_medicines(TODAY) == []
    assert journal.ledgers.usual_medicines(day(18)) == [only(journal)]
    journal.undo()
    assert journal.ledgers.usual_medicines(TODAY) == [iron]


def test_an_end_before_the_start_is_refused(journal, iron):
    with pytest.raises(FieldError, match="from 2026-11-01 on"):
        journal.ledgers.end_medicine(iron, date(2026, 10, 31))
    assert only(journal).end is None


def test_only_what_is_named_is_mended(journal, iron):
    journal.ledgers.change_medicine(iron, day(10), "2 tablets")
    receipt = journal.ledgers.edit_medicine(only(journal), name="iron tablet", end=None)
    assert receipt.changed == 1
    assert only(journal) == iron._replace(name="iron tablet", changes=(DoseChange(day(10), "2 tablets"),))


def test_what_is_mended_to_nothing_is_cleared(journal, iron):
    journal.ledgers.edit_medicine(iron, dose_text="", start=None)
    assert journal.desk.store.get("medicines", iron.id).keys().isdisjoint({"dose_text", "from"})


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"name": " "}, "needs a name"),
        ({"name": "x" * 61}, "60 letters at most"),
        ({"dose_text": "x" * 201}, "200 letters at most"),
        ({"slots": ("evening", "tea")}, "slot: 'tea' does not fit, it takes some of morning"),
        ({"slots": ()}, "some of morning"),
        ({"end": date(2026, 10, 1)}, "from 2026-11-01 on"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_changes(journal, iron, changed, says):
    with pytest.raises(BadInput, match=says):
        journal.ledgers.edit_medicine(iron, **changed)
    assert only(journal) == iron


def test_a_removed_medicine_takes_its_doses_along_and_undo_brings_all_back(journal, iron, clock):
    clock.advance(minutes=1)
    journal.ledgers.add_medicine("other tablet", usual=True)
    journal.record.amend(TODAY, {}, usual=True)
    assert journal.ledgers.remove_medicine(iron).changed == 3
    assert [medicine.name for medicine in journal.ledgers.medicines()] == ["other tablet"]
    assert len(doses(journal)) == 1
    journal.undo()
    assert only(journal) == iron
    assert len(doses(journal)) == 3


def test_a_medicine_is_found_by_name_beginning_or_number(journal, iron, clock):
    clock.advance(minutes=1)
    journal.ledgers.add_medicine("Evening tablet")
    for typed, name in (
        ("IRON", "iron"),
        (" eve ", "Evening tablet"),
        ("1", "iron"),
        ("2", "Evening tablet"),
    ):
        assert journal.ledgers.find_medicine(typed).name == name


def test_of_two_with_one_name_the_one_that_is_taken_is_meant(journal, iron, clock):
    journal.ledgers.end_medicine(iron, day(5))
    clock.advance(minutes=1)
    journal.ledgers.add_medicine("Iron", start=day(10))
    assert journal.ledgers.find_medicine("iron").start == day(10)


def test_a_name_that_could_be_two_asks_for_the_number(journal, iron, clock):
    clock.advance(minutes=1)
    journal.ledgers.add_medicine("iron drops")
    assert journal.ledgers.find_medicine("iron").name == "iron"
    with pytest.raises(BadInput, match="could be 1 or 2 of stillnight medicine list: say the number"):
        journal.ledgers.find_medicine("ir")


@pytest.mark.parametrize("typed", ["tea", "0", "3", "", "1" * 5000])
def test_a_name_that_nobody_wrote_down_is_answered_with_the_near_ones(journal, iron, typed):
    with pytest.raises(UnknownName, match="stillnight medicine list shows them"):
        journal.ledgers.find_medicine(typed)


def test_the_name_it_was_understood_as_is_kept_beside_what_was_typed(journal):
    journal.ledgers.add_medicine("pramipexol", "dopamine_agonist", generic="pramipexole")
    assert (only(journal).name, only(journal).generic) == ("pramipexol", "pramipexole")
