"""What the morning form knows and what has been typed into it so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from typing import Self

from stillnight.domain.awakening import awakenings
from stillnight.domain.clock_rule import NightFrame
from stillnight.domain.moment import USUAL_BEDTIME
from stillnight.domain.night import Episode, Night
from stillnight.domain.values import Value
from stillnight.journal.form.state import Answers, Sheet
from stillnight.journal.morning.rows import ASKED, TIMES, Row


@dataclass(frozen=True, slots=True)
class MorningSheet:
    """What the form knows of its night before a key is pressed.

    Attributes:
        night: The night as it is saved.
        frame: The night as a stretch of time.
        episodes: What was logged in the night, in order.
        guesses: What the journal supposes of fields that are not known; saved only while in view.
        offers: What ``.`` fills in, by field; never saved by itself.
        is_brief: Was it a very bad night? Then one question is enough until more is wanted.
        is_confirmed: Was the morning saved before?
        has_evening: Was the evening filled in?
        bedtime: The usual bedtime, for a night without lights out.
    """

    night: Night
    frame: NightFrame
    episodes: tuple[Episode, ...] = ()
    guesses: Mapping[str, Value] = field(default_factory=dict)
    offers: Mapping[str, Value] = field(default_factory=dict)
    is_brief: bool = False
    is_confirmed: bool = False
    has_evening: bool = True
    bedtime: time = USUAL_BEDTIME

    def awakenings(self, night: Night | None = None) -> list[Episode]:
        """The episodes that are awakenings, see :func:`stillnight.domain.awakening.awakenings`.

        Args:
            night: The night with other answers; as it is saved where not given.
        """
        return awakenings(night or self.night, self.episodes, self.bedtime, self.frame.rollover)


@dataclass(frozen=True, slots=True)
class MorningState(Answers):
    """What has been typed and where the cursor is.

    A field that is ``None`` in the draft is left open, be it that a guess was turned down.

    Attributes:
        row: Where the cursor is.
        touched: The rows answered here, in order: what Backspace takes back.
        is_whole: Were all rows asked for, though the form was brief?
    """

    row: Row = Row.QUALITY
    touched: tuple[Row, ...] = ()
    is_whole: bool = False

    @property
    def is_half_typed(self) -> bool:
        """Are there digits of a time that is not whole yet? A number counts as it is typed."""
        return bool(self.digits) and self.row in TIMES

    def is_brief(self, sheet: MorningSheet) -> bool:
        """Is one question all that is shown?"""
        return sheet.is_brief and not self.is_whole

    def is_guess(self, sheet: MorningSheet, row: Row) -> bool:
        """Is what stands in a row a guess, not yet anybody's answer?"""
        open_so_far = row not in self.draft and sheet.night.get(row) is None
        return open_so_far and row in sheet.guesses and not self.is_brief(sheet)

    def shown(self, sheet: MorningSheet, row: Row) -> Value:
        """What stands in a row: typed, known or guessed; ``None`` while it is open."""
        return sheet.guesses[row] if self.is_guess(sheet, row) else self.value(sheet, row)

    def stored(self, sheet: MorningSheet) -> dict[str, Value]:
        """What saving writes: what was typed, and the guesses that are in view."""
        guesses = {name: value for name, value in sheet.guesses.items() if self.is_guess(sheet, Row(name))}
        return {**guesses, **self.draft}

    def has_news(self, sheet: MorningSheet) -> bool:
        """Is there anything to save: something new, or a night that only waits for its yes?"""
        is_waiting = not sheet.is_confirmed and any(sheet.night.get(row) is not None for row in ASKED)
        return bool(self.stored(sheet)) or is_waiting

    def after_saving(self, sheet: MorningSheet) -> Night:
        """The night as it would be after saving."""
        values = {**sheet.night.values, **self.stored(sheet)}
        return Night(sheet.night.date, {name: value for name, value in values.items() if value is not None})

    def set(self, sheet: Sheet, name: str, value: Value) -> Self:
        """The state with one field changed; nothing in place of a guess turns the guess down."""
        changed = super(MorningState, self).set(sheet, name, value)
        if value is None and isinstance(sheet, MorningSheet) and name in sheet.guesses:
            return replace(changed, draft={**changed.draft, name: None})
        return changed

    def at(self, row: Row, message: str = "") -> MorningState:
        """The state with the cursor on another row and nothing half typed."""
        return replace(self, row=row, digits="", message=message, is_refused=False)


def opened(sheet: MorningSheet, state: MorningState | None = None) -> MorningState:
    """The form as it opens: the cursor stands where something only the user knows is still open."""
    begun = state or MorningState()
    if begun.is_brief(sheet):
        return begun.at(Row.DISTURBED)
    return begun.at(next((row for row in ASKED if begun.shown(sheet, row) is None), Row.NOTE))
