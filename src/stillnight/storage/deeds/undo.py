"""Undo and redo: this device's deeds turned round, as new writes, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from stillnight.storage.deeds.deed import Deed, Kind, Step
from stillnight.storage.deeds.plan import write_over
from stillnight.storage.writes import canon
from stillnight.storage.writes.record import DELETED, ORIGIN, Rec
from stillnight.storage.writes.state import Key, State

Origins = Mapping[tuple[str, str, str, str], str]
"""For (table, id, field, stamp) of a write that brought a value back: the stamp of that value."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A deed turned round.

    Attributes:
        steps: What brings the earlier values back.
        kept: The fields left alone, because they were changed elsewhere since.
    """

    steps: list[Step] = field(default_factory=list)
    kept: list[tuple[str, int, str]] = field(default_factory=list)


def undoable(deeds: Iterable[Deed]) -> Deed | None:
    """The deed that an undo turns round, the last that stands; ``None`` when there is none."""
    standing, _ = _stacks(deeds)
    return standing[-1] if standing else None


def redoable(deeds: Iterable[Deed]) -> Deed | None:
    """The undo that a redo turns round; ``None`` once something new was done."""
    _, undone = _stacks(deeds)
    return undone[-1] if undone else None


def origins(deeds: Iterable[Deed]) -> Origins:
    """Which writes only brought an earlier one back."""
    return {
        (step.table, step.id, step.field, step.stamp): step.stands_for
        for deed in deeds
        for step in deed.steps
        if step.stands_for
    }


def turn(deed: Deed, state: State, back: Origins, base: str, device: str) -> Turned:
    """Turn a deed round over a state; fields that somebody changed since are left alone.

    Args:
        deed: What is taken back.
        state: What is known now.
        back: What :func:`origins` says of the whole log.
        base: The new deed's stamp.
        device: This device's id.
    """
    turned = Turned()
    groups: dict[Key, list[Step]] = {}
    for step in deed.steps:
        groups.setdefault((step.table, step.id), []).append(step)
    for key, steps in groups.items():
        rec = state.rec(*key)
        if rec.is_deleted and all(step.field != DELETED for step in steps):
            turned.kept.extend((step.table, int(step.id), step.field) for step in steps)
            continue
        if key in deed.fresh and _is_all_ours(rec, steps, back):
            turned.steps.extend(write_over(key, rec, _before(rec, steps), base, device, _stamps(steps)))
            continue
        ours = [step for step in steps if _is_same(rec, step, back)]
        if key in deed.fresh:
            ours = [step for step in ours if step.field not in ("date", DELETED)]
        wanted = {step.field: step.was_value for step in ours}
        turned.steps.extend(write_over(key, rec, wanted, base, device, _stamps(ours)))
        turned.kept.extend(_kept(rec, steps, back))
    return turned


def touched(deed: Deed) -> list[tuple[str, int, str]]:
    """The fields that a deed wrote, as people know them."""
    hidden = (DELETED, ORIGIN)
    return [(step.table, int(step.id), "" if step.field in hidden else step.field) for step in deed.steps]


def _stacks(deeds: Iterable[Deed]) -> tuple[list[Deed], list[Deed]]:
    standing: list[Deed] = []
    undone: list[Deed] = []
    for deed in deeds:
        if deed.kind is Kind.ASIDE:
            continue
        out_of, into = (undone, standing) if deed.kind is Kind.REDO else (standing, undone)
        if deed.kind is Kind.DO:
            standing.append(deed)
            undone.clear()
            continue
        out_of[:] = [one for one in out_of if one.stamp != deed.of]
        into.append(deed)
    return standing, undone


def _before(rec: Rec, steps: list[Step]) -> dict[str, Any]:
    """What a record that was not there before is to hold again: it goes to the bin, as it was there."""
    was_in_bin = any(step.field == DELETED for step in steps)
    values = {step.field: step.was_value for step in steps} if was_in_bin else {}
    return {**values, DELETED: True} if rec.live() else {}


def _is_all_ours(rec: Rec, steps: list[Step], back: Origins) -> bool:
    """Does a record hold nothing but what these steps wrote, and what lay in the bin before?"""
    ours = {(step.field, _origin(step.table, step.id, step.field, step.stamp, back)) for step in steps}
    table, id = steps[0].table, steps[0].id
    first = min(step.stamp for step in steps)
    held = [(name, _origin(table, id, name, rec.cell(name).stamp, back)) for name in rec.live()]
    return not rec.is_deleted and all(cell in ours or cell[1] < first for cell in held)


def _is_same(rec: Rec, step: Step, back: Origins) -> bool:
    """Does the field still hold what the step wrote?"""
    held = _origin(step.table, step.id, step.field, rec.cell(step.field).stamp, back)
    return held == _origin(step.table, step.id, step.field, step.stamp, back)


def _kept(rec: Rec, steps: list[Step], back: Origins) -> list[tuple[str, int, str]]:
    return [
        (step.table, int(step.id), step.field)
        for step in steps
        if step.field not in (DELETED, ORIGIN)
        and not _is_same(rec, step, back)
        and canon.text(rec.cell(step.field).value) != canon.text(step.was_value)
    ]


def _stamps(steps: list[Step]) -> dict[str, str]:
    return {step.field: step.was_stamp for step in steps}


def _origin(table: str, id: str, name: str, stamp: str, back: Origins) -> str:
    """The stamp of the write that a value goes back to."""
    while (earlier := back.get((table, id, name, stamp))) and earlier < stamp:
        stamp = earlier
    return stamp
