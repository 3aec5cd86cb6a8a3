"""The questions of the evening, answered in the form's keys or in words; in the night it is one."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from stillnight.domain.factor import PREFIX, Factor
from stillnight.journal.asking.evening_questions import (
    AWAKE,
    FEELS,
    MEDICINES,
    NOTE,
    ONSET,
    URGE,
    WHERE,
    evening_questions,
)
from stillnight.journal.asking.question import Answered, Question, yes_or_no
from stillnight.journal.form import pickers, today, urge
from stillnight.journal.form.keys import press, with_note
from stillnight.journal.form.state import FormSheet, FormState, Row
from stillnight.journal.line.evening import EveningKeys, understood
from stillnight.journal.line.reading import Refused, joined, read_words
from stillnight.journal.line.words import LIGHTS_OUT, is_onset, split_line, word_of

NONE_OF_THEM = ("none", "nn")
"""No to a factor and to all that follow it."""

_PHRASES = {"not yet": "not_yet", "all day": "all_day", "same as last time": "same"}
_AT = re.compile(r"\s*(?:\bat\b|@)\s*(?=\d)")
_ROWS: Mapping[str, Row] = {
    URGE: Row.URGE,
    ONSET: Row.ONSET,
    WHERE: Row.WHERE,
    FEELS: Row.FEELS,
    MEDICINES: Row.MEDICINES,
}
_PICKS = {WHERE: ("w", {**pickers.PART_KEYS, **pickers.SIDE_KEYS}), FEELS: ("f", pickers.SENSATION_KEYS)}


@dataclass(frozen=True, slots=True)
class Evening:
    """An :class:`stillnight.journal.asking.question.Interview` about an evening.

    Attributes:
        sheet: What the form knows of its night.
        is_tonight: Is it the night in which we are?
    """

    sheet: FormSheet
    is_tonight: bool = True

    @property
    def is_short(self) -> bool:
        """The night asks one thing."""
        return self.sheet.is_awake

    @property
    def no_lights_out(self) -> str:
        """The lights go out tonight only."""
        return "" if self.is_tonight else "L is for tonight"

    def questions(self, state: FormState) -> Sequence[Question]:
        """What is asked; in the night, and in the evening after a very bad one, it is one question."""
        if self.sheet.is_awake:
            return [AWAKE]
        asked = list(evening_questions(state, self.sheet))
        return asked[:1] if state.is_brief(self.sheet) else asked

    def summary(self, state: FormState) -> Sequence[str]:
        """What would be saved."""
        return understood(state, self.sheet)

    def whole(self, state: FormState) -> FormState:
        """Every question is asked."""
        return replace(state, is_whole=True)

    def clear(self, state: FormState, id: str) -> FormState:
        """The form with a question back at *not asked*."""
        sheet = self.sheet
        if id == URGE:
            return urge.clear(state, sheet)
        if id in _PICKS:
            row = Row.WHERE if id == WHERE else Row.FEELS
            return pickers.pick(pickers.open_picker(state, row), sheet, "backspace")
        if id == MEDICINES:
            return self._medicines(state, False)
        if id in (ONSET, NOTE):
            return state.set(sheet, id, None)
        return today.take_back(replace(state.at(Row.TODAY), factor=self._factor(id).slug), sheet)

    def answer(self, state: FormState, id: str, text: str) -> Answered[FormState]:
        """The form after an answer.

        Raises:
            Refused: If the form does not take it.
        """
        said = yes_or_no(text)
        if id == NOTE:
            # anything else? no.
            is_none = said is False and not state.value(self.sheet, NOTE)
            return Answered(state if is_none else self._noted(state, text), {NOTE})
        if id == MEDICINES and said is not None:
            return Answered(self._medicines(state, said), {MEDICINES})
        if id in _PICKS and (letters := _letters(text, *_PICKS[id])):
            return self._by_keys(state, id, FormState(), letters)
        if said is not None and not id.startswith(PREFIX):
            # n by itself is no to all factors, and nobody means that here
            raise Refused(text, f"{text} is no answer here", state)
        if id in _ROWS:
            return self._by_keys(state, id, FormState(row=_ROWS[id]), _PHRASES.get(text.lower(), text))
        return self._about_factor(state, self._factor(id), text, said)

    def _about_factor(
        self, state: FormState, factor: Factor, text: str, said: bool | None
    ) -> Answered[FormState]:
        if text.lower() in NONE_OF_THEM:
            return self._no_from(state, factor)
        if said is not None:
            return Answered(self._turned(state, factor, said), {factor.field})
        # its letter begins the answer anew, digits alone belong to it all the same
        has_letter = bool(factor.key) and text.startswith(factor.key)
        begun = FormState(row=Row.TODAY, factor="" if has_letter else factor.slug)
        return self._by_keys(state, factor.field, begun, _AT.sub("@", text))

    def _no_from(self, state: FormState, factor: Factor) -> Answered[FormState]:
        """No to a factor and to those behind it that are not answered; what was skipped stays not asked."""
        behind = self.sheet.factors[self.sheet.factors.index(factor) + 1 :]
        rest = [one for one in behind if state.value(self.sheet, one.field) is None]
        for one in (factor, *rest):
            state = self._turned(state, one, False)
        return Answered(state, {one.field for one in (factor, *rest)})

    def _turned(self, state: FormState, factor: Factor, wanted: bool) -> FormState:
        """Press the factor's letter until it says what is wanted; no letter is needed for that."""
        turned = replace(state.at(Row.TODAY), factor="")
        for _ in range(3):
            value = turned.value(self.sheet, factor.field)
            if value is not None and (value is not False) is wanted:
                return turned
            turned = today.press_letter(turned, self.sheet, factor)
            if wanted and turned.message:
                # a rating is no yes, it has to be said
                raise Refused(factor.key, turned.message, state)
        return turned

    def _by_keys(self, state: FormState, id: str, begun: FormState, text: str) -> Answered[FormState]:
        """The form after a line of keys that begins at a question, on top of all answers so far."""
        line, so_far = split_line(text), self._with(state)
        if LIGHTS_OUT in line.words and self.no_lights_out:
            raise Refused(LIGHTS_OUT, self.no_lights_out, state)
        board = EveningKeys(so_far)
        try:
            told = read_words([word for word in line.words if word != LIGHTS_OUT], begun, board)
        except Refused as error:
            known = word_of(error.word) is not None
            raise error if known else Refused(error.word, f"{error.word} is no answer here", state) from None
        if line.note is not None:
            told = with_note(told, so_far, joined(told.value(so_far, NOTE), line.note, told))
        merged = replace(state, awake=told.awake)
        for name, value in told.draft.items():
            merged = merged.set(self.sheet, name, value)
        merged = self._medicines(merged, told.usual) if told.usual is not None else merged
        ids = {_id_of(name) for name in told.draft} | ({MEDICINES} if told.usual is not None else set())
        ids |= {id} if self._is_about(id, line.words) else set()
        merged = replace(merged, is_whole=state.is_whole or bool(ids - {URGE, ONSET}))
        return Answered(merged, ids, LIGHTS_OUT in line.words)

    def _with(self, state: FormState) -> FormSheet:
        """The sheet as if all answers so far were saved."""
        values = {**self.sheet.night.values, **state.draft}
        known = {name: value for name, value in values.items() if value is not None}
        night = replace(self.sheet.night, values=known)
        return replace(self.sheet, night=night, usual_taken=state.usual_taken(self.sheet))

    def _is_about(self, id: str, words: Collection[str]) -> bool:
        """Does a line begin with an answer to the question, be it the one that stood there?"""
        first = next(iter(words), "")
        read = word_of(first)
        if read is None:
            return False
        if id in _PICKS:
            return read.letter == _PICKS[id][0]
        if id in (URGE, ONSET):
            return not read.letter and is_onset(first) is (id == ONSET)
        return id != MEDICINES and read.letter in ("", self._factor(id).key)

    def _medicines(self, state: FormState, wanted: bool) -> FormState:
        is_so = state.usual_taken(self.sheet) is wanted
        return state if is_so else press(state, self.sheet, "u") or state

    def _noted(self, state: FormState, text: str) -> FormState:
        before = str(state.value(self.sheet, NOTE) or "")
        note = f"{before}\n{text[1:].strip()}" if text.startswith("+") else text
        return with_note(state, self.sheet, note)

    def _factor(self, id: str) -> Factor:
        return next(factor for factor in self.sheet.factors if factor.field == id)


def _id_of(name: str) -> str:
    """The question to which a field belongs."""
    if name.startswith(PREFIX):
        return ".".join(name.split(".")[:2])
    return WHERE if name == "side" else name


def _letters(text: str, key: str, keys: Mapping[str, str]) -> str:
    """Words or letters of a picker as one word of keys; empty where there is another thing among them."""
    names = {word.replace("_", " "): letter for letter, word in keys.items()}
    rest = text.lower().replace(",", " ").replace("urge only", "urge_only")
    found = ""
    for word in rest.split():
        plain = word.replace("_", " ")
        near = [letter for name, letter in names.items() if len(plain) > 3 and name.startswith(plain[:3])]
        letters = names.get(plain) or (near[0] if len(near) == 1 else "") or word
        if not set(letters) <= keys.keys():
            return ""
        found += letters
    return key + found if found else ""
