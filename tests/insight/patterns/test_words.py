"""A pattern in plain words."""

from __future__ import annotations

import pytest

from stillnight.domain.factor import Factor, Kind
from stillnight.insight.patterns.pattern import Pattern, Tier
from stillnight.insight.patterns.words import (
    amount_words,
    between_words,
    brief_words,
    direction_words,
    effect_words,
    lag_words,
    points_words,
    tier_words,
)

CAFFEINE = Factor("caffeine", "caffeine", "?", Kind.AMOUNT, unit="servings", high=3)
STRESS = Factor("stress", "stress", "?", Kind.RATING, unit="of 10", low=3, high=8)
PILL = Factor("antihistamine", "antihist.", "?", Kind.YES_NO)

COFFEE = Pattern("caffeine", Tier.LIKELY, 0.97, 1.23, 0.58, 1.84, lag=1, nights=34)
UNKNOWN = Pattern("caffeine", nights=1)


def test_an_effect_names_the_two_days_that_are_compared():
    assert effect_words(COFFEE, CAFFEINE) == "about +1.2 points for 3 servings instead of 0"
    assert effect_words(COFFEE, STRESS) == "about +1.2 points for 8 of 10 instead of 3"
    assert effect_words(COFFEE, PILL) == "about +1.2 points for a day with it instead of one without"


@pytest.mark.parametrize(
    ("unit", "one"),
    [("servings", "serving"), ("glasses", "glass"), ("boxes", "box"), ("glass", "glass"), ("", "")],
)
def test_one_of_something_is_not_named_in_the_plural(unit, one):
    factor = Factor("tea", "tea", "?", Kind.AMOUNT, unit=unit, high=1)
    assert amount_words(factor, 1) == f"1 {one}".rstrip()
    assert amount_words(factor, 2) == f"2 {unit}".rstrip()
    assert amount_words(factor, 1.5) == f"1.5 {unit}".rstrip()


def test_its_interval_is_said_without_the_words_of_statistics():
    assert between_words(COFFEE) == "probably between +0.6 and +1.8"


def test_the_pane_has_one_figure():
    assert brief_words(COFFEE, CAFFEINE) == "about +1.2 for 3 servings, 34 nights"
    assert brief_words(COFFEE, STRESS) == "about +1.2 for 8 of 10, 34 nights"
    assert brief_words(COFFEE, PILL) == "about +1.2 on days with it, 34 nights"


def test_what_nobody_knows_is_not_said():
    assert effect_words(UNKNOWN, CAFFEINE) == between_words(UNKNOWN) == lag_words(UNKNOWN) == ""
    assert brief_words(UNKNOWN, CAFFEINE) == "1 night"


def test_what_was_never_seen_is_no_all_clear():
    assert tier_words(Pattern("sitting", Tier.UNLIKELY, nights=120)) == "no sign in 120 nights"
    assert tier_words(COFFEE) == "likely"


def test_what_goes_with_better_nights_is_not_called_worse():
    assert direction_words(COFFEE) == "goes with worse nights"
    assert direction_words(Pattern("exercise", effect=-0.8)) == "goes with better nights"


@pytest.mark.parametrize(("lag", "words"), [(0, "the same day"), (1, "the day before")])
def test_a_lag_is_said_in_days(lag, words):
    assert lag_words(Pattern("caffeine", lag=lag)) == words


@pytest.mark.parametrize(("points", "words"), [(1.2, "+1.2"), (-0.5, "–0.5"), (2, "+2"), (0.04, "0")])
def test_points_have_their_sign(points, words):
    assert points_words(points) == words
