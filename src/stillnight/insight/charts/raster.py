"""The night raster: where in each night something was, in minutes of the wall clock that it was written with.

A wall clock, not a stop-watch: a night abroad is drawn as it was lived there, and in the night in which the
clocks change an hour is missing or lies twice in one place.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from stillnight.domain.clock_rule import NOON
from stillnight.domain.night import Night
from stillnight.insight.charts.nights import ChartNight

DAY = 24 * 60
HOUR = 60
EVENING = time(18, 0)
"""The picture begins here, or where the user's own evenings begin."""

LEFT_OUT = 0.1
"""The earliest of so large a part of the nights do not make the picture wider; they stand at its margin."""


class Bout(NamedTuple):
    """An episode in the raster.

    Attributes:
        at: When it began, minutes from the rollover.
        severity: Its urge, 0-10.
        is_out_of_bed: Did it take getting up?
    """

    at: int
    severity: int | None = None
    is_out_of_bed: bool = False


class RasterNight(NamedTuple):
    """One night; every time is minutes from the night's rollover on the wall clock, 0-1439.

    Attributes:
        date: The evening's date.
        severity: The evening's rating, 0-10.
        is_late: Was any of it recalled late?
        onset: When it was first felt.
        is_all_day: Was it felt all day?
        in_bed: Lights out and getting up, or the last waking where that is not known.
        asleep: Sleep onset (lights out + SOL) and the last waking.
        awake_min: WASO in minutes; where in the night nobody knows. ``None`` where not asked.
        bouts: The episodes.
        doses: When doses were taken, as far as said.
    """

    date: date
    severity: int | None = None
    is_late: bool = False
    onset: int | None = None
    is_all_day: bool = False
    in_bed: tuple[int, int] | None = None
    asleep: tuple[int, int] | None = None
    awake_min: int | None = None
    bouts: tuple[Bout, ...] = ()
    doses: tuple[int, ...] = ()

    @property
    def earliest(self) -> int | None:
        """The first thing of the night that has a time."""
        ends = (span[0] for span in (self.in_bed, self.asleep) if span)
        times = (self.onset, *ends, *(bout.at for bout in self.bouts), *self.doses)
        return min((at for at in times if at is not None), default=None)


def raster_night(one: ChartNight, rollover: time = NOON) -> RasterNight:
    """What of a night has a place in the raster; a time outside the night has none."""
    night = one.night

    def place(moment: datetime | None) -> int | None:
        return _minutes(night.date, moment, rollover)

    bouts = ((place(bout.at), bout) for bout in one.episodes)
    doses = (place(dose.at) for dose in one.doses)
    return RasterNight(
        night.date,
        one.severity,
        one.is_late,
        place(night.onset),
        night.onset_word == "all_day",
        _span(
            place(night.time("lights_out")),
            _first(place(night.time("out_of_bed")), place(night.time("final_wake"))),
        ),
        _span(place(_fell_asleep(night)), place(night.time("final_wake"))),
        night.minutes("waso_min"),
        tuple(Bout(at, bout.severity, bool(bout.out_of_bed)) for at, bout in bouts if at is not None),
        tuple(sorted(at for at in doses if at is not None)),
    )


def window_of(nights: Iterable[RasterNight], rollover: time = NOON) -> tuple[int, int]:
    """Where the picture begins and ends, in minutes from the rollover, whole hours.

    From 18:00, or earlier where the evenings of these nights are; to noon, or to the rollover.
    """
    since = rollover.hour * HOUR + rollover.minute
    begin = (EVENING.hour * HOUR - since) % DAY
    end = (NOON.hour * HOUR - since) % DAY
    earliest = sorted(at for night in nights if (at := night.earliest) is not None)
    if earliest:
        begin = min(begin, earliest[int(len(earliest) * LEFT_OUT)])
    return (begin + since) // HOUR * HOUR - since, end if end > begin else DAY


def wall_clock(minutes: float, rollover: time = NOON) -> str:
    """Minutes from a night's rollover as the clock on the wall showed them: ``21:30``."""
    at = (round(minutes) + rollover.hour * HOUR + rollover.minute) % DAY
    return f"{at // HOUR:02}:{at % HOUR:02}"


def _minutes(night: date, moment: datetime | None, rollover: time) -> int | None:
    """Minutes of the wall clock since the night's rollover; ``None`` outside of the night."""
    if moment is None:
        return None
    since = moment.replace(tzinfo=None) - datetime.combine(night, rollover)
    minutes = since // timedelta(minutes=1)
    return minutes if 0 <= minutes < DAY else None


def _fell_asleep(night: Night) -> datetime | None:
    lights_out, latency = night.time("lights_out"), night.minutes("sol_min")
    if lights_out is None or latency is None:
        return None
    try:
        return lights_out + timedelta(minutes=latency)
    except OverflowError:
        return None


def _first(*known: int | None) -> int | None:
    return next((one for one in known if one is not None), None)


def _span(start: int | None, end: int | None) -> tuple[int, int] | None:
    return (start, end) if start is not None and end is not None and start < end else None
