"""Backspace: takes back what is half typed, else what stands in the cursor's row, else the last answer."""

from __future__ import annotations

from dataclasses import replace

from stillnight.journal.morning.answering import put
from stillnight.journal.morning.rows import NUMBERS, ROWS, Row
from stillnight.journal.morning.state import MorningSheet, MorningState


def back(state: MorningState, sheet: MorningSheet) -> MorningState:
    """Take one thing back and stay where it was; the note is more than a key can take away."""
    if state.digits:
        return _shorter(state, sheet)
    if state.row is not Row.NOTE and state.shown(sheet, state.row) is not None:
        return _cleared(state, sheet, state.row)
    last = next((row for row in reversed(state.touched) if _is_typed(state, row)), None)
    if last is None:
        last = next((row for row in reversed(ROWS) if _is_typed(state, row)), None)
    return (
        state.say("nothing is typed that could be taken back")
        if last is None
        else _cleared(state, sheet, last)
    )


def _is_typed(state: MorningState, row: Row) -> bool:
    return row is not Row.NOTE and state.draft.get(row) is not None


def _cleared(state: MorningState, sheet: MorningSheet, row: Row) -> MorningState:
    return put(state.at(row), sheet, row, None)


def _shorter(state: MorningState, sheet: MorningSheet) -> MorningState:
    """Without the last digit; a number counts as it stands."""
    digits = state.digits[:-1]
    if state.row not in NUMBERS:
        return replace(state, digits=digits)
    return replace(put(state, sheet, state.row, int(digits) if digits else None), digits=digits)
