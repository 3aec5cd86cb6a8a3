"""Asking before a purge: what goes and what that means is said, and a word has to be typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from textual.containers import VerticalScroll

from stillnight.domain.errors import BadInput
from stillnight.domain.keeping import Purging
from stillnight.journal.purging import WARNING, Doomed, purge
from stillnight.ui.answers import after
from stillnight.ui.screens.deeds import DeedScreen, Result
from stillnight.ui.screens.sheet import Answers, Asked, SheetScreen


class PurgeScreen(SheetScreen):
    """One line to type the word that does it."""

    def on_mount(self) -> None:
        """Say what it means before anything is typed."""
        self.query_one(VerticalScroll).border_subtitle = "Enter purges · Esc back"
        self._tell(self._say(self.answers))


def ask_purge(screen: DeedScreen[Result], doomed: Doomed, then: Callable[[], None] = lambda: None) -> None:
    """Ask over a screen, do it, and let the screen say and show what became of it.

    Args:
        screen: Where it was asked for.
        doomed: What is to go.
        then: What else is to be done once it is gone.
    """
    done: list[Purging] = []

    def save(answers: Answers) -> None:
        if answers["consent"].lower() != doomed.consent:
            raise BadInput(f"Type {doomed.consent} to purge {doomed.count}, or leave with Esc.")
        done.append(purge(screen.journal.desk.store.keeping, doomed))

    def tell(is_done: bool | None) -> None:
        if not is_done or not done:
            return
        screen.answer(after(done[0].receipt, f"purged: {doomed.count}"))
        if done[0].left:
            names = ", ".join(PurePath(path).name for path in done[0].left)
            screen.say(f"purged; words of it still stand in {names}: delete that yourself", is_trouble=True)
        then()
        screen.reread(done[0].receipt)

    asked = [Asked("consent", "To purge, type", hint=doomed.consent)]
    words = f"{doomed.contents} {WARNING}".strip()
    screen.app.push_screen(PurgeScreen(_title(doomed), asked, save, lambda answers: words), tell)


def _title(doomed: Doomed) -> str:
    return f"Purge {doomed.count}{f' of {doomed.night.isoformat()}' if doomed.night else ''}"
