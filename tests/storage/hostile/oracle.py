"""What must be true at the end: of every word that somebody was told is safe, and of what is shown.

The oracle knows nothing of stamps' order. It remembers who had seen what when something was written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from stillnight.storage.writes import stamp
from stillnight.storage.writes.record import DELETED, PURGED
from stillnight.storage.writes.state import BIN, State

Key = tuple[str, str]


class Mark(NamedTuple):
    """One write, by what makes it that write."""

    stamp: str
    field: str
    text: str


class Seen(NamedTuple):
    """What was known of one record at some moment."""

    marks: frozenset[Mark]

    @staticmethod
    def of(state: State, key: Key) -> Seen:
        """What a device's state knows of a record."""
        writes = state.rec(*key).writes()
        return Seen(frozenset(Mark(write.stamp, write.field, _text(write.value)) for write in writes))

    def purged(self) -> str:
        """The stamp of the newest purge in it; empty where there was none."""
        return max((mark.stamp for mark in self.marks if mark.field == PURGED), default="")


class Event(NamedTuple):
    """Something was written by somebody who had seen something.

    Attributes:
        key: The record.
        marks: What was written.
        past: All the writes of the record that were seen before.
    """

    key: Key
    marks: frozenset[Mark]
    past: frozenset[Mark]


