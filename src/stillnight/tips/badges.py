"""The grade of a tip, claim or fact, and what has to be said beside it."""

from __future__ import annotations

from stillnight.domain.document import Table
from stillnight.tips.known import Known


def grade_of(entry: Table, known: Known) -> tuple[str, str]:
    """The grade and its words.

    Raises:
        TipError: If it is none.
    """
    grade = entry.text("grade")
    if grade not in known.grades:
        entry.fail("grade", f"{grade!r} is none of {', '.join(known.grades)}")
    return grade, known.grades[grade]


def badges_of(entry: Table, known: Known) -> tuple[str, ...]:
    """What must be said beside the grade, in words: badges, and the people it was studied in.

    Raises:
        TipError: If a badge is not known.
    """
    badges = tuple(known.badges[name] for name in entry.words("badges", known.badges))
    population = entry.text("population", "")
    return (*badges, f"studied in {population}") if population else badges
