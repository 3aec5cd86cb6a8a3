"""Quantiles of Student's t, against printed tables."""

import pytest

from stillnight.insight.trials.student import t_quantile, t_share

# Abramowitz & Stegun (1964), table 26.10
PRINTED = [
    (0.95, 1, 6.314), (0.95, 2, 2.920), (0.95, 6, 1.943), (0.95, 13, 1.771), (0.95, 20, 1.725),
    (0.975, 3, 3.182), (0.975, 6, 2.447), (0.975, 9, 2.262), (0.995, 4, 4.604), (0.95, 120, 1.658),
]  # fmt: skip


@pytest.mark.parametrize(("share", "freedom", "printed"), PRINTED)
def test_it_is_what_the_tables_print(share, freedom, printed):
    assert t_quantile(share, freedom) == pytest.approx(printed, abs=0.0006)


@pytest.mark.parametrize("freedom", [1, 2, 5, 6, 27])
def test_the_share_below_a_quantile_is_the_one_that_was_asked_for(freedom):
    assert t_share(t_quantile(0.9, freedom), freedom) == pytest.approx(0.9)


def test_half_lies_below_nothing():
    assert t_quantile(0.5, 7) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(("share", "freedom"), [(1, 5), (0.4, 5), (0.95, 0)])
def test_what_has_no_quantile_is_refused(share, freedom):
    with pytest.raises(ValueError, match="quantile"):
        t_quantile(share, freedom)
