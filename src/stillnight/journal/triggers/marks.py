"""By what a look is known to be still true: a mark of all that it rests on, up to its night.

The mark of a night takes in the mark of the night before, so a night that was filled in or amended changes
its own mark and those of all later nights, and no earlier one. Another definition of a factor, another model
or another version of the program changes all of them. Pure functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple
from hashlib import blake2b

from stillnight import __version__
from stillnight.domain.factor import Factor
from stillnight.insight.patterns.diary import DiaryNight
from stillnight.insight.patterns.settings import OURS, Settings

KEPT = 2
"""The way in which looks are kept; another number makes all that were kept before worthless."""

SIZE = 16
"""The signs of a mark."""


def marks_of(
    diary: Iterable[DiaryNight],
    factors: Sequence[Factor],
    settings: Settings = OURS,
    model: str = __version__,
) -> Iterator[str]:
    """The mark of each night.

    Args:
        diary: The nights as the model takes them, in order of date.
        factors: The factors that are looked at, in any order.
        settings: The model's constants.
        model: What else the looks rest on.
    """
    known = [
        (one.slug, str(one.kind), one.usual, one.low, one.high, one.direction, one.mg_each) for one in factors
    ]
    mark = _mark("", (KEPT, model, astuple(settings), sorted(known)))
    for night in diary:
        answers, early = sorted(night.answers.items()), sorted(night.early_ratings)
        mark = _mark(mark, (night.date.isoformat(), night.severity, answers, night.left_out, early))
        yield mark


def still_true(kept: Sequence[str], marks: Sequence[str]) -> int:
    """So many looks at the beginning still hold.

    Args:
        kept: The lines that were kept; each begins with the mark of its night.
        marks: The marks of the nights as they are now.
    """
    number = 0
    for line, mark in zip(kept, marks, strict=False):
        if not line.startswith(mark):
            break
        number += 1
    return number


def is_recounting(waiting: int) -> bool:
    """Is more to be worked out than the newest look? Then an earlier night changed, or nothing was kept.

    Args:
        waiting: So many nights are to be looked at.
    """
    return waiting > 1


def _mark(before: str, rests_on: object) -> str:
    return blake2b(f"{before}{rests_on!r}".encode(), digest_size=SIZE // 2).hexdigest()
