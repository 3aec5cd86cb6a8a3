"""What the form knows and what has been typed so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol, Self

from stillnight.domain.clock_rule import NightFrame, stamp_text
from stillnight.domain.factor import Factor
from stillnight.domain.night import Night
from stillnight.domain.values import Value


class Row(StrEnum):
    """The rows of the form, from top to bottom."""

    URGE = "urge"
    ONSET = "onset"
    TODAY = "today"
    WHERE = "where"
    FEELS = "feels"
    MEDICINES = "medicines"
    NOTE = "note"


ROWS = tuple(Row)
"""The rows in order."""


class Sheet(Protocol):
    """What every form knows before a key is pressed: its night as it is saved."""

    @property
    def night(self) -> Night:
        """The night as it is saved."""
        ...


@dataclass(frozen=True, slots=True)
class Answers:
    """What has been typed into any form.

    Attributes:
        draft: The fields that were changed and not saved; ``None`` clears one.
        digits: What was typed of a time or a number so far.
        message: One line for the user: what is expected or what was wrong.
        is_refused: Was the last key refused? Then the message says why.
    """

    draft: Mapping[str, Value] = field(default_factory=dict)
    digits: str = ""
    message: str = ""
    is_refused: bool = False

    @property
    def is_dirty(self) -> bool:
        """Is there anything that is not saved?"""
        return bool(self.draft)

    def value(self, sheet: Sheet, name: str) -> Value:
        """A field as it would be after saving."""
        return self.draft[name] if name in self.draft else sheet.night.get(name)

    def set(self, sheet: Sheet, name: str, value: Value) -> Self:
        """The state with one field changed; back to the saved value is no change."""
        draft = {key: kept for key, kept in self.draft.items() if key != name}
        saved = sheet.night.get(name)
        if value != saved or type(value) is not type(saved):
            draft[name] = value
        return replace(self, draft=draft, message="", is_refused=False)

    def without(self, name: str) -> Self:
        """The state with nothing typed into one field."""
        return replace(self, draft={key: kept for key, kept in self.draft.items() if key != name})

    def say(self, message: str) -> Self:
        """The state after a key that is refused, with the reason."""
        return replace(self, message=message, is_refused=True)

    def ask(self, message: str) -> Self:
        """The state with a line that says what is expected next."""
        return replace(self, message=message, is_refused=False)

    def hushed(self) -> Self:
        """The state before the next key: what was said about the last one is over."""
        return replace(self, message="", is_refused=False) if self.message else self


@dataclass(frozen=True, slots=True)
class FormSheet:
    """What the form knows of its night before a key is pressed.

    Attributes:
        night: The night as it is saved.
        frame: The night as a stretch of time.
        factors: The factors asked, in order.
        usual_amounts: The user's median amounts, by factor.
        last_onset: The newest time of onset before this night.
        medicines: The names of the usual medicines.
        usual_taken: Are they noted as taken?
        is_awake: Is it the night moment? Then a rating is an episode and leaves severity alone.
        is_brief: Was last night a very bad one? Then the rating is enough until more is wanted.
        is_afternoon: Is it still the day of this night? Then a rating of the day counts in full.
    """

    night: Night
    frame: NightFrame
    factors: tuple[Factor, ...] = ()
    usual_amounts: Mapping[str, float] = field(default_factory=dict)
    last_onset: datetime | None = None
    medicines: tuple[str, ...] = ()
    usual_taken: bool = False
    is_awake: bool = False
    is_brief: bool = False
    is_afternoon: bool = False

    def factor_of(self, key: str) -> Factor | None:
        """The factor that a letter stands for."""
        return next((factor for factor in self.factors if key and factor.key == key), None)

    def same_as_last(self) -> str | None:
        """The time of the last onset, placed in this night; ``None`` when there is none to repeat."""
        if self.last_onset is None:
            return None
        return stamp_text(self.frame.place(self.last_onset.time().replace(second=0, microsecond=0), "onset"))


@dataclass(frozen=True, slots=True)
class FormState(Answers):
    """What has been typed into the evening form and where the cursor is.

    Attributes:
        usual: The usual medicines: taken, taken back, or untouched.
        row: Where the cursor is.
        factor: The slug of the factor that the next digits belong to, empty for none.
        clock: Do the digits spell the factor's last time (after ``@``)?
        picking: Is the row's picker open, so that letters choose words?
        touched: The factors answered here, in order: what Backspace takes back.
        awake: A rating just given in the night: an episode to be logged at once.
        is_whole: Were all rows asked for, though the form was brief?
    """

    usual: bool | None = None
    row: Row = Row.URGE
    factor: str = ""
    clock: bool = False
    picking: bool = False
    touched: tuple[str, ...] = ()
    awake: int | None = None
    is_whole: bool = False

    @property
    def is_half_typed(self) -> bool:
        """Are there digits of a time that is not whole yet? An amount counts as it is typed."""
        return bool(self.digits) and (self.clock or not self.factor)

    @property
    def is_dirty(self) -> bool:
        """Is there anything that is not saved?"""
        return bool(self.draft) or self.usual is not None

    def is_brief(self, sheet: FormSheet) -> bool:
        """Is one question all that is shown?"""
        return sheet.is_brief and not self.is_whole

    def usual_taken(self, sheet: FormSheet) -> bool:
        """Would the usual medicines be noted as taken after saving?"""
        return sheet.usual_taken if self.usual is None else self.usual

    def at(self, row: Row, message: str = "") -> FormState:
        """The state with the cursor on another row and nothing half typed."""
        return replace(self, row=row, factor="", digits="", clock=False, picking=False, message=message)
