"""What the ledgers know already of the check-up's answers: nobody is asked twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from stillnight.domain.lab import Lab, latest
from stillnight.domain.values import Record, Value
from stillnight.journal.checkup.question import Kind, Question


def known_answers(
    questions: Sequence[Question], said: Mapping[str, str], profile: Record, labs: Iterable[Lab]
) -> dict[str, str]:
    """Question to answer, as far as anything is known; the ledgers count more than what was said once.

    Args:
        questions: All questions.
        said: The answers that were given in the check-up.
        profile: The profile as it holds today.
        labs: Every blood test.
    """
    known = dict(said)
    tests = list(labs)
    for question in questions:
        known |= _in_profile(question, profile) | _in_labs(question, tests, questions)
    return known


def _in_profile(question: Question, profile: Record) -> dict[str, str]:
    if question.profile:
        weeks = profile.get(question.profile)
        return {question.id: str(weeks)} if isinstance(weeks, int) and not isinstance(weeks, bool) else {}
    held = [answer for answer, stored in question.stores.items() if _holds(profile, stored)]
    return {question.id: held[-1]} if held else {}


def _holds(profile: Record, stored: Mapping[str, Value]) -> bool:
    """Does the profile hold what an answer stores? A yes must be there; one no, and nothing against it."""
    yes = [name for name, value in stored.items() if value is True]
    no = [name for name, value in stored.items() if value is False]
    if any(not _is_yes(profile.get(name)) for name in yes) or any(_is_yes(profile.get(name)) for name in no):
        return False
    return bool(yes) or all(profile.get(name) is False for name in no)


def _is_yes(value: Value) -> bool:
    """A yes, or a number of weeks, which is one too."""
    return value is True or (isinstance(value, int) and not isinstance(value, bool))


def _in_labs(question: Question, labs: Sequence[Lab], questions: Sequence[Question]) -> dict[str, str]:
    """A result on record says all that is asked about it."""
    newest = latest(labs, question.lab) if question.lab else None
    if newest is None:
        return {}
    if question.kind is Kind.CHOICE:
        follower = next(one for one in questions if one.after == question.id)
        return {question.id: follower.answers[0]}
    return {question.id: f"{newest.value:g}" if question.kind is Kind.RESULT else newest.date.isoformat()}
