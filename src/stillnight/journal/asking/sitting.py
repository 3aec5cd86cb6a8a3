"""One sitting: the questions of a night, how answers are kept while they come, how they are saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic

from stillnight.domain.ports import Drafts, Receipt
from stillnight.journal.asking.evening import Evening
from stillnight.journal.asking.morning import Morning
from stillnight.journal.asking.question import Interview, S
from stillnight.journal.form.draft import NoDrafts
from stillnight.journal.form.entry import Entries
from stillnight.journal.form.state import FormState
from stillnight.journal.journal import Journal
from stillnight.journal.morning.entry import Mornings
from stillnight.journal.morning.state import MorningState


@dataclass(frozen=True, slots=True)
class Sitting(Generic[S]):
    """What the questions need.

    Attributes:
        interview: The questions.
        state: The form as they begin, with what was typed and never saved.
        keep: Keeps answers that are not saved, so that a crash costs nothing.
        save: Saves them; told whether the lights go out now.
        drafts: Where they are kept.
    """

    interview: Interview[S]
    state: S
    keep: Callable[[S], None]
    save: Callable[[S, bool], Receipt]
    drafts: Drafts


def evening_sitting(
    journal: Journal, drafts: Drafts, night: date, is_awake: bool = False
) -> Sitting[FormState]:
    """The evening of a night; or its one question in the night, which leaves the evening's drafts alone."""
    drafts = NoDrafts() if is_awake else drafts
    entries = Entries(journal, drafts)
    sheet = entries.sheet(night, is_awake)
    is_noted = is_awake and sheet.night.get("lights_out") is not None

    def save(state: FormState, lights_out: bool) -> Receipt:
        at = journal.desk.clock.now() if lights_out and not is_noted else None
        return entries.save(night, state, at)

    def keep(state: FormState) -> None:
        entries.keep(night, state)

    return Sitting(Evening(sheet, night == journal.tonight), entries.unsaved(night), keep, save, drafts)


def morning_sitting(journal: Journal, drafts: Drafts, night: date) -> Sitting[MorningState]:
    """The morning after a night."""
    mornings = Mornings(journal, drafts)
    sheet = mornings.sheet(night)

    def save(state: MorningState, lights_out: bool) -> Receipt:
        return mornings.save(sheet, state)

    def keep(state: MorningState) -> None:
        mornings.keep(night, state)

    return Sitting(Morning(sheet), mornings.unsaved(night), keep, save, drafts)
