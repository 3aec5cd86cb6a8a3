"""Which chart is looked at, and which nights: moved by keys, as a pure state."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from stillnight.domain.month import shift_day
from stillnight.insight.charts.nights import first_of
from stillnight.insight.charts.stretches import Stretch
from stillnight.ui.charts import RANGES, View

VIEWS = tuple(View)


class Sight(NamedTuple):
    """What is looked at.

    Attributes:
        last: The newest night in view.
        view: Which chart.
        nights: How many nights, one of :data:`RANGES`.
    """

    last: date
    view: View = View.SEVERITY
    nights: int = RANGES[0]

    @property
    def stretch(self) -> Stretch:
        """The nights in view."""
        return Stretch(first_of(self.last, self.nights), self.last)


def turned(sight: Sight, step: int) -> Sight:
    """Another chart."""
    return sight._replace(view=VIEWS[(VIEWS.index(sight.view) + step) % len(VIEWS)])


def widened(sight: Sight) -> Sight:
    """The next range; after the widest the narrowest."""
    return sight._replace(nights=RANGES[(RANGES.index(sight.nights) + 1) % len(RANGES)])


def earlier(sight: Sight, dates: Sequence[date], nights: int) -> Sight | None:
    """So many nights back, or over a gap to the newest entry before; ``None`` where there is none.

    Args:
        sight: What is looked at.
        dates: The nights that are logged, ascending.
        nights: How many nights are in view.
    """
    end = shift_day(sight.last, -nights)
    before = bisect_right(dates, end)
    if not before:
        return None
    # a stretch that is nothing but a gap would say nothing
    return sight._replace(last=end if dates[before - 1] > shift_day(end, -nights) else dates[before - 1])


def later(sight: Sight, dates: Sequence[date], nights: int, newest: date) -> Sight | None:
    """So many nights on, or over a gap to the next entries; ``None`` at the newest nights."""
    if sight.last >= newest:
        return None
    end = min(shift_day(sight.last, nights), newest)
    after = bisect_left(dates, shift_day(sight.last, 1))
    if after < len(dates) and dates[after] > end:
        end = min(shift_day(dates[after], nights - 1), newest)
    return sight._replace(last=max(end, sight.last))
