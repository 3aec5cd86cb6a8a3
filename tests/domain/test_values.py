"""Reading kept values."""

from __future__ import annotations

import pytest

from stillnight.domain.values import whole_number


@pytest.mark.parametrize(
    ("kept", "number"),
    [
        (0, 0),
        (10, 10),
        (-1, None),
        (11, None),
        (True, None),
        (5.0, None),
        ("5", None),
        (None, None),
        (10**400, None),
    ],
)
def test_a_kept_whole_number_is_one_within_its_range(kept, number):
    assert whole_number(kept, 0, 10) == number


def test_a_whole_number_may_have_no_upper_end():
    assert whole_number(10**6, 0) == 10**6
