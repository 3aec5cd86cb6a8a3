"""Backspace: takes back what is half typed, else the last answer at or above the cursor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from stillnight.journal.form import today, urge
from stillnight.journal.form.state import ROWS, FormSheet, FormState, Row

_FIELDS: Mapping[Row, tuple[str, ...]] = {
    Row.URGE: ("severity",),
    Row.ONSET: ("onset",),
    Row.WHERE: ("parts", "side"),
    Row.FEELS: ("sensations",),
}

_STAYING = (Row.WHERE, Row.FEELS, Row.MEDICINES)
"""The rows from which an answer does not move the cursor on."""


def back(state: FormState, sheet: FormSheet) -> FormState:
    """Take one thing back; at the top, when nothing is left there, what was typed further down."""
    if state.is_half_typed:
        return replace(state, digits=state.digits[:-1], message="")
    if state.clock:
        return replace(state, clock=False, message="")
    if state.factor or (state.row is Row.TODAY and state.touched):
        return today.take_back(state, sheet)
    if state.row in _STAYING and _is_typed(state, state.row):
        return _cleared(state, sheet)
    cleared = _cleared(state.at(_above(state, sheet)), sheet)
    if state.row is Row.URGE and cleared.draft == state.draft:
        return _from_below(state, sheet)
    return cleared


def _above(state: FormState, sheet: FormSheet) -> Row:
    above = ROWS[max(ROWS.index(state.row) - 1, 0)]
    # no urge passed that row over on the way down
    return Row.URGE if above is Row.ONSET and state.value(sheet, "severity") == 0 else above


def _from_below(state: FormState, sheet: FormSheet) -> FormState:
    row = next((row for row in reversed(ROWS) if _is_typed(state, row)), Row.URGE)
    there = state.at(row)
    return today.take_back(there, sheet) if row is Row.TODAY else _cleared(there, sheet)


def _is_typed(state: FormState, row: Row) -> bool:
    if row is Row.TODAY:
        return bool(state.touched)
    if row is Row.MEDICINES:
        return bool(state.usual)
    return any(state.draft.get(name) is not None for name in _FIELDS.get(row, ()))


def _cleared(state: FormState, sheet: FormSheet) -> FormState:
    """The cursor's row without its answer; the note is more than a key can take away."""
    if state.row is Row.URGE:
        return urge.clear(state, sheet)
    if state.row is Row.MEDICINES:
        return replace(state, usual=False if sheet.usual_taken else None)
    for name in _FIELDS.get(state.row, ()):
        state = state.set(sheet, name, None)
    return state
