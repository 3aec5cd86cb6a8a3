"""What the model says of whole diaries."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from random import Random

import pytest
from tests.insight.patterns.nights import FIRST, SIX, STRESS, diary, evening, kin, same_every

from stillnight.insight.patterns.diary import DiaryNight, read_diary
from stillnight.insight.patterns.look import look, replay
from stillnight.insight.patterns.pattern import Pattern, Tier
from stillnight.insight.patterns.settings import OURS, PLAIN


def of(patterns: tuple[Pattern, ...], slug: str) -> Pattern:
    return next(pattern for pattern in patterns if pattern.factor == slug)


def test_a_strong_trigger_is_found_and_nothing_else_is_called_likely() -> None:
    patterns = look(diary(150, effects={"caffeine": 1.8}), SIX)
    assert patterns[0].factor == "caffeine"
    assert [one.tier for one in patterns].count(Tier.LIKELY) == 1
    assert patterns[0].low < 1.8 < patterns[0].high
    assert patterns[0].lag == 0


def test_a_trigger_of_the_day_before_is_found_as_one() -> None:
    nights = diary(200, effects={"pill": 2.0}, missing=0)
    moved = [
        DiaryNight(night.date, night.severity, {**night.answers, "pill": later.answers["pill"]})
        for night, later in pairwise(nights)
    ]
    found = look(moved, SIX)[0]
    assert (found.factor, found.tier, found.lag) == ("pill", Tier.LIKELY, 1)


def test_what_makes_legs_better_is_looked_for_only_where_that_is_open() -> None:
    nights = diary(200, effects={"exercise": -1.8, "alcohol": -0.6})
    patterns = look(nights, SIX)
    assert of(patterns, "exercise").tier is Tier.LIKELY
    assert of(patterns, "exercise").effect < -1
    assert of(patterns, "alcohol").tier is not Tier.LIKELY


def test_an_own_factor_may_be_expected_to_make_legs_better() -> None:
    walk = replace(SIX[1], direction="better")
    found = look(diary(200, effects={"alcohol": -1.8}), (SIX[0], walk))[0]
    assert (found.factor, found.tier) == ("alcohol", Tier.LIKELY)


def test_the_same_nights_say_the_same_to_the_last_bit_whatever_their_order() -> None:
    nights = [
        evening(day, day * 3 % 8, caffeine=day % 4, stress=day % 9, pill=day % 5 == 0) for day in range(80)
    ]
    mixed = Random(2).sample(nights, len(nights))
    factors = tuple(reversed(SIX))
    assert look(read_diary(mixed, factors), factors) == look(read_diary(nights, SIX), SIX)


def test_nothing_is_said_before_fourteen_nights_and_five_on_either_side() -> None:
    nights = diary(120, effects={"caffeine": 3}, missing=0)
    looks = list(replay(nights, SIX))
    assert all(one.probability is None for one in looks[13].patterns)
    assert any(one.probability is not None for one in looks[20].patterns)
    rare = [
        night._replace(answers={**night.answers, "pill": float(at in (9, 19, 29, 39))})
        for at, night in enumerate(nights)
    ]
    pill = of(look(rare, SIX), "pill")
    assert (pill.tier, pill.probability, pill.with_it) == (Tier.TOO_EARLY, None, 4)


def test_a_replay_goes_on_from_any_night_as_if_it_had_begun_at_the_first() -> None:
    nights = list(diary(60, effects={"caffeine": 1.8}))
    nights[41] = nights[41]._replace(left_out="late")
    whole = list(replay(nights, SIX))
    for at in (0, 13, 40, 41, len(whole) - 2):
        rest = list(replay(nights, SIX, after=whole[at].night, standings=whole[at].standings))
        assert rest == whole[at + 1 :]


def test_a_look_does_not_hang_on_later_nights() -> None:
    nights = diary(60, effects={"caffeine": 1.5})
    assert list(replay(nights[:40], SIX)) == list(replay(nights, SIX))[:40]


def test_nights_left_out_are_looked_at_again_with_nothing_new() -> None:
    nights = diary(60, effects={"caffeine": 1.5}, missing=0)
    late = DiaryNight(nights[-1].date + timedelta(days=1), 10, {"caffeine": 0.0}, "late")
    looks = list(replay([*nights, late], SIX))
    assert looks[-1].night == late.date
    assert looks[-1].patterns == looks[-2].patterns
    assert looks[-1].standings == looks[-2].standings


def test_without_the_mends_every_rated_night_counts() -> None:
    nights = diary(40, missing=0)
    out = [night._replace(left_out="batch") for night in nights]
    assert look(out, SIX, PLAIN) == look(nights, SIX, PLAIN)
    assert all(one.nights == 0 for one in look(out, SIX, OURS))


def stressed(early: bool) -> tuple[DiaryNight, ...]:
    ratings = frozenset({"stress"}) if early else frozenset()
    return tuple(
        night._replace(early_ratings=ratings) for night in diary(150, effects={"stress": 2.5}, missing=0)
    )


def test_stress_rated_in_the_same_evening_stays_worth_a_test() -> None:
    found = of(look(stressed(early=False), SIX), "stress")
    assert (found.tier, found.is_held_back) == (Tier.WORTH_A_TEST, True)


def test_stress_rated_before_the_evening_can_be_likely() -> None:
    found = of(look(stressed(early=True), SIX), "stress")
    assert (found.tier, found.is_held_back) == (Tier.LIKELY, False)


def test_once_most_ratings_are_early_ones_only_those_are_compared() -> None:
    coloured, honest = stressed(early=False)[:70], stressed(early=True)[70:]
    found = of(look((*coloured, *honest), SIX), "stress")
    assert (found.tier, found.nights) == (Tier.LIKELY, len(honest))


def test_a_few_early_ratings_among_many_others_do_not_take_their_place() -> None:
    found = of(look((*stressed(early=False)[:80], *stressed(early=True)[80:110]), SIX), "stress")
    assert (found.is_held_back, found.nights) == (True, 109)


def test_the_looks_of_a_diary_that_turns_to_early_ratings_do_not_hang_on_what_comes() -> None:
    nights = (*stressed(early=True)[:30], *stressed(early=False)[30:50])
    assert list(replay(nights[:30], SIX)) == list(replay(nights, SIX))[:30]


HIGH = {factor.slug: factor.high for factor in SIX}
LOW = {factor.slug: factor.low for factor in SIX}


@pytest.mark.parametrize("settings", [PLAIN, OURS])
@pytest.mark.parametrize(
    ("severity", "answers"),
    [
        ([0] * 80, [LOW] * 80),
        ([5] * 80, [HIGH, LOW] * 40),
        ([1, 4] * 40, [HIGH, LOW] * 40),
        ([day % 5 for day in range(80)], [{}] * 80),
        (
            [10 * (day % 2) for day in range(80)],
            [{**HIGH, "caffeine": 20.0 * (day % 3)} for day in range(80)],
        ),
    ],
)
def test_odd_diaries_give_figures_that_can_be_shown(settings, severity, answers) -> None:
    for one in look(same_every(80, severity, answers), SIX, settings):
        assert one.probability is None or 0 <= one.probability <= 1
        assert one.effect is None or one.low <= one.effect <= one.high
        assert one.tier is not Tier.LIKELY


def test_a_severity_that_never_changes_speaks_against_every_factor() -> None:
    patterns = look(same_every(80, [5] * 80, [HIGH, LOW, LOW] * 27), (SIX[0],))
    assert patterns[0].tier is Tier.UNLIKELY


def test_years_between_two_nights_do_no_harm() -> None:
    nights = diary(60)
    long_ago = DiaryNight(FIRST - timedelta(days=20_000), 3, {"caffeine": 1.0})
    assert len(list(replay([long_ago, *nights], SIX))) == len(nights) + 1


def test_sixteen_factors_are_looked_at_together() -> None:
    factors = kin(SIX[0], 16)
    nights = diary(130, factors, {"caffeine3": 2.0})
    last = list(replay(nights, factors, OURS, after=nights[-5].date))[-1]
    assert (last.patterns[0].factor, last.patterns[0].tier) == ("caffeine3", Tier.LIKELY)
    assert all(one.probability is not None for one in last.patterns)


def test_a_factor_that_is_shown_but_never_answered_changes_nothing_for_the_others() -> None:
    nights = diary(60, SIX[:3])
    assert look(nights, SIX[:3]) == tuple(
        one for one in look(nights, SIX) if one.factor in {f.slug for f in SIX[:3]}
    )


def test_there_is_nothing_to_say_without_nights() -> None:
    assert look((), (STRESS,)) == (Pattern("stress"),)
