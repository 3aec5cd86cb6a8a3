"""Somebody who answers the questions, a line each."""

from __future__ import annotations

from typing import Any

from stillnight.journal.asking.question import Question
from stillnight.journal.asking.talk import Talk, begin, question_of, reply


def talked(interview: Any, *typed: str, state: Any) -> Talk[Any]:
    """Where the questions are after some lines."""
    talk = begin(interview, state)
    for line in typed:
        talk = reply(talk, interview, line)
    return talk


def asked(interview: Any, talk: Talk[Any]) -> Question:
    """The question that is asked there."""
    return question_of(talk, interview)
