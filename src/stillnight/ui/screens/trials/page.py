"""The page of the trials: the one that runs, what came out of others, what could be tested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.markup import escape
from textual.message import Message

from stillnight.domain.errors import StillnightError
from stillnight.domain.ports import Receipt
from stillnight.insight.trials.trial import Trial
from stillnight.journal.trials.trials import Trials
from stillnight.journal.trials.views import Standing, State
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.live.counting import Counting, IsWanted
from stillnight.ui.screens.page import Page
from stillnight.ui.screens.trials.cards import aside_card, ready_card, result_card, running_card
from stillnight.ui.screens.trials.offering import offer_trial, trials_of
from stillnight.ui.screens.trials.rows import Shown, is_under_way, row_id
from stillnight.ui.screens.trials.stopping import ask_to_stop
from stillnight.ui.widgets.ledger_boxes import LedgerBox
from stillnight.ui.widgets.prose import Drawn, Prose, ProseLine

WORKING = ProseLine("Working out what came out …", style="$muted")
"""What is said until it is known."""


class TrialsPage(Page):
    """Every trial in one list; what is under the cursor is shown beside it."""

    TITLE = "Trials"
    PLACE = Place.TRIALS
    CARD = "#trial"
    BINDINGS: ClassVar = bindings(Place.TRIALS)
    DEFAULT_CSS = """
    TrialsPage Horizontal { layout: vertical; height: 1fr; }
    TrialsPage LedgerBox { height: auto; max-height: 40%; }
    TrialsPage #trial { height: 1fr; padding: 1 1 0 1; scrollbar-size-vertical: 1; }
    TrialsPage.-wide Horizontal { layout: horizontal; }
    TrialsPage.-wide LedgerBox { height: 1fr; max-height: 100%; width: 40; }
    TrialsPage.-wide #trial { padding: 0 1; }
    """

    _shown = Shown()
    _asked: Trial | None = None

    @dataclass
    class Found(Message):
        """What came out of a trial is known."""

        trial: Trial
        card: Sequence[Drawn]

    def body(self) -> ComposeResult:
        """The list, and what is said of the trial under the cursor."""
        with Horizontal():
            yield LedgerBox()
            with VerticalScroll(id="trial", can_focus=False):
                yield Prose(())

    def on_mount(self) -> None:
        """What runs comes first."""
        super().on_mount()
        self.query_one(LedgerBox).focus()
        self.reread()

    def on_unmount(self) -> None:
        """Nobody sees an answer any more; Home, which comes now, waits for nothing."""
        self._counting.end(patience=0)

    @cached_property
    def trials(self) -> Trials:
        """The trials of the journal.

        Raises:
            StillnightError: If a file that came with the program cannot be read.
        """
        return trials_of(self.session)

    def reread(self, receipt: Receipt | None = None) -> None:
        """Show what is on record now; the cursor stays on its trial, or goes to one that was just started."""
        self._results: dict[int, Sequence[Drawn]] = {}
        self._asked = None
        box, known = self.query_one(LedgerBox), {one.trial.id for one in self._shown.standings}
        try:
            self._shown = Shown(self.trials.all(), self.trials.templates())
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        new = [one for one in self._shown.standings if is_under_way(one) and one.trial.id not in known]
        box.show(list(self._shown.rows()), row_id(new[0]) if new else "")
        self.show_trial()

    @on(LedgerBox.OptionHighlighted)
    def show_trial(self) -> None:
        """Say what is known of the trial under the cursor."""
        self.query_one(Prose).show(self._card())
        self.query_one("#trial").scroll_home(animate=False)

    def _card(self) -> Sequence[Drawn]:
        here = self.query_one(LedgerBox).here
        standing, template = self._shown.standing(here), self._shown.template(here)
        try:
            if standing is not None:
                return self._standing_card(standing)
        except StillnightError as error:
            return [ProseLine(str(error), style="$warning")]
        return list(ready_card(template)) if template is not None else ()

    def _standing_card(self, standing: Standing) -> Sequence[Drawn]:
        if is_under_way(standing):
            return list(running_card(standing, self.journal.tonight, self.trials.tonight(), self.journal))
        if standing.state is State.SET_ASIDE:
            return list(aside_card(standing))
        if standing.trial.id in self._results:
            return self._results[standing.trial.id]
        if self._asked is None or self._asked.id != standing.trial.id:
            self._asked = standing.trial
            self._counting.ask()
        return [WORKING]

    # -- in the thread: thousands of orders are drawn again to see how rare this one is -----------------

    @cached_property
    def _counting(self) -> Counting[Found]:
        return Counting(self._worked_out, self._tell, self._tell_trouble)

    def _worked_out(self, is_wanted: IsWanted) -> Found:
        trial = self._asked
        assert trial is not None, "only what was asked is worked out"
        try:
            return self.Found(trial, list(result_card(self.trials.result(trial))))
        except StillnightError as error:
            return self.Found(trial, [ProseLine(str(error), style="$warning")])

    def _tell(self, found: Found) -> None:
        self.post_message(found)

    def _tell_trouble(self, words: str) -> None:
        if self._asked is not None:
            self._tell(self.Found(self._asked, [ProseLine(words, style="$warning")]))

    # -------------------------------------------------------------------------------------------------

    @on(Found)
    def show_result(self, event: Found) -> None:
        """Show what came out, where the cursor is still there."""
        self._results[event.trial.id] = event.card
        here = self._shown.standing(self.query_one(LedgerBox).here)
        if here is not None and here.trial.id == event.trial.id:
            self.show_trial()

    @on(LedgerBox.OptionSelected)
    def action_open_trial(self) -> None:
        """Read what is under the cursor whole; of what is ready, the starting sheet."""
        here = self.query_one(LedgerBox).here
        standing = self._shown.standing(here)
        if standing is None:
            self.action_test()
            return
        card = self._card()
        if WORKING in card:
            self.say("this is being worked out: in a moment")
            return
        from stillnight.ui.screens.reader import ReaderScreen

        self.app.push_screen(ReaderScreen(escape(standing.trial.title), card))

    def action_test(self) -> None:
        """Open the starting sheet of what is under the cursor."""
        here = self.query_one(LedgerBox).here
        standing, template = self._shown.standing(here), self._shown.template(here)
        if standing is not None and is_under_way(standing):
            self.say("this one is under way; s stops it")
        elif standing is not None:
            offer_trial(self, standing.trial.name)
        elif template is not None:
            offer_trial(self, template.id)

    def action_stop_trial(self) -> None:
        """Ask, and stop the trial that runs."""
        running = next((one for one in self._shown.standings if is_under_way(one)), None)
        if running is None:
            self.say("no trial runs")
        else:
            ask_to_stop(self, self.trials, running)
