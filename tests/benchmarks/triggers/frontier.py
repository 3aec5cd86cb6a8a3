"""Candidates beside each other at the same rate of false alarms, whatever threshold that takes of each.

``python -m tests.benchmarks triggers --tried`` prints it. Two simulators of different build judge every
candidate: what helps in one only is fitted to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from stillnight.insight.patterns.diary import read_diary
from stillnight.insight.patterns.look import replay
from stillnight.insight.patterns.settings import Settings
from tests.benchmarks.triggers.hand import FIRST
from tests.benchmarks.triggers.kinds import diary
from tests.benchmarks.triggers.people import Diary
from tests.benchmarks.triggers.score import Share
from tests.benchmarks.triggers.track import is_real

RATE = 0.08
"""The share of user-years that may see any false "likely"."""


class Peak(NamedTuple):
    """The highest evidence of one factor in one diary until some night: of every so many looks the lowest."""

    night: int
    probability: float


def rises(diary: Diary, settings: Settings) -> dict[str, list[Peak]]:
    """For every factor the nights on which its evidence rose above all before."""
    nights, recent, peaks = (
        read_diary(diary.nights, diary.factors),
        dict[str, list[float]](),
        dict[str, list[Peak]](),
    )
    for look in replay(nights, diary.factors, settings):
        for pattern in look.patterns:
            last = recent.setdefault(pattern.factor, [])
            last.append(pattern.probability or 0.0)
            held = min(last[-settings.looks :]) if len(last) >= settings.looks else 0.0
            known = peaks.setdefault(pattern.factor, [])
            is_right_way = (pattern.effect or 0) * diary.truth[pattern.factor] >= 0
            if held > (known[-1].probability if known else 0.0) and is_right_way:
                known.append(Peak((look.night - FIRST).days + 1, held))
    return peaks


def false_peaks(kinds: Sequence[str], settings: Settings, users: int, seed: int) -> list[float]:
    """The highest false evidence of each user-year."""
    highest = []
    for kind, number in _numbered(kinds, users):
        one = diary(kind, number, seed)
        peaks = rises(one, settings)
        false = (known[-1].probability for slug, known in peaks.items() if known and not is_real(one, slug))
        highest.append(max(false, default=0.0))
    return sorted(highest, reverse=True)


def threshold(highest: Sequence[float], rate: float = RATE) -> float:
    """The evidence that so many user-years exceed by chance."""
    return highest[int(rate * len(highest))]


def real_rises(kind: str, settings: Settings, users: int, seed: int) -> list[list[Peak]]:
    """The rises of every planted factor that varied."""
    found = []
    for number in range(users):
        one = diary(kind, number, seed).until(180)
        peaks = rises(one, settings)
        found += [peaks.get(slug, []) for slug in one.truth if is_real(one, slug) and slug in one.varied]
    return found


def reached(found: Sequence[Sequence[Peak]], night: int, least: float) -> Share:
    """The share of them whose evidence exceeded a threshold by a night."""
    return Share(
        sum(any(p.night <= night and p.probability > least for p in one) for one in found), len(found)
    )


def _numbered(kinds: Sequence[str], users: int) -> Iterator[tuple[str, int]]:
    return ((kind, number) for kind in kinds for number in range(users))


def print_frontier(
    candidates: Mapping[str, Settings],
    simulators: Mapping[str, tuple[Sequence[str], Sequence[str]]],
    users: int,
    seed: int,
) -> None:
    """A block a simulator: its kinds without and with something planted; a line a candidate."""
    for simulator, (nulls, planted) in simulators.items():
        print(f"{simulator}: {users} diaries of each of {', '.join((*nulls, *planted))}")
        print("found by 60/90/180 at the threshold of 8 % (by 90 at the candidate's own)", flush=True)
        for name, settings in candidates.items():
            highest = false_peaks(nulls, settings, users, seed)
            least = threshold(highest)
            usual = Share(sum(one >= settings.likely for one in highest), len(highest))
            cells = [_cell(kind, settings, least, users, seed) for kind in planted]
            print(f"  {name:<30} any false {usual!s:>9}, 8 % at {least:.3f}: {'; '.join(cells)}", flush=True)


def _cell(kind: str, settings: Settings, least: float, users: int, seed: int) -> str:
    found = real_rises(kind, settings, users, seed)
    equal = "/".join(f"{100 * reached(found, night, least).value:.0f}" for night in (60, 90, 180))
    return f"{kind} {equal} ({100 * reached(found, 90, settings.likely - 1e-9).value:.0f})"
