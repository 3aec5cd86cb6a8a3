"""Everything that can be opened, for the tests that look at all of it."""

from __future__ import annotations

from tests.ui.visit import Visit

from stillnight.ui.pages import PAGES

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

EVERYTHING = (*KEYS, "themes", *PAGES)
"""The names of everything that can be opened."""


async def show(visit: Visit, name: str) -> None:
    """Open one of :data:`EVERYTHING` from a Home that was just opened."""
    if name == "themes":
        await visit.app.run_action("app.change_theme")
    elif name in PAGES:
        await visit.app.run_action(f"app.open_page({name!r})")
    await visit.press(*KEYS.get(name, ()))
