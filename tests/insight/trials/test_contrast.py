"""One measure against nights without it, inside one block."""

import pytest
from tests.insight.trials.lived import AB, A, B, U

from stillnight.insight.trials.contrast import Block, blocks_of, contrast, redrawn, ways
from stillnight.insight.trials.trial import Design


def test_a_whole_pair_is_their_difference():
    one = contrast(Block((A, U), (3, 5)), 0)

    assert one.change == pytest.approx(-2)
    assert one.information == pytest.approx(0.5)


def test_a_pair_that_lacks_a_night_tells_nothing():
    assert contrast(Block((A, U), (3, None)), 0).information == 0


def test_a_whole_block_of_four_is_the_mean_of_two_less_that_of_the_others():
    block = Block((U, AB, A, B), (6, 2, 3, 5))

    assert contrast(block, 0).change == pytest.approx((2 + 3) / 2 - (6 + 5) / 2)
    assert contrast(block, 1).change == pytest.approx((2 + 5) / 2 - (6 + 3) / 2)
    assert contrast(block, 0).information == pytest.approx(1)


def test_where_a_night_is_missing_the_other_measure_is_not_counted_along():
    """Without the night on A alone the mean of AB would carry B's effect into A's."""
    block = Block((U, AB, A, B), (6, 1, None, 4))

    assert contrast(block, 0).change == pytest.approx(1 - 4)
    assert contrast(block, 0).information == pytest.approx(0.5)


def test_two_measures_that_always_came_together_cannot_be_told_apart():
    block = Block((U, AB, A, B), (6, 1, None, None))

    assert contrast(block, 0).information == 0
    assert contrast(block, 1).information == 0


def test_two_nights_and_one_weigh_by_what_they_tell():
    one = contrast(Block((A, A, U, U), (3, 4, 6, None)), 0)

    assert one.change == pytest.approx(3.5 - 6)
    assert one.information == pytest.approx(2 / 3)


def test_a_pair_could_have_been_drawn_the_other_way_round():
    assert sorted(one.change for one in redrawn(Block((A, U), (3, 5)), 0)) == [-2, 2]


def test_a_measure_is_drawn_again_with_the_other_one_where_it_was():
    """U and A can change places, and B and AB: four ways, all of which leave B's nights alone."""
    block = Block((U, AB, A, B), (6, 2, 3, 5))
    changes = sorted(one.change for one in redrawn(block, 0))

    assert changes == pytest.approx([-3, 0, 0, 3])
    assert ways(block, 0) == 4


def test_orders_that_differ_on_missing_nights_only_are_one():
    assert ways(Block((A, U), (3, 5)), 0) == 2
    assert ways(Block((U, AB, A, B), (6, None, 3, None)), 0) == 2


def test_the_nights_are_cut_into_blocks():
    blocks = blocks_of(Design.PAIRS, (A, U, U, A), (1, 2, None, 4))

    assert blocks == [Block((A, U), (1, 2)), Block((U, A), (None, 4))]
