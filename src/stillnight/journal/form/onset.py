"""The First at row: four digits, ``.`` same as last time, ``-`` not yet, ``*`` all day."""

from __future__ import annotations

from dataclasses import replace

from stillnight.domain.clock_rule import NightFrame, parse_clock, stamp_text
from stillnight.domain.errors import FieldError
from stillnight.journal.form.state import FormSheet, FormState, Row

_WORDS = {"-": "not_yet", "*": "all_day"}


def answer(state: FormState, sheet: FormSheet, key: str) -> FormState:
    """Take one key of the onset row."""
    if state.value(sheet, "severity") == 0:
        return state.say("an urge of 0 has no time of onset: rate the urge first")
    if key in _WORDS:
        return state.set(sheet, "onset", _WORDS[key]).at(Row.TODAY)
    if key == ".":
        return _same(state, sheet)
    return _digit(state, sheet, key)


def _same(state: FormState, sheet: FormSheet) -> FormState:
    try:
        onset = sheet.same_as_last()
    except FieldError as error:
        return state.say(str(error))
    if onset is None:
        return state.say("no earlier time to repeat: type four digits, such as 2130")
    return state.set(sheet, "onset", onset).at(Row.TODAY)


def _digit(state: FormState, sheet: FormSheet, key: str) -> FormState:
    digits = state.digits + key
    if len(digits) < 4:
        return replace(state, digits=digits, message="")
    moment, trouble = placed(sheet.frame, digits)
    if moment is None:
        return replace(state, digits="").say(trouble)
    return state.set(sheet, "onset", moment).at(Row.TODAY)


def placed(frame: NightFrame, digits: str) -> tuple[str | None, str]:
    """Four digits as a moment of the night, or what is wrong with them."""
    trouble = f"{digits[:2]}:{digits[2:]} is no time of this night"
    try:
        clock = parse_clock(digits)
    except FieldError:
        return None, f"{trouble}: four digits, 0000 to 2359"
    try:
        return stamp_text(frame.place(clock)), ""
    except FieldError:
        return None, f"{trouble}: the clocks skip it"
