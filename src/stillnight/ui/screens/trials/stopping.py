"""Stopping a trial: one line for a reason that nobody has to give, and Enter."""

from __future__ import annotations

from typing import Any

from textual.markup import escape

from stillnight.domain.clock_rule import day_words
from stillnight.domain.ports import Receipt
from stillnight.journal.trials.trials import Trials
from stillnight.journal.trials.views import Standing, State
from stillnight.ui.answers import after
from stillnight.ui.screens.confirm import ConfirmScreen
from stillnight.ui.screens.deeds import DeedScreen
from stillnight.ui.screens.sheet import Answers, Asked, SheetScreen

ALL_RIGHT = (
    "Stopping is always all right. What was counted stays and can be read at once; fewer nights say less. "
    "Enter stops it, Esc goes on with it."
)


def ask_to_stop(screen: DeedScreen[Any], trials: Trials, standing: Standing) -> None:
    """Ask, and stop the trial that runs; one that has not begun yet is called off.

    Args:
        screen: What says what became of it and shows the journal anew.
        trials: The trials of the journal.
        standing: The trial.
    """
    (_ask_to_call_off if standing.state is State.PLANNED else _ask_why)(screen, trials, standing)


def _ask_why(screen: DeedScreen[Any], trials: Trials, standing: Standing) -> None:
    saved: list[Receipt] = []

    def save(answers: Answers) -> None:
        saved.append(trials.stop(answers["reason"]))

    def close(is_stopped: bool | None) -> None:
        if is_stopped:
            screen.answer(after(saved[-1], f"stopped: {standing.trial.title} · U takes it back"))
            screen.reread(saved[-1])

    asked = (Asked("reason", "Reason", "", "if you like; it may stay empty"),)
    sheet = SheetScreen("Stop this trial?", asked, save, about=ALL_RIGHT, keys="Enter stops it · Esc back")
    screen.app.push_screen(sheet, close)


def _ask_to_call_off(screen: DeedScreen[Any], trials: Trials, standing: Standing) -> None:
    trial = standing.trial

    def close(is_meant: bool | None) -> None:
        if is_meant:
            screen.do(lambda: trials.withdraw(trial), f"called off: {trial.title} · U brings it back")

    begins = f"It was to begin {day_words(trial.start)}; nothing was counted yet."
    screen.app.push_screen(ConfirmScreen(f"Call “{escape(trial.title)}” off? {begins}"), close)
