"""What the palette finds: commands by their names, then those that say the word in what they do."""

from __future__ import annotations

from textual.command import Hit, Hits
from textual.system_commands import SystemCommandsProvider

_FAINT = 1e-6
"""Below every match of a name."""


class Commands(SystemCommandsProvider):
    """Commands by name, and by what they do: not everybody calls a thing as we do."""

    async def search(self, query: str) -> Hits:
        """The commands that fit what is typed."""
        async for hit in super().search(query):
            yield hit
        matches, word = self.matcher(query).match, query.casefold()
        for name, does, run, *_ in self.app.get_system_commands(self.screen):
            if matches(name) <= 0 and word in does.casefold():
                yield Hit(_FAINT, name, run, help=does)
