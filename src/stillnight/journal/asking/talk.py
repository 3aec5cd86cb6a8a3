"""The course of the questions: a line goes in, the next question comes out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic

from stillnight.journal.asking.question import Interview, Question, S
from stillnight.journal.line.reading import Refused
from stillnight.journal.line.words import LIGHTS_OUT

SUMMARY = "summary"
"""Where all questions lead: what will be saved is said, and Enter saves it."""

_DEEDS = "Type done to end, clear to take an answer back, q to leave without saving."
_BACK = frozenset(("b", "back", "-", "<"))
_END = frozenset(("done", "save", "end"))
_LEAVE = frozenset(("q", "quit"))


class End(StrEnum):
    """How the questions end."""

    SAVE = "save"
    LEAVE = "leave"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Talk(Generic[S]):
    """Where the questions are.

    Attributes:
        state: The form with all answers so far.
        at: The question that is asked, or :data:`SUMMARY`.
        past: The questions that led here: ``b`` goes back to them.
        lights_out: Do the lights go out with the save?
        said: What is to be said before the next question.
        is_refused: Was the last answer refused? Then what is said says why.
        has_answers: Was anything answered here?
        end: How it ended; ``None`` while it goes on.
    """

    state: S
    at: str
    past: tuple[str, ...] = ()
    lights_out: bool = False
    said: tuple[str, ...] = ()
    is_refused: bool = False
    has_answers: bool = False
    end: End | None = None

    def tells(self, *said: str) -> Talk[S]:
        """The same, with something to say."""
        return replace(self, said=said)


def begin(interview: Interview[S], state: S) -> Talk[S]:
    """The first question."""
    return Talk(state, interview.questions(state)[0].id)


def question_of(talk: Talk[S], interview: Interview[S]) -> Question:
    """The question that is asked now."""
    return next(one for one in interview.questions(talk.state) if one.id == talk.at)


def reply(talk: Talk[S], interview: Interview[S], typed: str) -> Talk[S]:
    """The course after a line was typed.

    Args:
        talk: Where the questions are.
        interview: The questions.
        typed: An answer; nothing to go on, ``?``, ``b``, ``done``, ``clear``, ``L`` or ``q``.
    """
    text, talk = typed.strip(), replace(talk, said=(), is_refused=False)
    if text in _LEAVE:
        return replace(talk, end=End.LEAVE)
    if talk.at == SUMMARY:
        return _at_summary(talk, interview, text)
    done = _done(talk, interview, question_of(talk, interview), text)
    return done if done is not None else _answered(talk, interview, text)


def _done(talk: Talk[S], interview: Interview[S], question: Question, text: str) -> Talk[S] | None:
    """What a word of command does; ``None`` where the text is an answer."""
    if text == "":
        return _onward(talk, interview, {question.id})
    if text == "?":
        return talk.tells(question.more, _DEEDS)
    if text == LIGHTS_OUT and not interview.no_lights_out:
        return _to_summary(replace(talk, lights_out=True), interview)
    if text in _BACK and text not in question.own:
        return _back(talk)
    if text in _END:
        return _to_summary(talk, interview)
    if text == "clear":
        cleared = replace(talk, state=interview.clear(talk.state, question.id), has_answers=True)
        return _onward(cleared, interview, {question.id})
    return None


def _answered(talk: Talk[S], interview: Interview[S], text: str) -> Talk[S]:
    try:
        answered = interview.answer(talk.state, talk.at, text)
    except Refused as error:
        # of a whole line of keys the word has to be named
        said = error.reason if " " not in text else str(error)
        return replace(talk, said=(said,), is_refused=True)
    lights_out = talk.lights_out or answered.lights_out
    after = replace(talk, state=answered.state, lights_out=lights_out, has_answers=True)
    if answered.lights_out:
        return _to_summary(after, interview)
    # somebody who answers another question than this one is asked this one again
    return _onward(after, interview, answered.ids) if talk.at in answered.ids else after


def _onward(talk: Talk[S], interview: Interview[S], answered: Collection[str]) -> Talk[S]:
    """The next question that was not answered in the same breath."""
    ids = [one.id for one in interview.questions(talk.state)]
    rest = ids[ids.index(talk.at) + 1 :] if talk.at in ids else []
    open_ones = [id for id in rest if id not in answered]
    return _go(talk, open_ones[0]) if open_ones else _to_summary(talk, interview)


def _to_summary(talk: Talk[S], interview: Interview[S]) -> Talk[S]:
    there = _go(talk, SUMMARY)
    return _at_summary(there, interview, "") if interview.is_short else there


def _go(talk: Talk[S], id: str) -> Talk[S]:
    return replace(talk, at=id, past=(*talk.past, talk.at))


def _back(talk: Talk[S]) -> Talk[S]:
    if not talk.past:
        return talk.tells("this is the first question")
    return replace(talk, at=talk.past[-1], past=talk.past[:-1], lights_out=False)


def _at_summary(talk: Talk[S], interview: Interview[S], text: str) -> Talk[S]:
    if text in ("", *_END):
        has_news = talk.lights_out or bool(interview.summary(talk.state))
        return replace(talk, end=End.SAVE if has_news else End.NOTHING)
    if text == LIGHTS_OUT and not interview.no_lights_out:
        return replace(talk, lights_out=True)
    if text in _BACK:
        return _back(talk)
    if text == "more":
        return _more(talk, interview)
    return replace(talk, said=("Enter saves, b goes back, q leaves without saving",), is_refused=text != "?")


def _more(talk: Talk[S], interview: Interview[S]) -> Talk[S]:
    """The questions that were not asked after a very bad night."""
    rest = left_out(talk, interview)
    if not rest:
        return talk.tells("there is nothing more to ask")
    return _go(replace(talk, state=interview.whole(talk.state)), rest[0])


def left_out(talk: Talk[S], interview: Interview[S]) -> list[str]:
    """The questions that are not asked unless somebody wants more."""
    asked = {one.id for one in interview.questions(talk.state)}
    return [one.id for one in interview.questions(interview.whole(talk.state)) if one.id not in asked]
