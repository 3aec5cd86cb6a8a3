"""The full-screen program: Home, the pages over it, the way out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import constants, events, on
from textual.app import SuspendNotSupported, SystemCommand
from textual.binding import Binding
from textual.driver import Driver
from textual.screen import Screen

from stillnight.domain.moment import Moment
from stillnight.journal.session import Session
from stillnight.ui.commands import Command, Place, reached
from stillnight.ui.key_line import PATIENCE_SECONDS, KeyLine
from stillnight.ui.keyed_app import KeyedApp
from stillnight.ui.nightfall import Nightfall
from stillnight.ui.screens.deeds import DeedScreen
from stillnight.ui.screens.home.screen import HomeScreen

if TYPE_CHECKING:
    from textual.command import Provider

    from stillnight.ui.live.look import Look
    from stillnight.ui.live.looked import Looked
    from stillnight.ui.live.lookout import Lookout
    from stillnight.ui.screens.first_steps import FirstStepsPage
    from stillnight.ui.screens.page import Left, Page

SWITCH_SECONDS = 0.0005
"""A thread that counts gives way to a key after so long; Python's own 5 ms add up over one repaint."""


def _palette() -> type[Provider]:
    """What the palette searches; imported once somebody opens it."""
    from stillnight.ui.palette import Commands

    return Commands


