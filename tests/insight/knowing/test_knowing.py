"""When more can be known, from made-up diaries."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.insight.patterns.nights import CAFFEINE, FIRST, SIX, STRESS, diary

from stillnight.domain.factor import Factor
from stillnight.insight.knowing.forecast import A_YEAR, Forecast
from stillnight.insight.knowing.knowing import Knowing, when_known
from stillnight.insight.patterns.diary import DiaryNight

HALF_YEAR = 180


def known(nights, factor: Factor = CAFFEINE, factors=SIX, at=None) -> Knowing:
    """What is said of a factor after some nights."""
    last = nights[-1].date if at is None else at
    return when_known(nights, factors, last)[factor.slug]


def of(knowing: Knowing, points: float) -> Forecast:
    return next(one for one in knowing.forecasts if one.points == points)


def days(forecast: Forecast, nights) -> tuple[int, int]:
    assert forecast.first is not None
    assert forecast.last is not None
    return (forecast.first - nights[-1].date).days, (forecast.last - nights[-1].date).days


SOME = {"caffeine": 0.8, "stress": 0.8}
"""Effects that no 30 nights can show, nor speak against."""

NIGHTS = diary(30, seed=2, effects=SOME)


def test_a_large_effect_shows_sooner_than_a_small_one():
    knowing = known(NIGHTS)
    assert [one.points for one in knowing.forecasts] == [1.5, 1.0]
    assert of(knowing, 1.5).first < of(knowing, 1.0).first


def test_luck_makes_it_sooner_and_no_luck_later():
    first, last = days(of(known(NIGHTS), 1.5), NIGHTS)
    assert 0 <= first < last <= A_YEAR


def spread(step: int) -> list[DiaryNight]:
    """The same nights, one every so many days."""
    return [one._replace(date=FIRST + timedelta(days=step * at)) for at, one in enumerate(NIGHTS)]


def test_who_answers_every_other_night_waits_about_twice_as_long():
    every, other = (days(of(known(nights), 1.5), nights)[0] for nights in (spread(1), spread(2)))
    assert 1.5 * every < other < 2.5 * every


def test_restless_nights_take_longer_than_steady_ones():
    steady, restless = (diary(30, seed=2, effects=SOME, scatter=scatter) for scatter in (0.8, 1.6))
    assert days(of(known(steady), 1.5), steady)[1] < days(of(known(restless), 1.5), restless)[1]


def test_what_takes_longer_than_a_year_has_no_date():
    nights = diary(30, seed=2, effects=SOME, scatter=2.0)
    rare = [one._replace(date=FIRST + timedelta(days=7 * at)) for at, one in enumerate(nights)]
    assert of(known(rare), 1.0).last is None


def test_what_many_nights_speak_against_is_not_waited_for():
    nights = diary(HALF_YEAR, seed=4)
    assert of(known(nights), 1.5).is_ruled_out
    assert not of(known(NIGHTS), 1.0).is_ruled_out


def test_what_is_there_is_not_ruled_out():
    nights = diary(HALF_YEAR, seed=4, effects={"caffeine": 1.5})
    forecast = of(known(nights), 1.5)
    assert not forecast.is_ruled_out
    assert days(forecast, nights)[0] <= 7


def without(nights, slug):
    return [
        one._replace(answers={name: value for name, value in one.answers.items() if name != slug})
        for one in nights
    ]


def constant(nights, slug, value):
    return [one._replace(answers={**one.answers, slug: value}) for one in nights]


@pytest.mark.parametrize(
    ("nights", "reason"),
    [
        (without(NIGHTS, "caffeine"), "unanswered"),
        (constant(NIGHTS, "caffeine", 0.0), "same"),
        (NIGHTS[:10], "few"),
    ],
)
def test_what_is_in_the_way_is_named_and_no_date_is_told(nights, reason):
    assert known(nights).in_the_way == reason
    assert known(nights).forecasts == ()


def test_a_rating_of_the_evening_never_gets_there_and_begins_anew_in_the_afternoon():
    nights = diary(40, seed=2, effects={"stress": 2.0})
    evening = known(nights, STRESS)
    early = [one._replace(early_ratings=frozenset({"stress"})) for one in nights]
    afternoon = known(early, STRESS)
    assert (evening.in_the_way, afternoon.in_the_way) == ("evening", "")
    assert of(evening, 1.5).first > of(afternoon, 1.5).first


def test_an_answer_of_long_ago_is_no_rate():
    later = NIGHTS[-1].date + timedelta(days=100)
    assert known(NIGHTS, at=later).in_the_way == "unanswered"


def test_nights_that_do_not_count_bring_it_no_nearer():
    late = [one._replace(left_out="late") if at % 2 else one for at, one in enumerate(NIGHTS)]
    assert known(late).a_week == pytest.approx(known(NIGHTS).a_week / 2, abs=0.6)


def test_a_factor_that_may_help_is_forecast_on_the_side_where_it_stands():
    nights = diary(60, seed=4, effects={"exercise": -1.0})
    exercise = next(one for one in SIX if one.slug == "exercise")
    assert not of(known(nights, exercise), 1.0).is_ruled_out
