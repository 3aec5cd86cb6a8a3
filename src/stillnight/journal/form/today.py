"""The Today row: a factor's letter says yes with the usual amount, digits replace it.

The letter again says no, a third time takes the answer back to *not asked*. A rating has no usual
amount, so it waits for its digit. ``@`` and four digits say when it was last taken.
"""

from __future__ import annotations

from dataclasses import replace

from stillnight.domain.clock_rule import NightFrame
from stillnight.domain.errors import FieldError
from stillnight.domain.factor import PREFIX, Factor, Kind, details_of
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
    answered = _without_details(state.set(sheet, factor.field, value), sheet, factor.field).at(Row.TODAY)
    if value is None:
        return _untouched(answered, factor.slug)
    return replace(answered, touched=_touch(state, factor))


def press_digit(state: FormState, sheet: FormSheet, factor: Factor, key: str) -> FormState:
    """Take a digit of the amount of the factor at hand, or of the time after ``@``."""
    if state.clock:
        return _clock_digit(state, sheet, factor, key)
    if factor.kind is Kind.YES_NO:
        return state.say(f"{factor.label} takes yes or no: {factor.key} again for no")
    digits = _digits(state, factor, key)
    if digits.endswith(".") and digits.count(".") == 1 and factor.kind is Kind.AMOUNT:
        return replace(state, digits=digits, message="")
    try:
        value = factor.check(digits)
    except FieldError:
        takes = f"{factor.label} takes {factor.range_words}"
        return replace(state, digits=digits).ask(takes) if _may_grow(digits, factor) else state.say(takes)
    rated = state.set(sheet, factor.field, value)
    if factor.kind is Kind.RATING:
        # another rating was not made when the one before was
        rated = rated.without(f"{factor.field}.at")
    return replace(rated, digits=digits, touched=_touch(state, factor))


def press_at(state: FormState, sheet: FormSheet) -> FormState:
    """Start the time at which the factor at hand was last taken."""
    if not state.factor or state.value(sheet, f"f.{state.factor}") in (None, False):
        return state.say("@ follows a factor that was answered, such as c2@1530")
    return replace(state, clock=True, digits="").ask("when last? four digits, such as 1530")


def no_to_the_rest(state: FormState, sheet: FormSheet) -> FormState:
    """Say no to every factor that is shown and not answered."""
    answered = state
    for factor in sheet.factors:
        # without a letter there is no way to say yes, so silence is no answer
        if factor.key and answered.value(sheet, factor.field) is None:
            answered = _without_details(answered.set(sheet, factor.field, False), sheet, factor.field)
            answered = replace(answered, touched=_touch(answered, factor))
    return answered.at(Row.TODAY)


def take_back(state: FormState, sheet: FormSheet) -> FormState:
    """Take the factor answered last back to *not asked*."""
    slug = state.factor or state.touched[-1]
    cleared = state.set(sheet, PREFIX + slug, None)
    return _untouched(_without_details(cleared, sheet, PREFIX + slug).at(Row.TODAY), slug)


def _say_yes(state: FormState, sheet: FormSheet, factor: Factor) -> FormState:
    here = replace(state.at(Row.TODAY), factor=factor.slug)
    if factor.kind is Kind.YES_NO:
        return replace(here.set(sheet, factor.field, True), touched=_touch(state, factor))
    usual = _usual(sheet, factor)
    if usual is None:
        return here.ask(f"{factor.label}: {factor.range_words}")
    return replace(here.set(sheet, factor.field, factor.check(usual)), touched=_touch(state, factor))


def _usual(sheet: FormSheet, factor: Factor) -> float | None:
    """The amount that one key press stands for; ``None`` where the user has to say it."""
    if factor.kind is Kind.RATING:
        return None
    amounts = (sheet.usual_amounts.get(factor.slug), factor.usual)
    return next((one for one in amounts if one is not None and factor.least <= one <= factor.most), None)


def _digits(state: FormState, factor: Factor, key: str) -> str:
    """The digits of the answer with this key; a rating has but one, and ``x`` is ten."""
    before = "" if factor.kind is Kind.RATING else state.digits
    if not before:
        return {"x": "10", ".": "0." if factor.kind is Kind.AMOUNT else "."}.get(key, key)
    return before + key


def _may_grow(digits: str, factor: Factor) -> bool:
    """May more digits still lift it to the least that fits, as the 1 of 18 does?"""
    return factor.kind is Kind.AMOUNT and digits.isdigit() and int(digits) < factor.least


def _clock_digit(state: FormState, sheet: FormSheet, factor: Factor, key: str) -> FormState:
    digits = state.digits + key
    if not key.isdigit():
        return state.say("a time has four digits, such as 1530")
    if len(digits) < 4:
        return replace(state, digits=digits, message="")
    moment, trouble = placed(_day_of(sheet.frame), digits)
    if moment is None:
        return replace(state, digits="").say(trouble)
    return state.set(sheet, f"{factor.field}.at", moment).at(Row.TODAY)


def _day_of(frame: NightFrame) -> NightFrame:
    """The day of a night's evening: the last coffee at nine was that morning, not the next."""
    # what fields take is no matter before the first paint
    from stillnight.domain.fields import DAY_BEGINS

    return NightFrame(frame.date, frame.zone, DAY_BEGINS)


def _without_details(state: FormState, sheet: FormSheet, field: str) -> FormState:
    """Without an answer, or after a no, there is no when, how much or how long."""
    for name in details_of(field, {*state.draft, *sheet.night.values}):
        state = state.set(sheet, name, None)
    return state


def _untouched(state: FormState, slug: str) -> FormState:
    """Drop a factor's place in the row of answers."""
    return replace(state, touched=tuple(one for one in state.touched if one != slug))


def _touch(state: FormState, factor: Factor) -> tuple[str, ...]:
    return (*(slug for slug in state.touched if slug != factor.slug), factor.slug)
