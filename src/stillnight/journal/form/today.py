"""The Today row: a factor's letter says yes with the usual amount, digits replace it.

The letter again says no, a third time takes the answer back to *not asked*. A rating has no usual
amount, so it waits for its digit. ``@`` and four digits say when it was last taken.
"""

from __future__ import annotations

from dataclasses import replace

from stillnight.domain.errors import FieldError
from stillnight.domain.factor import Factor, Kind
from stillnight.domain.values import Value
from stillnight.journal.form.onset import placed
from stillnight.journal.form.state import FormSheet, FormState, Row


def press_letter(state: FormState, sheet: FormSheet, factor: Factor) -> FormState:
    """Answer a factor: yes, no, not asked, in turn."""
    answer = state.value(sheet, factor.field)
    waiting = state.factor == factor.slug and answer is None and not state.digits
    if answer is None and not waiting:
        return _say_yes(state, sheet, factor)
    value: Value = None if answer is False else False
    answered = state.set(sheet, factor.field, value).at(Row.TODAY)
    if value is None:
        return _forget(answered, sheet, factor)
    return replace(answered, touched=_touch(state, factor))


def press_digit(state: FormState, sheet: FormSheet, key: str) -> FormState:
    """Take a digit of the amount, or of the time after ``@``."""
    factor = next(one for one in sheet.factors if one.slug == state.factor)
    if state.clock:
        return _clock_digit(state, sheet, factor, key)
    if factor.kind is Kind.YES_NO:
        return state.say(f"{factor.label} takes yes or no: {factor.key} again for no")
    digits = key if factor.kind is Kind.RATING else state.digits + key
    if digits.endswith(".") and digits.count(".") == 1:
        return replace(state, digits=digits, message="")
    try:
        value = factor.check("10" if digits == "x" else digits)
    except FieldError:
        return state.say(f"{factor.label} takes {factor.range_words}")
    return replace(state.set(sheet, factor.field, value), digits=digits, touched=_touch(state, factor))


def press_at(state: FormState, sheet: FormSheet) -> FormState:
    """Start the time at which the factor at hand was last taken."""
    if not state.factor or state.value(sheet, f"f.{state.factor}") in (None, False):
        return state.say("@ follows a factor that was answered, such as c2@1530")
    return replace(state, clock=True, digits="", message="when last? four digits, such as 1530")


def no_to_the_rest(state: FormState, sheet: FormSheet) -> FormState:
    """Say no to every factor that is shown and not answered."""
    answered = state
    for factor in sheet.factors:
        if answered.value(sheet, factor.field) is None:
            answered = answered.set(sheet, factor.field, False)
            answered = replace(answered, touched=_touch(answered, factor))
    return answered.at(Row.TODAY)


def take_back(state: FormState, sheet: FormSheet) -> FormState:
    """Take the factor answered last back to *not asked*."""
    slug = state.factor or (state.touched[-1] if state.touched else "")
    factor = next((one for one in sheet.factors if one.slug == slug), None)
    if factor is None:
        return state
    return _forget(state.set(sheet, factor.field, None).at(Row.TODAY), sheet, factor)


def _say_yes(state: FormState, sheet: FormSheet, factor: Factor) -> FormState:
    here = replace(state.at(Row.TODAY), factor=factor.slug)
    if factor.kind is Kind.YES_NO:
        return replace(here.set(sheet, factor.field, True), touched=_touch(state, factor))
    usual = sheet.usual_amounts.get(factor.slug, factor.usual)
    if factor.kind is Kind.RATING or usual is None:
        return here.say(f"{factor.label}: {factor.range_words}")
    return replace(here.set(sheet, factor.field, factor.check(usual)), touched=_touch(state, factor))


def _clock_digit(state: FormState, sheet: FormSheet, factor: Factor, key: str) -> FormState:
    digits = state.digits + key
    if not key.isdigit():
        return state.say("a time has four digits, such as 1530")
    if len(digits) < 4:
        return replace(state, digits=digits, message="")
    moment, trouble = placed(sheet.frame, digits, f"{factor.field}.at")
    if moment is None:
        return replace(state, digits="", message=trouble)
    return state.set(sheet, f"{factor.field}.at", moment).at(Row.TODAY)


def _forget(state: FormState, sheet: FormSheet, factor: Factor) -> FormState:
    """Drop the factor's place in the row of answers, and its time with it."""
    kept = tuple(slug for slug in state.touched if slug != factor.slug)
    if state.value(sheet, f"{factor.field}.at") is not None:
        state = state.set(sheet, f"{factor.field}.at", None)
    return replace(state, touched=kept)


def _touch(state: FormState, factor: Factor) -> tuple[str, ...]:
    return (*(slug for slug in state.touched if slug != factor.slug), factor.slug)
