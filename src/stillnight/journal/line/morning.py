"""A line of the morning form's keys: ``4 3 2 s20 w0630``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stillnight.journal.field_words import said_words
from stillnight.journal.line.reading import Refused, joined, news, read_words
from stillnight.journal.line.words import LIGHTS_OUT, Line, Word, word_of
from stillnight.journal.morning.keys import press, with_note
from stillnight.journal.morning.rows import LETTERS, NUMBERS, QUESTIONS, ROWS, TIMES, Row
from stillnight.journal.morning.state import MorningSheet, MorningState, opened

_RATINGS = (Row.QUALITY, Row.RESTED, Row.DISTURBED)


def read_morning(line: Line, sheet: MorningSheet) -> MorningState:
    """What a line says, its keys pressed one by one in the form.

    A line says what is so, whatever a morning saved before: its first digit is the quality then, too.

    Args:
        line: The line; its night is the sheet's.
        sheet: What the form knows of its night.

    Raises:
        Refused: If a word cannot be taken.
    """
    board = MorningKeys(sheet)
    state = opened(board.unanswered)
    if LIGHTS_OUT in line.words:
        raise Refused(LIGHTS_OUT, "that is for the evening; in the morning l2240 says when it was", state)
    state = read_words(line.words, state, board)
    state = replace(state, draft=news(state, sheet))
    if line.note is None:
        return state
    return with_note(state, sheet, joined(state.value(sheet, Row.NOTE), line.note, state))


def understood(state: MorningState, sheet: MorningSheet) -> list[str]:
    """What was typed and is not saved, a few words for each answer."""
    return list(said_words({**sheet.night.values, **state.draft}, {}, state.draft))


@dataclass(frozen=True, slots=True)
class MorningKeys:
    """How the morning form reads a line.

    Attributes:
        sheet: What the form knows of its night.
    """

    sheet: MorningSheet

    @property
    def unanswered(self) -> MorningSheet:
        """The sheet as before any morning was saved; what the evening knows stays."""
        rows = set(ROWS) - {Row.LIGHTS_OUT, Row.NOTE} if self.sheet.is_confirmed else {Row.KICKS}
        values = {name: value for name, value in self.sheet.night.values.items() if name not in rows}
        return replace(self.sheet, night=replace(self.sheet.night, values=values))

    def press(self, state: MorningState, key: str) -> MorningState | None:
        """The form after a key."""
        return press(state, self.unanswered, key)

    def ways(self, state: MorningState, word: str) -> Iterator[Sequence[str]]:
        """At the cursor, or in the row of its letter."""
        read = word_of(word)
        if read is None or read.keys[-1] == "enter":
            return
        row = LETTERS.get(read.letter, state.row) if read.letter else state.row
        if row in _RATINGS and read.amount == "10":
            yield (*read.letter, "x")
        elif self._fits(state, row, read, ":" in word):
            yield read.keys

    def hint(self, state: MorningState, word: str) -> str:
        """What the row takes, or what a word is."""
        read = word_of(word)
        if read is None:
            return "no key of the morning form; a word is one answer, such as q4 r3 d2 s20 w0630"
        if not read.letter and state.digits:
            return "the number before it is whole; a letter says what comes next, such as a2"
        return QUESTIONS[LETTERS.get(read.letter, state.row)]

    def lacks(self, state: MorningState) -> str:
        """Half a time."""
        return "a time has four digits, such as 0630" if state.is_half_typed else ""

    def goes_on(self, state: MorningState, key: str) -> bool:
        """Digits go on."""
        return key.isdigit()

    def _fits(self, state: MorningState, row: Row, word: Word, is_clock: bool) -> bool:
        """A rating has one digit; a word ends a number, so that two of them are never read as one."""
        size = len(word.amount) if word.amount[:1].isdigit() else 0
        if row in TIMES:
            return True
        if row in NUMBERS:
            return size < 4 and not is_clock and (bool(word.letter) or not (size and state.digits))
        return size < 2
