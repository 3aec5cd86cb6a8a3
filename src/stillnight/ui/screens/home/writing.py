"""Writing on Home: the form, the note, saving, lights out."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from textual import on
from textual.events import Key

from stillnight.domain.clock_rule import span_words
from stillnight.domain.errors import StillnightError
from stillnight.domain.ids import timed_id
from stillnight.domain.moment import Moment
from stillnight.domain.ports import Receipt
from stillnight.journal.form.keys import saved, with_note
from stillnight.journal.form.state import FormState
from stillnight.ui.answers import after
from stillnight.ui.screens.home.base import HomeBase
from stillnight.ui.widgets.month_calendar import MonthCalendar
from stillnight.ui.widgets.night_details import NightDetails
from stillnight.ui.widgets.night_form import NightForm

if TYPE_CHECKING:
    from stillnight.ui.widgets.note_box import NoteBox

SECOND_THOUGHTS = timedelta(seconds=10)
"""So long a second digit in the night replaces the first."""


class Writing(HomeBase):
    """A night is written: typed, kept, saved."""

    _awake: tuple[datetime, datetime, int] | None = None
    """The episode logged last, while it is the last deed: when typed, when it began, its id."""
    _note_before: str = ""

    def watch_writing(self, night: date) -> None:
        """Open the form of a night, with what was typed and never saved."""
        self.night_pane.close_note()
        self.form.sheet = self.sheet_of(night)
        self.form.state = self.entries.unsaved(night)
        if self.form.state.is_dirty:
            self.say("what was typed and not saved is back · Enter saves it")
        self.show_night()

    @on(NightForm.Changed)
    def hold(self) -> None:
        """Keep what is typed; the form may be ahead of its message by now."""
        self.end_welcome()
        self.entries.keep(self.writing, self.form.state)

    def _keep(self, state: FormState) -> None:
        self.form.state = state
        self.entries.keep(self.writing, state)

    def keep_typed(self) -> None:
        """Keep what the form holds, also what it has not told yet."""
        self.entries.keep(self.writing, self.form.state)

    @on(NightForm.Saved)
    def save(self) -> None:
        """Save the night in the form."""
        if self.form.state.is_dirty:
            self._record(lights_out=False)
        else:
            self.say("nothing new to save · a digit rates the urge")

    def action_lights_out(self) -> None:
        """Save, and note that the lights go out now; in the night the first time stands."""
        if self.writing != self.tonight:
            self.say("L is for tonight: Esc goes there", is_trouble=True)
        elif self.moment is Moment.NIGHT and self.journal.browse.night(self.tonight).get("lights_out"):
            self._record(lights_out=False)
            self.say("lights out is noted already")
        else:
            self._record(lights_out=True)

    def _record(self, lights_out: bool) -> None:
        at = self.journal.desk.clock.now() if lights_out else None
        try:
            receipt = self.entries.save(self.writing, self.form.state, at)
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        self.form.state = saved(self.form.state)
        deed = f"saved the night of {span_words(self.writing)}"
        self.answer(after(receipt, f"{deed}, lights out. Good night." if lights_out else deed))
        self.reread(receipt)
        self.notice_time()

    @on(NightForm.Awake)
    def log_awake(self, event: NightForm.Awake) -> None:
        """Log an episode at once; another digit within ten seconds replaces it."""
        now = self.journal.desk.clock.now()
        at, number = now, timed_id(now)
        if self._awake is not None and now - self._awake[0] <= SECOND_THOUGHTS:
            _, at, number = self._awake
        try:
            receipt = self.journal.record.awake(at, {"severity": event.severity}, number)
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        self.answer(after(receipt, f"awake, urge {event.severity} · U takes it back"))
        self.reread(receipt)
        self._awake = now, at, number

    def reread(self, receipt: Receipt | None = None) -> None:
        """Show what the journal holds now; the last deed is no episode any more that could be replaced."""
        self._awake = None
        super().reread(receipt)

    @on(NightForm.NoteWanted)
    async def open_note(self) -> None:
        """Open the text box for the note."""
        sheet = self.form.sheet
        if sheet is not None:
            self._note_before = str(self.form.state.value(sheet, "note") or "")
            await self.night_pane.write_note(self._note_before)
        for key in self.form.hand_over():
            self.night_pane.shown.post_message(Key(key.key, key.character))

    def keep_note(self, text: str) -> None:
        """Take the note into the form; it is saved with the night."""
        sheet = self.form.sheet
        if sheet is not None:
            self._keep(with_note(self.form.state, sheet, text))

    # named, not decorated: a decorator would import the text box before anybody writes a note

    def on_note_box_typed(self, event: NoteBox.Typed) -> None:
        """Keep the note while it is typed."""
        self.keep_note(event.text)

    def on_note_box_done(self, event: NoteBox.Done) -> None:
        """Take the note and go back to the form."""
        self.keep_note(event.text)
        self.night_pane.close_note()

    def on_note_box_left(self) -> None:
        """Leave the note as it was before the box opened."""
        self.keep_note(self._note_before)
        self.night_pane.close_note()

    @on(MonthCalendar.EditWanted)
    @on(NightDetails.EditWanted)
    def edit(self) -> None:
        """Open the night under the cursor in the form."""
        if self.cursor > self.tonight and not self.journal.browse.night(self.cursor).logged:
            self.say(f"the night of {span_words(self.cursor)} is still to come", is_trouble=True)
            return
        self.writing = self.cursor
        self.show_night()
        self.form.focus()
