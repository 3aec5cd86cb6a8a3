"""The sleep measures of a night in words, with what is still missing and what cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from stillnight.domain.clock_rule import minutes_between
from stillnight.domain.night import Episode, Night
from stillnight.domain.sleep import lacking, measure
from stillnight.journal.morning.rows import LABELS, Row
from stillnight.journal.sleep_words import worked_out

_NEEDING: Mapping[str, str] = {"tst": "time asleep (TST)", "tib": "time in bed (TIB)"}
"""The measures that are named when they cannot be worked out; the others need no more than these."""


def measure_words(night: Night) -> list[str]:
    """What follows from the answers: ``asleep 7 h 00 (TST)``, ``in bed 8 h 20 (TIB)``."""
    return worked_out(measure(night))


def missing_words(night: Night) -> str:
    """What is still missing: ``time asleep (TST) needs: Asleep in``; empty when nothing is."""
    return " · ".join(_needs(night))


def doubt(night: Night, awake: Sequence[Episode]) -> str:
    """One kind question about answers that do not go together; empty where they do.

    Args:
        night: The night.
        awake: Its episodes that are awakenings.
    """
    dark, woke, up = (night.time(row) for row in (Row.LIGHTS_OUT, Row.WOKE, Row.UP))
    for first, then, words in (
        (dark, woke, "the last waking comes before lights out"),
        (woke, up, "getting up comes before the last waking"),
        (dark, up, "getting up comes before lights out"),
    ):
        if first is not None and then is not None and then < first:
            return f"{words}: is that right?"
    if _is_longer_than_the_night(night, dark, woke):
        return "falling asleep and being awake take longer than the night: is that right?"
    counted, logged = night.minutes(Row.AWAKENINGS), len(awake)
    if counted is not None and counted < logged:
        bouts = "1 episode" if logged == 1 else f"{logged} episodes"
        return f"{bouts} logged after lights out: fewer awakenings than that?"
    return ""


def _needs(night: Night) -> Iterator[str]:
    for name, words in _NEEDING.items():
        parts = [LABELS[Row(part)] for part in lacking(night, name)]
        if parts:
            yield f"{words} needs: {', '.join(parts)}"


def _is_longer_than_the_night(night: Night, dark: datetime | None, woke: datetime | None) -> bool:
    sleep = measure(night)
    awake = (sleep.sol or 0) + (sleep.waso or 0)
    return dark is not None and woke is not None and 0 <= minutes_between(dark, woke) < awake
