"""Marks of what happened: the marked days as a covariate, or two weeks left out after each mark.

The causes are those of the hard diaries (work crises, journeys, a medicine begun) and illness, which brings
tablets. A mark may be there, forgotten, or stand where nothing happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from random import Random
from statistics import fmean

from stillnight.insight.patterns.diary import DiaryNight
from stillnight.insight.patterns.look import NightsSoFar
from stillnight.insight.patterns.rows import Row
from tests.benchmarks.triggers import causes, legs
from tests.benchmarks.triggers.causes import Cause, Push
from tests.benchmarks.triggers.draws import chance
from tests.benchmarks.triggers.effects import Effect
from tests.benchmarks.triggers.hand import FIRST, drawn
from tests.benchmarks.triggers.kinds import WORSE
from tests.benchmarks.triggers.people import Diary, Person, live
from tests.benchmarks.triggers.tries.contest import BASE, Candidate, Case, Changed, Watch, ours

LEFT_OUT = 14
"""Nights after the first marked one."""

Spans = list[tuple[int, int]]
"""Stretches of nights: first and last."""


@dataclass(frozen=True)
class Marks:
    """What stands in the ledger of one person, by how well it is kept.

    Attributes:
        complete: Every stretch on which the cause was at work.
        half: Every other of them.
        wrong: As many, as long, but anywhere.
        of_bad_nights: Nothing happened, but some bad nights in a row were marked for being bad.
    """

    complete: Spans
    half: Spans
    wrong: Spans
    of_bad_nights: Spans = field(default_factory=list)


def illness(rng: Random, nights: int) -> dict[int, Push]:
    """Days with a cold: worse legs, a tablet at night, no sport, little coffee."""
    push = Push(rng.uniform(1, 2), {"antihistamine": 1}, {"exercise": 0.1, "caffeine": 0.5, "alcohol": 0.2})
    at, struck = rng.randrange(60), dict[int, Push]()
    while at < nights:
        struck.update(dict.fromkeys(range(at, min(at + rng.randint(4, 9), nights)), push))
        at += rng.randint(45, 120)
    return struck


CAUSES: Mapping[str, Cause] = {
    "crisis": causes.crisis,
    "travel": causes.travel,
    "illness": illness,
    "medicine": causes.medicine,
}


def cases(users: int, seed: int) -> tuple[list[Case], list[Case]]:
    """Diaries with a cause and nothing planted, and the same with 1.5 points planted."""
    nulls = [one for name in CAUSES for one in _drawn(users, seed, name, 0.0, 365)]
    planted = [one for name in CAUSES for one in _drawn(users, seed, name, 1.5, 180)]
    return nulls, planted


def _drawn(users: int, seed: int, name: str, points: float, nights: int) -> Iterator[Case]:
    for number in range(users):
        rng = Random(f"{seed}/marks/{name}/{points}/{number}")
        struck: dict[int, Push] = {}

        def remembered(rng: Random, nights: int, struck: dict[int, Push] = struck) -> dict[int, Push]:
            struck.update(CAUSES[name](rng, nights))
            return struck

        effects = (Effect(rng.choice(WORSE), points, int(chance(rng, 0.25))),) if points else ()
        course = rng.choice((legs.steady, legs.spells))
        person = Person(course, effects=effects, causes=(remembered,), hand=drawn(rng), nights=nights)
        diary = live(rng, person)
        build = "study" if course is legs.steady else "other"
        yield Case(f"{name}, {build}", diary, _marks(rng, sorted(struck), nights, diary))


def _marks(rng: Random, struck: list[int], nights: int, diary: Diary) -> Marks:
    spans = _spans(struck)
    wrong = [(start, start + end - begun) for begun, end in spans for start in (rng.randrange(nights),)]
    return Marks(spans, [span for span in spans if chance(rng, 0.5)], wrong, _bad_nights(diary))


def _bad_nights(diary: Diary) -> Spans:
    """Three and more nights in a row that were all a point and more worse than this person's mean."""
    bad = fmean(night.severity or 0 for night in diary.nights) + 1
    days = [(night.date - FIRST).days for night in diary.nights if (night.severity or 0) >= bad]
    return [(first, last) for first, last in _spans(days) if last - first >= 2]


def _spans(struck: list[int]) -> Spans:
    """Days in a row as stretches."""
    cuts = [place for place, (one, other) in enumerate(pairwise(struck), 1) if other != one + 1]
    parts = [struck[start:end] for start, end in pairwise([0, *cuts, len(struck)])]
    return [(part[0], part[-1]) for part in parts if part]


def covariate(kept: str) -> Candidate:
    """The marked days, from the first to the last of each stretch, as one more covariate."""

    def candidate(case: Case) -> Watch:
        marked = {
            FIRST + timedelta(day)
            for first, last in getattr(case.more, kept)
            for day in range(first, last + 1)
        }

        def change(night: DiaryNight, row: Row) -> Row:
            return row._replace(covariates=[*row.covariates, float(night.date in marked)])

        return Changed(case.diary, change)

    return candidate


class _LeavesOut(NightsSoFar):
    def __init__(self, case: Case, kept: str) -> None:
        super().__init__(case.diary.factors, BASE)
        self._out = {
            FIRST + timedelta(first + day) for first, _ in getattr(case.more, kept) for day in range(LEFT_OUT)
        }

    def add(self, night: DiaryNight) -> bool:
        return night.date not in self._out and super().add(night)


def left_out(kept: str) -> Candidate:
    """Two weeks from each mark on are not looked at."""

    def candidate(case: Case) -> Watch:
        return _LeavesOut(case, kept)

    return candidate


CANDIDATES: Mapping[str, Candidate] = {
    "ours": ours,
    "covariate, complete": covariate("complete"),
    "14 nights left out, complete": left_out("complete"),
    "covariate, half": covariate("half"),
    "14 nights left out, half": left_out("half"),
    "covariate, wrong": covariate("wrong"),
    "14 nights left out, wrong": left_out("wrong"),
    "covariate, marked for being bad": covariate("of_bad_nights"),
}
