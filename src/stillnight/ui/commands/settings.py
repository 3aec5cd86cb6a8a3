"""What can be done on the settings page, and the key that leads there."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place

_HERE = Place.SETTINGS

SETTINGS = (
    Command("change_setting", _HERE, "enter", "Enter", "change", "Change what is under the cursor; a click does it too.", "change", True),
    Command("default_setting", _HERE, "d,delete", "d", "default", "Back to the default; a factor of your own is removed.", "default", True),
    Command("ask_factor", _HERE, "space", "Space", "ask or not", "Ask a factor in the form, or no longer.", "ask", True),
    Command("add_factor", _HERE, "a", "a", "add factor", "Add a factor of your own.", "add", True),
    Command("factor_up", _HERE, "K", "K", "up", "Ask a factor earlier.", "shift(-1)"),
    Command("factor_down", _HERE, "J", "J", "down", "Ask a factor later.", "shift(1)"),
    Command("next_section", _HERE, "tab", "Tab", "section", "To the next section.", "section(1)", True),
    Command("section_before", _HERE, "shift+tab", "Shift+Tab", "section back", "To the section before.", "section(-1)"),
    Command("settings", Place.EVERYWHERE, "S", "S", "settings", "Settings, factors and keys.", "app.open_page('settings')"),
)  # fmt: skip
"""Everything that belongs to the settings."""
