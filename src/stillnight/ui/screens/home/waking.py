"""The morning on Home: its form beside the evening's, saving it, the line about a night that waits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from textual import on

from stillnight.domain.clock_rule import span_words
from stillnight.domain.moment import Moment, night_over
from stillnight.domain.month import shift_day
from stillnight.ui.commands import Place
from stillnight.ui.screens.home.writing import Writing
from stillnight.ui.widgets.message_line import MessageLine
from stillnight.ui.widgets.month_calendar import MonthCalendar
from stillnight.ui.widgets.night_details import NightDetails
from stillnight.ui.widgets.night_form import NightForm

if TYPE_CHECKING:
    from stillnight.journal.morning.state import MorningSheet, MorningState

NOT_CONFIRMED = "last night is not confirmed · W opens it"
"""What the evening says of a night that was logged and has no morning yet."""


class Waking(Writing):
    """Mornings are opened and saved."""

    def night_over(self) -> date:
        """The night that a morning is about: the one that ends now, in the evening the last one."""
        clock = self.journal.desk.clock
        return night_over(clock.now().astimezone(clock.zone), self.tonight)

    def action_turn(self) -> None:
        """From the evening of a night to its morning and back; from tonight's evening to the last morning."""
        if self._is_morning_open:
            self.say(f"the evening of {span_words(self.writing)} · W goes back to its morning")
            self._open_evening()
        else:
            self._open_due_morning()

    def _open_evening(self) -> None:
        """Open the evening of the night under the cursor."""
        self.open_night(self.cursor, Moment.EVENING)
        self.form.focus()

    def _open_due_morning(self) -> None:
        """Open the morning after the night under the cursor; from tonight the one that is due."""
        self.open_morning(self.night_over() if self.cursor == self.tonight else self.cursor)

    def turn_to(self, place: Place) -> None:
        """Open the half of the form in which a command is at home."""
        if place is Place.MORNING and not self._is_morning_open:
            self._open_due_morning()
        elif place is Place.FORM and self._is_morning_open:
            self._open_evening()

    @property
    def _is_morning_open(self) -> bool:
        return self.part is Moment.MORNING and self.cursor == self.writing

    @on(NightForm.TurnWanted)
    def turn(self) -> None:
        """Turn from within the form."""
        self.action_turn()

    @on(MonthCalendar.MorningWanted)
    @on(NightDetails.MorningWanted)
    def open_morning_here(self) -> None:
        """Open the morning after the night under the cursor."""
        self.open_morning(self.cursor)

    def open_morning(self, night: date) -> None:
        """Open the morning after a night, unless that is still to come."""
        if night > self.night_over():
            self.say(f"the morning after {span_words(night)} is still to come", is_trouble=True)
            return
        if self.query_one(MessageLine).text == NOT_CONFIRMED:
            self.say("")
        self.open_night(night, Moment.MORNING)
        self.form.focus()

    @on(NightForm.Saved)
    def save(self) -> None:
        """Save the half of the night that is in the form."""
        if self.part is Moment.MORNING:
            self._confirm()
        else:
            self.save_evening()

    def _confirm(self) -> None:
        """Save the morning with the guesses that are in view."""
        sheet, state = cast("MorningSheet", self.form.sheet), cast("MorningState", self.form.state)
        if not state.has_news(sheet):
            self.say("nothing new to save · a row's letter goes to it")
            return
        deed = "saved the morning of" if sheet.is_confirmed else "confirmed"
        self.settle_save(
            lambda: self.mornings.save(sheet, state), f"{deed} the night of {span_words(self.writing)}"
        )

    def remind(self) -> None:
        """Say once what waits elsewhere: what was typed and never saved, a night that waits for its yes."""
        line = self.query_one(MessageLine)
        if self.moment is Moment.NIGHT or line.is_trouble:
            return
        said = [self._typed_elsewhere(), line.text]
        if self.moment is Moment.EVENING and self.journal.browse.is_unconfirmed(shift_day(self.tonight, -1)):
            said.append(NOT_CONFIRMED)
        self.say(" · ".join(filter(None, said)))

    def _typed_elsewhere(self) -> str:
        """Which half of a night, but for the one that is shown, was typed and never saved."""
        if not self.session.drafts.nights():
            return ""
        from stillnight.journal.waiting import Half, waiting, waiting_words

        here = Half(self.writing, self.part)
        halves = waiting(self.session.drafts, self.entries, lambda: self.mornings)
        other = Moment.EVENING if self.part is Moment.MORNING else Moment.MORNING
        reach = (
            self.night_over() if other is Moment.MORNING and self.writing == self.tonight else self.writing
        )
        return waiting_words([half for half in halves if half != here], [Half(reach, other)])
