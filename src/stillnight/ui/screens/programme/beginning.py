"""Beginning the programme: on which days, and from when."""

from __future__ import annotations

from typing import Any

from stillnight.domain.clock_rule import day_words
from stillnight.domain.ports import Receipt
from stillnight.journal.programme.programmes import Programmes
from stillnight.journal.programme.typed_days import read_weekdays
from stillnight.journal.typed_date import PLANNED, read_date
from stillnight.ui.answers import after
from stillnight.ui.screens.deeds import DeedScreen
from stillnight.ui.screens.sheet import Answers, Asked, SheetScreen

USUAL_DAYS = "mon wed fri"
"""Three days a week with a day between them, as in the trial; which days is the user's choice."""

ABOUT = "Three days a week for 12 weeks, as in the trial; a day left out is no harm."


def ask_to_begin(screen: DeedScreen[Any], programmes: Programmes) -> None:
    """Ask for the days and the first of them, and begin.

    Args:
        screen: What says what became of it and shows the journal anew.
        programmes: The programme of the journal.
    """
    saved: list[Receipt] = []
    today = screen.journal.desk.today

    def save(answers: Answers) -> None:
        start = read_date(answers["from"], today, today, "from", PLANNED)
        saved.append(programmes.start(read_weekdays(answers["days"]), start))

    def close(has_begun: bool | None) -> None:
        if has_begun:
            screen.answer(after(saved[-1], "the programme begins · U takes it back"))
            screen.reread(saved[-1])

    lines = (
        Asked("days", "Days", USUAL_DAYS, "weekdays, such as mon wed fri"),
        Asked("from", "First day", today.isoformat(), f"a date, such as {day_words(today)}"),
    )
    screen.app.push_screen(SheetScreen("Leg strength", lines, save, about=ABOUT), close)
