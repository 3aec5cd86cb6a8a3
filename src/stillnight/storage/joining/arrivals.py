"""What came in from elsewhere, kept until somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from stillnight.domain.news import News
from stillnight.domain.ports import NIGHTS
from stillnight.storage.writes import stamp
from stillnight.storage.writes.section import Section
from stillnight.storage.writes.state import DEVICES, META, Key, State, home_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOOKED_INTO = 20
"""So many records at most are parsed to find out who wrote what has no name."""


class Arrivals:
    """Remembers what was known before anything came, and what was written here since."""

    def __init__(self) -> None:
        """Nothing came yet."""
        self._before: State | None = None
        self._ours: set[str] = set()

    @property
    def is_any(self) -> bool:
        """Did something come that nobody asked for yet?"""
        return self._before is not None

    def note(self, before: State, after: State) -> None:
        """Something was taken in."""
        if self._before is None and after.tables != before.tables:
            self._before = before

    def leave_out(self, stamps: Iterable[str]) -> None:
        """These were written here, by whoever is going to ask."""
        if self._before is not None:
            self._ours.update(stamps)

    def take(self, now: State, device: str) -> News:
        """What came since it was last asked for.

        Args:
            now: What is known.
            device: This device's id.
        """
        before, self._before = self._before, None
        ours, self._ours = self._ours, set()
        return news_between(before, now, device, ours) if before is not None else News()


def news_between(before: State, now: State, device: str, ours: set[str]) -> News:
    """What one state has and an earlier one has not.

    Args:
        before: The earlier one.
        now: The later one.
        device: The id of the device that asks.
        ours: Stamps that are no news to it.
    """
    came: dict[str, Key] = {}
    records: set[Key] = set()
    for key, text in differing(before, now):
        stamps = set(stamp.stamps_in(text)) - set(stamp.stamps_in(before.text(*key) or "")) - ours
        records |= {key} if stamps else set()
        came |= dict.fromkeys(stamps, key)
    newest_first = sorted(came, reverse=True)
    nights = sum(table == NIGHTS for table, _ in records)
    at = stamp.moment_of(newest_first[0]) if newest_first else None
    return News(len(records), nights, tuple(_authors(now, {at: came[at] for at in newest_first}, device)), at)


def differing(before: State, now: State) -> Iterator[tuple[Key, str]]:
    """The records of people, not of the journal itself, that differ, in the bin or not."""
    for table, records in now.tables.items():
        known = before.tables.get(table, {})
        if known is records or home_of(table) in (META, DEVICES):
            continue
        for id in _changed(known, records):
            yield (home_of(table), id), records[id]


def _changed(known: Mapping[str, str], records: Mapping[str, str]) -> Iterable[str]:
    if isinstance(known, Section) and isinstance(records, Section) and records.shares(known):
        return [id for id in records.changed_since(known) if id in records]
    return [id for id, text in records.items() if known.get(id) != text]


def _authors(now: State, came: Mapping[str, Key], device: str) -> Iterable[str]:
    """Who wrote these stamps, each once, in their order."""
    from stillnight.storage.joining.devices import HERE, author, names_of

    names = names_of(now) | {device: HERE}
    found: dict[str, None] = {}
    looked = 0
    for at, key in came.items():
        name = names.get(stamp.device_of(at))
        if name is None and looked < _LOOKED_INTO:
            looked += 1
            name = next((author(one, names, device) for one in now.rec(*key).writes()
                         if one.stamp == at), None)  # fmt: skip
        if name:
            found[name] = None
    return found
