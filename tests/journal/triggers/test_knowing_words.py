"""When more can be known, in words."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.insight.knowing.forecast import Forecast
from stillnight.insight.knowing.knowing import Knowing
from stillnight.journal.triggers.knowing_words import when_words

NIGHT = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("forecast", "words"),
    [
        (Forecast(1.5, date(2027, 3, 4), date(2027, 6, 1)), "would show between March and June 2027"),
        (
            Forecast(1.5, date(2026, 12, 30), date(2027, 2, 1)),
            "would show between December 2026 and February 2027",
        ),
        (Forecast(1.5, date(2027, 3, 1), date(2027, 3, 30)), "would show about March 2027"),
        (Forecast(1.5, date(2026, 11, 21), date(2026, 12, 10)), "would show in the next weeks"),
        (
            Forecast(1.5, date(2027, 9, 1)),
            "would show in September 2027 at the earliest, perhaps not in the next year",
        ),
        (Forecast(1.5), "would not show in the next year"),
    ],
)
def test_months_are_told_and_never_a_day(forecast, words):
    said = list(when_words(Knowing((forecast,), 5.0), NIGHT))
    assert said == [f"At about 5 answers a week, an effect of 1.5 points {words}."]


def test_the_rate_of_answers_is_told_once():
    first, second = when_words(Knowing((Forecast(1.5), Forecast(1.0)), 1.2), NIGHT)
    assert first.startswith("At about 1 answer a week, an effect of 1.5 points")
    assert second.startswith("An effect of 1 point ")


def test_what_the_nights_speak_against_is_said_once():
    forecasts = (Forecast(1.5, is_ruled_out=True), Forecast(1.0, is_ruled_out=True))
    assert list(when_words(Knowing(forecasts), NIGHT)) == ["An effect of 1 point or more is unlikely by now."]
    assert list(when_words(Knowing((forecasts[0], Forecast(1.0))), NIGHT)) == [
        "An effect of 1.5 points or more is unlikely by now.",
        "An effect of 1 point would not show in the next year.",
    ]


@pytest.mark.parametrize("reason", ["unanswered", "same", "few", "evening"])
def test_what_is_in_the_way_is_said(reason):
    assert len(list(when_words(Knowing(in_the_way=reason), NIGHT))) == 1
