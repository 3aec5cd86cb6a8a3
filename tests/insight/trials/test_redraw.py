"""How else a trial could have been drawn."""

from tests.insight.trials.lived import AB, A, B, U

from stillnight.insight.trials.redraw import blocks_of, flags, redrawn
from stillnight.insight.trials.trial import Design


def test_the_nights_are_cut_into_blocks():
    assert blocks_of(Design.PAIRS, (A, U, U, A)) == [(A, U), (U, A)]
    assert blocks_of(Design.FACTORIAL, (A, U, B, AB)) == [(A, U, B, AB)]


def test_both_measures_at_once_belong_to_both():
    assert flags((U, A, B, AB), 0) == (0, 1, 0, 1)
    assert flags((U, A, B, AB), 1) == (0, 0, 1, 1)


def test_a_pair_could_have_been_drawn_the_other_way_round():
    assert set(redrawn((A, U), 0)) == {(1, 0), (0, 1)}


def test_two_nights_of_a_kind_stay_together():
    assert set(redrawn((U, U, A, A), 0)) == {(0, 0, 1, 1), (1, 1, 0, 0)}


def test_a_measure_is_drawn_again_with_the_other_one_where_it_was():
    """U and A could change places, and so could B and AB: four ways, which leave B's nights alone."""
    assert set(redrawn((U, AB, A, B), 0)) == {(0, 1, 1, 0), (1, 1, 0, 0), (0, 0, 1, 1), (1, 0, 0, 1)}
    assert set(redrawn((U, AB, A, B), 1)) == {(0, 1, 0, 1), (1, 1, 0, 0), (0, 0, 1, 1), (1, 0, 1, 0)}


def test_the_order_that_was_drawn_is_among_them_once():
    for block in ((A, U), (U, U, A, A), (B, AB, U, A)):
        assert redrawn(block, 0).count(flags(block, 0)) == 1
