"""An answer gets into a row: a rating, a number digit by digit, a time of four digits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from stillnight.domain.errors import FieldError
from stillnight.domain.fields import FIELDS, Whole
from stillnight.domain.values import Value
from stillnight.journal.form.onset import placed
from stillnight.journal.morning.rows import LABELS, TIMES, Row
from stillnight.journal.morning.state import MorningSheet, MorningState

KINDS: Mapping[Row, Whole] = {row: kind for row in Row if isinstance(kind := FIELDS[row], Whole)}
"""What the rows with numbers take."""


def put(state: MorningState, sheet: MorningSheet, row: Row, value: Value) -> MorningState:
    """The state with an answer in a row.

    Who was never awake was awake for no time, so that row is answered along; it is taken back along, too.
    """
    touched = tuple(one for one in state.touched if one is not row)
    changed = replace(
        state.set(sheet, row.value, value), touched=touched if value is None else (*touched, row)
    )
    if row is not Row.AWAKENINGS:
        return changed
    awake = changed.value(sheet, Row.AWAKE)
    if value == 0 and awake is None:
        return changed.set(sheet, Row.AWAKE.value, 0)
    saved = sheet.night.get(Row.AWAKE)
    return changed.set(sheet, Row.AWAKE.value, saved or None) if value != 0 and awake == 0 else changed


def rate(state: MorningState, sheet: MorningSheet, key: str) -> MorningState:
    """Take the one digit of a rating; ``x`` is ten."""
    kind = KINDS[state.row]
    try:
        value = kind.read(state.row, key, sheet.frame)
    except FieldError:
        return state.say(f"{LABELS[state.row].lower()} takes {kind.least} to {kind.most}")
    return put(state, sheet, state.row, value)


def put_digit(state: MorningState, sheet: MorningSheet, key: str) -> MorningState:
    """Take one more digit of a time or a number."""
    return (_time if state.row in TIMES else _number)(state, sheet, state.digits + key)


def _number(state: MorningState, sheet: MorningSheet, digits: str) -> MorningState:
    kind = KINDS[state.row]
    try:
        value = kind.read(state.row, digits, sheet.frame)
    except FieldError:
        words = f"{kind.least} to {kind.most} {kind.unit}".rstrip()
        return state.say(f"{LABELS[state.row].lower()} takes {words}")
    return replace(put(state, sheet, state.row, value), digits=digits)


def _time(state: MorningState, sheet: MorningSheet, digits: str) -> MorningState:
    if len(digits) < 4:
        return replace(state, digits=digits)
    moment, trouble = placed(sheet.frame, digits)
    if moment is None:
        return replace(state, digits="").say(trouble)
    return replace(put(state, sheet, state.row, moment), digits="")
