"""Textual's key bindings out of the list of commands."""

from __future__ import annotations

from textual.binding import Binding

from stillnight.ui.commands import Place, at

Bindings = list[Binding | tuple[str, str] | tuple[str, str, str]]
"""What a widget takes for its ``BINDINGS``."""


def bindings(*places: Place) -> Bindings:
    """The key bindings of places."""
    return [
        Binding(command.keys, command.action, command.help, show=False, id=command.id)
        for place in places
        for command in at(place)
        if command.keys and command.action
    ]
