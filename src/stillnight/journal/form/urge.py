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
    if rated.value(sheet, "onset") == "none":
        rated = rated.set(sheet, "onset", None)
    return rated.at(Row.ONSET)
