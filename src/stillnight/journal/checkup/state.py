"""The check-up as a state: which questions are asked, which of them now, what was answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from stillnight.journal.checkup.question import LEFT_OUT, Kind, Question


def _tells_nothing(name: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class CheckUp:
    """Where somebody stands in the check-up.

    Attributes:
        questions: All of them, in order.
        answers: Question to answer, :data:`LEFT_OUT` where it was passed over.
        tells: Does the name of a medicine tell its class?
        at: The question that is asked now; ``None`` at the end.
    """

    questions: Sequence[Question]
    answers: Mapping[str, str] = field(default_factory=dict)
    tells: Callable[[str], bool] = _tells_nothing
    at: Question | None = None

    @property
    def asked(self) -> list[Question]:
        """The questions that the answers so far lead to, in order."""
        return [question for question in self.questions if self._is_asked(question)]

    @property
    def open(self) -> list[Question]:
        """The questions that are asked and not answered."""
        return [question for question in self.asked if question.id not in self.answers]

    @property
    def is_done(self) -> bool:
        """Is nothing left to answer?"""
        return not self.open

    @property
    def progress(self) -> tuple[int, int]:
        """Which question this is, and of how many; those that only follow another are not counted."""
        heads = [question.id for question in self.questions if not question.after]
        return (heads.index(self.head(self.at).id) + 1 if self.at else len(heads)), len(heads)

    def head(self, question: Question) -> Question:
        """The question that another follows in the end; itself where it follows none."""
        return self.head(self.named(question.after)) if question.after else question

    def named(self, id: str) -> Question:
        """The question of a name."""
        return next(question for question in self.questions if question.id == id)

    def family(self, head: Question) -> list[Question]:
        """The questions about the same thing: the first one and all that follow it."""
        return [question for question in self.questions if self.head(question) is head]

    def _is_asked(self, question: Question) -> bool:
        if not question.after:
            return True
        before = self.answers.get(question.after, LEFT_OUT)
        leads_here = before in question.answers if question.answers else before != LEFT_OUT
        return leads_here and (question.kind is not Kind.CLASS or self._is_class_open(question))

    def _is_class_open(self, question: Question) -> bool:
        """The class of a medicine is asked where its name does not tell it."""
        names = [one.id for one in self.family(self.head(question)) if one.kind is Kind.NAME]
        return not any(self.tells(self.answers.get(name, LEFT_OUT)) for name in names)


def begin(check: CheckUp) -> CheckUp:
    """The check-up at its first question that is not answered; at its end where all are."""
    return replace(check, at=next(iter(check.open), None))


def from_the_start(check: CheckUp) -> CheckUp:
    """The check-up at its first question, so that each answer can be looked at again."""
    return replace(check, at=check.questions[0])


def answered(check: CheckUp, answer: str) -> CheckUp:
    """The check-up after an answer, at the next question that is open.

    Whoever mends an earlier answer goes on to the one behind it.
    """
    if check.at is None:
        return check
    at, is_mended = check.at, check.at.id in check.answers
    told = _without_strays(replace(check, answers={**check.answers, at.id: answer}))
    behind = [one for one in told.asked if told.questions.index(one) > told.questions.index(at)]
    if is_mended:
        return replace(told, at=next(iter(behind), None))
    still_open = [one for one in behind if one.id not in told.answers]
    return replace(told, at=still_open[0]) if still_open else begin(told)


def stepped(check: CheckUp, step: int) -> CheckUp:
    """The check-up some questions further or back: never before the first; behind the last it ends."""
    asked = check.asked
    here = asked.index(check.at) if check.at in asked else len(asked)
    there = max(here + step, 0)
    return replace(check, at=asked[there] if there < len(asked) else None)


def _without_strays(check: CheckUp) -> CheckUp:
    """Without answers to questions that are not asked any more."""
    asked = {question.id for question in check.asked}
    kept = {name: answer for name, answer in check.answers.items() if name in asked}
    return check if len(kept) == len(check.answers) else _without_strays(replace(check, answers=kept))
