"""The kinds of diaries: who is drawn for each, and what nobody may be told of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from tests.benchmarks.triggers import causes, habits, legs
from tests.benchmarks.triggers.draws import chance
from tests.benchmarks.triggers.effects import Effect, Shape
from tests.benchmarks.triggers.hand import Rater, drawn
from tests.benchmarks.triggers.people import Diary, Person, live

Draws = Callable[[Random], Person]
"""Draws a person of a kind."""

REACTS = 0.35
"""How strongly those react to a bad night who do."""

COURSES = (
    legs.steady,
    legs.spells,
    legs.bursts,
    legs.mostly_zero,
    legs.near_ceiling,
    legs.wandering,
    legs.heavy_tails,
    legs.seasonal,
)

WORSE = ("caffeine", "alcohol", "stress", "sitting", "antihistamine")


def diary(kind: str, number: int, seed: int = 1) -> Diary:
    """The diary of a kind with this number; the same seed and number give the same diary everywhere."""
    rng = Random(f"{seed}/{kind}/{number}")
    return live(rng, KINDS[kind](rng))


def _null(rng: Random) -> Person:
    return Person(hand=drawn(rng))


def _confounded(rng: Random) -> Person:
    return Person(after_bad=REACTS, hand=drawn(rng))


def _wild(rng: Random) -> Person:
    return Person(legs.wild, after_bad=rng.choice((0, REACTS)), hand=drawn(rng))


def _course(course: legs.Course) -> Draws:
    """Nothing matters, and half the people react to a bad night."""
    return lambda rng: Person(course, after_bad=rng.choice((0, REACTS)), hand=drawn(rng))


def _befallen(*struck: causes.Cause, **more: habits.MakesHabit) -> Draws:
    return lambda rng: Person(
        rng.choice((legs.steady, legs.steady, legs.spells)),
        habits={**habits.USUAL, **more},
        causes=struck,
        hand=drawn(rng),
    )


def _handed(**given: float | int | bool | None) -> Draws:
    return lambda rng: Person(
        rng.choice((legs.steady, legs.spells, legs.bursts)),
        after_bad=rng.choice((0, REACTS)),
        hand=drawn(rng, **given),
    )


def _rated(rng: Random) -> Person:
    liked = rng.choice(((0, 5, 8, 10), (0, 2, 4, 6, 8, 10), (3, 7)))
    rater = Rater(liked, rng.uniform(0.5, 0.9), rng.choice((0.0, rng.uniform(0.3, 0.7))))
    return Person(rng.choice(COURSES), rater=rater, after_bad=rng.choice((0, REACTS)), hand=drawn(rng))


def _same_evening(rng: Random) -> Person:
    return Person(rng.choice((legs.steady, legs.spells)), in_bad=1.0, hand=drawn(rng))


def _period_asked(rng: Random) -> Person:
    """The period itself is asked: bleeding matters, what comes along with it does not."""
    return Person(
        habits={**habits.USUAL, "bleeding": habits.seldom, "chocolate": habits.now_and_then},
        effects=(Effect("bleeding", rng.uniform(0.8, 2)),),
        causes=(causes.period_days,),
        hand=drawn(rng),
    )


def _many(number: int) -> Draws:
    """Many factors; in half the people one of them matters."""

    def draws(rng: Random) -> Person:
        asked = dict(list({**habits.USUAL, **habits.MORE}.items())[:number])
        real = Effect(rng.choice(tuple(asked)), 1.5)
        return Person(
            rng.choice(COURSES),
            asked,
            effects=(real,) if chance(rng, 0.5) else (),
            after_bad=rng.choice((0, REACTS)),
            hand=drawn(rng, item_missing=0.06),
        )

    return draws


def planted(points: float) -> Draws:
    """One trigger of so many points in an otherwise plain diary; a quarter of them a day late."""

    def draws(rng: Random) -> Person:
        factor = rng.choice((*WORSE, "exercise"))
        signed = -points if factor == "exercise" and chance(rng, 0.5) else points
        effect = Effect(factor, signed, int(chance(rng, 0.25)))
        return Person(effects=(effect,), hand=drawn(rng))

    return draws


def _planted_hard(rng: Random) -> Person:
    """One trigger of 1.5 points with a shape, a course or a rater that the model does not know."""
    effect = Effect(
        rng.choice(WORSE),
        1.5,
        int(chance(rng, 0.25)),
        rng.choice((Shape.LINEAR, Shape.THRESHOLD, Shape.SATURATING)),
    )
    rater = rng.choice((Rater(), Rater((0, 5, 8, 10), 0.6), Rater((), 0, 0.4)))
    return Person(
        rng.choice((*COURSES[:4], *COURSES[5:])),
        effects=(effect,),
        rater=rater,
        after_bad=rng.choice((0, REACTS)),
        hand=drawn(rng),
    )


def _planted_sum(rng: Random) -> Person:
    """One trigger that adds up over three days to 1.5 points."""
    return Person(effects=(Effect(rng.choice(WORSE), 1.5, 0, Shape.CUMULATIVE),), hand=drawn(rng))


def _mixed(rng: Random) -> Person:
    """A quarter of the factors matter, by half a point to two; a few the other way round."""
    return Person(
        rng.choice((legs.steady, legs.steady, legs.spells, legs.bursts, legs.seasonal)),
        effects=tuple(_some_effects(rng, 0.25)),
        after_bad=rng.choice((0, REACTS)),
        hand=drawn(rng),
    )


def _some_effects(rng: Random, share: float) -> list[Effect]:
    effects = []
    for slug in habits.USUAL:
        if chance(rng, share):
            is_turned = chance(rng, 0.5 if slug == "exercise" else 0.07)
            points = rng.uniform(0.5, 2) * (-1 if is_turned else 1)
            effects.append(Effect(slug, points, int(chance(rng, 0.25)), rng.choice(tuple(Shape)[:3])))
    return effects


NULL: Mapping[str, Draws] = {"null": _null, "confounded null": _confounded, "wild null": _wild}
"""As the model's own study drew them: 8 % of user-years may see a false "likely"."""

