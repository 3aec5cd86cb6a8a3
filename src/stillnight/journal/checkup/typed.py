"""Answers to the check-up as they are typed, and in words."""

from __future__ import annotations

import re
from datetime import date

from stillnight.domain.clock_rule import read_date
from stillnight.domain.errors import FieldError
from stillnight.journal.checkup.question import LEFT_OUT, OTHER, Kind, Question

LONGEST_NAME = 60
"""Letters of a medicine's name."""


def read_answer(question: Question, typed: str, today: date) -> str:
    """The answer that is meant; nothing typed leaves the question out.

    Args:
        question: What was asked.
        typed: What was typed: a word or a number of a choice, a number, a day, a name.
        today: The day on the user's calendar.

    Raises:
        FieldError: If it is no answer.
    """
    text = " ".join(typed.split())
    if not text:
        return LEFT_OUT
    match question.kind:
        case Kind.CHOICE | Kind.CLASS:
            return _chosen(question, text)
        case Kind.RESULT:
            from stillnight.domain.lab_units import read_result

            return f"{read_result(question.lab, text).value:g}"
        case Kind.DAY:
            return _past_day(text, today).isoformat()
        case Kind.WEEKS:
            return _weeks(question, text)
        case Kind.NAME:
            if len(text) > LONGEST_NAME:
                raise FieldError("name", text, f"{LONGEST_NAME} letters at most")
            return text


def answer_words(question: Question, answer: str) -> str:
    """An answer in words."""
    if answer == LEFT_OUT:
        return "left out"
    if question.kind is Kind.RESULT:
        from stillnight.domain.lab_units import shown_unit

        return f"{answer} {shown_unit(question.lab)}"
    if question.kind is Kind.WEEKS:
        return f"{answer} week{'' if answer == '1' else 's'}"
    day = read_date(answer) if question.kind is Kind.DAY else None
    return f"{day:%-d %b %Y}" if day else question.choices.get(answer, answer)


def rough_day(typed: str, today: date) -> date | None:
    """A day as people remember it: ``3 Nov``, ``May 2024``, ``2024``, ``3 weeks ago``; ``None`` for none.

    A month is its first day and a year its first: what is asked is how long ago something was at most.
    """
    from stillnight.journal.typed_date import read_date as read_night

    try:
        return _ago(typed, today) or _month(typed) or read_night(typed, None, today, "day")
    except (FieldError, ValueError, OverflowError):
        return None


def _chosen(question: Question, text: str) -> str:
    names, wanted = list(question.choices), text.lower()
    if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= len(names):
        return names[int(wanted) - 1]
    said = _yes_or_no(question, wanted)
    if said:
        return said
    near = [name for name, words in question.choices.items() if wanted in (name, words.lower())]
    near = near or [
        name for name, words in question.choices.items()
        if name.startswith(wanted) or words.lower().startswith(wanted)
    ]  # fmt: skip
    if len(near) != 1:
        numbered = ", ".join(f"{number} {words}" for number, words in enumerate(question.choices.values(), 1))
        raise FieldError("answer", text, f"a number or the first letters of: {numbered}")
    return near[0]


def _yes_or_no(question: Question, wanted: str) -> str:
    """Whether it is one of some classes can be answered with no, and with yes where there is one."""
    if question.kind is not Kind.CLASS:
        return ""
    if wanted in ("n", "no"):
        return OTHER
    return question.classes[0] if wanted in ("y", "yes") and len(question.classes) == 1 else ""


def _past_day(text: str, today: date) -> date:
    day = rough_day(text, today)
    if day is None or day > today:
        raise FieldError("day", text, "a day up to today: 3 Nov, May 2024, 2 months ago")
    return day


def _weeks(question: Question, text: str) -> str:
    number = text.lower().removeprefix("week").removesuffix("weeks").removesuffix("week").strip()
    if not (number.isascii() and number.isdigit() and int(number[:4]) <= question.most and len(number) < 4):
        raise FieldError("weeks", text, f"a number of weeks from 0 to {question.most}")
    return str(int(number))


_UNITS = {"day": "days", "week": "weeks", "month": "months", "year": "years"}
_AGO = re.compile(
    r"(?:about )?(?P<number>\d{1,4}|an?|one|two|three) (?P<unit>day|week|month|year)s?(?: ago)?"
)
_WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_FULL_MONTH = re.compile(r"(?P<month>[a-z]{3})[a-z]*\.? (?P<year>\d{4})|(?P<iso>\d{4})-(?P<number>\d{1,2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _ago(typed: str, today: date) -> date | None:
    found = _AGO.fullmatch(typed.lower())
    if found is None:
        return None
    import pendulum

    number = _WORDS.get(found["number"]) or int(found["number"])
    then = pendulum.date(today.year, today.month, today.day).subtract(**{_UNITS[found["unit"]]: number})
    return date(then.year, then.month, then.day)


def _month(typed: str) -> date | None:
    text = typed.lower()
    if re.fullmatch(r"(?:19|20)\d\d", text, re.ASCII):
        return date(int(text), 1, 1)
    found = _FULL_MONTH.fullmatch(text)
    if found is None:
        return None
    if found["iso"]:
        return date(int(found["iso"]), int(found["number"]), 1)
    return (
        date(int(found["year"]), _MONTHS.index(found["month"]) + 1, 1) if found["month"] in _MONTHS else None
    )
