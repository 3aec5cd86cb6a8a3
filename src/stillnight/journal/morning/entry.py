"""One morning's entry from first key to safe: open it, keep what is typed, save it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from stillnight.domain.errors import BadInput
from stillnight.domain.night import is_very_bad
from stillnight.domain.ports import Drafts, Receipt
from stillnight.domain.values import Value
from stillnight.journal.browse import NightPage
from stillnight.journal.form.draft import MORNING_SHARE, Share
from stillnight.journal.journal import Journal
from stillnight.journal.morning.knowing import guesses, offers
from stillnight.journal.morning.rows import ASKED, ROWS, Row
from stillnight.journal.morning.state import MorningSheet, MorningState, opened
from stillnight.journal.record import EVENING, MORNING


class Mornings:
    """Opens and saves the morning form of any night that is over."""

    def __init__(self, journal: Journal, drafts: Drafts) -> None:
        """Work with these."""
        self.journal = journal
        self.drafts = Share(drafts, MORNING_SHARE)
        self._opened: dict[date, datetime] = {}

    def sheet(self, night: date) -> MorningSheet:
        """What the form knows of a night before a key is pressed.

        Args:
            night: The evening's date.
        """
        page, frame = self.journal.browse.page(night), self.journal.desk.frame(night)
        now, bedtime = self.journal.desk.clock.now(), self.journal.desk.preferences.bedtime
        known, bouts = page.night, tuple(page.episodes)
        is_confirmed = known.get(MORNING) is not None
        first = self._opened.setdefault(night, now)
        return MorningSheet(
            night=known,
            frame=frame,
            episodes=bouts,
            guesses={} if is_confirmed else guesses(known, frame, bouts, first, bedtime),
            offers=offers(known, frame, bouts, now, bedtime),
            is_brief=_asks_little(page),
            is_confirmed=is_confirmed,
            has_evening=known.get(EVENING) is not None or known.severity is not None,
            bedtime=bedtime,
        )

    def unsaved(self, night: date) -> MorningState:
        """The form as it opens, with what was typed and never saved; what is saved by now is left out."""
        sheet = self.sheet(night)
        kept = self.drafts.load(night, sheet.night.get("note"))
        news = {name: value for name, value in kept.items() if self._is_news(sheet, name, value)}
        touched = tuple(row for row in ROWS if news.get(row) is not None and row is not Row.NOTE)
        is_whole = bool(news.keys() - {Row.DISTURBED})
        return opened(sheet, MorningState(draft=news, touched=touched, is_whole=is_whole))

    def keep(self, night: date, state: MorningState, shown: MorningSheet | None = None) -> None:
        """Keep what is typed, so that a crash costs nothing.

        Args:
            night: The evening's date.
            state: What is typed.
            shown: What was known of the night while it was typed; what is known now where not given.
        """
        there = shown.night if shown is not None else self.journal.browse.night(night)
        self.drafts.keep(night, state.draft, there.get("note"))

    def save(self, sheet: MorningSheet, state: MorningState) -> Receipt:
        """Save what was typed, with the guesses that are in view, and note that the night is confirmed.

        Raises:
            BadInput: If there is nothing to save, the night is still to come, or a time is half typed.
            StoreError: If it could not be made safe; what was typed stays kept.
        """
        if state.is_half_typed:
            raise BadInput(f"{state.digits}… is no whole time: type all four digits, or take it back")
        if not state.has_news(sheet):
            raise BadInput("nothing is known of this night yet: answer a row first")
        night = sheet.night.date
        saved = self.journal.browse.night(night).get("note")
        values = self.drafts.with_note(night, state.stored(sheet), saved)
        receipt = self.journal.record.amend(night, values, form=MORNING)
        self.drafts.keep(night, {})
        return receipt

    def _is_news(self, sheet: MorningSheet, name: str, value: Value) -> bool:
        """Is it new, and can the journal take it? A note stays, be it too long: it is somebody's words."""
        if name not in ROWS or (value == sheet.night.get(name) and name not in sheet.guesses):
            return False
        return name == Row.NOTE or self._fits(sheet.night.date, {name: value})

    def _fits(self, night: date, values: Mapping[str, Value]) -> bool:
        try:
            self.journal.record.check(night, values)
        except BadInput:
            return False
        return True


def _asks_little(page: NightPage) -> bool:
    """After a very bad night one question is enough, unless somebody has begun to answer more."""
    more = [row for row in ASKED if row not in (Row.LIGHTS_OUT, Row.DISTURBED)]
    return is_very_bad(page.worst, page.sleep.tst) and all(page.night.get(row) is None for row in more)
