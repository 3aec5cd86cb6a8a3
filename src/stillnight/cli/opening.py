"""Opening the program on the whole screen."""

from __future__ import annotations

from stillnight.cli.house import House
from stillnight.domain.moment import Moment


def open_app(house: House, moment: str | None) -> int:
    """Open the screen on the journal; here, and only here, is Textual imported.

    Args:
        house: Opens what is needed.
        moment: The moment that was asked for; ``None`` goes by the clock.
    """
    from stillnight.cli.wiring import session_of
    from stillnight.ui.app import run_app

    return run_app(session_of(house, Moment(moment) if moment else None))
