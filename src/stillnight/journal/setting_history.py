"""What was changed on this device while the settings lay open, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from stillnight.domain.setting import KEYS, SETTINGS
from stillnight.journal.setting_book import SettingBook


class TakenBack(NamedTuple):
    """One setting as it was before.

    Attributes:
        name: A setting, or ``keys.`` and a command.
        typed: What was said of it; ``None`` when nobody had said anything.
    """

    name: str
    typed: str | None


class SettingHistory:
    """Remembers the changes of a device in their order, between those that the journal can undo itself."""

    def __init__(self, book: SettingBook) -> None:
        """Begin with what is said now."""
        self._book = book
        self._said = self._look()
        self._past: list[TakenBack | None] = []

    def notice(self) -> None:
        """Look what has been changed on the device since the last look."""
        before, self._said = self._said, self._look()
        names = dict.fromkeys((*before, *self._said))
        self._past += [
            TakenBack(name, before.get(name)) for name in names if before.get(name) != self._said.get(name)
        ]

    def notice_deed(self) -> None:
        """Something was written into the journal, which undoes it itself."""
        self._past.append(None)

    def take_back(self) -> TakenBack | None:
        """What the last change is to be taken back to; ``None`` where it is the journal's turn."""
        return self._past.pop() if self._past else None

    def forget_last(self) -> None:
        """What was just taken back is no new change."""
        self._said = self._look()

    def _look(self) -> Mapping[str, str]:
        own = (name for name, setting in SETTINGS.items() if not setting.in_journal)
        said = {name: self._book.said(name) for name in own}
        values = {name: one.text for name, one in said.items() if one.by.startswith("settings")}
        return values | {f"{KEYS}.{id}": keys for id, keys in self._book.device.given_keys().items()}
