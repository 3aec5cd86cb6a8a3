"""The rim, opened as far as a command needs it and no further."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from stillnight.cli.console import warn
from stillnight.domain.ports import Clock, Store

if TYPE_CHECKING:
    from stillnight.domain.preferences import Preferences
    from stillnight.journal.journal import Journal
    from stillnight.journal.shelf import Shelf
    from stillnight.paths import Folders, JournalPlace
    from stillnight.settings import Settings
    from stillnight.storage.disk.last_seen import LastSeen

Opener = Callable[[Path, Path, Clock, Callable[[], str]], Store]
"""Opens the store of a journal file: the file, this device's state folder, the clock, the device's name."""


class House:
    """Opens the clock, the settings and the journal, each when it is first asked for.

    Attributes:
        environ: The environment of the process.
        opener: Opens the store; the screen begins a journal where there is none, a command only by writing.
        for_screen: Is it opened for the screen? Then notices are said there, and the calendar needs the
            territory's first weekday.
    """

    def __init__(
        self,
        environ: Mapping[str, str],
        journal: str | None,
        opener: Opener | None = None,
        for_screen: bool = False,
    ) -> None:
        """Open nothing yet."""
        self.environ = environ
        self.opener = opener or (open_file_store if for_screen else open_if_there)
        self.for_screen = for_screen
        self._journal_option = journal
        self._said: set[str] = set()

    def anew(self) -> House:
        """The same house with nothing opened, after something was moved that it looks at."""
        return House(self.environ, self._journal_option, self.opener, self.for_screen)

    @cached_property
    def folders(self) -> Folders:
        """The program's own folders."""
        from stillnight.paths import folders

        return folders(self.environ)

    @cached_property
    def clock(self) -> Clock:
        """The clock.

        Raises:
            BadInput: If ``STILLNIGHT_NOW`` is no moment.
        """
        from stillnight.clock import system_clock

        return system_clock(self.environ)

    @cached_property
    def settings(self) -> Settings:
        """The settings; what is wrong with them is said once."""
        from stillnight.settings import read_settings

        settings = read_settings(self.folders.config)
        self._say(settings.problems)
        return settings

    @cached_property
    def place(self) -> JournalPlace:
        """Where the journal is.

        Raises:
            BadInput: If it was said wrongly: another file would be another journal.
        """
        from stillnight.domain.errors import BadInput
        from stillnight.paths import USUAL, journal_place

        settings = self.settings
        place = journal_place(self._journal_option, self.environ, settings.journal, self.folders.data)
        if settings.hides_journal and place.said_by == USUAL:
            raise BadInput(
                f"{settings.path} says where the journal lives, but its journal line cannot be read: "
                "mend that line, or name the file with --journal"
            )
        return self._as_before(place)

    def _as_before(self, place: JournalPlace) -> JournalPlace:
        """The journal in a folder that is away now: its name alone would be that of another journal."""
        if os.path.lexists(place.path):
            return place
        from stillnight.paths import JOURNAL_NAME, JournalPlace
        from stillnight.storage.disk.folder import folder_path

        inside, state = place.path / JOURNAL_NAME, self.folders.state
        is_known = folder_path(state, inside.resolve()).is_dir()
        is_new = not folder_path(state, place.path.resolve()).is_dir()
        return JournalPlace(inside, place.said_by) if is_known and is_new else place

    @cached_property
    def store(self) -> Store:
        """The open store; what happened while opening is said.

        Raises:
            StoreError: If it cannot be opened.
        """
        clock = self.clock
        store = self.opener(self.place.path, self.folders.state, clock, self.device_name)
        self._say(store.notices())
        return store

    def device_name(self) -> str:
        """What this device is called, as the settings say or after the machine; empty where neither helps."""
        return self.settings.values.get("device_name") or host_name(self.environ)

    @cached_property
    def journal(self) -> Journal:
        """The journal.

        Raises:
            StoreError: If it cannot be opened.
        """
        from stillnight.domain.factor import parse_factors
        from stillnight.journal.desk import Desk
        from stillnight.journal.journal import open_journal
        from stillnight.resources import read_seed

        factors = parse_factors(read_seed("factors"))
        return open_journal(Desk(self.store, self.clock, factors, self.preferences))

    @cached_property
    def preferences(self) -> Preferences:
        """What the user prefers on this device."""
        return self.settings.preferences(self._week_start())

    @cached_property
    def themes(self) -> Shelf:
        """The themes that came with the program, then the user's own in the config folder."""
        from stillnight.journal.shelf import Shelf
        from stillnight.resources import read_shelf, resource_folder

        ours = read_shelf(resource_folder("themes"))
        own = read_shelf(self.folders.config / "themes")
        # a copy of one of ours to begin with does not take ours away
        added = {
            f"your {stem}" if stem in ours.documents else stem: one for stem, one in own.documents.items()
        }
        return Shelf({**ours.documents, **added}, (*ours.problems, *own.problems))

    @cached_property
    def last_seen(self) -> LastSeen:
        """What was last seen of the journal."""
        from stillnight.storage.disk.last_seen import LastSeen

        return LastSeen(self.folders.state, self.place.path)

    def say_news(self, is_asked: bool = True) -> None:
        """Say what happened to the journal since it was opened; a journal that was never begun is said, too.

        Args:
            is_asked: Does it matter to whoever called that there is no journal yet?
        """
        store = self.__dict__.get("store")
        if store is None:
            return
        self._say(store.notices())
        if is_asked and not getattr(store, "is_begun", True):
            self._say([f"no journal has been begun yet, the first entry begins one: {self.place.path}"])

    def take_in_mail(self) -> None:
        """Take in what a phone left beside the journal, and say what it was."""
        from stillnight.cli.mail import Mail

        self._say(Mail(self).take_in())

    def _say(self, notices: Iterable[str]) -> None:
        for notice in notices if not self.for_screen else ():
            if notice not in self._said:
                warn(notice)
            self._said.add(notice)

    def read_settings_again(self) -> None:
        """Take in what was just written; what is wrong in the file has been said already."""
        from stillnight.settings import read_settings

        self.settings = read_settings(self.folders.config)
        self.__dict__.pop("preferences", None)

    def _week_start(self) -> int:
        """The territory's first weekday; what draws no calendar does not pay for the look-up."""
        if not self.for_screen or "week_start" in self.settings.values:
            return 0
        return self.territorys_week_start()

    def territorys_week_start(self) -> int:
        """The first weekday of the country, 0 Monday to 6 Sunday, as the settings or the machine name it."""
        from stillnight.resources import read_seed
        from stillnight.territory import week_start_of

        return week_start_of(self.territory, read_seed("territories"))

    @property
    def territory(self) -> str:
        """The country as the settings or the machine name it, by ISO 3166 code; empty where neither does."""
        from stillnight.territory import territory_of

        return self.settings.values.get("territory") or territory_of(self.environ)


def open_file_store(path: Path, state: Path, clock: Clock, name: Callable[[], str]) -> Store:
    """Open the store of a journal file."""
    from stillnight.storage import open_store

    return open_store(path, state, clock, name=name)


def open_if_there(path: Path, state: Path, clock: Clock, name: Callable[[], str]) -> Store:
    """Open the store of a journal file; where there is none it begins with the first write."""
    from stillnight import storage

    return storage.open_if_there(path, state, clock, name)


def host_name(environ: Mapping[str, str]) -> str:
    """The first label of the machine's name; empty for a name that every machine has."""
    from stillnight.domain.setting import LONGEST_NAME

    full = os.uname().nodename if hasattr(os, "uname") else environ.get("COMPUTERNAME", "")
    name = full.partition(".")[0][:LONGEST_NAME]
    return name if name.isprintable() and name.lower() != "localhost" else ""
