"""Priors from the literature's grade: a factor of which something is written gets a larger share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any
from unittest.mock import patch

from stillnight.domain.factor import Factor
from stillnight.insight.patterns import weighing
from stillnight.insight.patterns.columns import Column, columns_of
from stillnight.insight.patterns.look import NightsSoFar
from stillnight.insight.patterns.settings import Settings
from tests.benchmarks.triggers import habits, legs
from tests.benchmarks.triggers.draws import chance
from tests.benchmarks.triggers.effects import Effect
from tests.benchmarks.triggers.hand import drawn
from tests.benchmarks.triggers.kinds import REACTS
from tests.benchmarks.triggers.people import Person, live
from tests.benchmarks.triggers.tries.contest import BASE, Candidate, Case, Watch, ours

OWN = ("chocolate", "sugar", "cold_feet")
"""Factors of the user's own: nothing is written about them."""

ASKED: Mapping[str, habits.MakesHabit] = {**habits.USUAL, **{slug: habits.MORE[slug] for slug in OWN}}
"""The six of the form, which are all of grade C, and the three."""

BUILDS: Mapping[str, Sequence[legs.Course]] = {
    "study": (legs.steady,),
    "other": (legs.spells, legs.bursts, legs.seasonal),
}


@dataclass(frozen=True)
class Grades:
    """Shares by grade, kept in proportion when their sum is too large."""

    written: float
    own: float

    def columns_of(self, factors: Sequence[Factor], settings: Settings) -> list[Column]:
        """Each column with the prior of its factor's grade."""
        shares = [self.own if factor.slug in OWN else self.written for factor in factors]
        fewer = min(1.0, settings.shares / sum(shares))
        columns = []
        for place, (factor, share) in enumerate(zip(factors, shares, strict=True)):
            alone = replace(settings, share=share * fewer, shares=1.0)
            columns += [one._replace(factor=place) for one in columns_of([factor], alone)]
        return columns


class _Graded(NightsSoFar):
    def __init__(self, case: Case, grades: Grades) -> None:
        super().__init__(case.diary.factors, BASE)
        self._grades = grades

    def weighed(self) -> dict[str, Any]:
        with patch.object(weighing, "columns_of", self._grades.columns_of):
            return super().weighed()


def graded(written: float, own: float) -> Candidate:
    """The program's model with shares by grade."""

    def candidate(case: Case) -> Watch:
        return _Graded(case, Grades(written, own))

    return candidate


CANDIDATES: Mapping[str, Candidate] = {
    "ours": ours,
    "C .2, none .1": graded(0.2, 0.1),
    "C .3, none .05": graded(0.3, 0.05),
}


def cases(users: int, seed: int) -> tuple[list[Case], list[Case]]:
    """Diaries with nothing planted, and with 1.5 points planted in what is written of or in one's own."""
    nulls = [one for build in BUILDS for one in _drawn(users, seed, build, None, 365)]
    planted = [
        one
        for build in BUILDS
        for group, slugs in (("written", tuple(habits.USUAL)), ("own", OWN))
        for one in _drawn(users, seed, build, (group, slugs), 180)
    ]
    return nulls, planted


def _drawn(
    users: int, seed: int, build: str, planted: tuple[str, tuple[str, ...]] | None, nights: int
) -> Iterator[Case]:
    group = f"{planted[0]}, {build}" if planted else build
    for number in range(users):
        rng = Random(f"{seed}/priors/{group}/{nights}/{number}")
        effects = (Effect(rng.choice(planted[1]), 1.5, int(chance(rng, 0.25))),) if planted else ()
        course, reacts = rng.choice(BUILDS[build]), rng.choice((0, REACTS))
        person = Person(course, ASKED, effects, after_bad=reacts, hand=drawn(rng), nights=nights)
        yield Case(group, live(rng, person))
