"""How the morning looks: pure drawing of its state. Imported when it is morning or asked for, not before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from textual.content import Content

from stillnight.domain.values import Value
from stillnight.journal.day_words import clock_words
from stillnight.journal.morning.answering import KINDS
from stillnight.journal.morning.keys import press, saved, with_note
from stillnight.journal.morning.knowing import GUESSED, OFFERED
from stillnight.journal.morning.measures import doubt, measure_words, missing_words
from stillnight.journal.morning.rows import (
    ASKED,
    LABELS,
    QUESTIONS,
    RATED,
    ROWS,
    TIMES,
    Row,
    letter_of,
)
from stillnight.journal.morning.state import MorningSheet, MorningState
from stillnight.ui.commands import Place
from stillnight.ui.widgets.form_drawing import BRIEF, hint, noted, scale
from stillnight.ui.widgets.morning_clicks import WIDTH as LABEL
from stillnight.ui.widgets.morning_clicks import morning_keys
from stillnight.ui.widgets.night_form import FormPart

_GUESS = " guess · Enter stores"
_UNITS = {Row.ASLEEP: " min", Row.AWAKE: " min"}


def draw(
    state: MorningState,
    sheet: MorningSheet,
    width: int,
    focused: bool,
    airy: bool = False,
    hinted: bool = True,
) -> Content:
    """The form in ``width`` columns: its rows, what is expected, what follows from the answers.

    Args:
        state: What has been typed.
        sheet: What the form knows of its night.
        width: The columns that it may take.
        focused: Has it the focus? Then the cursor is drawn.
        airy: Do the rows stand apart?
        hinted: Do two lines say what is expected?
    """
    rows = (Row.DISTURBED,) if state.is_brief(sheet) else ROWS
    blocks = [_row(state, sheet, row, width, focused) for row in rows]
    expected = [say_expected(state, sheet, width)] if hinted else []
    foot = [*expected, *_following(state, sheet, width)]
    return Content("\n\n" if airy else "\n").join([*blocks, *([Content("\n").join(foot)] if foot else [])])


def say_expected(state: MorningState, sheet: MorningSheet, width: int) -> Content:
    """What was wrong, else what the cursor's row takes."""
    return hint(state.message, _expected(state, sheet), width)


def _row(state: MorningState, sheet: MorningSheet, row: Row, width: int, focused: bool) -> Content:
    is_here = focused and state.row is row
    return Content.assemble(
        (f"{'▸' if is_here else ' '}{letter_of(row)}", "$accent bold"),
        (f" {LABELS[row]}".ljust(LABEL - 2), "$accent bold" if is_here else "$muted"),
        _body(state, sheet, row, width - LABEL),
    )


def _body(state: MorningState, sheet: MorningSheet, row: Row, room: int) -> Content:
    if row is Row.NOTE and state.value(sheet, row):
        return noted(state.value(sheet, row), room)
    if row in RATED:
        return scale(KINDS[row].least, KINDS[row].most, state.value(sheet, row))
    if row in TIMES and state.row is row and state.digits:
        typed = (state.digits + "____")[:4]
        return Content.styled(f"{typed[:2]}:{typed[2:]}", "$accent bold")
    value = state.shown(sheet, row)
    if value is None:
        return _open(sheet, row, room)
    text = _words(row, value)
    if state.is_guess(sheet, row):
        return Content.assemble((f"≈{text}", "$ink"), (_GUESS, "$muted"))
    if row in state.draft:
        return Content.styled(text, "$accent bold")
    return Content.assemble((text, "$ink"), (" known", "$muted"))


def _open(sheet: MorningSheet, row: Row, room: int) -> Content:
    """A row without an answer, with what ``.`` would fill in."""
    offer = sheet.offers.get(row, sheet.guesses.get(row))
    if offer is None or row not in OFFERED:
        return Content.styled("·", "$muted")
    words = f" {_words(row, offer)}, {OFFERED[row]}"
    if len(words) + 4 > room:
        words = f" {_words(row, offer)}"
    return Content.assemble(("·  ", "$muted"), (".", "$accent bold"), (words, "$muted"))


def _words(row: Row, value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return clock_words(value) if isinstance(value, str) else f"{value}{_UNITS.get(row, '')}"


def _expected(state: MorningState, sheet: MorningSheet) -> str:
    row = state.row
    if state.is_brief(sheet):
        return f"{QUESTIONS[row]} · {BRIEF}"
    if state.is_guess(sheet, row):
        return f"a guess: {_source(sheet, row)}; type what is right, or ⌫ leaves it open"
    if row in OFFERED and row in sheet.offers and state.shown(sheet, row) is None:
        return f"{QUESTIONS[row]} · . takes {_words(row, sheet.offers[row])}, {OFFERED[row]}"
    if row in ASKED and all(state.value(sheet, one) is not None for one in RATED):
        return f"{QUESTIONS[row]} · Enter saves"
    return QUESTIONS[row]


def _source(sheet: MorningSheet, row: Row) -> str:
    """Where a guess comes from; the episodes are named by their times."""
    if row is not Row.AWAKENINGS:
        return GUESSED[row]
    times = [f"{one.at.astimezone(sheet.frame.zone):%H:%M}" for one in sheet.awakenings()]
    return f"{GUESSED[row]}, {', '.join(times)}"


def _following(state: MorningState, sheet: MorningSheet, width: int) -> Iterator[Content]:
    """The measures as far as they go, what is missing or doubtful, and that the evening is open."""
    if not sheet.has_evening:
        yield Content.styled(" the evening is not filled in · W opens it", "$muted")
    if state.is_brief(sheet):
        return
    night = state.after_saving(sheet)
    yield from (Content.styled(f" {line}", "$ink") for line in _filled(measure_words(night), width - 1))
    if question := doubt(night, sheet.awakenings(night)):
        yield from _wrapped(question, width, "$warning")
    elif missing := missing_words(night):
        yield from _wrapped(missing, width, "$muted")


def _filled(items: Sequence[str], width: int) -> Iterator[str]:
    """Items two columns apart, as many a line as it takes; none is broken."""
    line = ""
    for item in items:
        if line and len(line) + 2 + len(item) > width:
            yield line
            line = ""
        line = f"{line}  {item}" if line else item
    if line:
        yield line


def _wrapped(text: str, width: int, style: str) -> Iterator[Content]:
    return (Content.styled(f" {line}", style) for line in wrap(text, max(width - 1, 10)))


MORNING = FormPart(Place.MORNING, press, draw, say_expected, with_note, saved, morning_keys)
"""The morning half of a night's form."""
