"""Conditions over several nights: at least n of the last m, a share of them, or a statistic of a field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean, median, pstdev
from typing import Any

from stillnight.domain.factor import amount
from stillnight.domain.night import Night
from stillnight.rules.conditions import Condition, View
from stillnight.rules.facts import Facts, dated_nights, logged_nights
from stillnight.rules.operators import Compare
from stillnight.rules.reading import read_night
from stillnight.rules.saying import say
from stillnight.rules.verdict import Verdict, all_of, settling

RECENT_DAYS = 56
"""A logged night older than this no longer counts among the last ones. Our own choice."""

STATISTICS: dict[str, Callable[[Sequence[float]], float]] = {
    "median": median,
    "mean": fmean,
    "sum": sum,
    "spread": pstdev,
}
"""What can be made of a field over several nights; ``spread`` is the standard deviation."""


@dataclass(frozen=True, slots=True)
class Window:
    """Which nights are looked at.

    Attributes:
        last: How many.
        logged: Count logged nights; otherwise dates, of which some may have no entry.
        weeks: With dates: so many windows of this length, one after the other, each on its own.
    """

    last: int
    logged: bool = True
    weeks: int = 1

    def nights(self, facts: Facts) -> list[list[Night]]:
        """The nights of each window, newest first."""
        if self.logged:
            return [logged_nights(facts, self.last, max(RECENT_DAYS, self.last))]
        return [dated_nights(facts, self.last, skip=self.last * week) for week in range(self.weeks)]


@dataclass(frozen=True, slots=True)
class Counted:
    """A condition on one night that holds on at least so many nights of every window.

    Attributes:
        part: What is asked of each night.
        window: The nights.
        at_least: On how many it must hold.
        seen: The sentence; its slots are n, m (nights looked at) and dates.
    """

    part: Condition
    window: Window
    at_least: int
    seen: str = ""

    def judge(self, view: View) -> Verdict:
        """Yes when every window has enough; the sentence is about all of them together."""
        windows = self.window.nights(view.facts)
        judged = [[(night, self.part.judge(View(view.facts, night))) for night in one] for one in windows]
        whole = all_of([self._enough([verdict for _, verdict in window]) for window in judged])
        if not whole.holds:
            return whole
        days = [night.date for window in judged for night, verdict in window if verdict.holds]
        looked_at = sum(len(window) for window in judged)
        return Verdict(True, say(self.seen, n=len(days), m=looked_at, days=days))

    def _enough(self, verdicts: Sequence[Verdict]) -> Verdict:
        holding = sum(verdict.holds is True for verdict in verdicts)
        unknown = [verdict.settles for verdict in verdicts if verdict.holds is None]
        if holding >= self.at_least:
            return Verdict(True)
        if holding + len(unknown) < self.at_least:
            return Verdict(False)
        return Verdict(None, settles=settling(self.at_least - holding, unknown))


@dataclass(frozen=True, slots=True)
class Shared:
    """A condition on one night that holds on a share of the nights that have an answer to it.

    Attributes:
        part: What is asked of each night.
        window: The nights.
        answered: How many nights must have an answer, or it is not judged.
        share: Percent of them on which it must hold.
        seen: The sentence; its slots are n, m (nights with an answer) and dates.
    """

    part: Condition
    window: Window
    answered: int
    share: int
    seen: str = ""

    def judge(self, view: View) -> Verdict:
        """Yes when the share is reached; unknown while there are too few answers."""
        nights = [night for window in self.window.nights(view.facts) for night in window]
        judged = [(night.date, self.part.judge(View(view.facts, night)).holds) for night in nights]
        answers = [(day, holds) for day, holds in judged if holds is not None]
        if len(answers) < self.answered:
            return Verdict(None)
        days = [day for day, holds in answers if holds]
        if len(days) * 100 < self.share * len(answers):
            return Verdict(False)
        return Verdict(True, say(self.seen, n=len(days), m=len(answers), days=days))


@dataclass(frozen=True, slots=True)
class Summed:
    """A statistic of a field of the nights, held against a value in every window.

    Attributes:
        field: The field, a number or a time.
        statistic: One of :data:`STATISTICS`.
        window: The nights.
        answered: How many nights must have an answer, or it is not judged: unknown is never zero.
        compare: What is asked of (statistic, value).
        value: The value.
        only: Nights on which this does not hold count as zero in a sum and are left out otherwise.
        seen: The sentence; its slots are value, n (answered nights) and m (nights looked at).
    """

    field: str
    statistic: str
    window: Window
    answered: int
    compare: Compare
    value: float
    only: Condition | None = None
    seen: str = ""

    def judge(self, view: View) -> Verdict:
        """Yes when every window agrees; unknown while one has too few answers."""
        windows = self.window.nights(view.facts)
        found = [self._numbers(view.facts, nights) for nights in windows]
        results = [self._result(numbers) for numbers in found]
        whole = all_of([self._verdict(result) for result in results])
        if not whole.holds:
            return whole
        values = " and ".join(_rounded(result) for result in results if result is not None)
        answered, looked_at = sum(map(len, found)), sum(map(len, windows))
        return Verdict(True, say(self.seen, value=values, n=answered, m=looked_at))

    def _result(self, numbers: Sequence[float]) -> float | None:
        return STATISTICS[self.statistic](numbers) if len(numbers) >= self.answered else None

    def _verdict(self, result: float | None) -> Verdict:
        if result is None:
            return Verdict(None, settles=frozenset({self.field}))
        return Verdict(self.compare(result, self.value))

    def _numbers(self, facts: Facts, nights: Sequence[Night]) -> list[float]:
        found = []
        for night in nights:
            number = _number(night, read_night(facts, night, self.field))
            if number is None:
                continue
            if self.only is not None and self.only.judge(View(facts, night)).holds is False:
                if self.statistic != "sum":
                    continue
                number = 0.0
            found.append(number)
        return found


def _rounded(result: float) -> str:
    """A statistic as precise as what people note: whole from ten on, below that with one decimal."""
    return f"{result:.0f}" if abs(result) >= 10 else f"{result:.2g}"


def _number(night: Night, value: Any) -> float | None:
    """A number as it is; a time as minutes from the noon of its night, so that midnight is no gap."""
    if isinstance(value, datetime):
        days = (value.date() - night.date).days
        return days * 1440.0 + value.hour * 60 + value.minute - 720
    return amount(value)