HARD: Mapping[str, Draws] = {
    "good and bad spells": _course(legs.spells),
    "bursts": _course(legs.bursts),
    "mostly zero": _course(legs.mostly_zero),
    "near the ceiling": _course(legs.near_ceiling),
    "wandering": _course(legs.wandering),
    "heavy tails": _course(legs.heavy_tails),
    "season and drift": _course(legs.seasonal),
    "heaped and sticky ratings": _rated,
    "not asked on quiet nights": _handed(quiet_items=0.6),
    "back-filled copies": _handed(batches=18, copied=0.85),
    "back-filled copies, unstamped": _handed(batches=18, copied=0.85, has_stamps=False),
    "entered a day late": _handed(lazy=0.25),
    "stress coloured, time unknown": _handed(stress_at=None, colour=0.5),
    "stress coloured, rated at 22": _handed(stress_at=22, colour=0.5),
    "stress rated in the afternoon": _handed(stress_at=16),
    "work crises": _befallen(causes.crisis),
    "period, asked": _period_asked,
    "period, not asked": _befallen(causes.period, chocolate=habits.now_and_then),
    "travel": _befallen(causes.travel),
    "shift work": _befallen(causes.shifts),
    "good resolutions": _befallen(causes.resolution),
    "medicine begun half-way": _befallen(causes.medicine),
    "reaction to bad nights, strong": lambda rng: Person(
        rng.choice(COURSES), after_bad=2 * REACTS, hand=drawn(rng)
    ),
    "taken because the evening is bad": _same_evening,
    "10 factors": _many(10),
    "16 factors": _many(16),
}
"""Nothing is planted in nearly all of them, and everything is hard on the model."""

PLANTED: Mapping[str, Draws] = {
    "1.0 point": planted(1.0),
    "1.5 points": planted(1.5),
    "2.0 points": planted(2.0),
    "0.5 point": planted(0.5),
    "1.5 points, hard": _planted_hard,
    "1.5 points over three days": _planted_sum,
}
"""One real trigger each."""

MIXED: Mapping[str, Draws] = {"mixed": _mixed}
"""A quarter of all factors are real."""

KINDS: Mapping[str, Draws] = {**NULL, **HARD, **PLANTED, **MIXED}
