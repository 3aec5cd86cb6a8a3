"""What the user prefers; everything has a sensible default."""

from __future__ import annotations

from datetime import time
from typing import NamedTuple

from stillnight.domain.moment import USUAL_BEDTIME, Moment

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""The days of the week as the settings name them; their places are the calendar's numbers."""


class Preferences(NamedTuple):
    """The settings that change what the journal does; kept per device in ``settings.toml``.

    Attributes:
        bedtime: The usual bedtime; two hours later the night moment begins.
        week_start: The calendar's first weekday, 0 Monday to 6 Sunday.
        theme: The theme of the evening, and of the morning unless that has one of its own.
        night_theme: The theme of the night moment.
        morning_theme: The theme of the morning; empty is the evening's.
        bell: Does the terminal's bell ring at the end of each step of a guided session? ``yes`` or ``no``.
    """

    bedtime: time = USUAL_BEDTIME
    week_start: int = 0
    theme: str = "dusk"
    night_theme: str = "ember"
    morning_theme: str = ""
    bell: str = "no"

    def theme_at(self, moment: Moment) -> str:
        """The theme that is worn at a moment."""
        return str(getattr(self, theme_setting(moment, bool(self.morning_theme))))


def theme_setting(moment: Moment, has_morning: bool = True) -> str:
    """The setting that says which theme is worn at a moment.

    Args:
        moment: Evening, night or morning.
        has_morning: Has the morning a theme of its own?
    """
    if moment is Moment.NIGHT:
        return "night_theme"
    return "morning_theme" if moment is Moment.MORNING and has_morning else "theme"
