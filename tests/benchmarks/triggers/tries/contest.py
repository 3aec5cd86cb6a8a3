"""Candidates on the same diaries, each with the threshold that gives all of them the same false alarms.

"Found" takes three looks running above the threshold, as the program does. Where nothing comes near, not
every night is looked at: that saves two thirds of the work, for every candidate alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import ceil, floor, nan
from statistics import fmean
from typing import Any, NamedTuple, Protocol

from stillnight.insight.patterns.diary import DiaryNight, read_diary
from stillnight.insight.patterns.doses import Series
from stillnight.insight.patterns.look import NightsSoFar
from stillnight.insight.patterns.rows import Row, Rows
from stillnight.insight.patterns.settings import OURS, Settings
from tests.benchmarks.triggers.hand import FIRST
from tests.benchmarks.triggers.people import Diary
from tests.benchmarks.triggers.track import is_real

BASE = replace(OURS, cut=7.0)
"""The frozen model, with a nearer cut for speed: probabilities differ by less than .0003."""

LOOKS = 3
OWN = OURS.likely - 1e-9
NIGHTS = (60, 90, 180)


class Case(NamedTuple):
    """One diary of a group, with whatever else a candidate may see of it."""

    group: str
    diary: Diary
    more: Any = None


class Watch(Protocol):
    """Takes night by night and says what it thinks of each factor: probability first, then effect."""

    def add(self, night: DiaryNight) -> bool: ...

    def weighed(self) -> Mapping[str, Any]: ...


Candidate = Callable[[Case], Watch]

Change = Callable[[DiaryNight, Row], Row]
"""What a candidate does to a night's row before the model sees it."""


class _ChangedRows(Rows):
    def __init__(self, series: Sequence[Series], settings: Settings, change: Change) -> None:
        super().__init__(series, settings)
        self._change = change

    def _row(self, night: DiaryNight, day: int, answered: list[float | None]) -> Row:
        return self._change(night, super()._row(night, day, answered))


class Changed(NightsSoFar):
    """The program's model on changed rows."""

    def __init__(self, diary: Diary, change: Change) -> None:
        super().__init__(diary.factors, BASE)
        self._rows = _ChangedRows(self._series, BASE, change)


def ours(case: Case) -> Watch:
    """The program's model as it is."""
    return NightsSoFar(case.diary.factors, BASE)


class Rise(NamedTuple):
    """A night on which the evidence, the lowest of three looks, rose above all before; and its direction."""

    night: int
    evidence: float
    effect: float


def rises(candidate: Candidate, case: Case) -> dict[str, list[Rise]]:
    """The rises of every factor of one diary."""
    watch, recent, found = candidate(case), dict[str, list[float]](), dict[str, list[Rise]]()
    wait, weighed = 0, dict[str, Any]()
    for night in read_diary(case.diary.nights, case.diary.factors):
        if not watch.add(night):
            continue
        wait -= 1
        if wait < 0:
            weighed = dict(watch.weighed())
            nearest = max((one.probability for one in weighed.values()), default=0.0)
            wait = 6 if nearest < 0.15 else 3 if nearest < 0.4 else 1 if nearest < 0.6 else 0
        for slug, one in weighed.items():
            last = recent.setdefault(slug, [])
            last.append(one.probability)
            held = min(last[-LOOKS:]) if len(last) >= LOOKS else 0.0
            known = found.setdefault(slug, [])
            if held > (known[-1].evidence if known else 0.0):
                known.append(Rise((night.date - FIRST).days + 1, held, one.effect or 0.0))
    return found


class Score(NamedTuple):
    """What came of one candidate.

    Attributes:
        false: By case, group and the highest evidence of each factor in which nothing is planted.
        real: By planted factor that varied, group and its rises.
    """

    false: list[tuple[str, dict[str, float]]]
    real: list[tuple[str, list[Rise]]]


def judge(candidate: Candidate, nulls: Sequence[Case], planted: Sequence[Case]) -> Score:
    """Let a candidate look at everything."""
    false = []
    for case in nulls:
        peaks = {
            slug: max((one.evidence for one in all_), default=0.0)
            for slug, all_ in rises(candidate, case).items()
            if not is_real(case.diary, slug)
        }
        false.append((case.group, peaks))
    real = []
    for case in planted:
        told = rises(candidate, case)
        for slug in sorted(case.diary.varied):
            if is_real(case.diary, slug):
                right = [one for one in told.get(slug, []) if one.effect * case.diary.truth[slug] >= 0]
                real.append((case.group, right))
    return Score(false, real)


def alarms(score: Score, least: float, group: str = "") -> float:
    """The share of user-years with any false factor whose evidence exceeds a threshold, %."""
    return 100 * fmean(
        max(peaks.values(), default=0.0) > least for of, peaks in score.false if group in ("", of)
    )


def power(score: Score, least: float, night: int, group: str = "") -> float:
    """The share of planted factors whose evidence exceeds it by a night, %."""
    told = [
        any(one.night <= night and one.evidence > least for one in found)
        for of, found in score.real
        if group in ("", of)
    ]
    return 100 * fmean(told) if told else nan


def thresholds(score: Score, least: float = 0.04, most: float = 0.12) -> list[float]:
    """Those at which one user-year more is fooled each, from a smallest to a largest share of them.

    Of a hundred diaries a single threshold hangs on one of them; the mean over some of them does not.
    """
    peaks = sorted((max(each.values(), default=0.0) for _, each in score.false), reverse=True)
    counts = range(ceil(least * len(peaks)), floor(most * len(peaks)) + 1)
    return [(peaks[count - 1] + peaks[count]) / 2 for count in counts if 0 < count < len(peaks)]


def power_equal(score: Score, night: int, group: str = "") -> float:
    """The share found at equal false alarms, %, over all :func:`thresholds`; nan with too few diaries."""
    found = [power(score, least, night, group) for least in thresholds(score)]
    return fmean(found) if found else nan


def print_scores(scores: Mapping[str, Score]) -> None:
    """At the program's own threshold, and at those that give every candidate the same false alarms."""
    for name, score in scores.items():
        about = Counter(slug for _, peaks in score.false for slug, peak in peaks.items() if peak > OWN)
        about_words = ", ".join(f"{slug} {count}" for slug, count in about.most_common())
        print(f"{name}: {len(score.false)} user-years, {len(score.real)} planted; about {about_words or '-'}")
        nulls = dict.fromkeys(of for of, _ in score.false)
        print(
            "    any false " + ", ".join(f"{of or 'all'} {alarms(score, OWN, of):.1f}" for of in ("", *nulls))
        )
        for group in ("", *dict.fromkeys(of for of, _ in score.real)):
            fixed = "/".join(f"{power(score, OWN, night, group):.0f}" for night in NIGHTS)
            fair = "/".join(f"{power_equal(score, night, group):.0f}" for night in NIGHTS)
            print(f"    {group or 'all'}: found {fixed}, at equal false alarms {fair}", flush=True)
