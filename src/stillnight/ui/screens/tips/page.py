"""The page of the tips: what fits now first; beside it the claims that were checked, and facts."""

from __future__ import annotations

from datetime import timedelta

from textual import on
from textual.widgets import OptionList

from stillnight.journal.suggestions.tip_shelf import ShelvedTip, Stand
from stillnight.ui.screens.home.checking import SNOOZE_DAYS
from stillnight.ui.screens.tips.deeds import rate_relief, read_tip, start_session
from stillnight.ui.screens.tips.lists import TipLists
from stillnight.ui.screens.trials.offering import offer_trial

NEVER_SUGGESTED = "it is for information only and never suggested, so there is nothing to put away"
"""What is said of a tip that cannot be put away."""

NO_TIP = "this belongs to no tip · Enter reads it whole, o shows its sources"
"""What is said where a deed needs a tip."""


class TipsPage(TipLists):
    """Every tip, claim and fact can be read; a tip can be begun, tested, rated and put away."""

    TITLE = "Tips"

    @on(OptionList.OptionSelected)
    def action_read(self) -> None:
        """Read all of what is under the cursor."""
        here, sources = self._here, self._library().sources
        if here is None:
            return
        if here.shelved is not None and here.id == here.shelved.tip.id:
            read_tip(self, here.shelved, sources)
            return
        from stillnight.ui.screens.tips.reading import ReadingScreen

        named = [sources[name] for name in here.sources if name in sources]
        self.app.push_screen(ReadingScreen(self._shelf.name, here.whole(), named, {}))

    def action_sources(self) -> None:
        """Show every source of what is under the cursor in full."""
        from stillnight.ui.screens.tips.reading import sources_screen

        if self._here is not None:
            known = self._library().sources
            self.app.push_screen(sources_screen([known[one] for one in self._here.sources if one in known]))

    def _tip(self) -> ShelvedTip | None:
        """The tip under the cursor, or the one that a claim is about."""
        if self._here is None or self._here.shelved is None:
            self.say(NO_TIP)
            return None
        return self._here.shelved

    def action_start(self) -> None:
        """Start the guided session of the tip."""
        if one := self._tip():
            start_session(self, one)

    def action_test(self) -> None:
        """Open the starting sheet of a trial of the tip."""
        if one := self._tip():
            offer_trial(self, one.tip.id)

    def action_rate(self, rating: int) -> None:
        """Keep the user's own rating of the tip."""
        if one := self._tip():
            rate_relief(self, one.tip.id, one.tip.title, rating)

    def action_put_off(self) -> None:
        """Suggest the tip in a month and not before; one that was put away, as usual."""
        self._put_away(SNOOZE_DAYS)

    def action_dismiss_tip(self) -> None:
        """Never suggest the tip; one that was put away, as usual."""
        self._put_away(None)

    def _put_away(self, days: int | None) -> None:
        one = self._tip()
        if one is None:
            return
        if one.stand is Stand.INFO:
            self.say(NEVER_SUGGESTED)
            return
        tonight = self.journal.tonight
        until, said = None if days is None else tonight + timedelta(days=days), "not suggested any more"
        if one.stand is Stand.AWAY:
            # put off until today: it is over
            until, said = tonight, "suggested again as usual"
        elif until is not None:
            said = f"not suggested until {until:%-d %b}"
        self.do(
            lambda: self.journal.ledgers.snooze(one.tip.id, until), f"{said}: {one.tip.title} · U undoes it"
        )
