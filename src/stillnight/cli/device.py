"""The settings that this device keeps for itself: its settings file, and what holds where that is silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from stillnight.cli.house import House
from stillnight.domain.errors import BadInput
from stillnight.domain.preferences import WEEKDAYS, Preferences
from stillnight.domain.setting import setting_text
from stillnight.journal.setting_book import BY_DEFAULT, Said, SettingBook
from stillnight.paths import USUAL

if TYPE_CHECKING:
    from stillnight.journal.journal import Journal


class HouseDevice:
    """A :class:`stillnight.journal.setting_book.Device` over the settings file of a house."""

    def __init__(self, house: House) -> None:
        """Read nothing yet."""
        self._house = house
        self._is_elsewhere = False

    def said(self, name: str) -> Said:
        """What holds of a setting.

        Raises:
            BadInput: If the journal's place was said wrongly.
        """
        if name == "journal":
            return self._place()
        values = self._house.settings.values
        if name in values:
            return Said(setting_text(values[name]), "settings")
        if name == "device_name":
            return Said(self._house.device_name() or "none", "the machine")
        if name in ("territory", "week_start"):
            return self._of_territory(name)
        default = getattr(Preferences(), name)
        return Said(setting_text(default) if default else "as in the evening", BY_DEFAULT)

    def _place(self) -> Said:
        """Where the journal is; or where the next start will look, once that was changed."""
        here = self._house.place
        there = self._house.anew().place if self._is_elsewhere else here
        later = ", from the next start" if there.path != here.path else ""
        return Said(str(there.path), f"{there.said_by}{later}")

    def _of_territory(self, name: str) -> Said:
        from stillnight.territory import territory_of

        if name == "week_start":
            return Said(WEEKDAYS[self._house.territorys_week_start()], "the country")
        return Said(territory_of(self._house.environ) or "none", "the machine")

    def given_keys(self) -> Mapping[str, str]:
        """A command's id to the keys that it was given, as written."""
        return self._house.settings.keys

    def write(self, name: str, typed: str) -> None:
        """Keep a setting in the file, and read the file again; raises as :func:`write_setting` does."""
        from stillnight.settings import write_setting

        if name == "journal":
            typed = self._place_to_use(typed)
        write_setting(self._house.folders.config, name, typed)
        self._read_again(name)

    def _place_to_use(self, typed: str) -> str:
        """The place that is meant, looked at before it is kept."""
        from stillnight.cli.living import to_use

        if (said_by := self._house.place.said_by) not in ("settings", USUAL):
            raise BadInput(
                f"{said_by} says where the journal is, and would win over this setting: leave it out"
            )
        return str(to_use(self._house, typed)[0])

    def reset(self, name: str) -> None:
        """Forget a setting, and read the file again; raises as :func:`reset_setting` does."""
        from stillnight.settings import reset_setting

        reset_setting(self._house.folders.config, name)
        self._read_again(name)

    def _read_again(self, name: str) -> None:
        self._is_elsewhere = self._is_elsewhere or name == "journal"
        self._house.read_settings_again()

    def preferences(self) -> Preferences:
        """What all of it means for the journal."""
        return self._house.preferences


def setting_book_of(house: House) -> SettingBook:
    """The settings of a house."""

    def journal() -> Journal:
        return house.journal

    def check_keys(id: str, typed: str, written: Mapping[str, str]) -> str:
        # the list of commands is only needed by whoever changes a key
        from stillnight.ui.commands import COMMANDS
        from stillnight.ui.commands.keymap import keys_for

        return keys_for(id, typed, written, COMMANDS)

    return SettingBook(HouseDevice(house), journal, lambda: theme_names(house), check_keys)


def theme_names(house: House) -> Sequence[str]:
    """The themes there are, by their own names."""
    documents = house.themes.documents.items()
    return list(dict.fromkeys(str(document.get("name", origin)) for origin, document in documents))
