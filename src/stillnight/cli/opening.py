"""Opening the program on the whole screen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TextIO

from stillnight.cli.house import House
from stillnight.domain.errors import BadInput
from stillnight.domain.moment import Moment
from stillnight.journal.session import Session


def open_app(house: House, moment: str | None) -> int:
    """Open the screen on the journal; here, and only here, is Textual imported.

    Args:
        house: Opens what is needed.
        moment: The moment that was asked for; ``None`` goes by the clock.

    Raises:
        BadInput: If there is no terminal to draw on and to read keys from.
    """
    # the screen library reads the one and draws on the other, and waits for ever for keys that cannot come
    keyboard, screen = sys.__stdin__, sys.__stderr__
    if keyboard is None or screen is None or not (keyboard.isatty() and screen.isatty()):
        raise BadInput("the screen needs a terminal; stillnight --help lists what works without one")
    from stillnight.cli.wiring import session_of
    from stillnight.ui.keyboard import EarlyKeyboard

    session = session_of(house, Moment(moment) if moment else None)
    early = EarlyKeyboard(keyboard.fileno())
    try:
        return _run(session, screen, house.environ, early.release)
    finally:
        early.release()


def _run(session: Session, screen: TextIO, environ: Mapping[str, str], release: Callable[[], None]) -> int:
    from stillnight.ui.first_frame import LEAVE, paint

    is_painted = paint(session, screen, environ)
    try:
        from stillnight.ui.app import run_app

        return run_app(session, is_painted, release)
    except BaseException:
        if is_painted:
            screen.write(LEAVE)
        raise
