"""What a trial finds, as it is said before it begins."""

import pytest

from stillnight.insight.trials.draw import WEEKS
from stillnight.insight.trials.power import chance_to_find, power_of, times_in_ten
from stillnight.insight.trials.trial import Design, Outcome


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize("scatter", [None, 0.8, 1.3])
def test_more_weeks_and_larger_effects_are_found_more_often(design, scatter):
    by_weeks = [chance_to_find(design, weeks, 1.5, scatter) for weeks in WEEKS]
    by_size = [chance_to_find(design, 4, size, scatter) for size in (0.5, 1, 1.5, 2, 4)]

    assert by_weeks == sorted(by_weeks)
    assert by_size == sorted(by_size)


@pytest.mark.parametrize("design", Design)
def test_what_is_not_there_is_found_at_most_once_in_sixteen(design):
    assert all(chance_to_find(design, weeks, 0) <= 0.06 for weeks in WEEKS)


def test_four_weeks_of_pairs_find_a_point_and_a_half_in_most_people():
    assert 0.65 <= chance_to_find(Design.PAIRS, 4, 1.5) <= 0.85


def test_calm_nights_find_more_than_restless_ones():
    assert chance_to_find(Design.PAIRS, 4, 1, 0.8) > chance_to_find(Design.PAIRS, 4, 1, 1.6)


def test_nights_that_never_differ_are_not_taken_at_their_word():
    assert chance_to_find(Design.PAIRS, 4, 0.2, 0.0) == chance_to_find(Design.PAIRS, 4, 0.2, 0.4) < 0.5


def test_of_a_length_that_nobody_measured_nothing_is_said():
    assert power_of(Design.PAIRS, 9, Outcome.SEVERITY) == []


def test_between_two_sizes_lies_what_is_between():
    low, high = (chance_to_find(Design.PAIRS, 4, size) for size in (1.0, 1.5))

    assert chance_to_find(Design.PAIRS, 4, 1.25) == pytest.approx((low + high) / 2)


def test_minutes_need_ones_own_nights():
    assert power_of(Design.PAIRS, 4, Outcome.SOL) == []
    assert [size for size, _ in power_of(Design.PAIRS, 4, Outcome.SOL, 12)] == [10, 20, 30]


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.02, "hardly ever"),
        (0.12, "about once in 10"),
        (0.78, "about 8 times in 10"),
        (0.97, "nearly always"),
    ],
)
def test_a_chance_in_words(chance, words):
    assert times_in_ten(chance) == words
