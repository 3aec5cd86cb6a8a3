"""Stopping a trial: one line for a reason that nobody has to give, and Enter."""

from __future__ import annotations

from typing import Any

from stillnight.domain.ports import Receipt
from stillnight.journal.trials.trials import Trials
from stillnight.journal.trials.views import Standing, State
from stillnight.ui.answers import after
from stillnight.ui.screens.deeds import DeedScreen
from stillnight.ui.screens.sheet import Answers, Asked, SheetScreen

ALL_RIGHT = (
    "Stopping is always all right. What was counted stays and can be read at once; fewer nights say less. "
    "Enter stops it, Esc goes on with it."
)


def stop_sheet(screen: DeedScreen[Any], trials: Trials, running: Standing) -> None:
    """Ask, and stop the trial that runs or begins soon.

    Args:
        screen: What says what became of it and shows the journal anew.
        trials: The trials of the journal.
        running: The trial.
    """
    saved: list[Receipt] = []

    def save(answers: Answers) -> None:
        saved.append(trials.stop(answers["reason"]))

    def close(is_stopped: bool | None) -> None:
        if is_stopped:
            screen.answer(after(saved[-1], f"stopped: {running.trial.title} · U takes it back"))
            screen.reread(saved[-1])

    title = "Stop this trial?" if running.state is State.RUNNING else "Call this trial off?"
    asked = (Asked("reason", "Why, if you like", "", "may stay empty"),)
    screen.app.push_screen(SheetScreen(title, asked, save, lambda answers: ALL_RIGHT), close)
