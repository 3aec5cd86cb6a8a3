"""The night raster: a line a night, a sign or two for each half-hour, so that the nights' shape is seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from typing import NamedTuple

from stillnight.domain.clock_rule import NOON
from stillnight.insight.charts.raster import DAY, HOUR, RasterNight
from stillnight.ui.pictures.charts.frame import HEADING, INK, LATE, QUIET, Picture, joined, legend
from stillnight.ui.pictures.month import Line, Piece
from stillnight.ui.pictures.severity import digit, look_of

LEAD, WEEKDAY = 8, 4
"""The columns of date, lateness and urge before a night; of its weekday, where there is room."""

ASLEEP, BROKEN, IN_BED = "━", "╌", "·"
"""Asleep; asleep with some waking, where in it nobody knows; in bed awake, or nobody knows."""

ONSET, ALL_DAY, DOSE, IN, OUT, UNRATED, UP = "▷", "*", "◆", "(", ")", "!", "^"
"""First felt; felt all day; a dose; lights out; out of bed; an episode without a rating, with getting up."""


class RasterScale(NamedTuple):
    """How the hours fit into the columns.

    Attributes:
        begin: Where the picture begins, minutes from the rollover.
        end: Where it ends.
        minutes: Minutes that a place takes: 30, or 60 where there is no room for half-hours.
        cell: The columns of a place, 1 or 2.
        has_weekday: Is there room for the weekday?
    """

    begin: int
    end: int
    minutes: int = 30
    cell: int = 1
    has_weekday: bool = False

    @property
    def places(self) -> int:
        """The places of a night."""
        return -(-(self.end - self.begin) // self.minutes)

    @property
    def lead(self) -> int:
        """The columns before the first place."""
        return LEAD + WEEKDAY * self.has_weekday

    def place(self, at: int) -> int:
        """The place of a minute; what lies outside of the picture stands at its margin."""
        return max(0, min(self.places - 1, (at - self.begin) // self.minutes))


def raster_scale(window: tuple[int, int], width: int) -> RasterScale:
    """The widest that fits."""
    for minutes, cell, has_weekday in ((30, 2, True), (30, 2, False), (30, 1, True), (30, 1, False)):
        scale = RasterScale(*window, minutes, cell, has_weekday)
        if scale.lead + scale.places * cell <= width:
            return scale
    return RasterScale(*window, HOUR)


def raster_picture(
    shown: Sequence[date],
    nights: Mapping[date, RasterNight],
    window: tuple[int, int],
    width: int,
    rollover: time = NOON,
) -> Picture:
    """A line for each of ``shown``, in that order; a night that is not known is blank.

    Args:
        shown: The nights, the newest first.
        nights: What is known of them.
        window: Where the picture begins and ends, see :func:`stillnight.insight.charts.raster.window_of`.
        width: The columns that there are.
        rollover: When one night ends and the next begins.
    """
    scale = raster_scale(window, width)
    body = [_line(day, nights.get(day), scale) for day in shown]
    found = [nights[day] for day in shown if day in nights]
    return Picture([_hours(scale, rollover)], body, legend(list(_signs(found, scale)), width))


def _hours(scale: RasterScale, rollover: time) -> Line:
    """The hours above their places, every second one where there is little room."""
    since = rollover.hour * HOUR + rollover.minute
    per_hour = scale.cell * HOUR // scale.minutes
    every = 1 if per_hour > 2 else 2 if per_hour > 1 else 3
    line = [" "] * (scale.places * scale.cell)
    for hour in range(-(-(scale.begin + since) // HOUR), (scale.end + since) // HOUR):
        at = (hour * HOUR - since - scale.begin) // scale.minutes * scale.cell
        if hour % every == 0 and at + 2 <= len(line):
            line[at : at + 2] = f"{hour % 24:02}"
    return [(" " * scale.lead + "".join(line), QUIET)]


def _line(day: date, night: RasterNight | None, scale: RasterScale) -> Line:
    is_known = night is not None
    weekday = f"{day:%a} " if scale.has_weekday else ""
    lead: list[Piece] = [(f"{weekday}{day.day:>2} {day:%b}", INK if is_known else QUIET)]
    if night is None:
        return [*lead, ("  ", "")]
    urge = " " if night.severity is None else digit(night.severity)
    lead += [(LATE if night.is_late else " ", QUIET), (urge, INK)]
    return joined([*lead, *_places(night, scale)])


def _places(night: RasterNight, scale: RasterScale) -> Iterator[Piece]:
    ground, signs = _ground(night, scale), _signs_of(night, scale)
    for place in range(scale.places):
        here = signs.get(place, [])[: scale.cell]
        yield from here
        filler = " " if any(sign == OUT for sign, _ in here) else ground.get(place, " ")
        yield filler * (scale.cell - len(here)), QUIET


def _ground(night: RasterNight, scale: RasterScale) -> dict[int, str]:
    """What lies under the signs: in bed, asleep."""
    found: dict[int, str] = {}
    sleep = ASLEEP if night.awake_min == 0 else BROKEN
    for span, sign in ((night.in_bed, IN_BED), (night.asleep, sleep)):
        if span:
            found |= dict.fromkeys(range(scale.place(span[0]), scale.place(span[1] - 1) + 1), sign)
    return found


def _signs_of(night: RasterNight, scale: RasterScale) -> dict[int, list[Piece]]:
    """The signs in each place, what matters most first."""
    found: dict[int, list[Piece]] = {}
    for at, piece in _ranked(night):
        signs = found.setdefault(scale.place(at), [])
        if piece not in signs:
            signs.append(piece)
    return found


def _ranked(night: RasterNight) -> Iterator[tuple[int, Piece]]:
    bouts = sorted(night.bouts, key=lambda bout: -(bout.severity if bout.severity is not None else -1))
    for bout in bouts:
        sign = UNRATED if bout.severity is None else digit(bout.severity)
        # in the night's red a digit in the colour of its urge could not be read
        yield bout.at, (sign, f"{INK} bold")
        if bout.is_out_of_bed:
            yield bout.at, (UP, INK)
    if night.onset is not None:
        yield night.onset, (ONSET, HEADING)
    if night.is_all_day:
        yield -DAY, (ALL_DAY, HEADING)
    for dose in night.doses:
        yield dose, (DOSE, INK)
    if night.in_bed:
        yield night.in_bed[0], (IN, QUIET)
        yield night.in_bed[1] - 1, (OUT, QUIET)
    for bout in bouts:
        look = look_of(bout.severity)
        yield bout.at, (look.glyph, look.style)


def _signs(nights: Sequence[RasterNight], scale: RasterScale) -> Iterator[tuple[str, str, str]]:
    """What the signs in view mean."""
    bouts = [bout for night in nights for bout in night.bouts]
    rated = next((bout.severity for bout in bouts if bout.severity is not None), None)
    yield (
        "",
        QUIET,
        f"date, evening's urge; a sign is {'an hour' if scale.minutes == HOUR else 'half an hour'}",
    )
    known = (
        (any(night.onset is not None for night in nights), ONSET, HEADING, "first felt"),
        (any(night.is_all_day for night in nights), ALL_DAY, HEADING, "all day"),
        (rated is not None, digit(rated or 0), f"{INK} bold", "awake with that urge"),
        (any(bout.severity is None for bout in bouts), UNRATED, INK, "awake, no rating"),
        (scale.cell > 1 and any(bout.is_out_of_bed for bout in bouts), UP, INK, "got up"),
        (any(night.doses for night in nights), DOSE, INK, "dose"),
        (any(night.in_bed for night in nights), f"{IN}{IN_BED}{OUT}", QUIET, "in bed"),
        (any(night.asleep and night.awake_min == 0 for night in nights), ASLEEP, QUIET, "asleep"),
        (
            any(night.asleep and night.awake_min != 0 for night in nights),
            BROKEN, QUIET, "asleep, with waking that nobody timed",
        ),
        (any(night.is_late for night in nights), LATE, QUIET, "recalled late"),
    )  # fmt: skip
    yield from ((sign, style, meaning) for is_there, sign, style, meaning in known if is_there)
