"""Taking many nights in at once, from a file: all or nothing, and one undo takes all of it back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import TypeAlias

from stillnight.domain.factor import Factor
from stillnight.domain.ids import hashed_id, night_id
from stillnight.domain.night import EPISODES, SESSIONS, Night
from stillnight.domain.ports import NIGHTS, Change, Receipt
from stillnight.domain.values import Record, Value
from stillnight.journal import episodes
from stillnight.journal.journal import Journal
from stillnight.journal.record import EVENING, MORNING, keep_onset_true, refuse_future

Told: TypeAlias = tuple[str, ...]
"""An episode as it can be looked up: its night and each of its fields."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One night out of a file, checked.

    Attributes:
        night: The evening's date.
        values: Field to value as the journal keeps it; ``None`` says *not asked* and clears nothing.
        episodes: Its episodes as records, see :func:`stillnight.journal.episodes.read_episode`.
        sessions: Its guided sessions that are no episode, in the same shape.
    """

    night: date
    values: Mapping[str, Value]
    episodes: Sequence[Record] = ()
    sessions: Sequence[Record] = ()

    @property
    def bouts(self) -> Mapping[str, Sequence[Record]]:
        """Both, by their tables."""
        return {EPISODES: self.episodes, SESSIONS: self.sessions}


@dataclass(frozen=True, slots=True)
class Plan:
    """What taking them in would change.

    Attributes:
        changes: The writes.
        added: The nights that are new.
        changed: The nights that are there and would change, with the fields that would.
        same: How many are there already, word for word.
        factors: The slugs of the new factors.
    """

    changes: Sequence[Change]
    added: Sequence[date] = ()
    changed: Mapping[date, Sequence[str]] = field(default_factory=dict)
    same: int = 0
    factors: Sequence[str] = ()


def plan_intake(
    journal: Journal,
    arrivals: Iterable[Arrival],
    new_factors: Mapping[str, Factor] | None = None,
    allow_future: bool = False,
) -> Plan:
    """Find out what would change; nothing is written.

    Args:
        journal: The journal.
        arrivals: The nights, each once.
        new_factors: Factors to define on the way.
        allow_future: Take nights after tonight too.

    Raises:
        BadInput: If a night is still to come.
    """
    factors = new_factors or {}
    changes = [change for factor in factors.values() for change in journal.ledgers.factor_changes(factor)]
    added, changed, same = [], {}, 0
    coming = list(arrivals)
    known = {table: _known(journal, table, coming) for table in (EPISODES, SESSIONS)}
    for arrival in coming:
        there = journal.browse.night(arrival.night)
        if not there.logged and not allow_future:
            refuse_future(arrival.night, journal.tonight)
        bouts = [_bout_changes(table, some, known[table]) for table, some in arrival.bouts.items()]
        new = [*_night_changes(there, arrival), *chain.from_iterable(bouts)]
        changes += new
        if new and not there.logged:
            added.append(arrival.night)
        elif new:
            changed[arrival.night] = [change.field for change in new]
        else:
            same += 1
    return Plan(changes, added, changed, same, tuple(factors))


def take_in(journal: Journal, plan: Plan) -> Receipt:
    """Write what was planned, as one deed.

    Raises:
        StoreError: If it could not be made safe on this machine; nothing was changed then.
    """
    return journal.desk.store.write(f"import of {len(plan.added) + len(plan.changed)} nights", plan.changes)


def _night_changes(there: Night, arrival: Arrival) -> list[Change]:
    """The night's own record; where only bouts were logged there is none, and none is made."""
    if not there.logged and not arrival.values and (arrival.episodes or arrival.sessions):
        return []
    values: dict[str, Value] = {name: value for name, value in arrival.values.items() if value is not None}
    if "onset" not in arrival.values:
        keep_onset_true(values, there.get("onset"))
    if not there.logged:
        values["date"] = arrival.night.isoformat()
        # a line with the time of a form was typed into a journal once: it was no import then
        if not {EVENING, MORNING} & set(values) and "source" not in arrival.values:
            values["source"] = "import"
    number = night_id(arrival.night)
    return [
        Change(NIGHTS, number, name, value)
        for name, value in values.items()
        if _differs(there.get(name), value)
    ]


def _known(journal: Journal, table: str, arrivals: Sequence[Arrival]) -> Mapping[Told, int]:
    """How often each is known in the nights that bring some along, read in one go: there may be many."""
    days = [arrival.night for arrival in arrivals if arrival.bouts[table]]
    if not days:
        return {}
    there = journal.desk.store.between(table, min(days), max(days)).values()
    return Counter(_told(record) for record in there)


def _bout_changes(table: str, bouts: Sequence[Record], known: Mapping[Told, int]) -> list[Change]:
    """The episodes, or the sessions, that are not there yet.

    The same line read twice, or elsewhere, makes no more of them; two alike in one line are two bouts
    of one minute.
    """
    changes: list[Change] = []
    seen: Counter[Told] = Counter()
    for record in bouts:
        told = _told(record)
        seen[told] += 1
        if seen[told] <= known.get(told, 0):
            continue
        again = (seen[told],) if seen[told] > 1 else ()
        number = hashed_id(table.removesuffix("s"), *sorted(map(str, record.items())), *again)
        changes += [Change(table, number, name, value) for name, value in record.items()]
    return changes


def _told(record: Record) -> Told:
    return tuple(repr(record.get(name)) for name in ("night", *episodes.KINDS))


def _differs(one: Value, other: Value) -> bool:
    return one != other or type(one) is not type(other)
