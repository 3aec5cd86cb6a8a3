"""The middle pane: tonight's form, or the night under the calendar's cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from stillnight.ui.widgets.form_hint import FormHint
from stillnight.ui.widgets.night_details import NightDetails
from stillnight.ui.widgets.night_form import NightForm

if TYPE_CHECKING:
    from stillnight.ui.widgets.note_box import NoteBox


SUBTITLE_FRAME = 6
"""At either side of what stands in a frame: its corner, a stroke, a blank."""


class NightPane(VerticalScroll, can_focus=False):
    """Holds the form and the details of a night; one of them is shown."""

    DEFAULT_CSS = """
    NightPane { width: 1fr; max-width: 100; height: auto; min-height: 11; max-height: 100%;
        border: round $frame; border-title-color: $muted; border-subtitle-color: $ink;
        scrollbar-size-vertical: 1; }
    NightPane:focus-within { border: round $frame-focus; border-title-color: $accent; }
    NightPane.-details NightForm, NightPane.-details NoteBox { display: none; }
    NightPane.-form NightDetails { display: none; }
    NightPane FormHint { display: none; }
    NightPane.-form.-tight FormHint { display: block; }
    NightPane.-form.-tight.-noting FormHint { display: none; }
    """

    _note_box: NoteBox | None = None
    _plan: Sequence[str] = ()

    def compose(self) -> ComposeResult:
        """The form and the details."""
        yield NightForm()
        yield NightDetails()
        yield FormHint()

    def on_mount(self) -> None:
        """Whatever changes the form may change whether it fits."""
        for name in ("sheet", "state", "is_airy"):
            self.watch(self.form, name, self._fit, init=False)

    def on_resize(self) -> None:
        """Another size may have room for all rows, or none for what was in view."""
        self._fit()
        self._fit_plan()
        self.call_after_refresh(self._keep_in_view)

    def _fit(self) -> None:
        """Where the rows do not fit, what is expected stays at the foot of the pane."""
        form, (width, height) = self.form, self.content_size
        form.is_tight = bool(height) and not form.fits(width, height)
        self.set_class(form.is_tight, "-tight")
        if form.is_tight:
            self.query_one(FormHint).text = form.expected(width)

    def _keep_in_view(self) -> None:
        if self.note_box is not None:
            self.note_box.scroll_visible(animate=False)
        else:
            self.form.follow_cursor()

    @property
    def form(self) -> NightForm:
        """The form."""
        return self.query_one(NightForm)

    @property
    def details(self) -> NightDetails:
        """The details."""
        return self.query_one(NightDetails)

    @property
    def note_box(self) -> NoteBox | None:
        """The text box of the note, while it is open."""
        return self._note_box if self._note_box is not None and self._note_box.is_attached else None

    @property
    def shown(self) -> Widget:
        """What is shown now: it is what the focus goes to."""
        return self.details if self.has_class("-details") else self.note_box or self.form

    def show(self, title: str, details: bool) -> None:
        """Show the form or the details under a title."""
        self.border_title = title
        self.update_classes({"-details": details, "-form": not details})

    def tell_plan(self, wordings: Sequence[str]) -> None:
        """Say in the frame, which takes no row from the form, what a night of a trial was drawn to be.

        Args:
            wordings: From the longest to the shortest; none says nothing.
        """
        self._plan = wordings
        self._fit_plan()

    def _fit_plan(self) -> None:
        if not self._plan:
            self.border_subtitle = ""
            return
        from stillnight.ui.pictures.plan_line import fitting

        self.border_subtitle = Content(fitting(self._plan, self.outer_size.width - SUBTITLE_FRAME))

    async def write_note(self, text: str) -> None:
        """Open the text box for the note, or go back to it."""
        from stillnight.ui.widgets.note_box import NoteBox

        if self.note_box is None:
            self._note_box = NoteBox(text)
            self.add_class("-noting")
            await self.mount(self._note_box, after=self.form)
        self.shown.focus()
        self.shown.scroll_visible(animate=False)

    def close_note(self) -> None:
        """Take the text box away, if it is open, and go back to the form."""
        if self.note_box is not None:
            box, self._note_box = self.note_box, None
            if box.has_focus:
                self.form.focus()
            box.remove()
            self.remove_class("-noting")
