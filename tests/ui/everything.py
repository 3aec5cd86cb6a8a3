"""Everything that can be opened, for the tests that look at all of it."""

from __future__ import annotations

from tests.ui.visit import Visit

from stillnight.ui.pages import PAGES
from stillnight.ui.screens.coach.opening import open_coach, reliefs_of

KEYS: dict[str, tuple[str, ...]] = {
    "home": (),
    "typed": ("o", "h", "i", "enter", "c", "s"),
    "a wrong key": ("z",),
    "where": ("w", "c"),
    "feels": ("f", "c"),
    "calendar": ("tab", "left"),
    "a past night": ("left_square_bracket",),
    "to check": ("T", "down"),
    "help": ("question_mark",),
    "card": ("T", "enter"),
    "palette": ("ctrl+p",),
    "palette searched": ("ctrl+p", "t", "h", "e", "down"),
    "palette without a hit": ("ctrl+p", "q", "q", "q"),
    "note": ("o", "h", "i"),
    "note selected": ("o", "h", "i", "shift+left", "shift+left"),
    "date": ("tab", "s"),
    "a wrong date": ("tab", "s", "h", "i", "enter"),
    "an episode": ("7",),
}
"""What is opened with keys. Pages of ``ui/pages.py`` need no line here."""

ON_PAGES: dict[str, tuple[str, ...]] = {
    "a sheet": ("ledgers", "a"),
    "a sheet half filled in": ("ledgers", "a", "i", "r", "ctrl+s"),
    "a sheet refused": ("ledgers", "tab", "a", "x", "tab", "y", "ctrl+s"),
    "a setting": ("settings", "down", "down", "enter"),
    "a setting refused": ("settings", "down", "down", "enter", "q", "enter"),
    "found": ("find", *"severity", "space", "6", "plus", "down"),
    "a red flag ticked": ("red_flags", "space"),
    "a number to keep": ("red_flags", "n", "a"),
    "sitting still": ("sit_still", "enter"),
    "the night raster": ("charts", "2"),
    "the strips": ("charts", "3"),
    "before and after": ("charts", "4"),
    "a tip read": ("tips", "enter"),
    "sources": ("tips", "o"),
    "looking for a tip": ("tips", "f", *"calf"),
    "checked claims": ("tips", "tab", "down"),
    "a programme's days": ("programme", "s"),
    "a starting sheet": ("trials", "enter", "2"),
}
"""What is opened from a page: the page, then the keys."""

SESSIONS: dict[str, tuple[str, ...]] = {
    "a session": ("right",),
    "a session paused": ("space",),
    "the urge asked": ("j",),
}
"""What is opened from a guided session: the keys."""

EVERYTHING = (*KEYS, "themes", *PAGES, *ON_PAGES, *SESSIONS)
"""The names of everything that can be opened."""


async def show(visit: Visit, name: str) -> None:
    """Open one of :data:`EVERYTHING` from a Home that was just opened; ``by night`` opens the same."""
    name = name.removesuffix(" by night")
    if name == "themes":
        await visit.app.run_action("app.change_theme")
    elif name in PAGES:
        await visit.app.run_action(f"app.open_page({name!r})")
    elif name in ON_PAGES:
        page, *keys = ON_PAGES[name]
        await visit.app.run_action(f"app.open_page({page!r})")
        await visit.settle()
        await visit.press(*keys)
    elif name in SESSIONS:
        open_coach(visit.home, reliefs_of(visit.home.session).guides["calf_stretch"], before=6)
        await visit.settle()
        await visit.press(*SESSIONS[name])
    await visit.press(*KEYS.get(name, ()))
