"""A line of the evening form's keys, and of the night's: there a rating is an episode."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from stillnight.domain.factor import PREFIX, Factor, Kind
from stillnight.journal.field_words import said_words
from stillnight.journal.form.keys import RATINGS, press, with_note
from stillnight.journal.form.state import ROWS, FormSheet, FormState, Row
from stillnight.journal.line.reading import joined, news, read_words
from stillnight.journal.line.words import LIGHTS_OUT, Line, Word, is_onset, word_of

_TO_ONSET = ("up",) * len(ROWS) + ("down",) * ROWS.index(Row.ONSET)
"""The arrows that lead to First at from anywhere."""

_PICKERS = ("w", "f")


class Told(NamedTuple):
    """What a line says.

    Attributes:
        state: The form with all of it; its ``awake`` is an episode that begins now.
        lights_out: Do the lights go out now?
    """

    state: FormState
    lights_out: bool = False

    @property
    def is_empty(self) -> bool:
        """Is there nothing in it that is not on record already?"""
        return not (self.state.is_dirty or self.lights_out or self.state.awake is not None)


def read_evening(line: Line, sheet: FormSheet) -> Told:
    """What a line says, its keys pressed one by one in the form.

    A line says what is so, whatever was saved before: the same line twice is the same night. So a key that
    takes turns, as ``c`` says yes, then no, begins as on a night without answers.

    Args:
        line: The line; its night is the sheet's.
        sheet: What the form knows of its night.

    Raises:
        Refused: If a word cannot be taken.
    """
    keys = [word for word in line.words if word != LIGHTS_OUT]
    told = read_words(keys, FormState(), EveningKeys(sheet))
    if line.note is not None:
        told = with_note(told, sheet, joined(told.value(sheet, "note"), line.note, told))
    return Told(_news(told, sheet), LIGHTS_OUT in line.words)


def understood(state: FormState, sheet: FormSheet) -> list[str]:
    """What was typed and is not saved, a few words for each answer."""
    factors = {factor.slug: factor for factor in sheet.factors}
    return [*said_words({**sheet.night.values, **state.draft}, factors, state.draft), *beside(state)]


def beside(state: FormState) -> list[str]:
    """What was typed and is no field of the night, in words."""
    words = [] if state.usual is None else ["usual medicines" if state.usual else "no usual medicines"]
    return [*words, *([] if state.awake is None else [f"awake, urge {state.awake}"])]


@dataclass(frozen=True, slots=True)
class EveningKeys:
    """How the evening form reads a line.

    Attributes:
        sheet: What the form knows of its night.
    """

    sheet: FormSheet

    def press(self, state: FormState, key: str) -> FormState | None:
        """The form after a key; the rating of an episode stays until another takes its place."""
        # n is no to what is not answered, so it has to see the answers that are saved
        after = press(state, self.sheet if key == "n" else self._unanswered, key)
        return after if after is None or after.awake is not None else replace(after, awake=state.awake)

    def ways(self, state: FormState, word: str) -> Iterator[Sequence[str]]:
        """At the cursor; and what answers First at goes there from anywhere."""
        read = word_of(word)
        if read is None or word in _PICKERS:
            return
        if self._fits(state, read):
            yield read.keys
        elif read.amount == "10":
            yield (*read.letter, "x")
        if is_onset(word):
            yield (*_TO_ONSET, *read.keys)

    def hint(self, state: FormState, word: str) -> str:
        """The way out, as far as it can be guessed."""
        if word in _PICKERS:
            return f"{word} takes its letters in the same word, such as {word}ct"
        if word_of(word) is not None:
            return "a rating is one digit, 0 to 9, or x for 10"
        if word[:1] in "+-" and len(word) > 2:
            return f"that is a word of stillnight log, such as stillnight log 6 {word}"
        named = next((one for one in self.sheet.factors if one.key and word in (one.slug, one.label)), None)
        if named is not None:
            return f"in a line of keys {named.slug} is {named.key}"
        return "no key of the form; a word is one answer, such as 6 2130 c2 s7 n u L"

    def lacks(self, state: FormState) -> str:
        """Half a time, a rating without its digit, an open picker."""
        if state.message and not state.is_refused:
            return state.message
        if state.is_half_typed or state.clock:
            return "a time has four digits, such as 2130"
        if state.digits.endswith("."):
            return "a digit belongs behind the point"
        return "Enter is done" if state.picking else ""

    def goes_on(self, state: FormState, key: str) -> bool:
        """Digits go on, and so does the letter that makes a rating just begun a no."""
        if state.picking or key in RATINGS or key == ".":
            return True
        factor = self.sheet.factor_of(key)
        return factor is not None and factor.slug == state.factor and not (state.digits or state.clock)

    @property
    def _unanswered(self) -> FormSheet:
        """The sheet without the answers that a key would turn."""
        values = {name: value for name, value in self.sheet.night.values.items() if not _is_turned(name)}
        return replace(self.sheet, night=replace(self.sheet.night, values=values), usual_taken=False)

    def _fits(self, state: FormState, word: Word) -> bool:
        """A rating takes one key; two digits there are ten, or a slip that must not become a nought."""
        if len(word.amount) < 2 or not word.amount[0].isdigit():
            return True
        if not word.letter and state.row is Row.URGE:
            return False
        return not _is_rating(self.sheet.factor_of(word.letter) if word.letter else self._at_hand(state))

    def _at_hand(self, state: FormState) -> Factor | None:
        return next((factor for factor in self.sheet.factors if factor.slug == state.factor), None)


def _is_turned(name: str) -> bool:
    return name.startswith(PREFIX) or name in ("parts", "side", "sensations")


def _news(state: FormState, sheet: FormSheet) -> FormState:
    """The form without what is on record just so."""
    usual = None if state.usual == sheet.usual_taken else state.usual
    return replace(state, draft=news(state, sheet), usual=usual)


def _is_rating(factor: Factor | None) -> bool:
    return factor is not None and factor.kind is Kind.RATING
