"""A journal in memory with everything the screen is handed, ready to be looked into afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from random import Random
from typing import Any

from tests.clocks import FixedClock
from tests.journal.memory_device import MemoryDevice
from tests.journal.memory_store import MemoryStore

from stillnight.domain.clock_rule import stamp_text
from stillnight.domain.errors import StillnightError
from stillnight.domain.factor import parse_factors
from stillnight.domain.ids import night_id, timed_id
from stillnight.domain.moment import Moment
from stillnight.domain.ports import NIGHTS
from stillnight.domain.preferences import Preferences
from stillnight.domain.values import Value
from stillnight.journal.desk import Desk
from stillnight.journal.journal import Journal, open_journal
from stillnight.journal.pace import Pace
from stillnight.journal.places import Living, Place
from stillnight.journal.reliefs.reliefs import Reliefs
from stillnight.journal.session import Session
from stillnight.journal.setting_book import SettingBook
from stillnight.journal.shelf import Shelf
from stillnight.journal.suggestions.knowledge import Knowledge, read_knowledge
from stillnight.journal.trials.trials import Trials
from stillnight.journal.triggers.triggers import Triggers
from stillnight.resources import read_seed, read_shelf, resource_folder
from stillnight.ui.commands import COMMANDS
from stillnight.ui.commands.keymap import keys_for

TONIGHT = date(2026, 11, 19)
YESTERDAY = date(2026, 11, 18)


@dataclass
class MemoryDrafts:
    """A :class:`stillnight.domain.ports.Drafts` in memory; ``are_kept`` is what it says of itself."""

    kept: dict[date, dict[str, Value]] = field(default_factory=dict)
    are_kept: bool = True

    def load(self, night: date) -> Mapping[str, Value]:
        """The unsaved values of a night."""
        return dict(self.kept.get(night, {}))

    def keep(self, night: date, values: Mapping[str, Value]) -> None:
        """Keep the unsaved values of a night; empty forgets it."""
        self.kept.pop(night, None)
        if values:
            self.kept[night] = dict(values)

    def nights(self) -> Sequence[date]:
        """The nights that have unsaved values."""
        return sorted(self.kept)


@dataclass
class World:
    """Everything outside the screen.

    Attributes:
        clock: The clock.
        store: Where records land.
        drafts: Where unsaved answers land.
        preferences: What the user prefers.
        themes: The theme files.
        own_rules: The user's own rule files.
        kept_settings: What the settings file says when the program opens, by name.
        settings: Every setting that was kept or reset (``None``) since, in order.
        settings_trouble: While set, no setting can be kept, for this reason.
        notices: What happened while opening.
        moment: The moment that was asked for.
        places: The places for a journal that are found; ``None`` where the journal has to stay.
        taken: Every place that the journal was taken to, in order.
        chance: The seed from which the order of a trial is drawn.
        taking_trouble: While set, the journal cannot be taken anywhere, for this reason.
    """

    clock: FixedClock
    store: MemoryStore
    drafts: MemoryDrafts = field(default_factory=MemoryDrafts)
    preferences: Preferences = field(default_factory=Preferences)
    themes: Shelf = field(default_factory=lambda: seed_shelf("themes"))
    own_rules: Shelf = field(default_factory=Shelf)
    kept_settings: Mapping[str, Any] = field(default_factory=dict)
    settings: list[tuple[str, str | None]] = field(default_factory=list)
    settings_trouble: str = ""
    notices: Sequence[str] = ()
    moment: Moment | None = None
    places: Sequence[Place] | None = None
    taken: list[Place] = field(default_factory=list)
    taking_trouble: str = ""
    chance: int = 1

    @property
    def journal(self) -> Journal:
        """The use-cases over this world's store."""
        return open_journal(Desk(self.store, self.clock, parse_factors(seed("factors")), self.preferences))

    def session(self) -> Session:
        """What the program is handed when it opens."""
        journal = self.journal
        device = MemoryDevice(self.preferences, log=self.settings, trouble=self.settings_trouble)
        device.remember(self.kept_settings)
        journal.desk.preferences = device.preferences()
        book = SettingBook(
            device,
            lambda: journal,
            lambda: [str(one["name"]) for one in self.themes.documents.values()],
            lambda id, typed, written: keys_for(id, typed, written, COMMANDS),
        )
        return Session(
            journal=journal,
            drafts=self.drafts,
            knowledge=lambda: self._knowledge(journal),
            themes=lambda: self.themes,
            settings=lambda: book,
            trials=lambda library: Trials(journal, library, seed("trials"), Random(self.chance)),
            triggers=cache(lambda: Triggers(journal, reliefs=lambda: self._knowledge(journal).library.tips)),
            reliefs=lambda library: Reliefs(journal, library, library.guides),
            keys=device.given_keys(),
            living=None if self.places is None else self._living,
            moment=self.moment,
            notices=self.notices,
            look_seconds=0,
            pace=Pace(quiet=0),
        )

    def log(self, night: date | str, **values: Any) -> None:
        """Put a night into the journal, as if it had been logged before; ``f_caffeine`` is ``f.caffeine``."""
        day = date.fromisoformat(night) if isinstance(night, str) else night
        named = {name.replace("f_", "f.", 1) if name.startswith("f_") else name: value
                 for name, value in values.items()}  # fmt: skip
        self.store.records[NIGHTS, night_id(day)] = {"date": day.isoformat(), **named}

    def wake(self, at: str, severity: int, **values: Any) -> None:
        """Put an episode of an aware moment such as ``2026-11-19T02:10`` into the journal."""
        before = self.clock.moment
        self.clock.set(at)
        moment, night = self.clock.moment, self.journal.tonight
        self.clock.moment = before
        self.store.records["episodes", timed_id(moment)] = {
            "night": night.isoformat(), "at": stamp_text(moment), "severity": severity, **values,
        }  # fmt: skip

    def night(self, day: date = TONIGHT) -> Mapping[str, Value]:
        """What landed in the store of a night; empty when nothing did."""
        return self.store.get(NIGHTS, night_id(day)) or {}

    def episodes(self) -> list[Value]:
        """The severities of the episodes in the store, in order."""
        return [record["severity"] for _, record in sorted(self.store.all("episodes").items())]

    def _living(self) -> Living:
        return Living(lambda: self.places or (), self._take, self.session)

    def _take(self, place: Place) -> str:
        if self.taking_trouble:
            raise StillnightError(self.taking_trouble)
        self.taken.append(place)
        self.kept_settings = {**self.kept_settings, "journal": place.file}
        return f"The journal lives in {place.file} now."

    def _knowledge(self, journal: Journal) -> Knowledge:
        ledgers = journal.ledgers
        depends = repr((ledgers.numbers(), ledgers.factors(), self.own_rules))
        if depends not in KNOWN:
            KNOWN[depends] = read_knowledge(
                journal, seed, seed_shelf("seeds/rules"), self.own_rules, seed_shelf("seeds/tips")
            )
        return KNOWN[depends]


KNOWN: dict[str, Knowledge] = {}
"""What was read already, by all that it depends on: it is the same in nearly every test."""


@cache
def seed(name: str) -> Mapping[str, Any]:
    """One parsed file of ``seeds/``."""
    return read_seed(name)


@cache
def seed_shelf(folder: str) -> Shelf:
    """Every file of ``themes`` or of a folder in ``seeds``."""
    top, *rest = folder.split("/")
    return read_shelf(resource_folder(top).joinpath(*rest))
