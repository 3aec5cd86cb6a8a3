"""The questions of the morning, answered in the form's keys or in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stillnight.domain.values import Value
from stillnight.journal.asking.question import Answered, Question, yes_or_no
from stillnight.journal.day_words import clock_words
from stillnight.journal.field_words import said_words
from stillnight.journal.line.morning import MorningKeys
from stillnight.journal.line.reading import Refused, joined, read_words
from stillnight.journal.line.words import LIGHTS_OUT, split_line, word_of
from stillnight.journal.morning.answering import put
from stillnight.journal.morning.keys import with_note
from stillnight.journal.morning.knowing import GUESSED, OFFERED
from stillnight.journal.morning.rows import ASKED, LABELS, QUESTIONS, Row, letter_of
from stillnight.journal.morning.state import MorningSheet, MorningState

_TAKES = {
    Row.QUALITY: "1 the worst to 5 the best",
    Row.RESTED: "1 not at all to 5 fully",
    Row.DISTURBED: "0 not at all to 10",
    Row.ASLEEP: "a number of minutes",
    Row.AWAKENINGS: "a number",
    Row.AWAKE: "a number of minutes",
    Row.WOKE: "a time such as 0630",
    Row.LIGHTS_OUT: "a time such as 2240",
    Row.UP: "a time such as 0700",
    Row.KICKS: "yes or no",
}
_ASKS = {Row.KICKS: "did somebody see the legs kick?", Row.NOTE: "anything else?"}


@dataclass(frozen=True, slots=True)
class Morning:
    """An :class:`stillnight.journal.asking.question.Interview` about a night that is over.

    Attributes:
        sheet: What the form knows of its night.
    """

    sheet: MorningSheet

    @property
    def is_short(self) -> bool:
        """Even after a very bad night there is more to ask for whom wants it."""
        return False

    @property
    def no_lights_out(self) -> str:
        """They are on."""
        return "L is for the evening"

    def questions(self, state: MorningState) -> Sequence[Question]:
        """What is asked; after a very bad night it is one question."""
        if state.is_brief(self.sheet):
            return [self._question(state, Row.DISTURBED)]
        return [self._question(state, row) for row in (*ASKED, Row.KICKS, Row.NOTE)]

    def whole(self, state: MorningState) -> MorningState:
        """Every question is asked."""
        return replace(state, is_whole=True)

    def summary(self, state: MorningState) -> Sequence[str]:
        """What would be saved, the guesses that are in view marked as such."""
        values = {**self.sheet.night.values, **state.stored(self.sheet)}
        typed = list(said_words(values, {}, state.draft))
        guessed = list(said_words(values, {}, values.keys() & self._guessed(state)))
        words = [*typed, *(f"{word} (supposed)" for word in guessed)]
        return words or (["the night as it is known"] if state.has_news(self.sheet) else [])

    def clear(self, state: MorningState, id: str) -> MorningState:
        """The form with a question back at *not asked*; a guess is turned down."""
        return put(state.at(Row(id)), self.sheet, Row(id), None)

    def answer(self, state: MorningState, id: str, text: str) -> Answered[MorningState]:
        """The form after an answer.

        Raises:
            Refused: If the form does not take it.
        """
        row, said = Row(id), yes_or_no(text)
        if row is Row.NOTE:
            is_none = said is False and not state.value(self.sheet, row)
            return Answered(state if is_none else self._noted(state, text), {row})
        if row is Row.KICKS and said is not None:
            return Answered(put(state.at(row), self.sheet, row, said), {row})
        if row is Row.KICKS and text[:1].isdigit():
            raise Refused(text, "yes or no", state)
        return self._by_keys(state, row, text)

    def _by_keys(self, state: MorningState, row: Row, text: str) -> Answered[MorningState]:
        """The form after a line of keys that begins in a row, on top of all answers so far."""
        line, so_far = split_line(text), self._with(state)
        if LIGHTS_OUT in line.words:
            raise Refused(LIGHTS_OUT, self.no_lights_out, state)
        try:
            told = read_words(line.words, MorningState(row=row, is_whole=True), MorningKeys(so_far))
        except Refused as error:
            known = word_of(error.word) is not None
            raise error if known else Refused(error.word, f"{error.word} is no answer here", state) from None
        if line.note is not None:
            told = with_note(told, so_far, joined(told.value(so_far, Row.NOTE), line.note, told))
        merged = state
        for name, value in told.draft.items():
            merged = merged.set(self.sheet, name, value)
        read = word_of(line.words[0]) if line.words else None
        is_about = read is not None and read.letter in ("", letter_of(row))
        ids = {*told.draft, *([row] if is_about else [])}
        return Answered(replace(merged, is_whole=merged.is_whole or bool(ids - {Row.DISTURBED})), ids)

    def _with(self, state: MorningState) -> MorningSheet:
        """The sheet as if all answers so far were saved."""
        values = {**self.sheet.night.values, **state.draft}
        known = {name: value for name, value in values.items() if value is not None}
        return replace(self.sheet, night=replace(self.sheet.night, values=known))

    def _guessed(self, state: MorningState) -> set[str]:
        return {row for row in map(Row, self.sheet.guesses) if state.is_guess(self.sheet, row)}

    def _noted(self, state: MorningState, text: str) -> MorningState:
        before = str(state.value(self.sheet, Row.NOTE) or "")
        note = f"{before}\n{text[1:].strip()}" if text.startswith("+") else text
        return with_note(state, self.sheet, note)

    def _question(self, state: MorningState, row: Row) -> Question:
        note = state.value(self.sheet, Row.NOTE)
        takes = _TAKES.get(row) or "any words" + ("; + in front adds a line" if note else "")
        return Question(
            row,
            f"{LABELS[row]}: {_ASKS.get(row, QUESTIONS[row].partition('?')[0] + '?')}",
            "; ".join([takes, *self._offered(state, row)]),
            self._shown(state, row),
            f"{QUESTIONS[row] if row not in _ASKS else takes}. About is good enough.",
        )

    def _shown(self, state: MorningState, row: Row) -> str:
        words = _value_words(state.shown(self.sheet, row))
        return f"{words}, supposed: {GUESSED[row]}" if state.is_guess(self.sheet, row) else words

    def _offered(self, state: MorningState, row: Row) -> Iterator[str]:
        offer = self.sheet.offers.get(row)
        if offer is not None and state.shown(self.sheet, row) is None:
            yield f". is {_value_words(offer)}, {OFFERED[row]}"


def _value_words(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return clock_words(value) or ("" if value is None else str(value))
