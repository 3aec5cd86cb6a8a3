"""What the nights of a journal say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.journal.triggers.nights import FIRST, fill, made_up

from stillnight.insight.patterns.pattern import Pattern, Tier
from stillnight.journal.triggers import triggers as door
from stillnight.journal.triggers.account_words import ONLY_A_TRIAL, account_words
from stillnight.journal.triggers.looking import LeftOff
from stillnight.journal.triggers.memo import RunMemo
from stillnight.journal.triggers.triggers import Triggers

TONIGHT = date(2026, 11, 19)


@pytest.fixture
def triggers(journal, store):
    fill(store, made_up())
    return Triggers(journal)


def of(patterns, slug) -> Pattern:
    return next(one for one in patterns if one.factor == slug)


def test_every_factor_that_the_form_asks_has_a_pattern_the_best_first(triggers, journal):
    patterns = triggers.patterns()
    assert {one.factor for one in patterns} == {one.slug for one in journal.ledgers.shown_factors()}
    assert (patterns[0].factor, patterns[0].tier) == ("caffeine", Tier.LIKELY)


def test_as_of_a_night_it_is_what_the_history_says_of_that_night(triggers):
    for night, patterns in list(triggers.history())[::13]:
        assert triggers.patterns(night) == patterns


def test_as_of_a_night_between_entries_the_last_one_before_counts(triggers, journal, store):
    assert triggers.patterns(TONIGHT) == triggers.patterns(FIRST + timedelta(days=39))


def test_before_the_first_night_nothing_is_known(triggers):
    account = triggers.account(FIRST - timedelta(days=1))
    assert {one.tier for one in account.patterns} == {Tier.TOO_EARLY}
    assert (account.rated, account.counted) == (0, 0)


def test_an_empty_journal_says_that_it_is_too_early(journal):
    assert {one.tier for one in Triggers(journal).patterns()} == {Tier.TOO_EARLY}
    assert list(Triggers(journal).history()) == []


def test_it_is_the_same_whatever_order_the_nights_were_typed_in(journal, store):
    nights = made_up()
    fill(store, dict(reversed(nights.items())))
    backwards = Triggers(journal).account()
    store.records.clear()
    fill(store, nights)
    assert Triggers(journal).account() == backwards


def test_a_night_filled_in_is_recounted_from_there_on(journal, store):
    nights = made_up()
    gap = FIRST + timedelta(days=30)
    filled = nights.pop(gap)
    fill(store, nights)
    memo = RunMemo()
    triggers = Triggers(journal, memo)
    triggers.account()
    assert triggers.waiting() == 0
    fill(store, {gap: filled})
    assert triggers.waiting() == 10
    assert triggers.account() == Triggers(journal).account()
    assert triggers.waiting() == 0


def test_another_low_day_or_direction_of_an_own_factor_reaches_the_model(journal, store):
    nights = made_up()
    for values in nights.values():
        values["f.salt"] = values.pop("f.caffeine")
    fill(store, nights)
    journal.ledgers.add_factor("salt", kind="amount", least=0, most=9, low=0, high=3, direction="worse")
    found = of(Triggers(journal).patterns(), "salt")
    assert found.tier is Tier.LIKELY
    journal.ledgers.edit_factor("salt", high=6)
    doubled = of(Triggers(journal).patterns(), "salt")
    assert doubled.effect > found.effect
    assert doubled.with_it == found.with_it
    journal.ledgers.edit_factor("salt", high=7)
    assert of(Triggers(journal).patterns(), "salt").with_it == 0
    journal.ledgers.edit_factor("salt", high=3, direction="better")
    assert of(Triggers(journal).patterns(), "salt").probability < found.probability


def test_a_factor_that_is_not_asked_is_looked_at_as_long_as_it_is_answered(journal, store):
    nights = made_up()
    fill(store, {day: {**values, "f.nicotine": 5} for day, values in nights.items()})
    assert of(Triggers(journal).patterns(), "nicotine").nights == 39
    later = {day + timedelta(days=200): values for day, values in nights.items()}
    fill(store, later)
    assert "nicotine" not in {one.factor for one in Triggers(journal).patterns()}


@pytest.fixture
def sealed(monkeypatch):
    monkeypatch.setattr(door, "sealed_factors", lambda journal: frozenset({"caffeine"}))


def test_of_a_sealed_factor_nothing_is_told_anywhere(triggers, sealed):
    account = triggers.account()
    hidden = account.patterns[-1]
    assert hidden == Pattern("caffeine", nights=hidden.nights)
    assert account.sealed == {"caffeine"}
    assert "caffeine" not in {one.factor for one in account.open}
    assert "caffeine" not in account.missing.keys() | account.knowing.keys()
    assert triggers.behind().of("caffeine") == []
    assert all(of(patterns, "caffeine").probability is None for _, patterns in triggers.history())


def test_nor_what_a_sealed_one_still_lacks(triggers, monkeypatch):
    monkeypatch.setattr(door, "sealed_factors", lambda journal: frozenset({"stress"}))
    account = triggers.account()
    assert "stress" not in account.missing
    assert "stress" not in {one.factor for one in account.rarely_asked}


def test_the_others_are_not_blamed_for_a_sealed_one(triggers, monkeypatch):
    before = {one.factor: one for one in triggers.patterns()}
    monkeypatch.setattr(door, "sealed_factors", lambda journal: frozenset({"caffeine"}))
    assert all(before[one.factor] == one for one in triggers.account().open)
    assert triggers.waiting() == 0


def test_nights_that_do_not_count_are_told_apart(journal, store):
    nights = made_up()
    late, *_ = list(nights)[5:]
    nights[late]["evening_at"] = f"{late + timedelta(days=3)}T20:00+02:00"
    fill(store, nights)
    triggers = Triggers(journal)
    account = triggers.account()
    assert (account.rated, account.counted, account.left_out) == (40, 39, {"late": 1})
    assert next(one for one in triggers.behind().of("caffeine") if one.night == late).left_out == "late"


def test_the_nights_behind_it_are_told_newest_first(triggers):
    nights = triggers.behind().of("caffeine")
    assert [one.night for one in nights] == sorted((one.night for one in nights), reverse=True)
    assert len(nights) == 40
    assert {one.has_it for one in nights if one.answer == 3} == {True}
    assert nights[-1].expected is None
    assert all(0 <= one.expected <= 10 for one in nights[:-1])


def test_of_an_unknown_factor_there_are_no_nights(triggers):
    assert triggers.behind().of("moonlight") == []


def test_what_was_asked_too_rarely_says_what_is_missing(triggers):
    account = triggers.account()
    assert account.missing["stress"] == (14, 5, 5)
    assert "stress" in [one.factor for one in account.rarely_asked]
    assert "caffeine" not in account.missing


def test_who_wants_no_more_is_left_in_peace(triggers):
    with pytest.raises(LeftOff):
        triggers.account(told=lambda number, of: number < 5)
    assert triggers.waiting() == 35


def test_what_is_done_against_the_legs_is_never_looked_at(journal, store):
    fill(store, made_up())
    account = Triggers(journal, reliefs=lambda: {"caffeine"}).account()
    assert "caffeine" not in {one.factor for one in account.patterns}
    assert [one.slug for one in account.reliefs] == ["caffeine"]
    words = [said.words for said in account_words(account)]
    assert words[words.index(ONLY_A_TRIAL) + 1] == "caffeine"
