"""Answers land in the ledgers, feed the rules at once, and nobody is asked twice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.journal.checkup.worlds import TODAY, Visit

from stillnight.domain.ports import Receipt

ALL_NO = {
    "iron": "no", "night_pill": "no", "antidepressant": "no", "nausea": "no", "pregnancy": "no",
    "kidneys": "no", "snore": "no", "pauses": "no", "coffee": "no",
}  # fmt: skip


@pytest.fixture
def visit() -> Visit:
    return Visit()


def test_it_is_offered_with_the_first_nights_only(visit):
    assert not visit.checkups.is_offered
    for night in range(3):
        visit.log(TODAY - timedelta(days=night))
        assert visit.checkups.is_offered
    visit.log(TODAY - timedelta(days=3))
    assert not visit.checkups.is_offered


def test_it_is_not_offered_again_after_no_thanks_and_can_still_be_done(visit):
    visit.log()
    visit.checkups.decline()
    assert not visit.checkups.is_offered
    assert visit.check.at.id == "iron"
    visit.journal.undo()
    assert visit.checkups.is_offered


def test_it_is_not_offered_once_it_was_begun_or_all_is_known(visit):
    visit.log()
    visit.type(iron="no")
    assert not visit.checkups.is_offered
    assert visit.check.at.id == "night_pill"


def test_all_answered_is_the_end_on_a_second_machine_too(visit):
    check = visit.type(**ALL_NO)
    assert check.at is None
    assert Visit(visit.store).check.is_done


def test_an_answer_that_is_there_already_writes_nothing(visit):
    visit.type(iron="no")
    done = len(visit.store.done)
    visit.type(iron="no")
    assert len(visit.store.done) == done


def test_a_number_with_its_day_is_a_blood_test(visit):
    visit.type(iron="yes", ferritin="42 ng/mL", ferritin_day="2 Nov")
    (lab,) = visit.journal.ledgers.labs()
    assert (lab.kind, lab.value, lab.date) == ("ferritin", 42, date(2026, 11, 2))
    assert "I02" in visit.cards()


def test_a_number_without_a_day_is_none(visit):
    visit.type(iron="yes", ferritin="42", ferritin_day="")
    assert visit.journal.ledgers.labs() == []


def test_never_measured_says_what_to_ask(visit):
    visit.log(severity=4)
    visit.type(**ALL_NO)
    assert visit.cards() == {"I00"}


def test_a_number_that_is_mended_the_same_evening_stays_one_blood_test(visit):
    visit.type(iron="yes", ferritin="42", ferritin_day="2 Nov")
    visit.type(ferritin="24")
    assert [lab.value for lab in visit.journal.ledgers.labs()] == [24]
    visit.type(iron="no")
    assert visit.journal.ledgers.labs() == []
    assert visit.check.answers == {"iron": "no"}


def test_a_newer_number_on_another_day_is_a_blood_test_of_its_own(visit):
    visit.type(iron="yes", ferritin="42", ferritin_day="2 Nov")
    visit.store.clock.set("2027-06-01T22:00")
    visit.type(ferritin="80", ferritin_day="1 May 2027")
    values = [lab.value for lab in visit.journal.ledgers.labs()]
    assert values[0] == 42
    assert values[-1] == 80


def test_a_blood_test_on_record_is_not_asked_for(visit):
    visit.journal.ledgers.add_lab(date(2026, 10, 1), "ferritin", 60)
    check = visit.check
    assert check.answers == {"iron": "yes", "ferritin": "60", "ferritin_day": "2026-10-01"}
    assert check.at.id == "night_pill"


@pytest.mark.parametrize(
    ("typed", "profile"),
    [
        ({"kidneys": "no"}, {"ckd": False}),
        ({"kidneys": "yes"}, {"ckd": True, "dialysis": False}),
        ({"kidneys": "dialysis"}, {"ckd": True, "dialysis": True}),
        ({"kidneys": "unsure"}, {}),
        ({"kidneys": ""}, {}),
        ({"snore": "yes", "pauses": "no"}, {"snore": True, "witnessed_apnoea": False}),
        ({"coffee": "yes"}, {"late_caffeine": True}),
        ({"pregnancy": "no"}, {"pregnant_week": False, "postpartum_weeks": False}),
        ({"pregnancy": "pregnant"}, {"pregnant_week": True, "postpartum_weeks": False}),
        (
            {"pregnancy": "pregnant", "pregnant_week": "20"},
            {"pregnant_week": 20, "pregnant_week.at": "2026-11-19", "postpartum_weeks": False},
        ),
        (
            {"pregnancy": "birth", "postpartum_weeks": "9"},
            {"pregnant_week": False, "postpartum_weeks": 9, "postpartum_weeks.at": "2026-11-19"},
        ),
    ],
    ids=str,
)
def test_what_belongs_into_the_profile(visit, typed, profile):
    visit.type(**typed)
    assert visit.journal.ledgers.profile() == profile
    assert typed.keys() <= visit.check.answers.keys()


@pytest.mark.parametrize("profile", [{"ckd": False}, {"ckd": True}, {"ckd": True, "dialysis": True}], ids=str)
def test_what_the_profile_knows_is_not_asked(visit, profile):
    visit.journal.ledgers.set_profile(profile)
    assert "kidneys" in visit.check.answers


@pytest.mark.parametrize(
    ("profile", "answer"),
    [
        ({"pregnant_week": 20}, "pregnant"),
        ({"pregnant_week": False, "postpartum_weeks": 9}, "birth"),
        ({"pregnant_week": False}, None),
        ({"postpartum_weeks": False}, None),
        ({"pregnant_week": False, "postpartum_weeks": False}, "no"),
    ],
    ids=str,
)
def test_what_the_profile_knows_of_a_pregnancy(visit, profile, answer):
    visit.journal.ledgers.set_profile(profile)
    assert visit.check.answers.get("pregnancy") == answer


def test_the_profile_counts_more_than_what_was_said_once(visit):
    visit.type(kidneys="no", snore="no")
    visit.journal.ledgers.set_profile({"ckd": True, "dialysis": True, "snore": None})
    assert visit.check.answers["kidneys"] == "dialysis"
    assert visit.check.answers["snore"] == "no"


def test_a_mended_answer_takes_back_what_it_stored(visit):
    visit.type(kidneys="dialysis")
    visit.type(kidneys="no")
    assert visit.journal.ledgers.profile() == {"ckd": False}
    visit.type(kidneys="unsure")
    assert visit.journal.ledgers.profile() == {}
    assert visit.check.answers["kidneys"] == "unsure"


def test_a_plain_pregnant_is_enough_for_the_gates(visit):
    from tests.rules.seeds import seed_library

    visit.type(pregnancy="pregnant")
    gate = seed_library().gates["G06"]
    assert gate.pregnant
    assert visit.journal.ledgers.profile()["pregnant_week"] is True


def test_a_medicine_that_is_known_by_its_name(visit):
    visit.type(antidepressant="yes", antidepressant_name="Sertraline 50", antidepressant_day="3 weeks ago")
    (medicine,) = visit.journal.ledgers.medicines()
    assert (medicine.name, medicine.klass, medicine.usual) == ("Sertraline 50", "ssri", False)
    assert medicine.start == date(2026, 10, 29)
    assert "M04" in visit.cards()


def test_who_left_the_day_out_is_not_asked_for_it_at_the_end(visit):
    visit.type(antidepressant="yes", antidepressant_name="sertraline", antidepressant_day="")
    assert visit.journal.ledgers.medicines()[0].start is None
    assert visit.cards() == set()


def test_what_the_check_up_did_not_ask_may_be_asked_at_its_end(visit):
    for day in range(13, 20):
        visit.log(date(2026, 11, day), **{"f.caffeine": 2})
    visit.type(coffee="yes")
    assert "C06" in visit.cards()


def test_a_medicine_begun_long_ago_is_no_card(visit):
    visit.type(antidepressant="yes", antidepressant_name="sertraline", antidepressant_day="2019")
    assert visit.cards() == set()


def test_a_medicine_whose_name_tells_nothing_is_asked_about(visit):
    visit.type(
        antidepressant="yes", antidepressant_name="", antidepressant_class="mirtazapine",
        antidepressant_day="1 Nov",
    )  # fmt: skip
    (medicine,) = visit.journal.ledgers.medicines()
    assert (medicine.name, medicine.klass) == ("medicine against low mood", "mirtazapine")
    assert "M04" in visit.cards()


def test_another_kind_of_medicine_is_read_as_what_it_is(visit):
    visit.type(antidepressant="yes", antidepressant_name="quetiapine", antidepressant_day="")
    assert visit.journal.ledgers.medicines()[0].klass == "antipsychotic"
    assert visit.cards() == {"M05"}


def test_something_for_most_nights_is_a_usual_medicine(visit):
    visit.type(night_pill="most", night_pill_name="doxylamine")
    (medicine,) = visit.journal.ledgers.usual_medicines(TODAY)
    assert medicine.klass == "antihistamine_sedating"
    assert visit.cards() == {"M03A"}


def test_something_now_and_then_is_left_to_the_evening_form(visit):
    visit.type(night_pill="sometimes")
    assert visit.journal.ledgers.medicines() == []


@pytest.mark.parametrize(("typed", "night"), [("2", TODAY), ("yes, yesterday", date(2026, 11, 18))])
def test_one_against_nausea_is_a_dose_of_that_night(visit, typed, night):
    visit.type(nausea=typed, nausea_name="metoclopramide")
    (medicine,) = visit.journal.ledgers.medicines()
    assert (medicine.klass, medicine.start, medicine.end) == ("antiemetic_da", night, night)
    assert [medicine.name for medicine, _ in visit.journal.browse.page(night).doses] == ["metoclopramide"]
    assert visit.cards() == {"M06"}
    visit.store.clock.advance(days=5)
    assert visit.cards() == set()


def test_one_every_day_is_a_usual_medicine(visit):
    visit.type(nausea="4", nausea_name="", nausea_class="1")
    (medicine,) = visit.journal.ledgers.usual_medicines(TODAY)
    assert (medicine.name, medicine.klass) == ("medicine against nausea", "antiemetic_da")
    assert visit.cards() == {"M06"}


def test_a_no_after_all_takes_the_medicine_and_its_dose_back(visit):
    visit.type(nausea="2", nausea_name="metoclopramide")
    visit.type(nausea="no")
    assert visit.journal.ledgers.medicines() == []
    assert visit.store.all("doses") == {}


def test_a_no_on_another_day_leaves_the_ledger_to_its_owner(visit):
    visit.type(night_pill="most", night_pill_name="doxylamine")
    visit.store.clock.advance(days=30)
    visit.type(night_pill="no")
    assert len(visit.journal.ledgers.medicines()) == 1


def test_a_name_that_is_mended_stays_one_medicine(visit):
    visit.type(night_pill="most", night_pill_name="doxylamine")
    visit.type(night_pill_name="hydroxyzine")
    assert [one.name for one in visit.journal.ledgers.medicines()] == ["hydroxyzine"]


def test_each_answer_is_one_deed_that_undo_takes_back(visit):
    visit.type(nausea="2", nausea_name="metoclopramide")
    undone = visit.journal.undo()
    assert undone.label == "check-up: nausea name"
    assert visit.journal.ledgers.medicines() == []
    assert visit.store.all("doses") == {}
    check = visit.check
    assert check.answers == {"nausea": "today"}
    assert "nausea_name" in [question.id for question in check.open]
    visit.journal.undo()
    assert visit.check.answers == {}


def test_what_the_check_up_said_gives_way_to_the_nights(visit):
    visit.type(**{**ALL_NO, "iron": "unsure", "coffee": "yes"})
    assert visit.cards() == {"C06A"}
    for night in range(5):
        visit.log(TODAY - timedelta(days=night), 0, **{"f.caffeine": 0})
    assert visit.cards() == set()


def test_breathing_pauses_are_a_card_at_once(visit):
    visit.type(pauses="yes")
    assert visit.cards() == {"S03"}


def test_what_was_put_off_is_not_shown_at_the_end(visit):
    visit.type(pauses="yes")
    visit.journal.ledgers.snooze("S03", None)
    assert visit.cards() == set()


def test_a_receipt_comes_with_what_was_written(visit):
    check, receipt = visit.checkups.answer(visit.check, "no")
    assert isinstance(receipt, Receipt)
    assert receipt.published
    assert check.at.id == "night_pill"
