from __future__ import annotations

import pytest
from hypothesis import given
from tests.storage.states import STATES

from stillnight.storage.joining.join import join
from stillnight.storage.layout.lines import dump
from stillnight.storage.layout.patch import FEW, Written, patched
from stillnight.storage.writes import stamp
from stillnight.storage.writes.record import Write, gather
from stillnight.storage.writes.state import State


@given(STATES, STATES)
def test_a_patched_file_is_the_canonical_one(before: State, other: State):
    after = join(before, other)

    assert patched(dump(before), before, after) in (None, dump(after))
    assert Written(before, dump(before)).follow(after) == dump(after)


def _month(*days: int, severity: int = 3) -> State:
    at = stamp.make(severity, 0, "aaaaaaaa")
    nights = {("nights", f"202611{day:02}"): gather([Write(at, "severity", severity)]) for day in days}
    twins = {("labs", id): rec for (_, id), rec in nights.items()}
    return State().having({("meta", "1"): gather([Write(at, "journal", "x")]), **nights, **twins})


@pytest.mark.parametrize("days", [(5,), (1,), (9,), (10,), (3, 4), (10, 11), (2, 10)])
def test_changed_and_new_lines_are_put_where_they_belong(days: tuple[int, ...]):
    before = _month(1, 5, 9)
    changed = {
        ("nights", f"202611{day:02}"): gather([Write(stamp.make(9, 0, "a" * 8), "x", day)]) for day in days
    }
    after = before.having(changed)

    assert patched(dump(before), before, after) == dump(after)


@pytest.mark.parametrize("days", [(0,), tuple(range(1, FEW + 2))])
def test_what_does_not_fit_is_put_together_anew(days: tuple[int, ...]):
    before = _month(1, 5, 9)
    after = join(before, _month(*days, severity=4))

    assert patched(dump(before), before, after) is None
    assert Written(before, dump(before)).follow(after) == dump(after)
