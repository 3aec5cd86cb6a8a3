"""The check-up of a journal: begun where it was left, each answer safe at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stillnight.domain.ids import hashed_id
from stillnight.domain.ports import Change, Deletion, Receipt
from stillnight.domain.profile import profile_on
from stillnight.domain.values import Record
from stillnight.journal.checkup.effects import Effects, Writes
from stillnight.journal.checkup.known import known_answers
from stillnight.journal.checkup.question import LEFT_OUT, Question, fed_by
from stillnight.journal.checkup.state import CheckUp, answered, begin
from stillnight.journal.journal import Journal
from stillnight.journal.suggestions.knowledge import suggestions
from stillnight.journal.suggestions.library import Library
from stillnight.rules.rule import Finding

TABLE = "checkup"
"""Where the answers are kept in the journal, a record a question: a second machine asks nothing again."""

NO_THANKS = "no_thanks"
"""Kept in the place of a question by who does not want to be asked."""

OFFERED_NIGHTS = 3
"""It is offered with the first nights that are saved, never later; our own choice."""


@dataclass(frozen=True, slots=True)
class CheckUps:
    """Reads and writes the check-up.

    Attributes:
        journal: The journal.
        library: The questions, the medicines, the rules that read the answers.
    """

    journal: Journal
    library: Library

    @property
    def questions(self) -> Sequence[Question]:
        """Every question, in order."""
        return self.library.checkup

    def load(self) -> CheckUp:
        """The check-up where it was left."""
        ledgers = self.journal.ledgers
        profile = profile_on(ledgers.profile(), self.journal.desk.today)
        said = {id: str(record.get("answer") or LEFT_OUT) for id, record in self._records().items()}
        answers = known_answers(self.questions, said, profile, ledgers.labs())
        names = {question.id for question in self.questions}
        told = {name: answer for name, answer in answers.items() if name in names}
        return begin(CheckUp(self.questions, told, lambda name: bool(self.library.medicines.guess(name))))

    def answer(self, check: CheckUp, answer: str) -> tuple[CheckUp, Receipt | None]:
        """Keep an answer to the question that is asked now, with all that follows from it, as one deed.

        Returns:
            The check-up at its next question; what became of the write, ``None`` where nothing changed.

        Raises:
            BadInput: If a ledger does not take it.
            StoreError: If it could not be made safe; nothing was changed then.
        """
        question, after = check.at, answered(check, answer)
        if question is None or check.answers.get(question.id) == answer:
            return after, None
        writes = self._writes(check, after, question)
        return after, self.journal.desk.store.write(f"check-up: {question.id.replace('_', ' ')}", writes)

    def decline(self) -> Receipt:
        """Note that it is not to be offered again; it stays where it can be found."""
        return self.journal.desk.store.write(
            "check-up: no thanks", self._record(NO_THANKS, {"answer": "yes"})
        )

    @property
    def is_begun(self) -> bool:
        """Was any of its questions answered here or on another machine?"""
        return bool(self._records().keys() - {NO_THANKS})

    @property
    def is_offered(self) -> bool:
        """Is it to be offered now: in the first nights, while nothing was answered and nobody said no?"""
        is_new = 0 < len(self.journal.browse.dates()) <= OFFERED_NIGHTS
        return is_new and not self._records() and not self.load().is_done

    def cards(self) -> list[Finding]:
        """The cards that the answers led to and that were not put off; none asks again what was left out."""
        found = suggestions(self.journal, self.library)
        fed = fed_by(self.questions)
        shown = [*found.red_flags, *([found.rule] if found.rule else []), *found.others]
        left_out = self._left_out()
        return [one for one in shown if one.rule.id in fed and (one.seen or one.rule.id not in left_out)]

    def _left_out(self) -> frozenset[str]:
        """The rules that read answers of which one was passed over just now."""
        check = self.load()
        passed = [question for question in check.asked if check.answers.get(question.id) == LEFT_OUT]
        return fed_by(check.head(question) for question in passed)

    def _writes(self, before: CheckUp, after: CheckUp, question: Question) -> Writes:
        head = after.head(question)
        made = self._made(head)
        effects = Effects(self.journal, self.library.medicines)
        writes, made_now = effects.of(before, after, question, made)
        writes += self._record(question.id, {"answer": after.answers[question.id]})
        if made_now != made:
            writes += self._record(head.id, {"made": made_now})
        strays = (before.answers.keys() - after.answers.keys()) & self._records().keys()
        return [*writes, *(Deletion(TABLE, _number(id)) for id in sorted(strays))]

    def _made(self, head: Question) -> int | None:
        """The record that answers about the same thing made today; an older one is its ledger's alone."""
        record = self._records().get(head.id, {})
        made, day = record.get("made"), record.get("date")
        return made if isinstance(made, int) and day == self.journal.desk.today.isoformat() else None

    def _records(self) -> dict[str, Record]:
        records = self.journal.desk.store.all(TABLE).values()
        return {str(record["question"]): record for record in records if record.get("question")}

    def _record(self, id: str, values: Record) -> Writes:
        whole = {"question": id, "date": self.journal.desk.today.isoformat(), **values}
        return [Change(TABLE, _number(id), name, value) for name, value in whole.items()]


def _number(id: str) -> int:
    """The id of an answer's record: two devices that answer make one."""
    return hashed_id("checkup", id)
