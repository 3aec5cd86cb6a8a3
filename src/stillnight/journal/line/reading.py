"""Pressing a line's keys, one after the other, all or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from stillnight.domain.errors import BadInput
from stillnight.domain.values import Value
from stillnight.journal.form.state import Answers, Sheet

S = TypeVar("S", bound=Answers)


class Keyboard(Protocol[S]):
    """How one form reads a line."""

    def press(self, state: S, key: str) -> S | None:
        """The form after a key; ``None`` where the key means nothing."""
        ...

    def ways(self, state: S, word: str) -> Iterable[Sequence[str]]:
        """The keys that a word may stand for, best first; none where there are none."""
        ...

    def hint(self, state: S, word: str) -> str:
        """What to say of a word that has no way."""
        ...

    def lacks(self, state: S) -> str:
        """What an answer that is begun still needs, in words; empty where none is begun."""
        ...

    def goes_on(self, state: S, key: str) -> bool:
        """Does a key belong to the answer that is begun?"""
        ...


class Refused(BadInput):
    """A word of a line that the form does not take.

    Attributes:
        word: The word.
        reason: Why not, and what would do.
        before: What the form held before that word.
    """

    def __init__(self, word: str, reason: str, before: Answers) -> None:
        """Name the word and say why."""
        super().__init__(f"{word!r}: {reason}")
        self.word = word
        self.reason = reason
        self.before = before


def read_words(words: Iterable[str], state: S, board: Keyboard[S]) -> S:
    """The form's state after all of the words.

    Raises:
        Refused: If a word cannot be taken, or begins an answer that is never finished.
    """
    begun = ""
    for word in words:
        state = _taken(word, begun, state, board)
        begun = (begun or word) if board.lacks(state) else ""
    if begun:
        raise Refused(begun, board.lacks(state), state)
    return state


def _taken(word: str, begun: str, state: S, board: Keyboard[S]) -> S:
    """The state after a word, by the first of its ways that the form takes."""
    refused: Refused | None = None
    for keys in board.ways(state, word):
        try:
            return _pressed(word, begun, keys, state, board)
        except Refused as error:
            refused = error
    raise refused or Refused(word, board.hint(state, word), state)


def _pressed(word: str, begun: str, keys: Sequence[str], before: S, board: Keyboard[S]) -> S:
    state = before
    for key in keys:
        lacking = board.lacks(state)
        if lacking and not board.goes_on(state, key):
            raise Refused(begun or word, lacking, before)
        after = board.press(state, key)
        if after is None:
            raise Refused(word, f"{key} means nothing here", before)
        if after.is_refused:
            raise Refused(word, _without_keys(after.message), before)
        state = after
    return state


def _without_keys(message: str) -> str:
    """What a form says of its rows is true, but a line has no arrows, and no Enter in its middle."""
    return message.partition(": go there")[0].partition("; Enter is")[0]


def news(state: Answers, sheet: Sheet) -> dict[str, Value]:
    """What was typed and is not on record just so."""
    saved = sheet.night.values
    return {
        name: value
        for name, value in state.draft.items()
        if (value, type(value)) != (saved.get(name), type(saved.get(name)))
    }


def joined(before: Value, text: str, state: Answers) -> str:
    """A line's note, under the one that is there; what stands there already is not said twice.

    Raises:
        Refused: If it has no words.
    """
    if not text:
        raise Refused("note", "say what, such as: note slept on the sofa", state)
    there = str(before or "")
    return there if text in there.splitlines() else f"{there}\n{text}"
