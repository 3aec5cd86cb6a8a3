"""Before the evening begins: the form offers the rating of the day, and wants nothing else yet."""

from __future__ import annotations

from stillnight.domain.factor import Kind
from stillnight.journal.form.state import FormSheet, FormState, Row


def of_the_afternoon(state: FormState, sheet: FormSheet) -> str:
    """What the cursor's row expects while the day can still be rated in full; empty for nothing of its own.

    Args:
        state: What was typed so far.
        sheet: What the form knows of a night whose evening has not begun.
    """
    rated = [factor for factor in sheet.factors if factor.kind is Kind.RATING and factor.key]
    missing = [factor for factor in rated if state.value(sheet, factor.field) is None]
    if state.row is Row.URGE and missing:
        key, label = missing[0].key, missing[0].label
        return f"{key}, then a digit, rates the day's {label} now (counts in full) · urge 0-9, x is 10"
    fields = {name for factor in rated for name in (factor.field, f"{factor.field}.at")}
    if state.row is Row.TODAY and state.draft and state.draft.keys() <= fields and not missing:
        return "Enter saves the rating; the rest can wait for the evening"
    return ""
