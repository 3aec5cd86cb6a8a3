"""The settings as one book: what holds, who said so, what a change means; where each is kept is no matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import time
from typing import TYPE_CHECKING, NamedTuple, Protocol

from stillnight.domain.errors import FieldError, StillnightError
from stillnight.domain.preferences import Preferences
from stillnight.domain.setting import (
    KEYS,
    SETTINGS,
    THEMES,
    Setting,
    check_setting,
    find_setting,
    setting_text,
)

if TYPE_CHECKING:
    from stillnight.domain.ports import Receipt
    from stillnight.journal.journal import Journal

BY_DEFAULT = "default"
IN_JOURNAL = "journal"


class Said(NamedTuple):
    """What holds of a setting.

    Attributes:
        text: The value as it is read and typed.
        by: Who said so: ``settings``, ``journal``, ``default``, an option, a variable, the machine.
    """

    text: str
    by: str


class Device(Protocol):
    """What this device keeps for itself."""

    def said(self, name: str) -> Said:
        """What holds of a setting that is kept here."""
        ...

    def given_keys(self) -> Mapping[str, str]:
        """A command's id to the keys that it was given, as written."""
        ...

    def write(self, name: str, typed: str) -> None:
        """Keep a setting, or ``keys.`` and a command; raises a :class:`StillnightError` where it cannot."""
        ...

    def reset(self, name: str) -> None:
        """Forget a setting, ``keys.`` and a command, or ``keys``; raises as :meth:`write` does."""
        ...

    def preferences(self) -> Preferences:
        """What all of it means for the journal."""
        ...


class SettingBook:
    """Reads and changes every setting, wherever it is kept."""

    def __init__(
        self,
        device: Device,
        journal: Callable[[], Journal],
        themes: Callable[[], Sequence[str]],
        check_keys: Callable[[str, str, Mapping[str, str]], str],
    ) -> None:
        """Open the book; neither the journal nor the themes are looked at before they are needed.

        Args:
            device: What this device keeps.
            journal: Opens the journal, which keeps the rest.
            themes: The names of the themes there are.
            check_keys: The keys for a command as they are kept: its id, what was typed, what others were
                given; raises :class:`BadInput` where they cannot be had.
        """
        self.device = device
        self._journal, self._themes, self._check_keys = journal, themes, check_keys

    def rows(self) -> Iterator[tuple[Setting, Said]]:
        """Every setting with what holds of it."""
        return ((setting, self.said(setting.name)) for setting in SETTINGS.values())

    def said(self, name: str) -> Said:
        """What holds of a setting; a journal that cannot be opened is said in its place.

        Raises:
            UnknownName: If there is no such setting.
        """
        try:
            return self._in_journal(name) if find_setting(name).in_journal else self.device.said(name)
        except StillnightError as error:
            if name not in SETTINGS:
                raise
            return Said(f"not known: {error}", "")

    def _in_journal(self, name: str) -> Said:
        journal = self._journal()
        kept = journal.desk.store.meta()
        if name == "rollover":
            by = IN_JOURNAL if kept.get("rollover") else BY_DEFAULT
            return Said(setting_text(journal.desk.rollover), by)
        shown = tuple(factor.slug for factor in journal.ledgers.shown_factors())
        usual = tuple(slug for slug, factor in journal.desk.built_in.items() if factor.shown)
        return Said(setting_text(shown), BY_DEFAULT if shown == usual else IN_JOURNAL)

    def choices(self, name: str) -> Sequence[str]:
        """Every value that a setting can have, where they can be listed; else nothing."""
        return self._themes() if name in THEMES else find_setting(name).choices

    def change(self, name: str, typed: str) -> Receipt | None:
        """Change a setting; what the journal keeps can be undone and has a receipt.

        Args:
            name: A setting, or ``keys.`` and a command.
            typed: The value as it was typed.

        Raises:
            UnknownName: If there is no such setting, command, theme or factor.
            FieldError: If the value does not fit.
            StillnightError: If it cannot be kept.
        """
        table, _, command = name.partition(".")
        if table == KEYS:
            self.device.write(name, self._check_keys(command, typed, self.device.given_keys()))
            return None
        value = check_setting(name, typed)
        if name == "rollover":
            return self._journal().ledgers.set_rollover(value)
        if name == "factors":
            return self._journal().ledgers.ask_factors(value)
        if name in THEMES and value not in self._themes():
            raise FieldError(name, typed, f"one of {', '.join(self._themes())}")
        self.device.write(name, typed)
        return None

    def reset(self, name: str) -> Receipt | None:
        """Let the default of a setting hold again.

        Args:
            name: A setting, ``keys.`` and a command, or ``keys`` for all of them.

        Raises:
            UnknownName: If there is no such setting.
            StillnightError: If it cannot be kept.
        """
        if name == "rollover":
            return self._journal().ledgers.set_rollover(None)
        if name == "factors":
            return self._journal().ledgers.ask_usual_factors()
        self.device.reset(name)
        return None


def rollover_words(journal: Journal, before: time, after: time) -> str:
    """What another rollover means for the nights on record and for the hours between the two.

    Args:
        journal: The journal.
        before: When nights ended so far.
        after: When they end from now on.
    """
    said, count = [], len(journal.browse.dates())
    if count == 1:
        said.append("The night on record keeps its date and times.")
    elif count:
        said.append(f"The {count} nights on record keep their dates and times.")
    if before != after:
        first, last = sorted((before, after))
        evening = f"the evening {'after' if after < before else 'before'} it"
        said.append(f"The time from {first:%H:%M} to {last:%H:%M} now belongs to {evening}, on every device.")
    return " ".join(said)
