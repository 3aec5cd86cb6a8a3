"""Rows of the ledgers as they are drawn: what it is in bold, what is known of it below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from textual.content import Content

from stillnight.domain.ages import age_words
from stillnight.domain.lab import Lab
from stillnight.domain.mark import Mark
from stillnight.domain.medicine import OTHER, Medicine
from stillnight.domain.profile_answers import answer_words
from stillnight.domain.question import Question
from stillnight.domain.values import Value
from stillnight.journal.ledger_words import history_lines, ill_words, lab_title, lab_value, when_words

Row = tuple[str, Content]
"""A row's id and how it is drawn; without an id it is a heading."""

INDENT = "\N{NO-BREAK SPACE}" * 2
"""Plain blanks at the beginning of a row are not drawn."""

ANSWER_WIDTH = 9


def medicine_rows(medicines: Sequence[Medicine], labels: Mapping[str, str], today: date) -> Iterator[Row]:
    """What is taken, then what is not taken any more.

    Args:
        medicines: All of them, oldest first.
        labels: Class id to its words.
        today: The day whose doses are told.
    """
    ended = [one for one in medicines if one.end is not None and one.end < today]
    for one in (one for one in medicines if one not in ended):
        yield str(one.id), _medicine(one, labels, today)
    if ended:
        yield "", Content("not taken any more")
    for one in reversed(ended):
        yield str(one.id), _medicine(one, labels, today)


def _medicine(medicine: Medicine, labels: Mapping[str, str], today: date) -> Content:
    dose = medicine.dose_on(today)
    klass = "" if medicine.klass == OTHER else labels.get(medicine.klass, medicine.klass)
    about = ", ".join(part for part in (klass, *when_words(medicine)) if part)
    lines = [line for line in (about, *history_lines(medicine)) if line]
    head = Content.assemble((medicine.name, "bold"), f"  {dose}" if dose else "")
    return Content("\n").join([head, *(Content.styled(f"{INDENT}{line}", "$muted") for line in lines)])


def lab_rows(labs: Sequence[Lab], today: date) -> Iterator[Row]:
    """The results, the newest first."""
    for lab in reversed(labs):
        about = ", ".join(
            part for part in (f"{lab.date}", age_words(lab.date, today), ill_words(lab), lab.lab) if part
        )
        head = Content.assemble((f"{lab_title(lab)}  {lab_value(lab)}", "bold"))
        yield str(lab.id), Content("\n").join([head, Content.styled(f"{INDENT}{about}", "$muted")])


def mark_rows(marks: Sequence[Mark]) -> Iterator[Row]:
    """The marks, the newest first."""
    for mark in reversed(marks):
        kind = mark.kind.replace("_", " ")
        text = f": {mark.text}" if mark.text else ""
        yield str(mark.id), Content.assemble(f"{mark.date}  ", (kind, "bold"), text)


def question_row(question: Question, answer: Value) -> Row:
    """A question with its answer before it."""
    said = answer_words(question, answer) if answer is not None else "·"
    weight = "bold" if answer is not None else ""
    gap = "\N{NO-BREAK SPACE}" * max(ANSWER_WIDTH - len(said), 1)
    return question.id, Content.assemble((said, weight), gap, question.question)
