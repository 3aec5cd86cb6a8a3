"""The Where and Feels like rows: a letter puts a word in or takes it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from stillnight.domain.picks import PARTS, SENSATIONS
from stillnight.domain.values import Value
from stillnight.journal.form.state import FormSheet, FormState, Row

PART_KEYS: Mapping[str, str] = {
    "f": "feet", "c": "calves", "s": "shins", "k": "knees", "t": "thighs",
    "h": "hips", "b": "back", "u": "trunk", "a": "arms", "d": "hands",
}  # fmt: skip
"""The letters of the Where picker."""

SIDE_KEYS: Mapping[str, str] = {"o": "both", "l": "left", "r": "right", "x": "alternating"}
"""The letters for the side."""

SENSATION_KEYS: Mapping[str, str] = {
    "c": "crawling", "t": "tingling", "b": "burning", "a": "aching", "e": "electric",
    "p": "pulling", "i": "itching", "s": "pressure", "u": "urge_only",
}  # fmt: skip
"""The letters of the Feels like picker."""

_FIELDS = {Row.WHERE: ("parts", PART_KEYS, PARTS), Row.FEELS: ("sensations", SENSATION_KEYS, SENSATIONS)}


def open_picker(state: FormState, row: Row) -> FormState:
    """Go to the row and let letters choose."""
    return replace(state.at(row), picking=True)


def pick(state: FormState, sheet: FormSheet, key: str) -> FormState:
    """Put a word in or take it out; Enter is done, other keys say what can be chosen."""
    if key in ("enter", "escape", "down", "up"):
        return state.at(state.row)
    if key == "backspace":
        return _clear(state, sheet).at(state.row)
    if state.row is Row.WHERE and key in SIDE_KEYS:
        side = SIDE_KEYS[key]
        return state.set(sheet, "side", None if state.value(sheet, "side") == side else side)
    name, keys, order = _FIELDS[state.row]
    if key not in keys:
        return state.say(f"{key} is none of these words; Enter is done")
    return state.set(sheet, name, _toggled(state.value(sheet, name), keys[key], order))


def _clear(state: FormState, sheet: FormSheet) -> FormState:
    cleared = state.set(sheet, _FIELDS[state.row][0], None)
    return cleared.set(sheet, "side", None) if state.row is Row.WHERE else cleared


def _toggled(chosen: Value, word: str, order: tuple[str, ...]) -> Value:
    words = {one for one in chosen if isinstance(one, str)} if isinstance(chosen, list) else set()
    words ^= {word}
    return [one for one in order if one in words] or None
