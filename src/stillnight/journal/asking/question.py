"""One question, and what was answered."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from stillnight.journal.form.state import Answers

S = TypeVar("S", bound=Answers)

YES, NO = frozenset(("yes", "y")), frozenset(("no", "n"))
"""The words that answer a question with yes or no."""


class Question(NamedTuple):
    """One question of a form.

    Attributes:
        id: Its field, or the row of the form.
        text: What is asked.
        takes: What can be answered, in a few words.
        shown: What stands there now, in words; empty where nothing does.
        more: What ``?`` explains.
        own: The short words that are answers here, though elsewhere they lead back.
    """

    id: str
    text: str
    takes: str
    shown: str = ""
    more: str = ""
    own: frozenset[str] = frozenset()


class Answered(NamedTuple, Generic[S]):
    """A form after an answer.

    Attributes:
        state: The form.
        ids: The questions that were answered by it.
        lights_out: Was it said that the lights go out now?
    """

    state: S
    ids: Collection[str]
    lights_out: bool = False


class Interview(Protocol[S]):
    """The questions of one form."""

    @property
    def is_short(self) -> bool:
        """Is it one question whose answer is saved at once?"""
        ...

    @property
    def no_lights_out(self) -> str:
        """Why the lights cannot go out here; empty where they can."""
        ...

    def questions(self, state: S) -> Sequence[Question]:
        """What is asked, in order."""
        ...

    def answer(self, state: S, id: str, text: str) -> Answered[S]:
        """The form after an answer to a question.

        Raises:
            Refused: If the form does not take it.
        """
        ...

    def clear(self, state: S, id: str) -> S:
        """The form with a question back at *not asked*."""
        ...

    def whole(self, state: S) -> S:
        """The form with all of its questions, where it asked few."""
        ...

    def summary(self, state: S) -> Sequence[str]:
        """What would be saved, a few words for each answer."""
        ...


def yes_or_no(text: str) -> bool | None:
    """Yes, no, or something else."""
    word = text.lower()
    return True if word in YES else False if word in NO else None
