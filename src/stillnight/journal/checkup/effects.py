"""What an answer to the check-up puts into the ledgers: profile, blood tests, medicines, doses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from stillnight.domain.clock_rule import read_date
from stillnight.domain.ids import timed_id
from stillnight.domain.lab import Lab
from stillnight.domain.medicine import USUAL_SLOTS, Medicine, dose_id
from stillnight.domain.month import shift_day
from stillnight.domain.ports import Change, Deletion
from stillnight.domain.values import Value
from stillnight.journal.checkup.question import LEFT_OUT, OTHER, Kind, Question
from stillnight.journal.checkup.state import CheckUp
from stillnight.journal.journal import Journal
from stillnight.rules.medicines import Medicines

Writes = list[Change | Deletion]

_NIGHTS_AGO = {"today": 0, "yesterday": 1}
"""Answers that name a night on which a medicine was taken."""

USUAL = "usual"
"""The answer that something is taken every day."""


@dataclass(frozen=True, slots=True)
class Effects:
    """Puts answers into the ledgers.

    Attributes:
        journal: The journal.
        medicines: Knows the classes of generic names.
    """

    journal: Journal
    medicines: Medicines

    def of(
        self, before: CheckUp, after: CheckUp, question: Question, made: int | None
    ) -> tuple[Writes, int | None]:
        """What the ledgers are to hold after an answer.

        Args:
            before: The check-up before it.
            after: The check-up after it.
            question: What was answered.
            made: The record of a ledger that earlier answers about the same thing made today.

        Returns:
            The writes, and the record that belongs to these answers now.
        """
        if question.stores or question.profile:
            return [*self.journal.ledgers.profile_changes(_profile(before, after, question))], None
        head = after.head(question)
        if head.lab:
            return self._lab(after, head, made)
        if head.medicine:
            return self._medicine(after, head, made)
        return [], None

    def _lab(self, check: CheckUp, head: Question, made: int | None) -> tuple[Writes, int | None]:
        """A blood test once its value and its day are said; without one of them none."""
        said = {question.kind: check.answers.get(question.id, LEFT_OUT) for question in check.family(head)}
        value, day = said.get(Kind.RESULT, LEFT_OUT), read_date(said.get(Kind.DAY))
        if value == LEFT_OUT or day is None:
            return _gone("labs", made), None
        lab = Lab(day, head.lab, float(value), id=made or self._new_id())
        return [*self.journal.ledgers.lab_changes(lab)], lab.id

    def _medicine(self, check: CheckUp, head: Question, made: int | None) -> tuple[Writes, int | None]:
        """A medicine once all that is asked about it is said."""
        asked = [question for question in check.family(head) if question in check.asked]
        if len(asked) == 1:
            return [*_gone("medicines", made), *self._doses_gone(made)], None
        if any(question.id not in check.answers for question in asked):
            return [], made
        said = {question.kind: check.answers[question.id] for question in asked if question is not head}
        answer, number = check.answers[head.id], made or self._new_id()
        medicine = self._described(head, said, answer, number)
        writes: Writes = [*self._doses_gone(made), *self.journal.ledgers.medicine_changes(medicine)]
        if answer in _NIGHTS_AGO and medicine.start:
            writes += _dose(medicine, medicine.start)
        return writes, number

    def _described(self, head: Question, said: Mapping[Kind, str], answer: str, number: int) -> Medicine:
        name = said.get(Kind.NAME, LEFT_OUT)
        guessed = next(iter(self.medicines.guess(name)), OTHER)
        klass = said.get(Kind.CLASS, LEFT_OUT) or guessed
        start, end = read_date(said.get(Kind.DAY)), None
        if answer in _NIGHTS_AGO:
            start = end = shift_day(self.journal.tonight, -_NIGHTS_AGO[answer])
        return Medicine(number, name or head.medicine, klass, answer == USUAL, start=start, end=end)

    def _doses_gone(self, made: int | None) -> Writes:
        doses = self.journal.desk.store.all("doses").items() if made else ()
        return [Deletion("doses", number) for number, record in doses if record.get("medicine") == made]

    def _new_id(self) -> int:
        return timed_id(self.journal.desk.clock.now())


def _profile(before: CheckUp, after: CheckUp, question: Question) -> dict[str, Value]:
    """What the profile is to hold: what the answer stores; what an earlier answer stored is taken back."""
    answer, was = after.answers[question.id], before.answers.get(question.id, LEFT_OUT)
    if question.profile:
        return {question.profile: int(answer)} if answer != LEFT_OUT else {}
    if answer not in question.stores and was not in question.stores:
        return {}
    return {**dict.fromkeys(sorted(question.fields)), **question.stores.get(answer, {})}


def _gone(table: str, made: int | None) -> Writes:
    return [Deletion(table, made)] if made else []


def _dose(medicine: Medicine, night: date) -> Writes:
    number = dose_id(night, medicine, USUAL_SLOTS[0])
    return [
        Change("doses", number, "night", night.isoformat()),
        Change("doses", number, "medicine", medicine.id),
    ]
