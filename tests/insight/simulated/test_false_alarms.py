"""Diaries in which nothing matters: looked at every night, hardly anybody is told otherwise.

Small numbers on purpose, so that they run with every change; ``python -m tests.benchmarks triggers`` counts
hundreds of user-years.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest
from tests.benchmarks.triggers.kinds import HARD, NULL, diary
from tests.benchmarks.triggers.methods import METHODS
from tests.benchmarks.triggers.people import Diary
from tests.benchmarks.triggers.track import Track, follow

from stillnight.domain.recall import recall_of
from stillnight.insight.patterns.pattern import Pattern, Tier

USERS, NIGHTS = 10, 120


def tracks(kind: str, numbers: range, nights: int = NIGHTS, method: str = "ours") -> list[Track]:
    return [follow(METHODS[method], diary(kind, number, 11).until(nights)) for number in numbers]


def fooled(found: list[Track]) -> int:
    return sum(bool(track.false) for track in found)


def test_of_ten_people_without_a_trigger_at_most_one_is_told_of_one() -> None:
    assert fooled(tracks("null", range(USERS))) <= 1


def test_those_who_drink_coffee_after_a_bad_night_are_not_told_that_coffee_is_why() -> None:
    assert fooled(tracks("confounded null", range(USERS))) <= 1
    assert fooled(tracks("confounded null", range(USERS), method="pearson")) >= USERS // 2


def test_nights_filled_in_together_with_copied_values_fool_the_study_not_the_program() -> None:
    people = range(3, 6)
    ours, study = (tracks("back-filled copies", people, method=name) for name in ("ours", "study"))

    assert fooled(ours) <= 1 < fooled(study)


def test_nights_filled_in_late_say_nothing() -> None:
    one = diary("back-filled copies", 3, 11).until(NIGHTS)
    on_time = tuple(night for night in one.nights if recall_of(night).evening is None)

    assert len(on_time) <= len(one.nights) - 15
    assert _last(one) == _last(replace(one, nights=on_time))


def _last(one: Diary) -> Mapping[str, Pattern]:
    return follow(METHODS["ours"], one).snapshots[NIGHTS]


@pytest.mark.parametrize("kind", ["stress coloured, time unknown", "stress coloured, rated at 22"])
def test_stress_rated_in_the_same_bad_evening_is_never_likely(kind: str) -> None:
    found = tracks(kind, range(4))

    assert all("stress" not in track.false for track in found)
    held = [track.snapshots[90]["stress"] for track in found]
    assert any(pattern.is_held_back and pattern.tier is Tier.WORTH_A_TEST for pattern in held)


@pytest.mark.thorough
@pytest.mark.parametrize(("kinds", "people", "most"), [(NULL, 8, 4), (HARD, 1, 5)], ids=["null", "hard"])
def test_hardly_anybody_is_fooled_within_a_year(kinds: Iterable[str], people: int, most: int) -> None:
    found = [track for kind in kinds for track in tracks(kind, range(people), 365)]

    assert len(found) >= 20
    assert fooled(found) <= most
