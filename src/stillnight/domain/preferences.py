"""What the user prefers; everything has a sensible default."""

from __future__ import annotations

from datetime import time
from typing import NamedTuple

from stillnight.domain.moment import USUAL_BEDTIME


class Preferences(NamedTuple):
    """The settings that change what the journal does; kept per device in ``settings.toml``.

    Attributes:
        bedtime: The usual bedtime; two hours later the night moment begins.
        week_start: The calendar's first weekday, 0 Monday to 6 Sunday.
        theme: The theme by day and evening.
        night_theme: The theme of the night moment.
    """

    bedtime: time = USUAL_BEDTIME
    week_start: int = 0
    theme: str = "dusk"
    night_theme: str = "ember"
