"""The Urge row: one digit, ``x`` for ten."""

from __future__ import annotations

from dataclasses import replace

from stillnight.journal.form.state import FormSheet, FormState, Row


def rate(state: FormState, sheet: FormSheet, key: str) -> FormState:
    """Take the rating and move on; no urge has no onset, so that row is passed over.

    In the night the rating is an episode: nothing logged after lights-out changes the severity.
    """
    severity = 10 if key == "x" else int(key)
    if sheet.is_awake:
        return replace(state.at(Row.URGE), awake=severity)
    rated = state.set(sheet, "severity", severity)
    if severity == 0:
        return rated.set(sheet, "onset", "none").at(Row.TODAY)
    return _with_an_onset(rated, sheet).at(Row.ONSET)


def clear(state: FormState, sheet: FormSheet) -> FormState:
    """Take the rating back, and with it the word that no urge has no onset.

    In the night the evening's rating is left alone.
    """
    if sheet.is_awake:
        return state
    return _with_an_onset(state.set(sheet, "severity", None), sheet)


def _with_an_onset(state: FormState, sheet: FormSheet) -> FormState:
    """Take ``none`` back; an onset that is saved stands again, so that a slip costs nothing."""
    if state.value(sheet, "onset") != "none":
        return state
    saved = sheet.night.get("onset")
    return state.set(sheet, "onset", None if saved == "none" else saved)
