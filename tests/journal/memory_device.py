"""Settings of a device that are kept in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from stillnight.domain.errors import StillnightError
from stillnight.domain.preferences import WEEKDAYS, Preferences
from stillnight.domain.setting import KEYS, check_setting, setting_text
from stillnight.journal.setting_book import Said


@dataclass
class MemoryDevice:
    """A :class:`stillnight.journal.setting_book.Device` for tests.

    Attributes:
        usual: What is preferred as long as nothing is written.
        values: Every setting that was written, by its name.
        log: Every setting that was written or reset (``None``), in order.
        trouble: While set, nothing can be kept, for this reason.
    """

    usual: Preferences = field(default_factory=Preferences)
    values: dict[str, Any] = field(default_factory=dict)
    log: list[tuple[str, str | None]] = field(default_factory=list)
    trouble: str = ""

    def said(self, name: str) -> Said:
        """What was written, else the default; the journal lies in memory."""
        if name in self.values:
            return Said(setting_text(self.values[name]), "settings")
        usual = {
            "journal": "/memory/journal.json",
            "territory": "DE",
            "device_name": "laptop",
            "week_start": WEEKDAYS[self.usual.week_start],
        }
        text = usual.get(name) or setting_text(getattr(self.usual, name, "")) or "as in the evening"
        return Said(text, "default")

    def given_keys(self) -> Mapping[str, str]:
        """The keys that commands were given."""
        dotted = f"{KEYS}."
        return {
            name.removeprefix(dotted): keys for name, keys in self.values.items() if name.startswith(dotted)
        }

    def write(self, name: str, typed: str) -> None:
        """Keep a setting."""
        self._refuse()
        self.remember({name: typed})
        self.log.append((name, typed))

    def remember(self, typed: Mapping[str, str]) -> None:
        """Hold what was written at another time."""
        for name, text in typed.items():
            self.values[name] = text if name.startswith(f"{KEYS}.") else check_setting(name, text)

    def reset(self, name: str) -> None:
        """Forget a setting."""
        self._refuse()
        for kept in list(self.values):
            if kept == name or kept.startswith(f"{name}."):
                del self.values[kept]
        self.log.append((name, None))

    def preferences(self) -> Preferences:
        """What was written, over what is usual."""
        chosen = {name: value for name, value in self.values.items() if name in Preferences._fields}
        if "week_start" in chosen:
            chosen["week_start"] = WEEKDAYS.index(chosen["week_start"])
        return self.usual._replace(**chosen)

    def _refuse(self) -> None:
        if self.trouble:
            raise StillnightError(self.trouble)
