"""The night: any digit logs "awake, urge n", Enter begins a relief, and then it is black again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.events import Key
from textual.message import Message

from stillnight.domain.errors import StillnightError
from stillnight.domain.ports import Receipt
from stillnight.journal.at_night.urge_log import UrgeLog
from stillnight.journal.session import Session
from stillnight.ui.answers import status_of
from stillnight.ui.bindings import Bindings, bindings, bound
from stillnight.ui.commands import Place, borrowed
from stillnight.ui.pictures.night import Dark
from stillnight.ui.screens.coach.ratings import rating_of
from stillnight.ui.screens.deeds import DeedScreen
from stillnight.ui.screens.night.preparing import Prepared, Preparing
from stillnight.ui.widgets.night_picture import NightPicture

if TYPE_CHECKING:
    from stillnight.journal.reliefs.reliefs import Choice
    from stillnight.ui.screens.coach.log import Ended


class NightScreen(DeedScreen[Receipt | None], inherit_bindings=False):
    """Lies over Home while it is night. It shows no clock, and no key that is hit in the dark harms."""

    TAKES_NEWS = False
    AUTO_FOCUS = None
    BINDINGS: ClassVar[Bindings] = [
        *bindings(Place.AWAKE),
        *bound(*(command.id for command in borrowed(Place.AWAKE))),
    ]
    DEFAULT_CSS = """
    NightScreen { background: $background; color: $muted; overflow: hidden; }
    """

    _receipt: Receipt | None = None
    _picked = 0

    @dataclass
    class Ready(Message):
        """What there is to be offered and to be told has been read."""

        prepared: Prepared

    def __init__(self, session: Session) -> None:
        """Prepare the dark.

        Args:
            session: The journal and everything else that was wired for this run.
        """
        super().__init__(session)
        self._log = UrgeLog(session.journal)
        self._preparing = Preparing(session, lambda prepared: self.post_message(self.Ready(prepared)))
        self._picture = NightPicture()

    @property
    def place(self) -> Place:
        """The dark is a place of its own."""
        return Place.AWAKE

    def compose(self) -> ComposeResult:
        """Almost nothing."""
        yield self._picture

    def on_mount(self) -> None:
        """What takes longer than a frame is read once the first one is there."""
        super().on_mount()
        self.call_after_refresh(self._preparing.begin)

    def on_screen_resume(self) -> None:
        """What lay over the dark is gone: so may be the night, and a red flag may have been ticked there."""
        if not self.is_night:
            self.close()
        elif self._preparing.has_begun:
            self.reread()

    def close(self) -> None:
        """Make way for Home, which is told of the last save."""
        self.dismiss(self._receipt)

    # -- what is seen --------------------------------------------------------------------------------

    def show(self, *, is_black: bool = True, is_picked: bool = False) -> None:
        """Show nothing, the keys, or what was picked; what was said is gone."""
        dark = self._picture.dark
        self._picture.dark = Dark(is_black, dark.relief, is_picked, alarm=dark.alarm)

    def say(self, text: str, is_trouble: bool = False) -> None:
        """Answer in a few dim words; the next key takes them away."""
        self._picture.dark = self._picture.dark._replace(is_black=True, said=text, is_trouble=is_trouble)

    def reread(self, receipt: Receipt | None = None) -> None:
        """Something may have been written: what is offered may be another thing now."""
        if receipt is not None:
            self._receipt = receipt
            self._log.forget()
        self._preparing.begin()

    def on_night_screen_ready(self, event: Ready) -> None:
        """Name what Enter begins, where the keys are shown; a red flag stands above everything."""
        self._offer(event.prepared)

    def _offer(self, prepared: Prepared) -> None:
        choice = self._choice(prepared)
        relief = choice.guides[0].title if choice else ""
        self._picture.dark = self._picture.dark._replace(relief=relief, alarm=prepared.alarm)

    def _choice(self, prepared: Prepared) -> Choice | None:
        choices = prepared.choices
        return choices[self._picked % len(choices)] if choices else None

    # -- keys ----------------------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        """A digit is a rating; a key that means nothing shows the few words again."""
        if event.key in self.active_bindings:
            return
        event.stop()
        event.prevent_default()
        if (severity := rating_of(event.character or "")) is not None:
            self._rate(severity)
        else:
            self.show(is_black=False)

    def _rate(self, severity: int) -> None:
        receipt = self._tried(lambda: self._log.log(severity))
        if receipt is not None:
            self._noted(receipt)

    def _tried(self, write: Callable[[], Receipt]) -> Receipt | None:
        """Write something; what could not be written is said."""
        try:
            return write()
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return None

    def _noted(self, receipt: Receipt, words: str = "") -> None:
        """It is safe: black again, unless there is something to be said."""
        self._receipt = receipt
        words = words if receipt.published else status_of(receipt, None)
        if words:
            self.say(words, is_trouble=not receipt.published)
        else:
            self.show()

    def action_lights_out(self) -> None:
        """Mark that the lights go out, for the night or again after pacing."""
        from stillnight.journal.at_night.lights import mark_lights

        try:
            marked = mark_lights(self.journal)
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        self._log.forget()
        self._answer(marked.words, marked.receipt)

    def action_take_back(self) -> None:
        """Take back what was logged last tonight; an answer of the evening is left alone."""
        from stillnight.journal.at_night.taking_back import take_back

        try:
            taken = take_back(self.journal)
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        self._log.forget()
        self._answer(taken.words, taken.receipt)
        if taken.receipt and not self.is_night:
            # it was the lights that made it night
            self.close()

    def _answer(self, words: str, receipt: Receipt | None) -> None:
        if receipt is None:
            self.say(words)
        else:
            self._noted(receipt, words)

    def action_whole_form(self) -> None:
        """Make way for Home in the colours of the night."""
        self.close()

    # -- reliefs -------------------------------------------------------------------------------------

    def action_pick(self, step: int) -> None:
        """Offer another relief; the first of these keys only names the one that is offered."""
        prepared, dark = self._preparing.wait(), self._picture.dark
        # where no name is in view the first key only shows it
        self._picked += step if dark.is_picked or not dark.is_black else 0
        self._offer(prepared)
        if prepared.choices:
            self.show(is_picked=True)
        else:
            self.say(prepared.trouble or self._nothing(prepared), bool(prepared.trouble))

    def action_relief_now(self) -> None:
        """Begin what is offered, against the bout that was just rated."""
        prepared = self._preparing.wait()
        choice = self._choice(prepared)
        if choice is None:
            self.say(prepared.trouble or self._nothing(prepared), bool(prepared.trouble))
            return
        from stillnight.journal.at_night.urge_log import before_relief
        from stillnight.ui.screens.coach.opening import open_coach

        before = before_relief(self.journal)
        self.show()
        open_coach(
            self, choice.guides[0], before.urge, before.bout, reliefs=prepared.reliefs, then=self._end_relief
        )

    def _nothing(self, prepared: Prepared) -> str:
        """Why nothing can be begun: beside a red flag that asks for help nothing is offered."""
        return "! says what to do now" if prepared.alarm else "nothing fits now, R shows why"

    def _end_relief(self, ended: Ended | None) -> None:
        """Black again; another one is offered next time."""
        self._picked = 0
        if ended is None:
            self.show(is_black=False)
            return
        self.reread(ended.receipt)
        self._noted(ended.receipt)
