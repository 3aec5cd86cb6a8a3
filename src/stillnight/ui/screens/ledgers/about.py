"""What is known about the user: questions with yes, no and not asked, those that matter tonight first."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from stillnight.domain.ports import Receipt
from stillnight.domain.profile import profile_on
from stillnight.domain.profile_answers import NOT_ASKED, answer_words, given_answer, read_answer
from stillnight.domain.question import WEEKS, Question
from stillnight.domain.values import Value
from stillnight.journal.questions import open_questions
from stillnight.journal.suggestions.knowledge import facts_of
from stillnight.ui.screens.ledgers.base import LedgersBase
from stillnight.ui.screens.sheet import Answers, Asked
from stillnight.ui.widgets.ledger_boxes import AboutBox
from stillnight.ui.widgets.ledger_rows import Row, question_row

NEXT_ANSWER: dict[Value, Value] = {None: True, True: False, False: None}
"""What Enter and a click make of an answer: not asked, yes, no, not asked."""


class AboutDeeds(LedgersBase):
    """What can be done with the questions about the user."""

    _needed: Sequence[Question] | None = None

    def show_about(self) -> None:
        """The questions with their answers; their order stays while the page is open."""
        if self._needed is None:
            facts = facts_of(self.journal, self.library)
            self._needed = [one.question for one in open_questions(self.library, facts)]
        rest = [one for one in self.library.questions.values() if one not in self._needed]
        rows: list[Row] = []
        if self._needed:
            rows += [("", Content("these change what is suggested")), *self._drawn(self._needed)]
        if rest:
            rows += [("", Content("the others")), *self._drawn(rest)]
        self.query_one(AboutBox).show(rows)

    def action_say_yes(self) -> None:
        """Yes; a question for weeks asks how many."""
        question = self._question()
        if question is not None and question.kind == WEEKS:
            self._ask_weeks(question)
        elif question is not None:
            self._answer(question, True)

    def action_say_no(self) -> None:
        """No, which is an answer."""
        question = self._question()
        if question is not None:
            self._answer(question, False)

    def action_say_nothing(self) -> None:
        """As if nobody had asked."""
        question = self._question()
        if question is not None:
            self._answer(question, None)

    def turn_answer(self) -> None:
        """Go on from an answer to the next one; weeks are asked for."""
        question = self._question()
        if question is not None and question.kind == WEEKS:
            self._ask_weeks(question)
        elif question is not None:
            self._keep(question, NEXT_ANSWER[self._given(question)])

    def _drawn(self, questions: Sequence[Question]) -> list[Row]:
        return [question_row(question, self._given(question)) for question in questions]

    def _question(self) -> Question | None:
        return self.library.questions.get(self.query_one(AboutBox).here)

    def _given(self, question: Question) -> bool | int | None:
        return given_answer(profile_on(self.journal.ledgers.profile(), self.today), question)

    def _answer(self, question: Question, answer: Value) -> None:
        """Keep an answer and go on to the next question."""
        if self._keep(question, answer):
            self.query_one(AboutBox).action_cursor_down()

    def _keep(self, question: Question, answer: Value) -> bool:
        deed = f"{question.label}: {answer_words(question, answer)}"
        return self.do(lambda: self.journal.ledgers.set_profile({question.id: answer}), deed)

    def _ask_weeks(self, question: Question) -> None:
        given = self._given(question)
        value = "" if given is None else "no" if given is False else str(given)
        asked = (Asked(question.id, "Weeks", value, f"0 to {question.most}, or no"),)

        def write(answers: Answers) -> Receipt:
            answer = read_answer(question, answers[question.id] or NOT_ASKED)
            return self.journal.ledgers.set_profile({question.id: answer})

        self.fill_in(question.question, asked, write, lambda _: f"noted: {question.label}")
