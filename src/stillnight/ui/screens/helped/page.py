"""The page of what was tried: the ledger of the reliefs, one key from a trial."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.markup import escape
from textual.message import Message
from textual.widgets import OptionList, Static

from stillnight.domain.errors import StillnightError
from stillnight.domain.ports import Receipt
from stillnight.insight.trials.effect import Verdict
from stillnight.journal.reliefs.choosing import gates_tonight
from stillnight.journal.reliefs.helped import Helped, helped
from stillnight.journal.suggestions.suggest import Library
from stillnight.journal.suggestions.tip_shelf import ShelvedTip
from stillnight.journal.trials.of_tips import trials_of_tips
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.live.counting import Counting, IsWanted
from stillnight.ui.screens.helped.card import EMPTY, helped_card, helped_row
from stillnight.ui.screens.helped.tested import Tested, tested_reliefs
from stillnight.ui.screens.page import Page
from stillnight.ui.screens.tips.box import TipBox
from stillnight.ui.screens.tips.deeds import rate_relief, read_tip, stand_of, start_session
from stillnight.ui.screens.trials.cards import result_card
from stillnight.ui.screens.trials.offering import offer_trial, trials_of
from stillnight.ui.widgets.prose import Prose

NOTHING_YET = "nothing was tried or rated yet · R offers a relief, A lists all tips"
"""What is said while there is nothing to do a deed with."""

NO_RESULT = "no trial of this one is over · x begins one, where one is ready"
"""What is said where there is no result to read."""

NO_TRIAL = "no trial is ready for “{title}”: X lists what can be tested, the nearest of it may do"
"""What is said where an entry cannot be tested."""

NO_TIP = "“{title}” is your own word: no tip and no session belongs to it"
"""What is said where a deed needs a tip."""


class HelpedPage(Page):
    """Every relief that was used or rated; how it went with the one under the cursor."""

    TITLE = "What helped"
    PLACE = Place.HELPED
    CARD = "#relief"
    BINDINGS: ClassVar = bindings(Place.HELPED)
    DEFAULT_CSS = """
    HelpedPage #honest { height: auto; max-height: 5; color: $muted; padding: 0 1; }
    HelpedPage Horizontal { layout: vertical; height: 1fr; }
    HelpedPage TipBox { height: auto; max-height: 40%; }
    HelpedPage #relief { height: 1fr; padding: 1 1 0 1; scrollbar-size-vertical: 1; }
    HelpedPage.-wide Horizontal { layout: horizontal; }
    HelpedPage.-wide TipBox { height: 1fr; max-height: 100%; width: 48; margin: 1 0 0 0; }
    """

    _rows: Sequence[Helped] = ()
    _number = 0

    @dataclass
    class Found(Message):
        """What finished trials found is known; a look before the newest is old."""

        number: int
        tested: Mapping[str, Tested]
        trouble: str = ""

    def body(self) -> ComposeResult:
        """The honest words, the list, what is said of one of them."""
        yield Static(id="honest", markup=False)
        with Horizontal():
            yield TipBox()
            with VerticalScroll(id="relief", can_focus=False):
                yield Prose(())

    def on_mount(self) -> None:
        """The best rated comes first."""
        super().on_mount()
        self._tested: Mapping[str, Tested] = {}
        self._box.focus()
        self.reread()

    def on_unmount(self) -> None:
        """Nobody sees an answer any more."""
        self._counting.end(patience=0)

    @property
    def _box(self) -> TipBox:
        return self.query_one(TipBox)

    @property
    def _here(self) -> Helped | None:
        """The relief under the cursor."""
        return next((one for one in self._rows if one.relief == self._box.here), None)

    def reread(self, receipt: Receipt | None = None) -> None:
        """Show what the journal holds now; the cursor stays on its relief."""
        try:
            library, trials = self._library(), trials_of(self.session)
            titles = {tip.id: tip.title for tip in library.tips.values()}
            shut = gates_tonight(self.journal, library)
            self._rows = helped(self.journal, titles, trials_of_tips(trials.seeds), shut)
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        self._number += 1
        self._counting.ask()
        self._show_list()

    def _library(self) -> Library:
        return self.session.knowledge().library

    def _show_list(self) -> None:
        bank = self._library().wording.helped
        honest = f"{bank['lead']} {bank['proof']}" if self._rows else EMPTY
        self.query_one("#honest", Static).update(honest)
        self._box.show([(one.relief, helped_row(one, self._verdict(one))) for one in self._rows])
        self.show_card()

    def _verdict(self, one: Helped) -> Verdict | None:
        found = self._tested.get(one.relief)
        return found.verdict if found else None

    @on(OptionList.OptionHighlighted)
    def show_card(self) -> None:
        """Tell how it went with what is under the cursor."""
        here = self._here
        found = self._tested.get(here.relief) if here else None
        report, verdict = found or (None, None)
        self.query_one(Prose).show(list(helped_card(here, report, verdict)) if here else ())
        self.query_one("#relief").scroll_home(animate=False)

    # -- in the thread: thousands of orders are drawn again to see how rare one is -----------------------

    @cached_property
    def _counting(self) -> Counting[Found]:
        return Counting(self._worked_out, self._tell, self._tell_trouble, self.session.pace)

    def _worked_out(self, is_wanted: IsWanted) -> Found:
        number = self._number
        try:
            return self.Found(number, tested_reliefs(trials_of(self.session)))
        except StillnightError as error:
            return self.Found(number, {}, str(error))

    def _tell(self, found: Found) -> None:
        self.post_message(found)

    def _tell_trouble(self, words: str) -> None:
        self._tell(self.Found(self._number, {}, words))

    # ----------------------------------------------------------------------------------------------------

    @on(Found)
    def show_tested(self, event: Found) -> None:
        """Name what finished trials found, unless somebody looked anew since."""
        if event.number == self._number and (event.tested or self._tested):
            self._tested = event.tested
            self._show_list()
        if event.trouble:
            self.say(event.trouble, is_trouble=True)

    def _meant(self) -> Helped | None:
        """The relief that a deed is meant for; while there is none it says so."""
        if self._here is None:
            self.say(NOTHING_YET)
        return self._here

    def action_rate(self, rating: int) -> None:
        """Keep the user's own rating."""
        if here := self._meant():
            rate_relief(self, here.relief, here.title, rating)

    def action_test(self) -> None:
        """Open the starting sheet of a trial of what is under the cursor."""
        here = self._meant()
        if here is None:
            return
        if here.relief in self._library().tips or here.trial:
            offer_trial(self, here.trial or here.relief)
        else:
            self.say(NO_TRIAL.format(title=here.title))

    def action_result(self) -> None:
        """Read what came out of its finished trial."""
        here = self._meant()
        if here is None:
            return
        found = self._tested.get(here.relief)
        if found is None:
            self.say(NO_RESULT)
            return
        from stillnight.ui.screens.reader import ReaderScreen

        title = found.report.standing.trial.title
        self.app.push_screen(ReaderScreen(escape(title), list(result_card(found.report))))

    def _tip(self) -> ShelvedTip | None:
        """The tip under the cursor as it stands tonight."""
        here = self._meant()
        if here is None:
            return None
        if here.relief not in self._library().tips:
            self.say(NO_TIP.format(title=here.title))
            return None
        return stand_of(self, here.relief)

    def action_start(self) -> None:
        """Start its guided session."""
        if one := self._tip():
            start_session(self, one)

    @on(OptionList.OptionSelected)
    def action_read(self) -> None:
        """Read its tip."""
        if one := self._tip():
            read_tip(self, one, self._library().sources)