@dataclass
class Oracle:
    """The memory of a walk.

    Attributes:
        promised: Every word that was acknowledged, and may not be lost.
        offered: Words that somebody wrote into a file by hand; safe once a device took them in.
        events: What was written over what.
        is_order_known: Is each device's own order still to be told from what it says?
        by_hand: What was written over by hand, by the word.
        purges: The newest purge of a record, by its stamp.
        homes: The record into which a word was written.
        gone: Words that were removed for good, and may be found nowhere.
        typed_elsewhere: Words that were written into a file without us.
    """

    promised: set[str] = field(default_factory=set)
    offered: set[str] = field(default_factory=set)
    events: list[Event] = field(default_factory=list)
    is_order_known: bool = True
    by_hand: dict[str, Event] = field(default_factory=dict)
    purges: dict[Key, str] = field(default_factory=dict)
    homes: dict[str, Key] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    typed_elsewhere: set[str] = field(default_factory=set)

    def promise(self, word: str, key: Key, before: Seen) -> None:
        """Somebody was told that a word is safe; a purge elsewhere that was not seen may still take it."""
        self.homes[word] = key
        if before.purged() >= self.purges.get(key, ""):
            self.promised.add(word)

    def purged(self, key: Key, before: Seen, after: Seen) -> None:
        """A record was removed for good, with all that was known of it."""
        self.purges[key] = max(after.purged(), self.purges.get(key, ""))
        here = {word for word, home in self.homes.items() if home == key}
        self.promised -= here
        self.offered -= here
        # what was written again elsewhere meanwhile may be the later one, and what has no stamp counts as
        # new whenever it stands in the file
        seen = {mark.text for mark in before.marks if stamp.ms_of(mark.stamp)}
        again = {mark.text for event in self._events(key) for mark in event.marks - before.marks}
        self.gone |= {word for word in here if _text(word) in seen - again}

    def wrote(self, key: Key, before: Seen, after: Seen, device: str) -> None:
        """A device wrote something, and this is what it knew before and after."""
        known = {mark for event in self.events for mark in event.marks}
        new = frozenset(mark for mark in after.marks - before.marks - known if mark.stamp.endswith(device))
        self.gone -= {word for word in self.gone if any(mark.text == _text(word) for mark in new)}
        # a field that was added by hand to a record of one stamp has the stamp of its device
        by_hand = {_text(word) for word in self.typed_elsewhere}
        fresh = frozenset(mark for mark in new if mark.text not in by_hand)
        if fresh:
            self.events.append(Event(key, fresh, before.marks))

    def edited(self, word: str, key: Key, name: str, seen_by_all: frozenset[Mark]) -> None:
        """Somebody wrote a word into a file over what every device knew already."""
        self.offer(word, key)
        self.by_hand[word] = Event(key, frozenset((Mark("", name, _text(word)),)), seen_by_all)

    def offer(self, word: str, key: Key) -> None:
        """Somebody wrote a word into a file by hand, over nothing."""
        self.homes[word] = key
        self.typed_elsewhere.add(word)
        self.offered.add(word)

    def took_in(self, kept: str) -> None:
        """A device looked: what it holds now, it has to hold for ever."""
        found = {word for word in self.offered if f'"{word}"' in kept and self.homes[word] not in self.purges}
        self.offered -= found
        self.promised |= found

    def lost(self, others: Iterable[str]) -> None:
        """A device lost all it had: what no other device holds nobody can promise any more."""
        kept = "\n".join(others)
        gone = {word for word in self.promised if f'"{word}"' not in kept}
        self.promised -= gone
        self.offered |= gone
        self.by_hand.clear()
        forgotten = {key for key, at in self.purges.items() if at not in kept}
        self.gone = {word for word in self.gone if self.homes[word] not in forgotten}

    def missing(self, data: bytes) -> set[str]:
        """The promised words that a file does not hold, as an answer or as an earlier one."""
        return self.promised - set(words_in(data))

    def invented(self, state: State) -> list[str]:
        """What stands in a record and was never written there."""
        homes = {_text(word): home for word, home in self.homes.items()}
        return [
            f"{table} {id} {write.field}: {write.value}"
            for table, id in state.keys()  # noqa: SIM118
            for write in state.rec(table, id).writes()
            if homes.get(_text(write.value), (table, id)) != (table, id)
        ]

    def outdated(self, state: State) -> list[str]:
        """Where something is shown that somebody had seen, and written over."""
        if not self.is_order_known:
            return []
        keys = {event.key for event in self.events} | {event.key for event in self.by_hand.values()}
        return [trouble for key in sorted(keys) for trouble in self._outdated(state, key)]

    def _outdated(self, state: State, key: Key) -> Iterator[str]:
        rec, now = state.rec(*key), Seen.of(state, key)
        over = self._written_over(key, now)
        if rec.is_deleted:
            gone = rec.cell(DELETED)
            mark = Mark(gone.stamp, DELETED, _text(gone.value))
            if any(mark in event.past and _is_answer(event.marks & now.marks) for event in self._events(key)):
                yield f"{key} is in the bin, and was written after it had been seen there"
            return
        for name, cell in rec.cells.items():
            mark = Mark(cell.stamp, name, _text(cell.value))
            if mark in over:
                yield f"{key} {name} shows {mark.text} of {mark.stamp}, which was written over"

    def _written_over(self, key: Key, now: Seen) -> set[Mark]:
        """Every write that another of the same field followed, by somebody who had seen it."""
        over: set[Mark] = set()
        for event in self._events(key):
            fields = {mark.field for mark in event.marks & now.marks}
            over |= {mark for mark in event.past if mark.field in fields}
        for event in self.by_hand.values():
            (mine,) = event.marks
            is_there = any((mark.field, mark.text) == (mine.field, mine.text) for mark in now.marks)
            if event.key == key and is_there:
                over |= {mark for mark in event.past if mark.field == mine.field}
        return over

    def _events(self, key: Key) -> Iterator[Event]:
        return (event for event in self.events if event.key == key)


def words_in(data: bytes) -> Iterator[str]:
    """Every answer in a journal file and every earlier one, read as anybody's program would."""
    for records in json.loads(data).values():
        for record in records.values():
            yield from (value for name, value in record.items() if isinstance(value, str))
            yield from (entry[2] for entry in record.get("_h", ()) if isinstance(entry[2], str))


def bin_of(table: str) -> str:
    """The table in which deleted records lie."""
    return table + BIN


def _is_answer(marks: Iterable[Mark]) -> bool:
    return any(mark.field != DELETED for mark in marks)


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
