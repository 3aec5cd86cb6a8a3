"""The clock of this machine, or the moment that ``STILLNIGHT_NOW`` fixes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from stillnight.domain.errors import BadInput

NOW_VARIABLE = "STILLNIGHT_NOW"


@dataclass(frozen=True, slots=True)
class SystemClock:
    """A :class:`stillnight.domain.ports.Clock`.

    Attributes:
        zone: The zone in which the user's wall clock runs.
        fixed: The one moment it tells; ``None`` lets it run.
    """

    zone: tzinfo
    fixed: datetime | None = None

    def now(self) -> datetime:
        """This moment, aware of its offset."""
        return self.fixed or datetime.now(self.zone)


def system_clock(environ: Mapping[str, str]) -> SystemClock:
    """The clock that everything is told.

    Raises:
        BadInput: If ``STILLNIGHT_NOW`` is no moment with an offset.
    """
    zone = system_zone(environ)
    text = environ.get(NOW_VARIABLE)
    if not text:
        return SystemClock(zone)
    moment, offset = _fixed_moment(text)
    here = moment.astimezone(zone)
    if here.utcoffset() != moment.utcoffset():
        # somebody who fixes the clock of another country means that country's evening
        return SystemClock(offset, moment)
    return SystemClock(zone, here)


def system_zone(environ: Mapping[str, str], localtime: str = "/etc/localtime") -> tzinfo:
    """The zone of ``TZ``, else of the machine; where neither can be read, the offset of now."""
    name = environ.get("TZ", "").removeprefix(":")
    file = name or localtime
    zone = _named_zone(name) if name and not name.startswith("/") else _zone_of_file(file)
    return zone or datetime.now().astimezone().tzinfo or UTC


def _named_zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _zone_of_file(path: str) -> ZoneInfo | None:
    try:
        with open(path, "rb") as file:
            return ZoneInfo.from_file(file, key=path)
    except (ValueError, OSError):
        return None


def _fixed_moment(text: str) -> tuple[datetime, tzinfo]:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or not 1 < moment.year < 9999:
        raise BadInput(
            f"{NOW_VARIABLE}: {text!r} does not fit, "
            "it takes a moment with its offset such as 2026-11-19T22:40+01:00"
        )
    return moment, moment.tzinfo
