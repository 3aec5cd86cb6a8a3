"""The Urge row: one digit, ``x`` for ten."""

from __future__ import annotations

from stillnight.journal.form.state import FormSheet, FormState, Row


def rate(state: FormState, sheet: FormSheet, key: str) -> FormState:
    """Take the rating and move on; no urge has no onset, so that row is passed over."""
    severity = 10 if key == "x" else int(key)
    rated = state.set(sheet, "severity", severity)
    if severity == 0:
        return rated.set(sheet, "onset", "none").at(Row.TODAY)
    if rated.value(sheet, "onset") == "none":
        rated = rated.set(sheet, "onset", None)
    return rated.at(Row.ONSET)
