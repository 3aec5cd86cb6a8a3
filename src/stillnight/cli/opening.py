"""Opening the program on the whole screen."""

from __future__ import annotations

import sys

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
    # the screen library reads the one and draws on the other, and waits for ever for keys that cannot come
    if not all(stream is not None and stream.isatty() for stream in (sys.__stdin__, sys.__stderr__)):
        raise BadInput("the screen needs a terminal; stillnight --help lists what works without one")
    from stillnight.cli.wiring import session_of
    from stillnight.ui.first_frame import LEAVE, paint

    session = session_of(house, Moment(moment) if moment else None)
    is_painted = paint(session, sys.stdout, house.environ)
    try:
        from stillnight.ui.app import run_app

        return run_app(session, is_painted)
    except BaseException:
        if is_painted:
            sys.stdout.write(LEAVE)
        raise
