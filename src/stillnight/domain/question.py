"""The questions that somebody can answer about themselves, as ``seeds/profile.toml`` asks them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from stillnight.domain.profile import conditions_of
from stillnight.domain.values import Record, Value

YES_NO, WEEKS = "yes_no", "weeks"
"""The kinds of answers; ``no`` answers both."""


class Question(NamedTuple):
    """One question of the profile.

    Attributes:
        id: The field of the profile that holds the answer; rules and gates name it.
        label: What it is about, in a few words.
        question: What is asked, in plain words.
        kind: ``yes_no``, or ``weeks`` for a number of weeks.
        most: The most weeks that can be meant; 0 for yes or no.
        after: The question that comes first: without a yes to it this one is not asked; empty for none.
        is_condition: Is it a condition, which gates and ``profile.conditions`` know?
    """

    id: str
    label: str
    question: str
    kind: str = YES_NO
    most: int = 0
    after: str = ""
    is_condition: bool = False

    @property
    def possible(self) -> tuple[Value, ...]:
        """The answers that can matter: yes and no; of weeks the ends and the middle, and no."""
        return (0, self.most // 2, self.most, False) if self.kind == WEEKS else (True, False)

    @property
    def answers(self) -> str:
        """What can be typed, in a word: ``yes|no``."""
        return "WEEKS|no" if self.kind == WEEKS else "yes|no"


def parse_questions(data: Mapping[str, Any]) -> dict[str, Question]:
    """Read the parsed ``profile.toml``: the tables ``about`` and ``condition`` of id to question."""
    about = {name: Question(name, **spec) for name, spec in data.get("about", {}).items()}
    conditions = {
        name: Question(name, **spec, is_condition=True) for name, spec in data.get("condition", {}).items()
    }
    return about | conditions


def to_ask(profile: Record, ids: Iterable[str], questions: Mapping[str, Question]) -> tuple[str, ...]:
    """The questions still to be asked to know some answers, each once.

    Where a question comes after another, the other is asked first; after a no to that one nothing is left
    to ask.

    Args:
        profile: What is answered.
        ids: The questions whose answers are wanted.
        questions: All questions by id; an id that is none of them is passed over.
    """
    wanted = (_next(profile, questions[id], questions) for id in ids if id in questions)
    return tuple(dict.fromkeys(id for id in wanted if id))


def _next(profile: Record, question: Question, questions: Mapping[str, Question]) -> str:
    if is_answered(profile, question.id):
        return ""
    first = question.after
    if not first or is_yes(profile, first):
        return question.id
    return _next(profile, questions[first], questions)


def is_yes(profile: Record, id: str) -> bool:
    """Was a question answered with a yes, or with a number of weeks?"""
    value = profile.get(id)
    return id in conditions_of(profile) or (isinstance(value, int) and value is not False)


def is_answered(profile: Record, id: str) -> bool:
    """Was a question answered at all, with yes, no or a number? Not asked is never a no."""
    return profile.get(id) is not None or id in conditions_of(profile)
