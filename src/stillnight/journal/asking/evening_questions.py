"""What the evening asks, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from stillnight.domain.errors import FieldError
from stillnight.domain.factor import Factor, Kind
from stillnight.domain.values import Value
from stillnight.journal.asking.question import Question
from stillnight.journal.day_words import clock_words, factor_words
from stillnight.journal.form.pickers import PART_KEYS, SENSATION_KEYS, SIDE_KEYS
from stillnight.journal.form.state import FormSheet, FormState

URGE, ONSET, WHERE, FEELS, MEDICINES, NOTE = "severity", "onset", "parts", "sensations", "usual", "note"
"""The questions that are no factors; those are called like their field."""

AWAKE = Question(
    URGE,
    "Awake? How strong is the urge to move?",
    "0 to 10",
    more="One number, and it is noted as a time when you were awake. The evening's answers stay as they are.",
)
"""The one question of the night."""


def evening_questions(state: FormState, sheet: FormSheet) -> Iterator[Question]:
    """Every question; no urge has no onset, and without usual medicines nobody is asked for them."""
    yield _urge(state, sheet)
    if state.value(sheet, "severity") != 0:
        yield _onset(state, sheet)
    for factor in sheet.factors:
        yield _factor(state, sheet, factor)
    yield _where(state, sheet)
    yield _feels(state, sheet)
    if sheet.medicines:
        yield _medicines(state, sheet)
    yield _note(state, sheet)


def _urge(state: FormState, sheet: FormSheet) -> Question:
    value = state.value(sheet, "severity")
    return Question(
        URGE,
        "Urge to move: how strong, at its worst since noon?",
        "0 none to 10 the worst",
        "" if value is None else str(value),
        "The strongest urge to move from noon until now. What comes in the night is asked later.",
    )


def _onset(state: FormState, sheet: FormSheet) -> Question:
    try:
        same = clock_words(sheet.same_as_last())
    except FieldError:
        same = ""
    last = f". same as last time, {same}; " if same else ""
    return Question(
        ONSET,
        "First felt: when?",
        f"a time such as 2130; {last}- not yet; * all day",
        clock_words(state.value(sheet, "onset")),
        "When you first felt it today: four digits, 0000 to 2359. The words same, not yet, all day do, too.",
        frozenset("-"),
    )


def _factor(state: FormState, sheet: FormSheet, factor: Factor) -> Question:
    values = {**sheet.night.values, **state.draft}
    known = {name: value for name, value in values.items() if name.startswith(factor.field)}
    shown = next(factor_words(_only(factor, known), {factor.slug: factor}), "")
    return Question(
        factor.field,
        f"{factor.label}: {factor.question}",
        _takes(factor, sheet.usual_amounts),
        shown.removeprefix(f"{factor.label} "),
        "Enter leaves it not asked. none is no to this and to every factor that follows."
        + ("" if factor.kind is Kind.RATING else " @1530 behind an answer says when last."),
    )


def _only(factor: Factor, values: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if name in (factor.field, f"{factor.field}.at")}


def _takes(factor: Factor, usual: Mapping[str, float]) -> str:
    if factor.kind is Kind.YES_NO:
        return "yes or no"
    if factor.kind is Kind.RATING:
        return factor.range_words
    amount = usual.get(factor.slug, factor.usual)
    return f"{factor.range_words}, or no" + ("" if amount is None else f"; yes is {amount:g}")


def _where(state: FormState, sheet: FormSheet) -> Question:
    side = state.value(sheet, "side")
    return Question(
        WHERE,
        "Where was it?",
        "words such as calves thighs left",
        " ".join([*_words(state.value(sheet, "parts")), *([str(side)] if side else [])]),
        f"Or letters, such as ctl: {_listed({**PART_KEYS, **SIDE_KEYS}.items())}",
        frozenset("b"),
    )


def _feels(state: FormState, sheet: FormSheet) -> Question:
    return Question(
        FEELS,
        "What did it feel like?",
        "words such as crawling burning",
        " ".join(_words(state.value(sheet, "sensations"))),
        f"Or letters, such as cb: {_listed(SENSATION_KEYS.items())}",
        frozenset("b"),
    )


def _medicines(state: FormState, sheet: FormSheet) -> Question:
    return Question(
        MEDICINES,
        f"Usual medicines taken? {', '.join(sheet.medicines)}",
        "yes or no",
        "yes" if state.usual_taken(sheet) else "",
        "The medicines that you noted as usual: stillnight medicine list shows them.",
    )


def _note(state: FormState, sheet: FormSheet) -> Question:
    note = str(state.value(sheet, "note") or "")
    adds = "; + in front adds a line" if note else ""
    return Question(
        NOTE,
        "Anything else? A note.",
        f"any words{adds}",
        note,
        "It is kept with the night, word for word.",
    )


def _words(value: Value) -> list[str]:
    words = [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
    return [word.replace("_", " ") for word in words]


def _listed(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{letter} {word.replace('_', ' ')}" for letter, word in pairs)
