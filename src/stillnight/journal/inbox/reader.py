"""Reading the lines of an inbox into the journal, one after the other, each taken whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple, cast

from stillnight.domain.clock_rule import stamp_text
from stillnight.domain.errors import BadInput
from stillnight.domain.night import EPISODES, Night
from stillnight.domain.ports import Change, Deletion, Store
from stillnight.domain.values import Record, Value
from stillnight.journal.day_words import episode_words
from stillnight.journal.episodes import read_episode
from stillnight.journal.field_words import said_words
from stillnight.journal.form.draft import NoDrafts
from stillnight.journal.form.entry import Entries
from stillnight.journal.inbox.ahead import AheadStore, Stopped
from stillnight.journal.inbox.bout import read_bout
from stillnight.journal.inbox.entry import Entry, Kind
from stillnight.journal.inbox.timing import Timing, Unsure, Written
from stillnight.journal.journal import Journal, open_journal
from stillnight.journal.line.evening import beside, read_evening
from stillnight.journal.line.morning import read_morning
from stillnight.journal.line.reading import Refused
from stillnight.journal.line.words import LIGHTS_OUT, Line
from stillnight.journal.morning.entry import Mornings

_NO_TO_THE_REST = "n"


class Read(NamedTuple):
    """What became of a line.

    Attributes:
        night: The night that it went to, by its evening.
        words: What it said, a few words for each answer; empty where all of it was on record.
    """

    night: date
    words: Sequence[str] = ()


class Reader:
    """Reads lines, each as if those before it were saved.

    Attributes:
        timing: Tells when a line was written and what night it is about.
    """

    def __init__(self, journal: Journal) -> None:
        """Read on top of a journal; nothing is written into it."""
        self._desk = journal.desk
        self.timing = Timing(journal.desk, lambda at: self._at(at).browse.moment())
        self._ahead = AheadStore(journal.desk.store, self.timing.now)

    @property
    def changes(self) -> Sequence[Change | Deletion]:
        """What all the lines that were read change."""
        return self._ahead.changes

    @property
    def bases(self) -> Mapping[tuple[str, int], Record | None]:
        """The records that change, as they were when the lines were read."""
        return self._ahead.bases

    def answers(self, entry: Entry, written: Written) -> Mapping[str, Value]:
        """What a line answers on an evening, or in the morning after one, of which nothing is known.

        What fits any other line is left out: a note, ``n``, whatever is of neither form.
        """
        words = tuple(word for word in entry.words if word not in (LIGHTS_OUT, _NO_TO_THE_REST))
        try:
            night = self.timing.night(entry, written)
            if entry.kind is Kind.MORNING:
                page = Mornings(self._at(self.timing.now), NoDrafts()).sheet(night)
                bare = replace(page, night=Night(night), episodes=(), guesses={}, is_confirmed=False)
                return read_morning(Line(words), bare).draft
            if entry.kind is not Kind.EVENING or self.timing.is_awakening(entry, written):
                return {}
            sheet = Entries(self._at(self.timing.now), NoDrafts()).sheet(night)
            blank = replace(sheet, night=Night(night), usual_taken=False, is_brief=False)
            return read_evening(Line(words), blank).state.draft
        except BadInput:
            return {}

    def says_nothing_new(self, entry: Entry, written: Written) -> bool:
        """Is all of a line on record? Nothing is taken in."""
        try:
            read = self._tried(entry, written)
        except Unsure:
            return False
        return read is not None and not read.words

    def can_read(self, entry: Entry, written: Written) -> bool:
        """Is a line for the journal at all, be it that its night has to be said? Nothing is taken in."""
        try:
            return entry.is_held or self._tried(entry, written) is not None
        except Unsure:
            return True

    def _tried(self, entry: Entry, written: Written) -> Read | None:
        """What would become of a line; ``None`` where it cannot be meant.

        Raises:
            Unsure: If nobody can tell what is meant.
        """
        mark = self._ahead.mark()
        try:
            return self.read(entry, written)
        except Unsure:
            raise
        except BadInput:
            return None
        finally:
            self._ahead.go_back(mark)

    def read(self, entry: Entry, written: Written) -> Read:
        """Take a line in.

        Raises:
            Unsure: If nobody can tell what is meant.
            BadInput: If it cannot be meant.
        """
        if not entry.words and entry.note is None and entry.kind is not Kind.BOUT:
            raise BadInput("nothing stands behind it: 6 c2 s7, 03:10 awake 7, or note and some words")
        night, now = self.timing.night(entry, written), self.timing.now
        if night > self.timing.tonight(now) and not self._at(now).browse.night(night).logged:
            raise BadInput("this night is still to come: the line waits for it here")
        if entry.kind is Kind.BOUT or self.timing.is_awakening(entry, written):
            return self._bout(entry, written, night)
        if entry.kind is Kind.MORNING:
            return self._morning(entry, written, night)
        return self._evening(entry, written, night)

    def _evening(self, entry: Entry, written: Written, night: date) -> Read:
        journal = self._at(written.at, night)
        entries = Entries(journal, NoDrafts())
        sheet = entries.sheet(night)
        is_morning = self.timing.is_in_the_morning(entry, written)
        try:
            told = read_evening(Line(entry.words, note=entry.note), sheet)
        except Refused as error:
            tail = "; what is for the morning begins with that word: morning 4 3 2" if is_morning else ""
            raise BadInput(f"{error}{tail}") from None
        lights_out = self.timing.lights_out(entry, written) if told.lights_out else None
        if is_morning:
            self._refuse_another_rating(told.state.draft, sheet.night)
        if told.state.is_dirty or lights_out is not None:
            entries.save(night, told.state, lights_out)
        after = journal.browse.night(night)
        named = [*told.state.draft, *(["lights_out"] if lights_out else [])]
        if named and told.state.draft.get("severity") is not None and after.get("onset") is not None:
            named.append("onset")
        words = said_words(_as_told(after, entry), journal.ledgers.factors(), named)
        return Read(night, [*words, *beside(told.state)])

    def _morning(self, entry: Entry, written: Written, night: date) -> Read:
        journal = self._at(written.at, night)
        mornings = Mornings(journal, NoDrafts())
        # what the form would suppose of whoever opens it, a line does not say
        sheet = replace(mornings.sheet(night), guesses={}, is_brief=False)
        state = read_morning(Line(entry.words, note=entry.note), sheet)
        if state.draft:
            mornings.save(sheet, state)
        after = journal.browse.night(night)
        return Read(night, list(said_words(_as_told(after, entry), {}, state.draft)))

    def _bout(self, entry: Entry, written: Written, night: date) -> Read:
        at, number = self.timing.begun(entry, written, night)
        journal = self._at(written.at, night)
        values = read_bout(entry.words)
        record = read_episode({"at": stamp_text(at), **values}, self._desk.frame(night))
        note: Sequence[str] = ()
        if entry.note is not None:
            note = self._evening(entry._replace(words=(), kind=Kind.EVENING), written, night).words
        if self._is_known(record, night):
            return Read(night, note)
        journal.record.awake(at, values, number)
        kept = journal.browse.episode(number)
        return Read(night, [f"awake {episode_words(kept)}" if kept else "awake", *note])

    def _refuse_another_rating(self, draft: Mapping[str, Value], there: Night) -> None:
        """In the morning a digit may be how well somebody slept: it takes no rating's place unasked."""
        if "severity" in draft and there.severity is not None:
            raise Unsure(
                "the evening or the morning of this night? begin it with its date and one of these words, "
                "such as 2026-11-18 evening 4"
            )

    def _is_known(self, record: Mapping[str, Any], night: date) -> bool:
        """Is such an awakening on record, with all that the line says of it?"""
        there = self._at(self.timing.now).desk.store.between(EPISODES, night, night).values()
        return any(all(one.get(name) == value for name, value in record.items()) for one in there)

    def _at(self, moment: datetime, night: date | None = None) -> Journal:
        """The journal as of a moment, with all that was read so far; of a later night, as of now."""
        if night is not None and night > self.timing.tonight(moment):
            moment = self.timing.now
        desk = self._desk
        store = cast("Store", self._ahead)
        return open_journal(replace(desk, store=store, clock=Stopped(moment)))


def _as_told(after: Night, entry: Entry) -> Record:
    """A night's fields, its note with no more than the line's own words."""
    return {**after.values, "note": entry.note} if entry.note else after.values
