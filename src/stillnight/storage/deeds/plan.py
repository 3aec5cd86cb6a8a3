"""From what was asked to what is written: only what differs, each field with a stamp that wins."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from stillnight.domain.errors import StoreError
from stillnight.domain.ids import night_of_id
from stillnight.domain.ports import NIGHTS, Change, Deletion
from stillnight.storage.deeds.deed import Step
from stillnight.storage.joining.heads import disputed_in, is_answer, seen_by, writes_of
from stillnight.storage.writes import canon, stamp
from stillnight.storage.writes.record import BOOKKEEPING, DELETED, PURGED, Rec, Write
from stillnight.storage.writes.state import Key, State


@dataclass(slots=True)
class Plan:
    """What a deed is going to write.

    Attributes:
        steps: Each field, with what stood there.
        fresh: The records that were not there before.
        changed: How many of the fields that were asked for really change.
    """

    steps: list[Step] = field(default_factory=list)
    fresh: set[Key] = field(default_factory=set)
    changed: int = 0


def plan(
    state: State, changes: Sequence[Change | Deletion], base: str, device: str, settling: bool = False
) -> Plan:
    """What some changes write over a state.

    A night gets its date, and a record that is brought back from the bin shows only what was asked.

    Args:
        state: What the user saw.
        changes: What was asked; of two changes of one field the later counts.
        base: The deed's stamp.
        device: This device's id.
        settling: Is a value that is shown already written anew where devices disagree on it?

    Raises:
        StoreError: If a value cannot be kept in JSON, or a field is one of our own.
    """
    made = Plan()
    for key, asked in _by_record(changes).items():
        rec = state.rec(*key)
        wanted = _wanted(key, rec, asked)
        steps = write_over(key, rec, wanted, base, device)
        steps += _settled(key, rec, asked, base, device) if settling else []
        if steps and asked.get(DELETED) is not True and (rec.is_deleted or not rec.live()):
            made.fresh.add(key)
        made.steps += steps
        made.changed += _differing(rec, asked) if steps else 0
    return made


def write_over(
    key: Key,
    rec: Rec,
    wanted: Mapping[str, Any],
    base: str,
    device: str,
    stands_for: Mapping[str, str] | None = None,
) -> list[Step]:
    """The steps that give a record the wanted values; each stamp is greater than the one it replaces.

    A step names what other devices' values of the field stood there, and so settles what they disagreed
    on. A deletion stands after everything else in the record, or it would delete nothing.
    """
    steps: list[Step] = []
    for name, value in sorted(wanted.items(), key=lambda item: item[0] == DELETED):
        replaced = max(rec.cell(name).stamp, rec.purged)
        if name == DELETED:
            replaced = max(replaced, rec.newest(), *(step.stamp for step in steps), "")
            if (value is True) == rec.is_deleted:
                continue
        elif canon.text(rec.cell(name).value) == canon.text(value):
            continue
        at = base if base > replaced else stamp.following(replaced, device)
        steps.append(_step(key, rec, Write(at, name, value), device, (stands_for or {}).get(name, "")))
    return steps


def purging(state: State, keys: Iterable[Key], base: str, device: str) -> list[Step]:
    """The steps that remove some records for good: joined anywhere, they drop all that was written before.

    Keep them as one deed of the kind :attr:`stillnight.storage.deeds.deed.Kind.ASIDE`, which no undo turns
    round, with :meth:`stillnight.storage.vault.Vault.commit`. The state, the file and the replica then
    hold a mark without content in the table's bin. The log (whose deeds tell what stood there), backups,
    damaged files and archived copies are not rewritten by that: whoever purges sees to them.

    Args:
        state: What is known.
        keys: The records, by table (without ``.bin``) and id; one that is not there, or has been purged
            and not written since, gets no step.
        base: The deed's stamp.
        device: This device's id.
    """
    steps = []
    for key in keys:
        rec = state.rec(*key)
        if any(write[:2] != (rec.purged, PURGED) for write in rec.writes()):
            # two later: an edit by hand of what is purged, met afterwards in a file rolled back, is gone too
            newest = max(at for write in rec.writes() for at in (write.stamp, *write.seen))
            least = stamp.following(stamp.following(newest, device), device)
            steps.append(Step(*key, PURGED, True, max(base, least), "", None))
    return steps


def _settled(key: Key, rec: Rec, asked: Mapping[str, Any], base: str, device: str) -> list[Step]:
    """The shown values that were chosen where devices disagree, each written anew."""
    steps = []
    for name, value in asked.items():
        cell = rec.cell(name)
        if name != DELETED and canon.text(cell.value) == canon.text(value) and disputed_in(key[0], rec, name):
            at = base if base > cell.stamp else stamp.following(cell.stamp, device)
            steps.append(_step(key, rec, Write(at, name, value), device))
    return steps


def _step(key: Key, rec: Rec, write: Write, device: str, stands_for: str = "") -> Step:
    """A write as a step over a record, with what stood there and what of it was another device's."""
    cell, name = rec.cell(write.field), write.field
    seen = seen_by(writes_of(rec, name), device) if cell.stamp and is_answer(key[0], name) else ()
    return Step(*key, name, write.value, write.stamp, cell.stamp, cell.value, stands_for, seen)


def _differing(rec: Rec, asked: Mapping[str, Any]) -> int:
    """How many of the fields that were asked for show something else afterwards; a deletion is one."""
    shown = {} if rec.is_deleted else rec.live()
    return sum(canon.text(shown.get(name)) != canon.text(value) for name, value in asked.items())


def _by_record(changes: Sequence[Change | Deletion]) -> dict[Key, dict[str, Any]]:
    asked: dict[Key, dict[str, Any]] = {}
    for one in changes:
        wanted = asked.setdefault((one.table, str(one.id)), {})
        if isinstance(one, Deletion):
            wanted.clear()
            wanted[DELETED] = True
        else:
            wanted.pop(DELETED, None)
            wanted[one.field] = _kept(one)
    return asked


def _kept(change: Change) -> Any:
    if change.field in BOOKKEEPING or not change.field:
        raise StoreError(f"{change.field!r} cannot be the name of a field: the journal uses it itself")
    try:
        json.dumps(change.value, allow_nan=False)
        return canon.normal(change.value)
    except (ValueError, TypeError, RecursionError):
        kind = type(change.value).__name__
        raise StoreError(
            f"{change.field}: a value of the kind {kind} cannot be kept in a JSON file"
        ) from None


def _wanted(key: Key, rec: Rec, asked: Mapping[str, Any]) -> dict[str, Any]:
    """What a record is to hold, given what was asked of it."""
    if asked.get(DELETED) is True:
        return dict(asked) if rec.live() and not rec.is_deleted else {}
    answers = [value for value in asked.values() if value is not None]
    wanted = dict(asked)
    if rec.is_deleted:
        if not answers:
            return {}
        wanted = {**dict.fromkeys(rec.live()), **wanted, DELETED: None}
    if key[0] == NIGHTS and answers and (rec.is_deleted or rec.cell("date").value is None):
        wanted["date"] = wanted.get("date") or _date_of(key[1])
    return wanted


def _date_of(id: str) -> str | None:
    try:
        return night_of_id(int(id)).isoformat()
    except ValueError:
        return None
