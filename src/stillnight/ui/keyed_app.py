"""The part of the program that gives commands the keys that the user wants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.driver import Driver

from stillnight.journal.session import Session
from stillnight.ui.commands import COMMANDS, Command
from stillnight.ui.commands.command import USUAL_KEYS, Keymap
from stillnight.ui.screens.deeds import DeedScreen
from stillnight.ui.themed_app import ThemedApp

if TYPE_CHECKING:
    from stillnight.ui.screens.settings.page import SettingsPage


class KeyedApp(ThemedApp):
    """An app whose commands can have other keys than usual."""

    worn_keys: Keymap = USUAL_KEYS
    """The keys that the user gave to commands, as far as they can be had."""

    def __init__(self, session: Session, driver_class: type[Driver] | None = None) -> None:
        """Give commands the keys of the settings file.

        Args:
            session: The journal and everything else that was wired for this run.
            driver_class: What draws on the terminal; ``None`` takes the usual one.
        """
        super().__init__(session, driver_class)
        # who has no keys of their own pays nothing for looking them up
        if session.keys:
            self.wear_keys(session.keys)

    def wear_keys(self, written: Mapping[str, str]) -> None:
        """Give commands other keys, at once and on every screen; what cannot be had is said.

        Args:
            written: A command's id to its keys, as the user wrote them.
        """
        from stillnight.ui.commands.keymap import keymap_of

        self.worn_keys, problems = keymap_of(written, COMMANDS)
        for problem in problems:
            self._warn_once(f"{problem}; the usual keys are used (in settings.toml)")
        self.set_keymap(dict(self.worn_keys))
        for screen in self.screen_stack if self.is_running else ():
            if isinstance(screen, DeedScreen):
                screen.wear_keys(self.worn_keys)

    # named, not decorated: a decorator would import the page before anybody opens it

    def on_settings_page_keys_changed(self, event: SettingsPage.KeysChanged) -> None:
        """Commands have other keys from now on."""
        self.wear_keys(event.written)

    def shown_key(self, command: Command) -> str:
        """The key of a command as people write it."""
        from stillnight.ui.commands.keymap import with_keys

        return with_keys(command, self.worn_keys).shown
