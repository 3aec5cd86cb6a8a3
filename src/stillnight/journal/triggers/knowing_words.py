"""When more can be known, in plain words: months, never a day, and "not in the next year" where it is so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from stillnight.insight.knowing.forecast import Forecast
from stillnight.insight.knowing.knowing import Knowing

SOON = timedelta(days=28)
"""What is so near is said to be weeks away."""

_IN_THE_WAY = {
    "unanswered": "It was not answered lately, so there is nothing to wait for.",
    "same": "It was nearly always the same, so there is nothing to compare.",
    "few": "With 15 rated nights it can be said how long it takes.",
    "evening": "Rated in the evening it stays a guess, because bad legs colour such a rating. "
    "Rated before six from today on:",
}


def when_words(knowing: Knowing, night: date) -> Iterator[str]:
    """When more can be known about a factor, a sentence each.

    Args:
        knowing: What can be said of that.
        night: The night from which on it is counted.
    """
    if knowing.in_the_way:
        yield _IN_THE_WAY[knowing.in_the_way]
    ruled_out = [one.points for one in knowing.forecasts if one.is_ruled_out]
    if ruled_out:
        yield f"An effect of {_points(min(ruled_out))} or more is unlikely by now."
    rate = _rate(knowing.a_week)
    for forecast in knowing.forecasts:
        if not forecast.is_ruled_out:
            yield f"{rate or 'An'} effect of {_points(forecast.points)} {_when(forecast, night)}."
            rate = ""


def _rate(a_week: float) -> str:
    """What the forecast goes on, said once: it moves with how often somebody answers."""
    answers = round(a_week)
    return f"At about {answers} answer{'' if answers == 1 else 's'} a week, an" if answers else ""


def _points(points: float) -> str:
    return f"{points:g} {'point' if points == 1 else 'points'}"


def _when(forecast: Forecast, night: date) -> str:
    first, last = forecast.first, forecast.last
    if first is None:
        return "would not show in the next year"
    if last is None:
        return f"would show in {_month(first)} at the earliest, perhaps not in the next year"
    if last - night <= SOON:
        return "would show in the next weeks"
    if (first.year, first.month) == (last.year, last.month):
        return f"would show about {_month(last)}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"would show between {first:%B}{year} and {_month(last)}"


def _month(day: date) -> str:
    return f"{day:%B} {day.year}"
