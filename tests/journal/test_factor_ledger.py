"""Factors of one's own: defined, changed, shown, put in order, removed. No answer is ever lost by it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.journal.conftest import FACTORS

from stillnight.domain.errors import BadInput, FieldError, UnknownName
from stillnight.domain.factor import Kind
from stillnight.journal.day_words import factor_words

TONIGHT = date(2026, 11, 19)
USUALLY = ["caffeine", "alcohol", "stress", "exercise", "sitting", "antihistamine"]


@pytest.fixture
def ledgers(journal):
    return journal.ledgers


def asked(ledgers) -> list[str]:
    return [factor.slug for factor in ledgers.shown_factors()]


# -- what goes without saying ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "kind", "reference"),
    [
        ({}, Kind.YES_NO, (0, 1)),
        ({"unit": "glasses"}, Kind.AMOUNT, (0, 100)),
        ({"most": 20}, Kind.AMOUNT, (0, 20)),
        ({"kind": "rating"}, Kind.RATING, (0, 10)),
    ],
)
def test_a_unit_or_a_number_makes_an_amount(ledgers, said, kind, reference):
    ledgers.add_factor("water", **said)
    factor = ledgers.factor("water")
    assert (factor.kind, (factor.least, factor.most)) == (kind, reference)


@pytest.mark.parametrize(
    ("said", "usual", "low", "high"),
    [
        ({"kind": "amount"}, 1, 0, 1),
        ({"usual": 8}, 8, 0, 8),
        ({"least": 30, "most": 60}, 30, 30, 60),
        ({"usual": 0}, 0, 0, 100),
        ({"usual": 3, "low": 2, "high": 5}, 3, 2, 5),
        ({"low": 2000, "high": 8000}, 8000, 2000, 8000),
        ({"low": 0, "high": 1}, 1, 0, 1),
        ({"kind": "rating"}, None, 3, 8),
    ],
)
def test_the_days_that_are_compared_follow_from_what_is_usual(ledgers, said, usual, low, high):
    ledgers.add_factor("water", **said)
    factor = ledgers.factor("water")
    assert (factor.usual, factor.low, factor.high) == (usual, low, high)


def test_a_name_of_two_words_is_said_as_two(ledgers):
    ledgers.add_factor("hot_bath")
    assert ledgers.factor("hot_bath").label == "hot bath"
    assert ledgers.factor("hot_bath").question == "hot bath?"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"direction": "up"}, "direction"),
        ({"label": "  "}, "label"),
        ({"label": "a\nb"}, "label"),
        ({"question": "\x1b[2J"}, "question"),
        ({"unit": "a\tb"}, "unit"),
        ({"kind": "yes_no", "unit": "cups"}, "unit"),
        ({"kind": "yes_no", "most": 5}, "most"),
        ({"kind": "amount", "least": -1}, "least"),
        ({"kind": "amount", "low": 5, "high": 5}, "high"),
        ({"kind": "amount", "most": 10, "high": 11}, "high"),
        ({"kind": "amount", "low": float("nan")}, "low"),
        ({"kind": "amount", "most": float("inf")}, "most"),
        ({"kind": "amount", "usual": True}, "usual"),
        ({"kind": "rating", "most": 11}, "most"),
        ({"kind": "rating", "usual": 5}, "usual"),
        ({"kind": "often"}, "kind"),
        ({"key": "c"}, "key"),
    ],
)
def test_a_part_that_does_not_fit_is_named_by_its_field(ledgers, store, said, field):
    with pytest.raises(FieldError) as caught:
        ledgers.add_factor("water", **said)
    assert caught.value.field == field
    assert store.all("factors") == {}


# -- saying something else --------------------------------------------------------------------------


def test_what_is_not_named_stays_as_it_was(ledgers):
    ledgers.add_factor("water", unit="glasses", most=20, usual=8, direction="better", key="z")
    before = ledgers.factor("water")
    ledgers.edit_factor("water", most=30)
    after = ledgers.factor("water")
    assert after.most == 30
    assert (after.unit, after.usual, after.direction, after.key, after.shown) == (
        before.unit, before.usual, before.direction, before.key, before.shown,
    )  # fmt: skip


def test_an_edit_leaves_a_hidden_factor_hidden_and_is_one_undo(journal, ledgers):
    ledgers.add_factor("water", unit="glasses")
    ledgers.show_factor("water", False)
    ledgers.edit_factor("water", unit="cups", most=9)
    assert (ledgers.factor("water").shown, ledgers.factor("water").unit) == (False, "cups")
    journal.undo()
    assert (ledgers.factor("water").unit, ledgers.factor("water").most) == ("glasses", 100)


def test_another_kind_begins_with_its_own_range(ledgers):
    ledgers.add_factor("water", unit="glasses", most=30, usual=8)
    ledgers.edit_factor("water", kind="rating")
    factor = ledgers.factor("water")
    assert (factor.kind, factor.unit, factor.most, factor.usual) == (Kind.RATING, "", 10, None)
    ledgers.edit_factor("water", kind="yes_no")
    assert (ledgers.factor("water").kind, ledgers.factor("water").most) == (Kind.YES_NO, 1)


def test_answers_are_never_counted_as_something_else(journal, ledgers):
    ledgers.add_factor("water", unit="glasses")
    journal.record.amend(TONIGHT, {"f.water": 3})
    with pytest.raises(BadInput, match="answers as amount in 1 night:"):
        ledgers.edit_factor("water", kind="rating")
    ledgers.edit_factor("water", kind="amount", most=40)
    assert ledgers.factor("water").most == 40


def test_a_letter_of_its_own_may_be_kept_or_changed_to_a_free_one(ledgers):
    ledgers.add_factor("water", key="z")
    ledgers.edit_factor("water", key="z")
    ledgers.edit_factor("water", key="g")
    assert ledgers.factor("water").key == "g"
    with pytest.raises(FieldError, match="caffeine has it"):
        ledgers.edit_factor("water", key="c")


def test_of_a_built_in_factor_the_letter_can_be_changed_and_nothing_else(ledgers):
    ledgers.edit_factor("caffeine", key="z")
    assert ledgers.factor("caffeine").key == "z"
    assert ledgers.factor("caffeine").most == FACTORS["caffeine"].most
    with pytest.raises(FieldError, match="alcohol has it"):
        ledgers.edit_factor("caffeine", key="a")
    with pytest.raises(BadInput, match="came with the program"):
        ledgers.edit_factor("caffeine", most=50)


def test_a_built_in_factor_is_as_it_was_once_it_is_reset(journal, ledgers):
    ledgers.edit_factor("caffeine", key="z")
    ledgers.show_factor("caffeine", False)
    ledgers.reset_factor("caffeine")
    assert ledgers.factor("caffeine") == FACTORS["caffeine"]
    journal.undo()
    assert (ledgers.factor("caffeine").key, ledgers.factor("caffeine").shown) == ("z", False)


def test_the_letter_that_a_built_in_factor_gave_up_is_free(ledgers):
    ledgers.edit_factor("caffeine", key="z")
    ledgers.add_factor("chocolate", key="c")
    assert ledgers.factor("chocolate").key == "c"


def test_an_unknown_factor_cannot_be_changed(ledgers):
    for change in (ledgers.remove_factor, ledgers.edit_factor):
        with pytest.raises(UnknownName, match="caffeine"):
            change("cafeine")


# -- shown, in order --------------------------------------------------------------------------------


def test_the_order_of_the_form_is_the_users(journal, ledgers):
    ledgers.order_factors(["stress", "late_meal"])
    assert asked(ledgers) == ["stress", "caffeine", "alcohol", "exercise", "sitting", "antihistamine"]
    ledgers.show_factor("late_meal", True)
    assert asked(ledgers)[:2] == ["stress", "late_meal"]
    journal.undo()
    journal.undo()
    assert asked(ledgers) == USUALLY


def test_what_is_asked_is_said_in_one_deed(journal, ledgers):
    ledgers.add_factor("water")
    ledgers.ask_factors(["water", "stress", "travel"])
    assert asked(ledgers) == ["water", "stress", "travel"]
    journal.undo()
    assert asked(ledgers) == [*USUALLY, "water"]
    journal.redo()
    ledgers.ask_usual_factors()
    assert asked(ledgers) == [*USUALLY, "water"]


def test_a_name_that_is_none_changes_nothing(ledgers, store):
    for change in (ledgers.ask_factors, ledgers.order_factors):
        with pytest.raises(UnknownName, match="stres"):
            change(["caffeine", "stres"])
    assert store.records == {}


@pytest.mark.parametrize("order", [None, "caffeine", 5, [], [7, "nobody", ["x"], "stress", "stress"]])
def test_a_damaged_order_costs_no_factor(ledgers, store, order):
    store.records["meta", 1] = {"factor_order": order}
    assert sorted(asked(ledgers)) == sorted(USUALLY)
    assert sorted(ledgers.factors()) == sorted(FACTORS)


# -- removed ----------------------------------------------------------------------------------------


def test_a_removed_factor_is_asked_no_more_and_its_answers_stay(journal, ledgers):
    ledgers.add_factor("water", unit="glasses")
    journal.record.amend(TONIGHT, {"f.water": 3, "severity": 4})
    ledgers.remove_factor("water")
    assert "water" not in ledgers.factors()
    night = journal.browse.night(TONIGHT)
    assert night.get("f.water") == 3
    assert list(factor_words(night.values, ledgers.factors())) == ["water 3"]
    assert ledgers.nights_with("water") == 1
    journal.undo()
    assert ledgers.factor("water").unit == "glasses"


def test_a_factor_that_is_added_again_is_the_new_one(ledgers):
    ledgers.add_factor("water", unit="glasses", most=20)
    ledgers.remove_factor("water")
    ledgers.add_factor("water")
    assert ledgers.factor("water").kind is Kind.YES_NO


def test_a_built_in_factor_is_hidden_not_removed(ledgers, store):
    with pytest.raises(BadInput, match="hidden, not removed"):
        ledgers.remove_factor("caffeine")
    assert store.records == {}


def test_a_hidden_factor_is_not_asked_and_its_answers_are_still_read(journal, ledgers):
    journal.record.amend(TONIGHT, {"f.caffeine": 2})
    ledgers.show_factor("caffeine", False)
    assert "caffeine" not in asked(ledgers)
    words = list(factor_words(journal.browse.night(TONIGHT).values, ledgers.factors()))
    assert words == ["caffeine 2"]
