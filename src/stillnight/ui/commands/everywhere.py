"""Capitals and signs: places and deeds that are the same on every page."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place

_ALL = Place.EVERYWHERE

EVERYWHERE = (
    Command("help", _ALL, "question_mark,f1", "?", "help", "All keys.", "help", True),
    Command("undo", _ALL, "U", "U", "undo", "Take the last change back, also one of yesterday.", "undo", True),
    Command("quit", _ALL, "Q,ctrl+q", "Q", "quit", "Leave. What is typed and not saved is kept for next time.", "app.quit", True),
    Command("redo", _ALL, "ctrl+r", "Ctrl+R", "redo", "Do again what was undone.", "redo"),
    Command("change_theme", _ALL, "", "S", "theme", "Choose a theme; it stands among the settings.", "app.change_theme"),
    Command("command_palette", _ALL, "ctrl+p", "Ctrl+P", "palette", "Find a command by name.", "app.command_palette"),
    Command("suspend", _ALL, "ctrl+z", "Ctrl+Z", "to the shell", "Go to the shell; fg comes back.", "app.suspend_process"),
)  # fmt: skip
"""What works wherever one is."""

PAGE = (
    Command("close", Place.PAGE, "escape,ctrl+c", "Esc", "back", "Back to where you came from.", "close", True),
)  # fmt: skip
"""What works on every page that lies over Home."""
