"""The nights of the running trial in the words of Home: what was drawn, what is ahead, what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from stillnight.domain.moment import Moment
from stillnight.insight.trials.trial import Arm, Trial, has_by_day
from stillnight.journal.trials.trials import Trials
from stillnight.journal.trials.views import Assignment, State
from stillnight.journal.trials.words import arm_title
from stillnight.ui.pictures.plan_line import ON, SHUT, USUAL, NightPlan, plan_wordings
from stillnight.ui.trial_words import ahead_word, night_word, on_screen

_NEXT: dict[bool | None, bool | None] = {None: True, True: False, False: None}

JUST_OVER = timedelta(days=3)
"""So long after its last night it is said that a trial is over; who never opens the page need not hear it."""


class Answer(NamedTuple):
    """What a night's plan is said to have become.

    Attributes:
        followed: Was it followed? ``None`` takes an answer back.
    """

    followed: bool | None


class Plans:
    """What Home says of trials, as of one moment."""

    def __init__(self, trials: Trials, tonight: date) -> None:
        """Look at the trials of a journal in some night."""
        self.trials = trials
        self.tonight = tonight

    def wordings(self, night: date, moment: Moment) -> Sequence[str]:
        """What is told of a night, from the longest wording to the shortest; none outside of trials."""
        if night == self.tonight:
            now = self._plan(self._here, moment, is_ahead=False)
            return plan_wordings(now, self._plan(self._ahead, moment, is_ahead=True))
        trial = self._trial_of(night)
        arm = trial.arm_on(night) if trial is not None and night < self.tonight else None
        if trial is None or arm is None:
            return ()
        sign = USUAL if arm is Arm.USUAL else ON
        return plan_wordings(
            NightPlan("that night", arm_title(trial.measures, arm), sign, trial.followed.get(night), True)
        )

    def next_answer(self, night: date) -> Answer | None:
        """What the key says next: followed, not followed, nothing; ``None`` outside of trials."""
        trial = self._trial_of(night)
        return Answer(_NEXT[trial.followed.get(night)]) if trial is not None else None

    def ahead_words(self, moment: Moment) -> str:
        """The night ahead, where it has to be known by day; else empty."""
        plan = self._plan(self._ahead, moment, is_ahead=True)
        return f"{plan.when}: {plan.drawn}" if plan else ""

    def asked_words(self, moment: Moment) -> str:
        """In the morning, the night that nobody has answered for; else empty."""
        plan = self._plan(self._here, moment, is_ahead=False)
        if moment is not Moment.MORNING or plan is None or plan.followed is not None:
            return ""
        return f"last night was drawn as: {plan.title} · = if that is how it went"

    def over_words(self) -> str:
        """In the first nights after a trial, that its result can be read; else empty."""
        for one in self.trials.all():
            if one.state is State.FINISHED and one.trial.end < self.tonight <= one.trial.end + JUST_OVER:
                return f"the trial is over: {one.trial.title} · X shows what came out"
        return ""

    def alarm(self) -> str:
        """Why to think of stopping; else empty."""
        return on_screen((self._here.alarm if self._here else None) or "")

    @cached_property
    def _here(self) -> Assignment | None:
        return self.trials.tonight()

    @cached_property
    def _ahead(self) -> Assignment | None:
        return self._here.ahead if self._here is not None else self.trials.coming()

    def _trial_of(self, night: date) -> Trial | None:
        """The trial to which a night belongs."""
        return next((trial for trial in self._counting if trial.arm_on(night) is not None), None)

    @cached_property
    def _counting(self) -> Sequence[Trial]:
        return [one.trial for one in self.trials.all() if one.state is not State.SET_ASIDE]

    def _plan(self, one: Assignment | None, moment: Moment, is_ahead: bool) -> NightPlan | None:
        if one is None:
            return None
        is_shut = any(part.is_drawn and part.gate is not None for part in one.parts)
        sign = SHUT if is_shut else USUAL if one.arm is Arm.USUAL else ON
        if is_ahead:
            return NightPlan(ahead_word(one, self.trials.journal.desk.today), one.title, sign)
        is_asked = moment is Moment.MORNING or has_by_day(one.trial.measures)
        return NightPlan(night_word(one, moment), one.title, sign, one.followed, is_asked)
