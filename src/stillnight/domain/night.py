"""One night: the record that everything else is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from stillnight.domain.clock_rule import read_date, read_stamp
from stillnight.domain.picks import ONSET_WORDS
from stillnight.domain.values import Record, whole_number

EPISODES = "episodes"
"""The table of the episodes: see :class:`Episode`."""

SESSIONS = "sessions"
"""The table of guided sessions that are no episode, because no urge was rated or because the same bout had
another relief already; each in the shape of an episode."""

HARD_URGE, SHORT_SLEEP = 8, 240
"""From this urge (0-10) on, or with less sleep than this (minutes), a night was very bad; our choice."""

OF_THE_DAY = frozenset({"date", "rest_latency_min", "note"})
"""What can be noted before the evening, beside the factors; a form adds the time of its first save."""


@dataclass(frozen=True, slots=True)
class Night:
    """One night, named by the local date of its evening.

    Attributes:
        date: The evening's date.
        values: Its flat fields, see :data:`stillnight.domain.fields.FIELDS`. Missing is *not asked*.
        logged: Is there a record of this night at all?
    """

    date: date
    values: Record = field(default_factory=dict)
    logged: bool = True

    def get(self, name: str) -> Any:
        """One field's value, ``None`` where it was not asked."""
        return self.values.get(name)

    @property
    def severity(self) -> int | None:
        """The strongest urge to move from noon until the evening entry, 0-10."""
        return whole_number(self.values.get("severity"), 0, 10)

    @property
    def is_day_only(self) -> bool:
        """Was only the day told so far, as by an afternoon's rating or by a timer? Its evening is to come."""
        return self.logged and all(name in OF_THE_DAY or name.startswith("f.") for name in self.values)

    @property
    def onset(self) -> datetime | None:
        """When it was first felt, where a time was given."""
        return self.time("onset")

    @property
    def onset_word(self) -> str | None:
        """``not_yet``, ``all_day`` or ``none``, where one of them was given."""
        value = self.values.get("onset")
        return value if value in ONSET_WORDS else None

    @property
    def note(self) -> str:
        """Free words, empty when there are none."""
        return str(self.values.get("note") or "")

    def time(self, name: str) -> datetime | None:
        """A field as an aware moment; ``None`` where it is missing, a word or unreadable."""
        return read_stamp(self.values.get(name))

    def minutes(self, name: str) -> int | None:
        """A field as whole minutes, 0 or more; ``None`` where it is missing or no such number."""
        return whole_number(self.values.get(name), 0)

    def factors(self) -> Iterator[tuple[str, Any]]:
        """Each factor that was answered, as (slug, answer), without the details."""
        for name, value in self.values.items():
            if name.startswith("f.") and name.count(".") == 1 and value is not None:
                yield name[2:], value


@dataclass(frozen=True, slots=True)
class Episode:
    """One bout or awakening in the night.

    Attributes:
        night: The evening's date of the night it belongs to.
        at: When it began.
        severity: The urge to move, 0-10.
        relief: The id of what was done against it.
        minutes: How long that was done, 0-240.
        after: The urge afterwards, 0-10.
        out_of_bed: Did it take getting up?
        completed: Was the relief done to its end?
        back_at: When the lights went out again after getting up.
    """

    night: date
    at: datetime
    severity: int | None = None
    relief: str | None = None
    minutes: int | None = None
    after: int | None = None
    out_of_bed: bool | None = None
    completed: bool | None = None
    back_at: datetime | None = None

    @property
    def is_tried(self) -> bool:
        """Was its relief done at all? One that was stopped before half a minute of it was only begun."""
        return self.relief is not None and not (self.completed is False and self.minutes == 0)


def episode_of(record: Record) -> Episode | None:
    """An episode out of its record.

    ``None`` where the record lacks its night or its time with an offset; another value that cannot be
    meant is left missing.
    """
    night, at, relief = read_date(record.get("night")), read_stamp(record.get("at")), record.get("relief")
    if night is None or at is None:
        return None
    back_at = read_stamp(record.get("back_at"))
    return Episode(
        night,
        at,
        severity=whole_number(record.get("severity"), 0, 10),
        relief=relief if isinstance(relief, str) else None,
        minutes=whole_number(record.get("minutes"), 0, 240),
        after=whole_number(record.get("after"), 0, 10),
        out_of_bed=_truth(record.get("out_of_bed")),
        completed=_truth(record.get("completed")),
        back_at=back_at if back_at is not None and back_at >= at else None,
    )


def worst(night: Night, episodes: Iterable[Episode]) -> int | None:
    """The highest of the night's severity and its episodes' severities; what the calendar shows."""
    ratings = [night.severity, *(episode.severity for episode in episodes)]
    known = [rating for rating in ratings if rating is not None]
    return max(known, default=None)


def is_very_bad(worst: int | None, tst: int | None) -> bool:
    """Was it a night after which nobody should be asked much?

    Args:
        worst: The highest urge of the night, 0-10.
        tst: Total sleep time in minutes.
    """
    return (worst is not None and worst >= HARD_URGE) or (tst is not None and tst < SHORT_SLEEP)


def by_night(episodes: Iterable[Episode]) -> Mapping[date, list[Episode]]:
    """Episodes gathered under their nights, each in order of time."""
    gathered: dict[date, list[Episode]] = {}
    for episode in sorted(episodes, key=lambda one: one.at.timestamp()):
        gathered.setdefault(episode.night, []).append(episode)
    return gathered


def _truth(value: object) -> bool | None:
    return value if isinstance(value, bool) else None
