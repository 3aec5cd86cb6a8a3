"""Trials on Home: what the night was drawn to be, in the frame of its form, and whether that was followed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from stillnight.domain.errors import StillnightError
from stillnight.domain.moment import Moment
from stillnight.domain.ports import TRIALS, Receipt
from stillnight.ui.screens.home.checking import Checking
from stillnight.ui.screens.home.waking import Waking
from stillnight.ui.widgets.message_line import MessageLine

if TYPE_CHECKING:
    from stillnight.journal.trials.trials import Trials
    from stillnight.ui.plans import Plans

NO_TRIAL = "no trial runs on this night · X shows what could be tested"

SAID: dict[bool | None, str] = {
    True: "noted: as it was drawn · = again: not quite",
    False: "noted: not as it was drawn, and that is all right · = again takes the answer back",
    None: "taken back: nothing is said of it",
}
"""What is said after an answer."""


class Trying(Waking, Checking):
    """The trial that runs is told where tonight is written, and answered with one key."""

    _has_settled = False
    _kept_plans: Plans | None = None

    def settle_plan(self) -> None:
        """From now on tell the plans: nothing of them is read before the first frame."""
        self._has_settled = True
        self.show_plan()

    def show_plan(self) -> None:
        """Tell what the night in the pane was drawn to be; at night there is nothing to read."""
        plans = self._plans() if self.moment is not Moment.NIGHT else None
        self.night_pane.tell_plan(plans.wordings(self.cursor, self.moment) if plans else ())

    def _plans(self) -> Plans | None:
        """The plans of the nights; ``None`` where there was never a trial, or not yet time to look."""
        if self._kept_plans is None or self._kept_plans.tonight != self.tonight:
            trials = self._trials()
            if trials is None:
                return None
            from stillnight.ui.plans import Plans

            self._kept_plans = Plans(trials, self.tonight)
        return self._kept_plans

    def think(self) -> None:
        """Something changed: the plans may have, too."""
        self._kept_plans = None
        super().think()
        self.show_plan()

    def think_aside(self) -> None:
        """The same, while somebody is in the middle of typing."""
        self._kept_plans = None
        super().think_aside()
        self.show_plan()

    def _trials(self) -> Trials | None:
        if not self._has_settled or not self.journal.desk.store.all(TRIALS):
            return None
        try:
            return self.session.trials(self._read_library())
        except StillnightError:
            return None

    def show_night(self) -> None:
        """Show the night under the cursor, with its plan."""
        super().show_night()
        self.show_plan()

    def action_followed(self) -> None:
        """Say that the plan of the night in the pane was followed; again, that it was not; again, nothing."""
        plans, night = self._plans(), self.cursor
        answer = plans.next_answer(night) if plans else None
        if plans is None or answer is None:
            self.say(NO_TRIAL)
            return
        trials = plans.trials
        self.do(lambda: trials.follow(answer.followed, night), SAID[answer.followed])

    def settle_save(self, save: Callable[[], Receipt], deed: str) -> None:
        """Save, and tell the day ahead while there is still time to follow it."""
        before = self._receipt
        super().settle_save(save, deed)
        plans = self._plans() if self._receipt is not before and self.writing == self.tonight else None
        ahead = plans.ahead_words(self.moment) if plans else ""
        line = self.query_one(MessageLine)
        if ahead and not line.is_trouble:
            self.say(f"{line.text} · {ahead}")

    def remind(self) -> None:
        """Say once what waits; of a trial the night without an answer, and why to think of stopping."""
        super().remind()
        plans = self._plans() if self.moment is not Moment.NIGHT else None
        line = self.query_one(MessageLine)
        if plans is None or line.is_trouble:
            return
        alarm = plans.alarm()
        said = [line.text, plans.asked_words(self.moment), plans.over_words(), alarm]
        self.say(" · ".join(filter(None, said)), is_trouble=bool(alarm))
