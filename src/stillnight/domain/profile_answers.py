"""Answers to the questions about oneself: typed, kept, told. Yes, no and *not asked* are three things."""

from __future__ import annotations

from stillnight.domain.errors import FieldError
from stillnight.domain.profile import conditions_of
from stillnight.domain.question import WEEKS, Question
from stillnight.domain.values import YES_NO_WORDS, Record, Value

NOT_ASKED = "not asked"

_LETTERS = {"y": True, "n": False}


def given_answer(profile: Record, question: Question) -> bool | int | None:
    """The answer on record: yes, no, a number of weeks; ``None`` where it was not asked.

    Args:
        profile: The profile as it holds today, see :func:`stillnight.domain.profile.profile_on`.
        question: The question.
    """
    value = profile.get(question.id)
    if isinstance(value, bool) or (question.kind == WEEKS and isinstance(value, int)):
        return value
    return True if question.id in conditions_of(profile) else None


def read_answer(question: Question, typed: str) -> Value:
    """An answer as typed; ``None`` takes it back.

    Raises:
        FieldError: If it answers another question.
    """
    text = typed.strip().lower().replace("_", " ")
    if text in (NOT_ASKED, "-", "?"):
        return None
    said = YES_NO_WORDS.get(text, _LETTERS.get(text))
    if question.kind != WEEKS and said is not None:
        return said
    if question.kind == WEEKS and said is False:
        return False
    weeks = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else -1
    if question.kind == WEEKS and 0 <= weeks <= question.most:
        return weeks
    takes = f"a number of weeks from 0 to {question.most}, no" if question.kind == WEEKS else "yes, no"
    raise FieldError(question.id, typed.strip(), f"{takes} or not_asked")


def answer_words(question: Question, answer: Value) -> str:
    """An answer in words: ``yes``, ``no``, ``week 22``, ``9 weeks``, ``not asked``."""
    if answer is None:
        return NOT_ASKED
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    if question.id == "pregnant_week":
        return f"week {answer}"
    return f"{answer} week{'' if answer == 1 else 's'}"
