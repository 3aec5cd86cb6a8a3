"""What a method said of one diary, from the first night to the last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from stillnight.insight.patterns.pattern import Pattern, Tier
from tests.benchmarks.triggers.hand import FIRST
from tests.benchmarks.triggers.methods import Method
from tests.benchmarks.triggers.people import Diary

BY = (30, 60, 90, 120, 180, 365)
"""Nights since the first at which a diary is looked at more closely."""

REAL = 0.25
"""From this change on the legs' own scale, points, a planted effect counts as real."""

SILENT = 14
"""A diary that ends so many nights before is still told as it stood; one cut off earlier is not."""


@dataclass
class Track:
    """One method on one diary.

    Attributes:
        diary: What was looked at.
        found: Nights on which each real factor was called "likely" anew, counted from the first night.
        false: The same of factors in which nothing is planted, or that work the other way round.
        worth: The factors that were ever "worth a test" or better.
        fooled: On how many looks anything was falsely called "likely".
        looks: How many looks there were.
        snapshots: The patterns as of each night of ``BY``.
    """

    diary: Diary
    found: dict[str, list[int]] = field(default_factory=dict)
    false: dict[str, list[int]] = field(default_factory=dict)
    worth: set[str] = field(default_factory=set)
    fooled: int = 0
    looks: int = 0
    snapshots: dict[int, Mapping[str, Pattern]] = field(default_factory=dict)

    @property
    def years(self) -> float:
        """From the first night to the last."""
        return ((self.diary.nights[-1].date - FIRST).days + 1) / 365


def is_real(diary: Diary, slug: str) -> bool:
    """Was something planted there that this person's ratings can show?"""
    return abs(diary.truth[slug]) >= REAL


def is_true(diary: Diary, pattern: Pattern) -> bool:
    """Is it right to say that this factor matters, this way round?"""
    return is_real(diary, pattern.factor) and (pattern.effect or 0.0) * diary.truth[pattern.factor] > 0


def follow(method: Method, diary: Diary) -> Track:
    """Let a method look at a diary every night."""
    track, before, waiting = Track(diary), set[str](), list(BY)
    patterns: Mapping[str, Pattern] = {}
    for looked in method(diary):
        night = (looked.night - FIRST).days + 1
        while waiting and night > waiting[0]:
            track.snapshots[waiting.pop(0)] = patterns
        patterns = looked.patterns
        before = _take(track, night, patterns, before)
    last = (diary.nights[-1].date - FIRST).days + 1
    track.snapshots.update({by: patterns for by in waiting if by <= last + SILENT})
    return track


def _take(track: Track, night: int, patterns: Mapping[str, Pattern], before: set[str]) -> set[str]:
    likely = {slug for slug, one in patterns.items() if one.tier is Tier.LIKELY}
    false = {slug for slug in likely if not is_true(track.diary, patterns[slug])}
    for slug in sorted(likely - before):
        (track.false if slug in false else track.found).setdefault(slug, []).append(night)
    track.worth |= likely | {slug for slug, one in patterns.items() if one.tier is Tier.WORTH_A_TEST}
    track.looks += 1
    track.fooled += bool(false)
    return likely
