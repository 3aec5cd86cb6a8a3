"""Opening the program on the whole screen."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TextIO

from stillnight.cli.house import House
from stillnight.domain.errors import BadInput
from stillnight.domain.moment import Moment


def open_app(house: House, moment: str | None) -> int:
    """Open the screen on the journal; here, and only here, is Textual imported.

    Args:
        house: Opens what is needed.
        moment: The moment that was asked for; ``None`` goes by the clock.

    Raises:
        BadInput: If there is no terminal to draw on and to read keys from.
    """
    keyboard, screen = need_terminal()
    from stillnight.ui.keyboard import EarlyKeyboard

    early = EarlyKeyboard(keyboard.fileno())
    try:
        return _run(house, Moment(moment) if moment else None, screen, early.release)
    except BaseException:
        early.forget()
        raise
    finally:
        early.release()


def need_terminal() -> tuple[TextIO, TextIO]:
    """The keyboard and the screen.

    Raises:
        BadInput: If there is no terminal to draw on and to read keys from.
    """
    # the screen library reads the one and draws on the other, and waits for ever for keys that cannot come
    keyboard, screen = sys.__stdin__, sys.__stderr__
    if keyboard is None or screen is None or not (keyboard.isatty() and screen.isatty()):
        raise BadInput("the screen needs a terminal; stillnight --help lists what works without one")
    return keyboard, screen


def _run(house: House, moment: Moment | None, screen: TextIO, release: Callable[[], None]) -> int:
    from stillnight.cli.first_sight import FirstSight

    first = FirstSight(house, moment, screen)
    try:
        session = first.open()
        from stillnight.ui.app import run_app

        return run_app(session, first.is_painted, release)
    except BaseException:
        first.wipe()
        raise
