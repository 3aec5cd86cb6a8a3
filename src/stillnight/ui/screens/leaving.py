"""Asking before words are left behind that this machine could not keep."""

from __future__ import annotations

from typing import Any

from textual.app import App

from stillnight.ui.screens.confirm import ConfirmScreen

QUESTION = "What you typed could not be kept on this machine. Leave anyway?"


class LeaveScreen(ConfirmScreen):
    """Every key but y stays: what is on the screen is nowhere else."""


def ask_to_leave(app: App[Any]) -> None:
    """Ask over whatever is shown, unless the question stands there already."""

    def hear(is_sure: bool | None) -> None:
        if is_sure:
            app.exit()

    if not isinstance(app.screen, LeaveScreen):
        app.push_screen(LeaveScreen(QUESTION), hear)
