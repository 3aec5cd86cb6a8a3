"""The part of the program that wears themes: reads them, puts one on by moment, lets the user choose."""

from __future__ import annotations

import os
from typing import ClassVar

from textual.app import App
from textual.driver import Driver
from textual.screen import SystemModalScreen
from textual.theme import Theme

from stillnight.domain.errors import BadInput, StillnightError
from stillnight.domain.moment import Moment
from stillnight.domain.preferences import theme_setting
from stillnight.journal.session import Session
from stillnight.ui.theming import about, parse_theme, variable_defaults

FALLBACK_THEME = "textual-dark"
"""What is used when none of ours can be read."""

USUAL = {Moment.EVENING: "dusk", Moment.NIGHT: "ember", Moment.MORNING: "dusk"}
"""What is worn where a setting names no theme that there is."""


class ThemedApp(App[None]):
    """An app in one of our themes.

    With ``NO_COLOR`` nothing is painted: every cell keeps the terminal's own two colours, and what a colour
    would say is said by bold, underlined and reversed letters.
    """

    CSS_PATH: ClassVar = "themed_app.tcss"

    def __init__(self, session: Session, driver_class: type[Driver] | None = None) -> None:
        """Read the themes and put on the one of the moment.

        Args:
            session: The journal and everything else that was wired for this run.
            driver_class: What draws on the terminal; ``None`` takes the usual one.
        """
        self._worn: Theme | None = None
        # native colours let Textual strip all of them; else it would paint greys of its own
        super().__init__(driver_class=driver_class, ansi_color="NO_COLOR" in os.environ or None)
        self._session = session
        self._problems: list[str] = []
        self._about: dict[str, str] = {}
        # what could not be kept is worn until the program is left
        self._chosen: dict[str, str] = {}
        self._read_themes()
        self.wear_theme(self._moment)

    def say(self, text: str, is_trouble: bool = False) -> None:
        """Tell the user something, where there is a screen to tell it on."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colour names, for themes that do not know them."""
        return variable_defaults(self.current_theme.dark)

    @property
    def current_theme(self) -> Theme:
        """The theme that is worn.

        Textual asks for it with every widget that it draws and looks it up anew each time, which made up
        a tenth of the first frame.
        """
        name = self.theme
        if self._worn is None or self._worn.name != name:
            self._worn = super().current_theme
        return self._worn

    def refresh_css(self, animate: bool = True) -> None:
        """Dress everything anew; Textual leaves out the palette, which may be open when the night begins."""
        super().refresh_css(animate)
        for screen in self.screen_stack[-1:]:
            if isinstance(screen, SystemModalScreen):
                self.stylesheet.update(screen, animate=animate)

    @property
    def own_themes(self) -> list[str]:
        """The names of the themes that came with the program or were added by the user."""
        return list(self._about)

    @property
    def _moment(self) -> Moment:
        return self._session.moment or self._session.journal.browse.moment()

    def _read_themes(self) -> None:
        shelf = self._session.themes()
        has_few_colors = self.console.color_system == "standard"
        for problem in shelf.problems:
            self._warn_once(problem)
        for origin, document in shelf.documents.items():
            try:
                theme = parse_theme(origin, document, has_few_colors)
            except BadInput as error:
                self._warn_once(str(error))
            else:
                self.register_theme(theme)
                self._about[theme.name] = about(document)

    def _warn_once(self, problem: str) -> None:
        if problem not in self._problems:
            self._problems.append(problem)
            self.say(problem, is_trouble=True)

    def theme_of(self, moment: Moment) -> str:
        """The name of the theme that the user wants at a moment, whether there is such a theme or not."""
        setting = self._setting(moment)
        return self._chosen.get(setting) or self._session.preferences.theme_at(moment)

    def _setting(self, moment: Moment) -> str:
        """The setting that names the theme of a moment."""
        has_morning = self._session.preferences.morning_theme or "morning_theme" in self._chosen
        return theme_setting(moment, bool(has_morning))

    def wear_theme(self, moment: Moment) -> None:
        """Put on the theme that the user prefers at a moment."""
        wanted = self.theme_of(moment)
        if wanted in self.available_themes:
            self.theme = wanted
            return
        said = f"{self._setting(moment)}: there is no theme called {wanted!r}, the default is worn"
        self._warn_once(f"{said} (in settings.toml); S chooses another")
        known = (name for name in (USUAL[moment], USUAL[Moment.EVENING]) if name in self.available_themes)
        self.theme = next(known, FALLBACK_THEME)

    def action_change_theme(self, moment: str = "") -> None:
        """Choose a theme with a look at each; the choice is kept.

        Args:
            moment: The moment that it is for; empty for the one that it is now.
        """
        from stillnight.ui.screens.choose import ChooseScreen, Words

        setting = theme_setting(Moment(moment)) if moment else self._setting(self._moment)
        current = self.theme_of(Moment(moment) if moment else self._moment)
        words = {name: Words(self._worn_at(name), self._described(name)) for name in self.own_themes}

        def keep(name: str | None) -> None:
            if name is not None:
                self._keep_theme(name, setting)
            self.wear_theme(self._moment)

        title = f"Theme for the {_SPANS[setting]}"
        self.push_screen(ChooseScreen(title, self.own_themes, current, self._try_on, words), keep)

    def on_settings_page_look_changed(self) -> None:
        """Wear what the settings say now."""
        self._chosen.clear()
        self.wear_theme(self._moment)

    def _worn_at(self, name: str) -> str:
        moments = dict.fromkeys(self._setting(moment) for moment in Moment if self.theme_of(moment) == name)
        return " and ".join(_SPANS[setting] for setting in moments)

    def _described(self, name: str) -> str:
        """What a theme is like, and why it is not shown when it is not."""
        words = [self._about[name]]
        if self.no_color:
            words.append("NO_COLOR is set: no theme is painted.")
        elif self._is_glaring(name):
            words.append("Too bright to be shown in the night.")
        return " ".join(filter(None, words))

    def _is_glaring(self, name: str) -> bool:
        return self._moment is Moment.NIGHT and not self.available_themes[name].dark

    def _try_on(self, name: str) -> None:
        """Wear a theme for a look; in the night none that lights up the room."""
        if not self._is_glaring(name):
            self.theme = name

    def _keep_theme(self, name: str, setting: str) -> None:
        try:
            self._session.save_setting(setting, name)
        except StillnightError as error:
            self._chosen[setting] = name
            self.say(f"{name} for now; it could not be kept: {error}", is_trouble=True)
        else:
            self._chosen.pop(setting, None)
            self.say(f"{name} is kept for the {_SPANS[setting]}")


_SPANS = {"theme": "evening", "night_theme": "night", "morning_theme": "morning"}
"""The part of the day for which a setting names the theme."""
