"""Sleep measures of one night, in the standard terms.

Formulas after the Consensus Sleep Diary (Carney 2012) and, for the efficiency denominator, Reed &
Sacco 2016 (PMC4751425): time spent out of bed awake in the night stays in the denominator, or somebody
who paces for two hours looks efficient. Missing stays missing: no measure is guessed from half of
its parts. Durations are counted in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from stillnight.domain.clock_rule import minutes_between
from stillnight.domain.night import Night

PARTS: Mapping[str, tuple[str, ...]] = {
    "tib": ("lights_out", "out_of_bed"),
    "tasafa": ("final_wake", "out_of_bed"),
    "tst": ("lights_out", "sol_min", "waso_min", "final_wake"),
}
"""What each worked-out measure is made of; the efficiencies need two of them."""


class SleepMeasures(NamedTuple):
    """What can be said of one night's sleep; each is ``None`` where a part of it is missing.

    Attributes:
        tib: Time in bed: lights out to out of bed, minutes.
        sol: Sleep onset latency, minutes.
        waso: Wake after sleep onset, minutes.
        tasafa: Time attempting to sleep after final awakening, minutes.
        tst: Total sleep time: lights out + SOL to final waking, less WASO, minutes.
        se_tib: Sleep efficiency, 100 × TST / TIB, percent.
        se_dse: Sleep efficiency, 100 × TST / (SOL + TST + WASO + TASAFA), percent.
    """

    tib: int | None = None
    sol: int | None = None
    waso: int | None = None
    tasafa: int | None = None
    tst: int | None = None
    se_tib: float | None = None
    se_dse: float | None = None


def measure(night: Night) -> SleepMeasures:
    """The sleep measures of a night.

    What cannot be is left missing, not shown as sleep: a sum that comes out negative (waking before
    lights out), more sleep than time in bed.
    """
    sol, waso, tasafa = (night.minutes(name) for name in ("sol_min", "waso_min", "tasafa_min"))
    tib = _span(night, "lights_out", "out_of_bed")
    in_bed_asleep = _span(night, "lights_out", "final_wake")
    tst = None
    if in_bed_asleep is not None and sol is not None and waso is not None:
        tst = _positive(in_bed_asleep - sol - waso)
    if tasafa is None:
        tasafa = _span(night, "final_wake", "out_of_bed")
    whole = None
    if tst is not None and sol is not None and waso is not None and tasafa is not None:
        whole = sol + tst + waso + tasafa
    return SleepMeasures(tib, sol, waso, tasafa, tst, _percent(tst, tib), _percent(tst, whole))


def lacking(night: Night, measure: str) -> list[str]:
    """The fields that a measure of :data:`PARTS` still needs; empty when it has all of them."""
    return [name for name in PARTS[measure] if night.time(name) is None and night.minutes(name) is None]


def _span(night: Night, start: str, end: str) -> int | None:
    begun, ended = night.time(start), night.time(end)
    return _positive(minutes_between(begun, ended)) if begun and ended else None


def _positive(minutes: int) -> int | None:
    return minutes if minutes >= 0 else None


def _percent(part: int | None, whole: int | None) -> float | None:
    return round(100 * part / whole, 1) if part is not None and whole and part <= whole else None
