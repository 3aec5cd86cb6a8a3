"""Writing on Home: the form, the note, saving, lights out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, cast

from textual import on

from stillnight.domain.clock_rule import span_words
from stillnight.domain.errors import StillnightError
from stillnight.domain.ids import timed_id
from stillnight.domain.moment import Moment
from stillnight.domain.ports import Receipt
from stillnight.domain.values import Value
from stillnight.journal.form.state import FormState
from stillnight.ui.answers import after
from stillnight.ui.screens.home.base import HomeBase
from stillnight.ui.widgets.foot_line import FootLine
from stillnight.ui.widgets.month_calendar import MonthCalendar
from stillnight.ui.widgets.night_details import NightDetails
from stillnight.ui.widgets.night_form import NightForm

if TYPE_CHECKING:
    from stillnight.journal.form.state import FormSheet
    from stillnight.journal.morning.state import MorningSheet, MorningState
    from stillnight.ui.widgets.note_box import NoteBox

SECOND_THOUGHTS = timedelta(seconds=10)
"""So long a second digit in the night replaces the first."""


class Writing(HomeBase):
    """A night is written: typed, kept, saved."""

    _awake: tuple[datetime, datetime, int] | None = None
    """The episode logged last, while it is the last deed: when typed, when it began, its id."""
    _note_before: str = ""

    def write(self, night: date, part: Moment) -> None:
        """Let the form write one half of a night; what it holds of another is kept."""
        if (night, part) == (self.writing, self.part):
            self.show_night()
            return
        if self.form.sheet is not None:
            self.keep_typed()
        self.set_reactive(HomeBase.part, part)
        self.set_reactive(HomeBase.writing, night)
        self.reopen_form()

    def reopen_form(self) -> None:
        """Open the form, with what was typed and never saved."""
        self.night_pane.close_note()
        self.form.show(self.form_part(), self.sheet_of(self.writing), self.unsaved(self.writing))
        if self.form.has_focus:
            self.query_one(FootLine).place = self.form.place
        if self.form.state.is_dirty:
            self.say("what was typed and not saved is back · Enter saves it")
        self.show_night()

    @on(NightForm.Changed)
    def hold(self) -> None:
        """Keep what is typed; the form may be ahead of its message by now."""
        self.end_welcome()
        self._time_ratings()
        self.keep_typed()
        if self.form.has_focus:
            self.query_one(FootLine).place = self.form.place

    def _time_ratings(self) -> None:
        """Note when the day was rated, as soon as it is: what was typed before the evening counts in full."""
        if self.part is not Moment.MORNING and self.form.sheet is not None:
            sheet = cast("FormSheet", self.form.sheet)
            self.form.state = self.entries.timed(cast("FormState", self.form.state), sheet)
            if sheet.is_afternoon and not self.entries.is_afternoon(self.writing):
                self.form.sheet = self.sheet_of(self.writing)

    def keep_typed(self) -> None:
        """Keep what the form holds, also what it or the note's text box has not told yet."""
        self._take_note()
        sheet, state = self.form.sheet, self.form.state
        if self.part is Moment.MORNING:
            self.mornings.keep(self.writing, cast("MorningState", state), cast("MorningSheet", sheet))
        else:
            self.entries.keep(self.writing, cast("FormState", state), cast("FormSheet", sheet))

    def _take_note(self) -> None:
        """Take what stands in the note's text box into the form."""
        sheet, box = self.form.sheet, self.night_pane.note_box
        if sheet is not None and box is not None:
            text = box.text.strip()
            if text != str(self.form.state.value(sheet, "note") or ""):
                self.form.state = self.form.part.with_note(self.form.state, sheet, text)

    def refill_note(self, saved: Value) -> None:
        """Let the note's open box show a note that was saved elsewhere, unless something is typed in it."""
        sheet, box = self.form.sheet, self.night_pane.note_box
        words = str(saved or "")
        if sheet is None or box is None:
            return
        if "note" not in self.form.state.draft and words != str(sheet.night.get("note") or ""):
            self._note_before = words
            box.fill(words)

    def save_evening(self) -> None:
        """Save the evening in the form."""
        if self.form.state.is_dirty:
            self._record(lights_out=False)
        else:
            self.say("nothing new to save · a digit rates the urge")

    def action_lights_out(self) -> None:
        """Save, and note that the lights go out now; in the night the first time stands."""
        if self.moment is Moment.MORNING:
            self.say(
                "L is for the evening; in the morning l and four digits say when it was", is_trouble=True
            )
        elif (self.writing, self.part) != (self.tonight, Moment.EVENING):
            self.say("L is for tonight: Esc goes there", is_trouble=True)
        elif self.moment is Moment.NIGHT and self.are_lights_out():
            # where nothing is typed there is no evening to be saved
            if self.form.state.is_dirty or self.form.state.digits:
                self._record(lights_out=False)
            self.say("lights out is noted already")
        else:
            self._record(lights_out=True)

    def are_lights_out(self) -> bool:
        """Did the lights go out before, be it noted or not?"""
        from stillnight.journal.at_night.lights import are_out

        return are_out(self.journal)

    def _record(self, lights_out: bool) -> None:
        at = self.journal.desk.clock.now() if lights_out else None
        night, state = self.writing, cast("FormState", self.form.state)
        deed = f"saved the night of {span_words(night)}"
        if not lights_out and self.entries.is_rating_only(night, state):
            deed = "saved: the day is rated, the evening is still to come"
        self.settle_save(
            lambda: self.entries.save(night, state, at),
            f"{deed}, lights out. Good night." if lights_out else deed,
        )

    def settle_save(self, save: Callable[[], Receipt], deed: str) -> None:
        """Save what is in the form and say so; what is saved is no longer typed."""
        try:
            receipt = save()
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        self.form.state = self.form.part.saved(self.form.state)
        self.answer(after(receipt, deed))
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

    # named, not decorated: a decorator would import the text box before anybody writes a note

    def on_note_box_typed(self, event: NoteBox.Typed) -> None:
        """Keep the note while it is typed; one that was closed meanwhile is kept already."""
        self.keep_typed()

    def on_note_box_done(self, event: NoteBox.Done) -> None:
        """Take the note and go back to the form."""
        self.keep_typed()
        self.night_pane.close_note()

    def on_note_box_left(self) -> None:
        """Leave the note as it was before the box opened."""
        sheet = self.form.sheet
        self.night_pane.close_note()
        if sheet is not None:
            self.form.state = self.form.part.with_note(self.form.state, sheet, self._note_before)
            self.keep_typed()

    @on(MonthCalendar.EditWanted)
    @on(NightDetails.EditWanted)
    def edit(self) -> None:
        """Open the night under the cursor in the form."""
        if self.cursor > self.tonight and not self.journal.browse.night(self.cursor).logged:
            self.say(f"the night of {span_words(self.cursor)} is still to come", is_trouble=True)
            return
        self.open_night(self.cursor, Moment.EVENING)
        self.form.focus()
