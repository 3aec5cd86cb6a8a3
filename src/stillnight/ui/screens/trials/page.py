"""The page of the trials: the one that runs, what came out of others, what could be tested."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.screens.page import Page
from stillnight.ui.widgets.list_box import ListBox
from stillnight.ui.widgets.prose import Prose


class TrialsPage(Page):
    """Every trial in one list; what is under the cursor is shown beside it."""

    TITLE = "Trials"
    PLACE = Place.TRIALS
    BINDINGS: ClassVar = bindings(Place.TRIALS)

    def body(self) -> ComposeResult:
        """The list, and what is said of the trial under the cursor."""
        with Horizontal():
            yield ListBox()
            with VerticalScroll(id="trial"):
                yield Prose(())

    def action_open_trial(self) -> None:
        """Read the trial under the cursor."""

    def action_test(self) -> None:
        """Open the starting sheet of what is under the cursor."""

    def action_stop_trial(self) -> None:
        """Ask, and stop the trial that runs."""
