"""One key in, the next state out."""

from __future__ import annotations

from dataclasses import replace

from stillnight.domain.values import Value
from stillnight.journal.form import onset, pickers, today, urge
from stillnight.journal.form.back import back
from stillnight.journal.form.state import ROWS, FormSheet, FormState, Row

DIGITS = frozenset("0123456789")
SIGNS = frozenset(".-*")
"""The keys of the onset row besides digits."""
RATINGS = DIGITS | {"x"}
"""The keys of a rating; ``x`` is ten."""


def press(state: FormState, sheet: FormSheet, key: str) -> FormState | None:
    """The state after a key; ``None`` when the key means nothing in the form.

    Args:
        state: What was typed so far.
        sheet: What the form knows of its night.
        key: One character, or ``backspace``, ``up``, ``down``; ``enter`` and ``escape`` while picking.
    """
    state = state.hushed()
    if state.awake is not None:
        state = replace(state, awake=None)
    if state.is_brief(sheet) and not _is_brief_answer(state, key):
        state = replace(state, is_whole=True)
        if key in ("up", "down"):
            return state
    if state.picking:
        return pickers.pick(state, sheet, key)
    if key in ("up", "down"):
        return _move(state, 1 if key == "down" else -1)
    if key == "backspace":
        return back(state, sheet)
    factor = sheet.factor_of(key)
    if factor is not None:
        return today.press_letter(state, sheet, factor)
    return _word(state, sheet, key) or _sign(state, sheet, key)


def _is_brief_answer(state: FormState, key: str) -> bool:
    """Does a key answer the one question that is asked, or take that back? Any other shows the rest."""
    return key == "backspace" or (state.row is Row.URGE and key in RATINGS)


def _word(state: FormState, sheet: FormSheet, key: str) -> FormState | None:
    """The letters that are not factors."""
    match key:
        case "n":
            return today.no_to_the_rest(state, sheet)
        case "u":
            return _usual(state, sheet)
        case "w":
            return pickers.open_picker(state, Row.WHERE)
        case "f":
            return pickers.open_picker(state, Row.FEELS)
        case "o":
            return replace(state.at(Row.NOTE), picking=False)
    return None


def _sign(state: FormState, sheet: FormSheet, key: str) -> FormState | None:
    """Digits and signs mean what the cursor's row makes of them."""
    if key == "@":
        return today.press_at(state, sheet)
    factor = next((one for one in sheet.factors if one.slug == state.factor), None)
    if factor is not None and (key in RATINGS or key == "."):
        return today.press_digit(state, sheet, factor, key)
    if state.row is Row.URGE and key in RATINGS:
        return urge.rate(state, sheet, key)
    if state.row is Row.ONSET and (key in DIGITS or key in SIGNS):
        return onset.answer(state, sheet, key)
    if key in RATINGS:
        return state.say("a number belongs to Urge, First at, or a letter of Today: go there with the arrows")
    if key in SIGNS:
        return state.say(f"{key} answers First at: go there with the arrows")
    return None


def _usual(state: FormState, sheet: FormSheet) -> FormState:
    here = state.at(Row.MEDICINES)
    if not sheet.medicines:
        return here.say('no usual medicines yet: M adds one, or stillnight medicine add "NAME" --usual')
    taken = not state.usual_taken(sheet)
    return replace(here, usual=None if taken == sheet.usual_taken else taken)


def _move(state: FormState, step: int) -> FormState:
    index = ROWS.index(state.row) + step
    return state.at(ROWS[min(max(index, 0), len(ROWS) - 1)])


def saved(state: FormState) -> FormState:
    """The state once everything is saved: nothing typed is left, the cursor stays."""
    return FormState(row=state.row, touched=state.touched, is_whole=state.is_whole)


def with_note(state: FormState, sheet: FormSheet, text: str) -> FormState:
    """The state with the note as typed; an empty note is none."""
    note: Value = text.strip() or None
    return state.set(sheet, "note", note).at(Row.NOTE)
