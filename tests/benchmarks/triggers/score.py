"""From tracks to figures: false alarms, power, calibration, coverage."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median, pstdev

from stillnight.insight.patterns.pattern import Pattern, Tier
from tests.benchmarks.triggers.track import Track, is_real, is_true

BINS = (0.0, 0.02, 0.1, 0.4, 0.6, 0.8, 0.95, 0.99, 1.01)
"""Edges of the classes of probability in which it is compared with the share of real ones."""


@dataclass(frozen=True)
class Share:
    """A proportion, with its 95 % range by Wilson's formula."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        return self.hits / self.of if self.of else math.nan

    @property
    def half(self) -> float:
        """Half the width of the range."""
        if not self.of:
            return math.nan
        z, n, p = 1.96, self.of, self.value
        return z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))

    def __str__(self) -> str:
        return f"{100 * self.value:.0f} % ±{100 * self.half:.0f}" if self.of else "-"


@dataclass(frozen=True)
class Alarms:
    """False alarms of one method on diaries of one kind.

    Attributes:
        users: User-years with any false "likely".
        onsets: Times that anything became falsely "likely", a user-year.
        onsets_half: Half the 95 % range of that.
        fooled: The share of looks that show one.
        factors: The factors they were about, most often first.
    """

    users: Share
    onsets: float
    onsets_half: float
    fooled: float
    factors: Sequence[tuple[str, int]]


def alarms(tracks: Sequence[Track]) -> Alarms:
    """Count what was falsely called likely."""
    yearly = [sum(map(len, track.false.values())) / track.years for track in tracks]
    about = Counter(slug for track in tracks for slug, nights in track.false.items() for _ in nights)
    return Alarms(
        Share(sum(bool(track.false) for track in tracks), len(tracks)),
        fmean(yearly),
        1.96 * pstdev(yearly) / math.sqrt(len(yearly)),
        sum(track.fooled for track in tracks) / max(sum(track.looks for track in tracks), 1),
        about.most_common(4),
    )


def planted(tracks: Iterable[Track]) -> list[tuple[Track, str]]:
    """Every real factor that varied enough for anybody to find it."""
    return [
        (track, slug)
        for track in tracks
        for slug in track.diary.truth
        if is_real(track.diary, slug) and slug in track.diary.varied
    ]


def power(tracks: Iterable[Track], night: int) -> Share:
    """The share of real factors that had been called likely by a night."""
    real = planted(tracks)
    return Share(sum(min(track.found.get(slug, [999])) <= night for track, slug in real), len(real))


def wait(tracks: Iterable[Track]) -> float:
    """Median nights until a real factor is called likely; infinite when most are not."""
    return median(min(track.found.get(slug, [math.inf])) for track, slug in planted(tracks))


def worth(tracks: Iterable[Track], night: int) -> Share:
    """The share of real factors that stand at "worth a test" or better on a night."""
    tiers = [
        track.snapshots[night][slug].tier
        for track, slug in planted(tracks)
        if slug in track.snapshots.get(night, {})
    ]
    return Share(sum(tier in (Tier.LIKELY, Tier.WORTH_A_TEST) for tier in tiers), len(tiers))


def standing(tracks: Iterable[Track], night: int) -> Iterator[tuple[Track, Pattern]]:
    """Every pattern that the model had looked at as of a night."""
    for track in tracks:
        for pattern in track.snapshots.get(night, {}).values():
            yield track, pattern


def false_share(tracks: Sequence[Track], night: int, *tiers: Tier) -> Share:
    """Of what stands in these tiers on a night, the share in which nothing is planted."""
    told = [(track, one) for track, one in standing(tracks, night) if one.tier in tiers]
    return Share(sum(not is_true(track.diary, one) for track, one in told), len(told))


def false_share_ever(tracks: Sequence[Track]) -> Share:
    """Of all factors that were ever called likely, the share in which nothing is planted."""
    false, found = (sum(len(getattr(track, name)) for track in tracks) for name in ("false", "found"))
    return Share(false, false + found)


def unlikely(tracks: Sequence[Track], night: int, least: float, most: float = math.inf) -> Share:
    """Of factors of a true size, points, the share of which it is said that there is no sign of them."""
    told = [
        one
        for track, one in standing(tracks, night)
        if least <= abs(track.diary.truth[one.factor]) < most and one.probability is not None
    ]
    return Share(sum(one.tier is Tier.UNLIKELY for one in told), len(told))


def calibration(tracks: Sequence[Track], night: int) -> list[tuple[float, Share]]:
    """By class of probability: its mean, and the share of real ones."""
    told = [(track, one) for track, one in standing(tracks, night) if one.probability is not None]
    rows = []
    for least, most in pairwise(BINS):
        inside = [(track, one) for track, one in told if least <= (one.probability or 0.0) < most]
        if inside:
            real = sum(is_true(track.diary, one) for track, one in inside)
            rows.append((fmean(one.probability or 0.0 for _, one in inside), Share(real, len(inside))))
    return rows


@dataclass(frozen=True)
class Sizes:
    """Told against true effects of real factors, points.

    Attributes:
        covered: The share of 90 % intervals that hold the truth.
        told: Mean size told.
        true: Mean true size.
    """

    covered: Share
    told: float
    true: float


def sizes(tracks: Sequence[Track], night: int, is_told: bool = False) -> Sizes:
    """How well effects are told, of all real factors or only of those called likely."""
    pairs = [
        (one, track.diary.truth[one.factor])
        for track, one in standing(tracks, night)
        if is_real(track.diary, one.factor) and one.low is not None and one.high is not None
        if not is_told or one.tier is Tier.LIKELY
    ]
    if not pairs:
        return Sizes(Share(0, 0), math.nan, math.nan)
    held = sum((one.low or 0.0) <= truth <= (one.high or 0.0) for one, truth in pairs)
    return Sizes(
        Share(held, len(pairs)),
        fmean(abs(one.effect or 0.0) for one, _ in pairs),
        fmean(abs(truth) for _, truth in pairs),
    )
