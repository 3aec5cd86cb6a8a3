"""One night's entry from first key to safe: open it, keep what is typed, save it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from stillnight.domain.clock_rule import stamp_text
from stillnight.domain.errors import BadInput
from stillnight.domain.factor import Factor
from stillnight.domain.moment import is_before_evening
from stillnight.domain.month import shift_day
from stillnight.domain.night import Night
from stillnight.domain.ports import Drafts, Receipt
from stillnight.domain.values import Value
from stillnight.journal.form.draft import Share, packed, unpacked
from stillnight.journal.form.state import FormSheet, FormState
from stillnight.journal.journal import Journal
from stillnight.journal.rating_times import is_afternoons, ratings_among, times_of_ratings

_LITTLE = {"date", "severity", "onset", "lights_out", "evening_at"}
"""What a night knows where no more than the one question was answered."""


class Entries:
    """Opens and saves the form of any night."""

    def __init__(self, journal: Journal, drafts: Drafts) -> None:
        """Work with these."""
        self.journal = journal
        self.drafts = Share(drafts)

    def sheet(self, night: date, is_awake: bool = False) -> FormSheet:
        """What the form knows of a night before a key is pressed.

        Args:
            night: The evening's date.
            is_awake: Is it the night moment of that night?
        """
        browse, ledgers = self.journal.browse, self.journal.ledgers
        there = browse.night(night)
        return FormSheet(
            night=there,
            frame=self.journal.desk.frame(night),
            factors=tuple(ledgers.shown_factors()),
            usual_amounts=browse.usual_amounts(night),
            last_onset=browse.last_onset(night),
            medicines=tuple(medicine.name for medicine in ledgers.usual_medicines(night)),
            usual_taken=browse.usual_taken(night),
            is_awake=is_awake,
            is_brief=not is_awake and self._asks_little(there),
            is_afternoon=not is_awake and self.is_afternoon(night),
        )

    def timed(self, state: FormState, sheet: FormSheet) -> FormState:
        """The state with the times at which its ratings of the day were made; each keeps the first.

        Args:
            state: What is typed, as soon as it is.
            sheet: What was known of the night.
        """
        ratings, now = ratings_among(sheet.factors), self._now()
        for name, value in times_of_ratings(
            state.draft, sheet.night.values, ratings, sheet.frame, now
        ).items():
            state = replace(state.set(sheet, name, value), message=state.message, is_refused=state.is_refused)
        return state

    def is_rating_only(self, night: date, state: FormState) -> bool:
        """Is what is typed nothing but an afternoon's rating? Then the evening is still to come."""
        if state.usual is not None or not self.is_afternoon(night):
            return False
        ratings = ratings_among(self.journal.ledgers.shown_factors())
        return is_afternoons(state.draft, ratings, self.journal.desk.frame(night), self._now())

    def is_afternoon(self, night: date) -> bool:
        """Is it still the day of a night, before its evening begins?"""
        return is_before_evening(self._now(), night)

    def _now(self) -> datetime:
        return self.journal.desk.clock.now().astimezone(self.journal.desk.clock.zone)

    def _asks_little(self, there: Night) -> bool:
        """After a very bad night one question is enough, unless somebody has answered more already."""
        is_told = bool(there.values.keys() - _LITTLE) and not there.is_day_only
        if there.date != self.journal.tonight or is_told:
            return False
        return self.journal.browse.was_very_bad(shift_day(there.date, -1))

    def unsaved(self, night: date) -> FormState:
        """What was typed and never saved, from before a crash or a quit.

        What is saved by now is left out, and so is what the journal could not take any more; a note stays,
        be it too long: these are somebody's words, and saving says what is wrong with them.
        """
        there = self.journal.browse.night(night)
        kept = unpacked(self.drafts.load(night, there.get("note")))
        if not kept.is_dirty:
            return kept
        factors = self.journal.ledgers.factors()
        news = {
            name: value
            for name, value in kept.draft.items()
            if there.get(name) != value and (name == "note" or self._fits(night, {name: value}, factors))
        }
        usual = kept.usual if self.journal.ledgers.usual_medicines(night) else None
        still = None if usual == self.journal.browse.usual_taken(night) else usual
        return unpacked(packed(FormState(draft=news, usual=still)))

    def _fits(self, night: date, values: Mapping[str, Value], factors: Mapping[str, Factor]) -> bool:
        try:
            self.journal.record.check(night, values, factors)
        except BadInput:
            return False
        return True

    def keep(self, night: date, state: FormState, shown: FormSheet | None = None) -> None:
        """Keep what is typed, so that a crash costs nothing.

        Args:
            night: The evening's date.
            state: What is typed.
            shown: What was known of the night while it was typed; what is known now where not given.
        """
        there = shown.night if shown is not None else self.journal.browse.night(night)
        self.drafts.keep(night, packed(state), there.get("note"))

    def save(self, night: date, state: FormState, lights_out: datetime | None = None) -> Receipt:
        """Save what was typed as one deed; with ``lights_out`` also when the lights went out.

        Raises:
            BadInput: If the night is still to come, or a time is half typed.
            StoreError: If it could not be made safe; what was typed stays kept.
        """
        if state.is_half_typed:
            raise BadInput(f"{state.digits}… is no whole time: type all four digits, or take it back")
        values = self.drafts.with_note(night, state.draft, self.journal.browse.night(night).get("note"))
        if lights_out is not None:
            values["lights_out"] = stamp_text(lights_out)
        record, now = self.journal.record, self.journal.desk.clock.now()
        bout = [] if state.awake is None else record.bout(now, {"severity": state.awake})
        if bout and not values and state.usual is None:
            # an episode alone makes no entry of its night
            return record.awake(now, {"severity": state.awake})
        receipt = record.amend(night, values, usual=state.usual, bout=bout)
        self.drafts.keep(night, {})
        return receipt
