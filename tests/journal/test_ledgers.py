"""Factors, medicines, blood tests, red flags, the profile, on Thursday 19 November 2026."""

from __future__ import annotations

from datetime import date, time

import pytest

from stillnight.domain.errors import BadInput, FieldError, UnknownName
from stillnight.domain.factor import Factor, Kind, describe
from stillnight.domain.ids import hashed_id

TODAY = date(2026, 11, 19)
WHOLE = {"label": "choc", "question": "Chocolate?", "kind": "amount", "most": 20, "shown": True}


def put(store, slug, **fields):
    """A factor's record as another device, or a hand, left it."""
    store.records["factors", hashed_id("factor", slug)] = {"slug": slug, **fields}


def test_the_built_in_factors_come_first_and_as_they_are(journal):
    assert list(journal.ledgers.factors().values()) == list(journal.desk.built_in.values())


def test_the_form_asks_what_is_shown_in_the_order_of_the_seeds(journal):
    journal.ledgers.show_factor("late_meal", True)
    journal.ledgers.show_factor("alcohol", False)
    assert [factor.slug for factor in journal.ledgers.shown_factors()] == [
        "caffeine", "stress", "exercise", "sitting", "antihistamine", "late_meal",
    ]  # fmt: skip


def test_an_unknown_factor_cannot_be_shown(journal):
    with pytest.raises(UnknownName, match="did you mean caffeine"):
        journal.ledgers.show_factor("cafeine", True)


def test_an_own_factor_is_shown_has_a_letter_and_can_be_hidden(journal):
    journal.ledgers.add_factor("gardening")
    factor = journal.ledgers.factors()["gardening"]
    assert (factor.kind, factor.key, factor.shown) == (Kind.YES_NO, "g", True)
    journal.ledgers.show_factor("gardening", False)
    assert journal.ledgers.factors()["gardening"].label == "gardening"
    assert "gardening" not in [factor.slug for factor in journal.ledgers.shown_factors()]


def test_a_rating_of_ones_own_goes_from_0_to_10_and_has_to_be_said(journal):
    journal.ledgers.add_factor("worry", kind="rating")
    factor = journal.ledgers.factors()["worry"]
    assert (factor.least, factor.most, factor.usual) == (0, 10, None)
    assert factor.check("10") == 10


def test_an_amount_whose_range_nobody_named_takes_more_than_one(journal):
    journal.ledgers.add_factor("water", kind="amount", unit="glasses")
    assert journal.ledgers.factors()["water"].check("8") == 8


def test_an_own_factor_may_begin_with_a_digit(journal):
    journal.ledgers.add_factor("2nd_nap")
    assert journal.ledgers.factors()["2nd_nap"].key == "p"


@pytest.mark.parametrize(
    ("slug", "spec", "says"),
    [
        ("Choc", {}, "small letters"),
        ("choc", {"kind": "sometimes"}, "one of yes_no, amount, rating"),
        ("choc", {"kind": "amount", "least": 5, "most": 5}, "more than least"),
        ("choc", {"kind": "amount", "most": 10, "usual": 50}, "0 to 10"),
        ("choc", {"key": "n"}, "none of f n o u w x"),
        ("choc", {"key": "zz"}, "one small letter"),
        ("choc", {"key": "1"}, "one small letter"),
        ("choc", {"key": "c"}, "caffeine has it"),
        ("choc", {"colour": "brown"}, "a factor has only"),
    ],
)
def test_a_factor_that_does_not_fit_is_refused_and_nothing_is_kept(journal, store, slug, spec, says):
    with pytest.raises(FieldError, match=says):
        journal.ledgers.add_factor(slug, **spec)
    assert store.all("factors") == {}


def test_a_name_that_is_taken_is_refused(journal):
    journal.ledgers.add_factor("choc")
    for slug in ("choc", "caffeine"):
        with pytest.raises(BadInput, match="is there already"):
            journal.ledgers.add_factor(slug)


@pytest.mark.parametrize(
    "slip",
    [
        {"kind": "often"}, {"label": 7}, {"question": None}, {"most": "many"}, {"usual": "two"},
        {"key": 5}, {"unit": ["g"]}, {"shown": "yes"}, {"low": True}, {"kind": ["amount"]}, {"least": 30},
    ],
)  # fmt: skip
def test_a_damaged_factor_is_passed_over_and_the_others_stay(journal, store, slip):
    put(store, "good", **WHOLE)
    put(store, "bad", **{**WHOLE, **slip})
    put(store, "Not A Slug", **WHOLE)
    assert set(journal.ledgers.factors()) == {*journal.desk.built_in, "good"}


def test_a_damaged_factor_is_mended_by_adding_it_again(journal, store):
    put(store, "choc", kind="often")
    journal.ledgers.add_factor("choc", kind="rating")
    assert journal.ledgers.factors()["choc"].kind is Kind.RATING


def test_letters_given_away_twice_on_two_devices_are_told_apart(journal, store):
    for slug in ("gin", "garden", "glare"):
        put(store, slug, **WHOLE, key="g")
    put(store, "choc", **WHOLE, key="c")
    put(store, "nap", **WHOLE, key="n")
    keys = [factor.key for factor in journal.ledgers.shown_factors()]
    assert len(set(keys)) == len(keys)
    assert "g" in keys
    assert set(keys).isdisjoint({"", "n"})


