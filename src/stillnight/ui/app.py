"""The full-screen program: its themes, Home, the way out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import App, SuspendNotSupported, SystemCommand
from textual.binding import Binding
from textual.driver import Driver
from textual.screen import Screen
from textual.theme import Theme

from stillnight.domain.errors import BadInput, StillnightError
from stillnight.domain.moment import Moment
from stillnight.journal.session import Session
from stillnight.ui.commands import reached
from stillnight.ui.screens.deeds import DeedScreen
from stillnight.ui.screens.home.screen import HomeScreen
from stillnight.ui.theming import parse_theme, variable_defaults

FALLBACK_THEME = "textual-dark"
"""What is used when none of ours can be read."""


class StillnightApp(App[None]):
    """One run of the program. It knows the screens and the themes; the journal comes in from outside."""

    TITLE = "stillnight"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar = [Binding("ctrl+q", "quit", "Quit", show=False, priority=True)]

    def __init__(
        self, session: Session, is_painted: bool = False, release: Callable[[], None] | None = None
    ) -> None:
        """Prepare the program.

        Args:
            session: The journal and everything else that was wired for this run.
            is_painted: Does the first frame stand on the screen already?
            release: Gives the keyboard back to be taken over here.
        """
        self._release = release
        self._worn: Theme | None = None
        super().__init__(driver_class=_keeping_driver() if is_painted else None)
        self._session = session
        self._problems: list[str] = []
        self._own_themes: list[str] = []
        self._early: list[events.Key] | None = []
        self.animation_level = "none"
        self._read_themes()
        self.wear_theme(session.moment or session.journal.browse.moment())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colour names, for themes that do not know them."""
        return variable_defaults()

    def get_default_screen(self) -> Screen[None]:
        """Home; it says what was wrong with the themes."""
        return HomeScreen(self._session, self._problems)

    def on_load(self) -> None:
        """Take the keyboard over from the first frame."""
        if self._release:
            self._release()

    def on_mount(self) -> None:
        """Be drawn anew when the shell gives the terminal back."""
        self.app_resume_signal.subscribe(self, self._draw_anew)

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

    def _draw_anew(self, _: object) -> None:
        """The shell wrote over the screen, and only what changes would be drawn."""
        for screen in self.screen_stack:
            screen.refresh(layout=True)
            for widget in screen.query("*"):
                widget.refresh()

    def _read_themes(self) -> None:
        shelf = self._session.themes()
        for problem in shelf.problems:
            self._warn_once(problem)
        for origin, document in shelf.documents.items():
            try:
                theme = parse_theme(origin, document)
            except BadInput as error:
                self._warn_once(str(error))
            else:
                self.register_theme(theme)
                self._own_themes.append(theme.name)

    def _warn_once(self, problem: str) -> None:
        if problem not in self._problems:
            self._problems.append(problem)
            for screen in self.screen_stack if self.is_running else ():
                if isinstance(screen, HomeScreen) and screen.is_mounted:
                    screen.say(problem, is_trouble=True)

    @property
    def own_themes(self) -> list[str]:
        """The names of the themes that came with the program or were added by the user."""
        return list(dict.fromkeys(self._own_themes))

    def wear_theme(self, moment: Moment) -> None:
        """Put on the theme that the user prefers at a moment."""
        preferences = self._session.preferences
        wanted = preferences.night_theme if moment is Moment.NIGHT else preferences.theme
        if wanted in self.available_themes:
            self.theme = wanted
            return
        self._warn_once(f"there is no theme called {wanted!r}; S chooses another")
        self.theme = "dusk" if "dusk" in self.available_themes else FALLBACK_THEME

    async def on_event(self, event: events.Event) -> None:
        """A key may be the first after a boundary: the night and the moment change before it acts."""
        if isinstance(event, events.Key):
            if self._early is not None:
                self._early.append(event)
                return
            home = next((one for one in self.screen_stack if isinstance(one, HomeScreen)), None)
            if home is not None and home.is_mounted:
                home.notice_time()
        await super().on_event(event)

    @on(HomeScreen.Ready)
    async def catch_up(self) -> None:
        """Type what was typed before there was a form to take it."""
        early, self._early = self._early or [], None
        for key in early:
            await self.on_event(key)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette lists what can be done on the screen: the place with the focus first."""
        if not isinstance(screen, DeedScreen):
            return
        panes = dict.fromkeys((screen.place, *screen.owners()))
        listed = dict.fromkeys(command for place in panes for command in reached(place))
        for command in listed:
            if command.action and command.id != "command_palette":
                yield SystemCommand(
                    f"{command.label} ({command.shown})",
                    command.help,
                    lambda id=command.id: self.call_later(screen.action_run_command, id),
                )

    @on(HomeScreen.MomentChanged)
    def follow_moment(self, event: HomeScreen.MomentChanged) -> None:
        """Put on the theme of the moment."""
        self.wear_theme(event.moment)

    def action_change_theme(self) -> None:
        """Choose a theme with a look at each; the choice is kept."""
        from stillnight.ui.screens.choose import ChooseScreen

        def wear(name: str) -> None:
            self.theme = name

        def keep(name: str | None) -> None:
            if name is not None:
                self._keep_theme(name)

        self.push_screen(ChooseScreen("Theme", self.own_themes, self.theme, wear), keep)

    def _keep_theme(self, name: str) -> None:
        home = next(one for one in self.screen_stack if isinstance(one, HomeScreen))
        key = "night_theme" if home.moment is Moment.NIGHT else "theme"
        try:
            self._session.save_setting(key, name)
        except StillnightError as error:
            home.say(f"{name} for now; it could not be kept: {error}", is_trouble=True)
        else:
            home.say(f"{name} is kept for the {'night' if key == 'night_theme' else 'evening'}")

    def action_open_page(self, name: str) -> None:
        """Open a page over Home; another page makes room for it."""
        from stillnight.ui.pages import make_page
        from stillnight.ui.screens.page import Page

        if isinstance(self.screen, Page):
            self.pop_screen()
        self.push_screen(make_page(name, self._session), self._come_home)

    def _come_home(self, night: date | None) -> None:
        """Home shows what a page changed, and the night that was chosen there."""
        for home in self.screen_stack:
            if isinstance(home, HomeScreen):
                home.come_back(night)

    async def action_quit(self) -> None:
        """Leave, once the keys before this one have been taken; what is not saved is kept."""
        # behind the keys that still wait with the pane
        (self.focused or self.screen).call_later(self._leave)

    def _leave(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.keep_typed()
        self.exit()

    def action_suspend_process(self) -> None:
        """Go to the shell, where the terminal can do that."""
        try:
            super().action_suspend_process()
        except SuspendNotSupported:
            self.bell()


def run_app(session: Session, is_painted: bool = False, release: Callable[[], None] | None = None) -> int:
    """Run the full-screen program.

    Args:
        session: The journal and everything else that was wired for this run.
        is_painted: Does the first frame stand on the screen already?
        release: Gives the keyboard back to be taken over by the screen.

    Returns:
        The exit code.
    """
    app = StillnightApp(session, is_painted, release)
    app.run()
    return app.return_code or 0


def _keeping_driver() -> type[Driver]:
    from stillnight.ui.driver import KeepingDriver

    return KeepingDriver
