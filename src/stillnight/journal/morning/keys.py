"""One key in, the next state of the morning form out."""

from __future__ import annotations

from dataclasses import replace

from stillnight.domain.values import Value
from stillnight.journal.morning.answering import put, put_digit, rate
from stillnight.journal.morning.back import back
from stillnight.journal.morning.rows import ASKED, LABELS, LETTERS, NUMBERS, RATED, ROWS, TIMES, Row
from stillnight.journal.morning.state import MorningSheet, MorningState

DIGITS = frozenset("0123456789")
RATINGS = DIGITS | {"x"}
"""The keys of a rating; ``x`` is ten."""

KNOWN_KEYS = RATINGS | LETTERS.keys() | {".", "up", "down", "backspace"}
"""Every key that means something in the form."""


def press(state: MorningState, sheet: MorningSheet, key: str) -> MorningState | None:
    """The state after a key; ``None`` when the key means nothing in the form.

    Args:
        state: What was typed so far.
        sheet: What the form knows of its night.
        key: One character, or ``backspace``, ``up``, ``down``.
    """
    if key not in KNOWN_KEYS:
        return None
    state = state.hushed()
    if state.is_brief(sheet) and key not in RATINGS | {"backspace"}:
        state = replace(state, is_whole=True, digits="")
        if key in ("up", "down"):
            return state.at(state.row)
    if key in ("up", "down"):
        return _move(state, 1 if key == "down" else -1)
    if key == "backspace":
        return back(state, sheet)
    if key == ".":
        return _take(state, sheet)
    return _letter(state, sheet, LETTERS[key]) if key in LETTERS else _digit(state, sheet, key)


def _move(state: MorningState, step: int) -> MorningState:
    index = ROWS.index(state.row) + step
    return state.at(ROWS[min(max(index, 0), len(ROWS) - 1)])


def _letter(state: MorningState, sheet: MorningSheet, row: Row) -> MorningState:
    """Go to a row; that of yes and no is answered at once."""
    here = state.at(row)
    return _kicks(here, sheet) if row is Row.KICKS else here


def _kicks(state: MorningState, sheet: MorningSheet) -> MorningState:
    value = state.value(sheet, Row.KICKS)
    return put(state, sheet, Row.KICKS, True if value is None else False if value is True else None)


def _take(state: MorningState, sheet: MorningSheet) -> MorningState:
    """Take what the row's guess or offer says, and go on."""
    supposed = sheet.guesses.get(state.row, sheet.offers.get(state.row))
    if supposed is None:
        return state.say(f". takes what a row offers; {LABELS[state.row].lower()} has nothing to offer")
    return onward(put(state, sheet, state.row, supposed), sheet)


def _digit(state: MorningState, sheet: MorningSheet, key: str) -> MorningState:
    """A digit means what the cursor's row makes of it."""
    if state.row in TIMES or state.row in NUMBERS:
        if key == "x":
            return state.say("x is ten, and answers Disturbed only")
        typed = put_digit(state, sheet, key)
        is_whole_time = state.row in TIMES and not typed.digits and not typed.is_refused
        return onward(typed, sheet) if is_whole_time else typed
    if state.row not in RATED:
        return state.say("a number belongs to a row above: go there with its letter or the arrows")
    rated = rate(state, sheet, key)
    return rated if rated.is_refused or rated.is_brief(sheet) else onward(rated, sheet)


def onward(state: MorningState, sheet: MorningSheet) -> MorningState:
    """The cursor on the next open row: a rating first, which nobody else can know, then the rest in turn."""
    here = ASKED.index(state.row) + 1 if state.row in ASKED else 0
    following = (*ASKED[here:], *ASKED[:here])
    still_open = [row for row in following if state.shown(sheet, row) is None]
    ratings = [row for row in still_open if row in RATED and state.row not in RATED]
    return state.at(next(iter([*ratings, *still_open]), Row.NOTE))


def saved(state: MorningState) -> MorningState:
    """The state once everything is saved: nothing typed is left, the cursor stays."""
    return MorningState(row=state.row, touched=state.touched, is_whole=state.is_whole)


def with_note(state: MorningState, sheet: MorningSheet, text: str) -> MorningState:
    """The state with the note as typed; an empty note is none."""
    note: Value = text.strip() or None
    return replace(state.set(sheet, Row.NOTE.value, note).at(Row.NOTE), is_whole=True)
