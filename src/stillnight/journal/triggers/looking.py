"""All looks of a diary in order of date; those that still hold are not worked out again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from stillnight.domain.factor import Factor
from stillnight.insight.patterns.diary import DiaryNight
from stillnight.insight.patterns.look import Look, replay
from stillnight.journal.triggers.marks import marks_of, still_true
from stillnight.journal.triggers.memo import LookMemo
from stillnight.journal.triggers.notation import look_line, read_look
from stillnight.journal.triggers.sums import KeptSums

EVERY = 500
"""After so many new looks they are kept, so that who leaves in between loses little."""

Told = Callable[[int, int], bool]
"""Is told how many of how many nights have been looked at; ``False`` leaves the rest for another time."""


class LeftOff(Exception):
    """Somebody left before all nights were looked at; what was worked out is kept."""


@dataclass(frozen=True, slots=True)
class Looking:
    """What is to be looked at, and what of it was looked at before.

    Attributes:
        diary: The nights as the model takes them.
        factors: The factors.
        marks: The mark of each night.
        kept: The lines of the looks that still hold, from the first night on.
        sums: What was added up of the nights before.
    """

    diary: Sequence[DiaryNight]
    factors: Sequence[Factor]
    marks: Sequence[str]
    kept: Sequence[str]
    sums: KeptSums

    @property
    def waiting(self) -> int:
        """How many nights are still to be looked at."""
        return len(self.marks) - len(self.kept)


def prepare(
    diary: Sequence[DiaryNight], factors: Sequence[Factor], memo: LookMemo, sums: KeptSums | None = None
) -> Looking:
    """What is to be looked at; works nothing out yet."""
    marks, kept = list(marks_of(diary, factors)), memo.load()
    true = list(kept[: still_true(kept, marks)])
    return Looking(diary, factors, marks, true if _is_readable(true) else [], sums or KeptSums())


def _is_readable(lines: Sequence[str]) -> bool:
    """Can the newest be read? If not, another version wrote them all, and they are worked out again."""
    try:
        return not lines or bool(read_look(lines[-1]))
    except ValueError:
        return False


def lines_of(looking: Looking, memo: LookMemo, told: Told | None = None) -> Iterator[str]:
    """The line of each look, in order of date; what is new is kept.

    Args:
        looking: What is to be looked at.
        memo: Where looks are kept.
        told: Is told how far it is.

    Raises:
        LeftOff: If ``told`` wants no more.
    """
    lines = list(looking.kept)
    yield from lines
    if not looking.waiting:
        return
    try:
        for number, look in enumerate(_new(looking), 1):
            lines.append(look_line(looking.marks[len(lines)], look))
            yield lines[-1]
            if told is not None and not told(number, looking.waiting):
                raise LeftOff
            if number % EVERY == 0:
                memo.keep(lines)
    finally:
        memo.keep(lines)


def _new(looking: Looking) -> Iterator[Look]:
    diary, factors, kept = looking.diary, looking.factors, looking.kept
    if not kept:
        return replay(diary, factors)
    last, begun = read_look(kept[-1]), looking.sums.begin(diary, factors, looking.marks, len(kept))
    return replay(diary, factors, after=last.night, standings=last.standings, begun=begun)
