"""The simulated diaries themselves: what they promise to the tests that lean on them."""

from __future__ import annotations

from random import Random

import pytest
from tests.benchmarks.triggers.effects import Effect, Shape
from tests.benchmarks.triggers.hand import Hand
from tests.benchmarks.triggers.kinds import HARD, KINDS, NULL, diary
from tests.benchmarks.triggers.people import Person, live

from stillnight.domain.recall import recall_of


def test_the_same_number_is_the_same_diary_on_every_machine() -> None:
    one = diary("back-filled copies", 0)

    assert one == diary("back-filled copies", 0)
    assert one.nights != diary("back-filled copies", 1).nights
    assert [night.severity for night in one.nights[:12]] == SEVERITIES
    assert one.nights[0].get("evening_at") == "2025-03-04T22:06:00+01:00"


SEVERITIES = [2, 2, 3, 4, 3, 3, 2, 2, 2, 2, 2, 1]
"""Written down once: another Python that draws otherwise would change every figure."""


def test_every_kind_can_be_drawn() -> None:
    assert all(diary(kind, 0).until(30).nights for kind in KINDS)


@pytest.mark.parametrize(
    "kind", [*NULL, *(kind for kind in HARD if "factors" not in kind and "asked" not in kind)]
)
def test_nothing_is_planted_in_a_null_diary(kind: str) -> None:
    assert set(diary(kind, 0).truth.values()) == {0.0}


@pytest.mark.parametrize("shape", Shape)
def test_the_truth_is_what_was_planted(shape: Shape) -> None:
    effect = Effect("sitting", 2.0, shape=shape)
    truth = live(Random("truth"), Person(lambda rng, nights: [4.0] * nights, effects=(effect,))).truth

    assert truth["sitting"] == pytest.approx(2.0, abs=0.01)
    assert truth["caffeine"] == 0


def test_near_the_ceiling_less_of_it_can_be_rated() -> None:
    person = Person(lambda rng, nights: [9.0] * nights, effects=(Effect("sitting", 2.0),))

    assert live(Random("ceiling"), person).truth["sitting"] == pytest.approx(1.0)


def test_back_filled_nights_say_when_they_were_entered() -> None:
    nights = diary("back-filled copies", 0).nights
    late = [night for night in nights if recall_of(night).evening is not None]

    assert len(late) >= 20
    assert not [night for night in diary("null", 0).nights if recall_of(night).evening is not None]


def test_a_coloured_rating_follows_the_legs() -> None:
    def high_when_bad(colour: float) -> float:
        nights = live(
            Random("colour"), Person(hand=Hand(stress_at=None, colour=colour, item_missing=0))
        ).nights
        bad = [night.get("f.stress") for night in nights if (night.severity or 0) >= 6]
        good = [night.get("f.stress") for night in nights if (night.severity or 0) <= 2]
        return sum(bad) / len(bad) - sum(good) / len(good)

    assert high_when_bad(0.5) > high_when_bad(0.0) + 1
