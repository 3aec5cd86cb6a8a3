"""A deed: the writes somebody made at once, as this device's log keeps it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from stillnight.storage.writes import canon
from stillnight.storage.writes.record import Write, gather
from stillnight.storage.writes.state import Key, State

_STEPS = ',"steps":'
"""The steps come last in a line; within a text the quotes would be escaped."""


class Kind(StrEnum):
    """What made a deed."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    ASIDE = "aside"
    """What no undo turns round and no redo waits for: a purge."""


class Step(NamedTuple):
    """One field of a deed, and what stood there before.

    Attributes:
        stands_for: The stamp of the earlier write that this one brings back, empty when it brings
            back none.
        seen: What the write has seen, see :class:`stillnight.storage.writes.record.Write`.
    """

    table: str
    id: str
    field: str
    value: Any
    stamp: str
    was_stamp: str
    was_value: Any
    stands_for: str = ""
    seen: tuple[str, ...] = ()

    def write(self) -> Write:
        """What it adds to a record."""
        return Write(self.stamp, self.field, self.value, self.seen)


@dataclass(frozen=True, slots=True)
class Deed:
    """Some steps, kept and undone as one.

    Attributes:
        stamp: Its least stamp; no two deeds of a device share one.
        label: Its name for people.
        steps: What it wrote.
        fresh: The records that were not there before.
        kind: Was it done, undone or done again?
        of: The deed that an undo or a redo turned round, by its stamp.
    """

    stamp: str
    label: str
    steps: tuple[Step, ...]
    fresh: frozenset[Key] = frozenset()
    kind: Kind = Kind.DO
    of: str = ""

    def line(self) -> str:
        """The deed as one line of the log."""
        return canon.text(
            {
                "deed": self.stamp,
                "label": self.label,
                "steps": [list(step) for step in self.steps],
                "fresh": [list(key) for key in sorted(self.fresh)],
                "kind": self.kind.value,
                "of": self.of,
            }
        )

    def newest(self) -> str:
        """The greatest stamp in it."""
        return max((step.stamp for step in self.steps), default=self.stamp)


def read_outline(line: str) -> Deed | None:
    """A deed without its steps, which may be many; undo and redo with theirs, which tell what they turn."""
    head, found, _ = line.partition(_STEPS)
    deed = read_deed(f"{head}{_STEPS}[]}}") if found and line.endswith("}") else None
    return deed if deed is None or deed.kind is Kind.DO else read_deed(line)


def read_deed(line: str) -> Deed | None:
    """A deed out of its line; ``None`` where the line is torn or no deed."""
    try:
        raw = json.loads(line)
        steps = tuple(_step(*step) for step in raw["steps"])
        fresh = frozenset((table, id) for table, id in raw["fresh"])
        return Deed(raw["deed"], raw["label"], steps, fresh, Kind(raw["kind"]), raw["of"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _step(*parts: Any) -> Step:
    """A step of its parts; an older line has none for what was seen."""
    step = Step(*parts)
    return step._replace(seen=tuple(step.seen))


def apply(state: State, deeds: Iterable[Deed]) -> State:
    """The state after some deeds; a deed that is in it already changes nothing."""
    steps: dict[Key, list[Step]] = {}
    for deed in deeds:
        for step in deed.steps:
            steps.setdefault((step.table, step.id), []).append(step)
    recs = {
        key: gather((*state.rec(*key).writes(), *(step.write() for step in found)))
        for key, found in steps.items()
    }
    return state.having(recs) if recs else state
