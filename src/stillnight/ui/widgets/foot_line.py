"""The keys of the pane that has the focus, at the bottom; a click does what the key does."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.events import Click
from textual.reactive import reactive
from textual.widget import Widget

from stillnight.ui.commands import Command, Place, at, footer, named
from stillnight.ui.commands.command import USUAL_KEYS, Keymap, is_page
from stillnight.ui.pictures.layout import WIDE

MOST_LINES = 3
"""What the footer may take of a small screen."""

YIELDING = ("where", "previous_night", "note", "next_pane", "go_to")
"""What gives way on a small screen, so that the way to the red flags and the way out stay in view."""

ON_OCCASION = ("disagreements",)
"""Pages that are named only while there is something on them."""

ROOMY = WIDE - 2
"""From so many columns on a second line names the other pages."""


class FootLine(Widget):
    """One or two lines of keys with their meanings."""

    DEFAULT_CSS = """
    FootLine { height: auto; max-height: 3; color: $muted; padding: 0 1; }
    """

    place: reactive[Place] = reactive(Place.FORM, layout=True)
    """The pane that has the focus."""
    keymap: reactive[Keymap] = reactive(USUAL_KEYS, layout=True)
    """The keys that the user gave to commands."""
    offered: reactive[tuple[str, ...]] = reactive((), layout=True)
    """Commands that are offered before all others while there is room, by their ids."""

    def render(self) -> Content:
        """The keys, wrapped where the line is full and never in the middle of one."""
        lines = self._lines(self.content_size.width or 78)
        return Content("\n").join(Content("  ").join(map(self._item, line)) for line in lines)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many lines as the keys need."""
        return min(len(self._lines(width)), MOST_LINES)

    async def on_click(self, event: Click) -> None:
        """A click on a key does what the key does."""
        offset = event.get_content_offset(self)
        lines = self._lines(self.content_size.width or 78)
        if offset is None or offset.y >= len(lines):
            return
        left = 0
        for command in lines[offset.y]:
            right = left + self._item(command).cell_length
            if left <= offset.x < right:
                await self.run_action(f"screen.run_command({command.id!r})")
            left = right + 2

    def _lines(self, width: int) -> list[list[Command]]:
        """The lines of keys; on a small screen what can be missed gives way."""
        listed = list(self._wanted([*map(named, self.offered), *footer(self.place)]))
        if width >= ROOMY:
            # they have a line of their own there
            listed = [command for command in listed if not is_page(command)]
        lines = self._wrapped(listed, width)
        for id in (*self.offered, *YIELDING):
            if len(lines) > MOST_LINES:
                listed = [command for command in listed if command.id != id]
                lines = self._wrapped(listed, width)
        return [*lines, self._pages(width)] if width >= ROOMY and len(lines) < MOST_LINES else lines

    def _pages(self, width: int) -> list[Command]:
        """The pages that can be opened, as many as one line takes; on a small screen the help names them."""
        listed: list[Command] = []
        pages = (command for command in at(Place.EVERYWHERE) if is_page(command))
        reached = (one for one in pages if one.id in self.offered or one.id not in ON_OCCASION)
        for command in self._wanted(sorted(reached, key=lambda one: one.id not in self.offered)):
            line = Content("  ").join(map(self._item, [*listed, command]))
            if line.cell_length <= width:
                listed.append(command)
        return listed

    def _wrapped(self, commands: Iterable[Command], width: int) -> list[list[Command]]:
        lines: list[list[Command]] = [[]]
        used = 0
        for command in commands:
            length = self._item(command).cell_length
            if used and used + length > width:
                lines.append([])
                used = 0
            lines[-1].append(command)
            used += length + 2
        return lines

    def _wanted(self, commands: Iterable[Command]) -> Iterable[Command]:
        """The commands with the keys that the user gave them."""
        if not self.keymap:
            return commands
        from stillnight.ui.commands.keymap import with_keys

        return [with_keys(command, self.keymap) for command in commands]

    @staticmethod
    def _item(command: Command) -> Content:
        return Content.assemble((command.shown, "$accent bold"), (f" {command.label}", "$muted"))
