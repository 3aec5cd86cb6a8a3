"""Textual's key bindings out of the list of commands."""

from __future__ import annotations

from textual.binding import Binding

from stillnight.ui.commands import Command, Place, at, named

Bindings = list[Binding | tuple[str, str] | tuple[str, str, str]]
"""What a widget takes for its ``BINDINGS``."""


def bindings(*places: Place) -> Bindings:
    """The key bindings of places."""
    return [_binding(command) for place in places for command in at(place) if command.keys and command.action]


def bound(*ids: str) -> Bindings:
    """The key bindings of some commands, for a screen that takes few of a place."""
    return [_binding(named(id)) for id in ids]


def _binding(command: Command) -> Binding:
    return Binding(command.keys, command.action, command.help, show=False, id=command.id)