class StillnightApp(KeyedApp):
    """One run of the program. It knows the screens; the journal comes in from outside."""

    TITLE = "stillnight"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar = {_palette}
    BINDINGS: ClassVar = [Binding("ctrl+q", "quit", "Quit", show=False, priority=True)]

    lookout: Lookout | None = None
    """Looks at the journal, once Home has settled."""

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
        self._line = KeyLine(self._let_the_next_come)
        self._nightfall = Nightfall(self)
        super().__init__(session, _driver(is_painted))
        self.animation_level = "none"

    def get_default_screen(self) -> Screen[None]:
        """Home; it says what was wrong with the themes."""
        home = HomeScreen(self._session, self._problems)
        home.keymap = self.worn_keys
        return home

    def on_load(self) -> None:
        """Take the keyboard over from the first frame."""
        if self._release:
            self._release()

    def on_mount(self) -> None:
        """At night be dark from the first frame on; be drawn anew when the shell gives the terminal back."""
        self.app_resume_signal.subscribe(self, self._draw_anew)
        if self._moment is Moment.NIGHT and isinstance(self.screen, HomeScreen):
            self._nightfall.fall(self.screen)

    def _draw_anew(self, _: object) -> None:
        """The shell wrote over the screen, and only what changes would be drawn."""
        for screen in self.screen_stack:
            screen.refresh(layout=True)
            for widget in screen.query("*"):
                widget.refresh()

    def say(self, text: str, is_trouble: bool = False) -> None:
        """Tell the user something on the screen that lies uppermost and has a line for it."""
        for screen in reversed(self.screen_stack if self.is_running else []):
            if isinstance(screen, DeedScreen) and screen.is_mounted and screen.TAKES_NEWS:
                screen.say(text, is_trouble)
                return

    async def on_event(self, event: events.Event) -> None:
        """What is typed stands in line, and is answered one after the other."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._session.pace.typed()
        self._line.add(event)
        await self._answer()
        if self._line.is_held_up:
            # whatever was closed with a messenger in it must not keep the keyboard
            self.set_timer(PATIENCE_SECONDS, partial(self._go_on, self._line.number))

    async def _answer(self) -> None:
        """A key may be the first after a boundary: the night and the moment change before it acts."""
        while self.screen_stack and (typed := self._line.take(self.screen)) is not None:
            home = next((one for one in self.screen_stack if isinstance(one, HomeScreen)), None)
            is_key = home is not None and home.is_mounted and isinstance(typed, events.Key)
            if not (home and is_key and self._nightfall.notice_time(home)):
                await super().on_event(typed)
            if self.screen_stack:
                self._line.follow(self.screen)

    async def _go_on(self, number: int) -> None:
        self._line.give_up(number)
        await self._answer()

    async def _let_the_next_come(self, number: int) -> None:
        if self.screen_stack:
            self._line.hear(number, self.screen)
            await self._answer()

    @on(HomeScreen.Ready)
    async def listen(self) -> None:
        """Answer what was typed before there was a form to take it; then follow what comes from elsewhere."""
        self._line.open()
        await self._answer()
        self.call_after_refresh(self._look_out)

    def _look_out(self) -> None:
        from stillnight.ui.live.lookout import Lookout

        self.lookout = Lookout(
            lambda: self._session.journal.desk.store, self._tell_looked, lambda: self._session.mail()
        )
        if self._session.look_seconds:
            self.set_interval(self._session.look_seconds, self.lookout.tick)

    def _tell_looked(self, look: Look) -> None:
        """Tell the screens, from the thread that looked."""
        from stillnight.ui.live.looked import Looked

        with suppress(RuntimeError):  # the program has ended meanwhile
            self.post_message(Looked(look))

    # named, not decorated: a decorator would import it on the way to the first frame

    def on_looked(self, event: Looked) -> None:
        """Every screen shows what came."""
        from stillnight.ui.live.showing import show_look

        show_look(self.screen_stack, event.look)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette lists what can be done on the screen: the place with the focus first."""
        if not isinstance(screen, DeedScreen):
            return
        # what ends a choice of words is a deed only while words are chosen
        panes = dict.fromkeys((screen.place, *(one for one in screen.owners() if one is not Place.PICKER)))
        # one deed may be at home in two panes: the pane with the focus comes first and does it
        listed: dict[tuple[str, str], Command] = {}
        for command in (command for place in panes for command in reached(place)):
            listed.setdefault((command.shown, command.label), command)
        for command in listed.values():
            if command.action and command.id != "command_palette":
                yield SystemCommand(
                    f"{command.label} ({self.shown_key(command)})",
                    command.help,
                    lambda id=command.id: self.call_later(screen.action_run_command, id),
                )

    @on(HomeScreen.MomentChanged)
    def follow_moment(self, event: HomeScreen.MomentChanged) -> None:
        """Put on the theme of the moment, and be dark in the night."""
        self.wear_theme(event.moment)
        self._fall()

    @on(HomeScreen.DarkWanted)
    def be_dark(self, event: HomeScreen.DarkWanted) -> None:
        """Nothing is to be seen any more."""
        for home in self._homes():
            self._nightfall.fall_again(home, event.said, event.is_trouble)

    def _fall(self) -> None:
        for home in self._homes():
            if home.moment is Moment.NIGHT and home.is_mounted and not home.is_typing:
                self._nightfall.fall(home)

    def _homes(self) -> list[HomeScreen]:
        return [screen for screen in self.screen_stack if isinstance(screen, HomeScreen)]

    def action_open_page(self, name: str) -> None:
        """Open a page over Home; other pages make room for it."""
        from stillnight.ui.screens.page import Page

        page = self._page(name)
        page.wear_keys(self.worn_keys)
        while isinstance(self.screen, Page) and self.screen is not page:
            self.pop_screen()
        if self.screen is not page:
            self.push_screen(page, self._come_home)
        page.enter()

    def _page(self, name: str) -> Page:
        """A new page, or the one that is kept."""
        from stillnight.ui.pages import make_page
        from stillnight.ui.screens.page import Page

        if self.is_screen_installed(name):
            return self.get_screen(name, Page)
        page = make_page(name, self._session)
        if page.IS_KEPT:
            self.install_screen(page, name)
        return page

    def _come_home(self, left: Left) -> None:
        """Home shows what a page changed, and the night that was chosen there; else at night it is dark."""
        for home in self._homes():
            home.come_back(left)
            if left is not None:
                self.call_later(self._nightfall.lift, home)
        if left is None:
            self._fall()

    def on_first_steps_page_moved(self, event: FirstStepsPage.Moved) -> None:
        """The journal lives elsewhere: go on with it as it is there now."""
        from stillnight.ui.pages import PAGES

        self._session = event.session
        while len(self.screen_stack) > 1:
            self.pop_screen()
        for name in PAGES:
            if self.is_screen_installed(name):
                self.uninstall_screen(name)
        for home in self.screen_stack:
            if isinstance(home, HomeScreen):
                home.move_in(event.session)
        self.action_open_page("first_steps")
        self.call_after_refresh(self.say, event.said)

    async def action_quit(self) -> None:
        """Leave, once the keys before this one have been taken; what is not saved is kept."""
        # behind the keys that still wait with the pane
        (self.focused or self.screen).call_later(self._leave)

    def _leave(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.keep_typed()
                screen.remember()
        if self._session.drafts.are_kept:
            self.exit()
            return
        from stillnight.ui.screens.leaving import ask_to_leave

        ask_to_leave(self)

    def action_suspend_process(self) -> None:
        """Go to the shell, where the terminal can do that; meanwhile nobody looks at the journal."""
        if self.lookout:
            self.lookout.rest()
        try:
            super().action_suspend_process()
        except SuspendNotSupported:
            self.bell()
        if self.lookout:
            self.lookout.go_on()


def run_app(session: Session, is_painted: bool = False, release: Callable[[], None] | None = None) -> int:
    """Run the full-screen program.

    Args:
        session: The journal and everything else that was wired for this run.
        is_painted: Does the first frame stand on the screen already?
        release: Gives the keyboard back to be taken over by the screen.

    Returns:
        The exit code.
    """
    if not os.environ.get("NO_COLOR"):
        # set to nothing it asks for nothing, but Textual would hear a wish
        os.environ.pop("NO_COLOR", None)
    app = StillnightApp(session, is_painted, release)
    sys.setswitchinterval(SWITCH_SECONDS)
    # GNU screen keeps Esc to itself until the next key while a program listens to the mouse
    app.run(mouse="STY" not in os.environ)
    return app.return_code or 0


def _driver(is_painted: bool) -> type[Driver] | None:
    """What draws on the terminal; ``None`` where another one is asked for, or the system has its own."""
    if not is_painted and (constants.DRIVER or sys.platform == "win32"):
        return None
    from stillnight.ui.driver import HearingDriver, KeepingDriver

    return KeepingDriver if is_painted else HearingDriver