def test_a_new_factor_out_of_a_file_gets_its_letter_when_it_is_shown(journal):
    factor = describe("lamp", {"label": "lamp", "question": "Lamp?", "kind": "yes_no"})
    journal.desk.store.write("import", journal.ledgers.factor_changes(factor))
    assert journal.ledgers.factors()["lamp"] == factor
    journal.ledgers.show_factor("lamp", True)
    assert journal.ledgers.factors()["lamp"].key == "l"


def test_when_all_letters_are_given_away_a_factor_has_none(journal):
    slugs = [f"own_{number:02}" for number in range(20)]
    for slug in slugs:
        journal.ledgers.add_factor(slug)
    own = [journal.ledgers.factors()[slug] for slug in slugs]
    keys = [factor.key for factor in own if factor.key]
    assert len(keys) == len(set(keys)) == 26 - 6 - len(journal.desk.built_in)


def test_what_defines_a_factor_reads_back_as_it_was(journal):
    factor = Factor(
        "choc", "chocolate", "Chocolate?", Kind.AMOUNT, "g", "pieces", 0, 20, 3, 0, 5, "worse", True
    )
    journal.desk.store.write("add", journal.ledgers.factor_changes(factor))
    assert journal.ledgers.factors()["choc"] == factor


def test_medicines_are_told_oldest_first_with_what_is_known(journal, clock):
    journal.ledgers.add_medicine("  iron ", "iron", usual=True, dose_text="1 tablet", start=date(2026, 11, 1))
    clock.advance(minutes=1)
    journal.ledgers.add_medicine("ibuprofen")
    first, second = journal.ledgers.medicines()
    assert (first.name, first.klass, first.dose_text, first.start) == (
        "iron",
        "iron",
        "1 tablet",
        date(2026, 11, 1),
    )
    assert (second.name, second.klass, second.usual) == ("ibuprofen", "other", False)
    assert journal.ledgers.usual_medicines(TODAY) == [first]
    assert journal.ledgers.usual_medicines(date(2026, 10, 31)) == []


def test_a_medicine_needs_a_name(journal):
    with pytest.raises(BadInput, match="needs a name"):
        journal.ledgers.add_medicine("  ")


def test_blood_tests_are_told_by_date_with_their_unit(journal):
    journal.ledgers.add_lab(date(2026, 11, 2), "ferritin", 42.0, ill=True)
    journal.ledgers.add_lab(date(2026, 5, 2), "tsat", 17.5)
    assert [(lab.kind, lab.value, lab.ill) for lab in journal.ledgers.labs()] == [
        ("tsat", 17.5, None),
        ("ferritin", 42.0, True),
    ]
    units = {
        record["kind"]: (record["unit"], record["value"])
        for record in journal.desk.store.all("labs").values()
    }
    assert units == {"ferritin": ("ug/L", 42), "tsat": ("%", 17.5)}


@pytest.mark.parametrize(
    ("day", "kind", "value", "says"),
    [
        (TODAY, "iron", 10, "one of ferritin"),
        (TODAY, "ferritin", 0, "1 to 5000 ug/L"),
        (TODAY, "tsat", 101, "0 to 100 %"),
        (TODAY, "crp", float("nan"), "0 to 500"),
        (date(2026, 11, 20), "ferritin", 42, "a day up to today"),
    ],
)
def test_a_blood_test_that_cannot_be_is_refused(journal, day, kind, value, says):
    with pytest.raises(FieldError, match=says):
        journal.ledgers.add_lab(day, kind, value)
    assert journal.ledgers.labs() == []


def test_a_flag_ticked_twice_on_a_day_is_one_tick_and_can_be_taken_back(journal):
    for day in (TODAY, TODAY, date(2026, 11, 2)):
        journal.ledgers.tick("one_leg_hot", day)
    journal.ledgers.tick("breathless", TODAY)
    assert [tick.date.day for tick in journal.ledgers.ticks()] == [2, 19, 19]
    journal.ledgers.untick("one_leg_hot")
    assert [tick.flag for tick in journal.ledgers.ticks()] == ["breathless"]
    deed = journal.desk.store.last_deed()
    assert deed is not None
    assert deed.label == "untick one leg hot"


def test_the_profile_keeps_what_is_told_and_forgets_what_is_taken_out(journal):
    assert journal.ledgers.profile() == {}
    journal.ledgers.set_profile({"pregnant_week": 20, "kidneys": True})
    journal.ledgers.set_profile({"pregnant_week": None})
    assert journal.ledgers.profile() == {"kidneys": True}


def test_the_rollover_moves_every_date(journal, clock):
    clock.set("2026-11-20T13:00")
    assert journal.tonight == date(2026, 11, 20)
    journal.ledgers.set_rollover(time(18, 30))
    assert (journal.desk.rollover, journal.tonight) == (time(18, 30), date(2026, 11, 19))


@pytest.mark.parametrize("kept", ["25:00", 5, "", "noon"])
def test_a_rollover_that_is_no_time_counts_as_noon(journal, store, kept):
    store.records["meta", 1] = {"rollover": kept}
    assert journal.desk.rollover == time(12)


def test_a_suggestion_is_put_off_and_then_not_for_me(journal):
    journal.ledgers.snooze("I00", date(2026, 12, 1))
    assert journal.ledgers.answers() == [{"rule": "I00", "until": "2026-12-01"}]
    journal.ledgers.snooze("I00", None)
    assert journal.ledgers.answers() == [{"rule": "I00", "until": "never"}]
