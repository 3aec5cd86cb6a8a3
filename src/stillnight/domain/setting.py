"""Every setting there is: what it is, what it takes, where it is kept.

This one table feeds the settings file, ``stillnight set``, its help and its errors, the completion of the
shell and the settings page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time
from typing import Any, NamedTuple

from stillnight.domain.clock_rule import parse_clock
from stillnight.domain.errors import FieldError, UnknownName
from stillnight.domain.preferences import WEEKDAYS

KEYS = "keys"
"""The table of the settings file that gives commands other keys; ``keys.save`` is one of them."""


LONGEST_NAME = 24
"""A device's name of so many signs still fits beside the night; our choice."""


class Setting(NamedTuple):
    """One thing that the user can choose.

    Attributes:
        name: What is typed after ``set``, and the key in the settings file.
        section: The part of the settings page where it stands.
        label: Its name on the screen.
        what: What it is, in one sentence.
        takes: What it takes, as errors say it.
        read: Reads a value as typed or kept; raises :class:`ValueError` or :class:`FieldError` where it does
            not fit.
        choices: Every value, where they are few and known beforehand.
        in_journal: Is it kept in the journal, for every device that shares it? Else it is kept in this
            device's settings file.
    """

    name: str
    section: str
    label: str
    what: str
    takes: str
    read: Callable[[object], Any]
    choices: tuple[str, ...] = ()
    in_journal: bool = False


def _words(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(value)
    return value


def _clock(value: object) -> time:
    return value if isinstance(value, time) else parse_clock(str(value))


def _rollover(value: object) -> time:
    clock = _clock(value)
    if not time(6) <= clock <= time(18):
        raise ValueError(value)
    return clock


def _weekday(value: object) -> str:
    return WEEKDAYS[WEEKDAYS.index(str(value).strip().lower())]


def _country(value: object) -> str:
    country = str(value).strip().upper()
    if not is_territory(country):
        raise ValueError(value)
    return country


def _device_name(value: object) -> str:
    name = _words(value).strip()
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise ValueError(value)
    return name


def _yes_or_no(value: object) -> str:
    """``yes`` or ``no``, also where a file says it in its own way."""
    word = str(value).strip().lower()
    if word not in ("yes", "no", "on", "off", "true", "false"):
        raise ValueError(value)
    return "yes" if word in ("yes", "on", "true") else "no"


def _slugs(value: object) -> tuple[str, ...]:
    """Names of factors, each once, in the order given."""
    listed = str(value).replace(",", " ").split()
    if not listed:
        raise ValueError(value)
    return tuple(dict.fromkeys(listed))


SETTINGS: Mapping[str, Setting] = {
    one.name: one
    for one in (
        Setting("journal", "Journal", "Journal", "The file that holds your nights.",
                "the path of a file or of its folder", _words),
        Setting("rollover", "Journal", "Night ends", "When one night ends and the next begins, everywhere.",
                "a time from 06:00 to 18:00, between two nights", _rollover, in_journal=True),
        Setting("device_name", "Journal", "This device",
                "What your other devices call this one; it is written into your journal.",
                f"a name of at most {LONGEST_NAME} signs", _device_name),
        Setting("bedtime", "Night", "Usual bedtime", "Two hours after it the dark night screen begins.",
                "a time such as 23:00", _clock),
        Setting("bell", "Night", "Bell", "The terminal's bell at the end of each step of a guided session.",
                "yes or no", _yes_or_no, ("yes", "no")),
        Setting("theme", "Look", "Theme", "The colours of the evening.", "the name of a theme", _words),
        Setting("morning_theme", "Look", "Morning theme", "The colours of the morning.",
                "the name of a theme", _words),
        Setting("night_theme", "Look", "Night theme", "The colours after lights out.",
                "the name of a theme", _words),
        Setting("week_start", "Look", "Week begins", "The first day of the week in the calendar.",
                f"one of {', '.join(WEEKDAYS)}", _weekday, WEEKDAYS),
        Setting("territory", "Look", "Country", "The country whose calendar and emergency numbers are meant.",
                "a country of two letters, such as GB", _country),
        Setting("factors", "Factors", "Asked", "What the form asks about the day, in that order.",
                "names of factors, such as caffeine,stress", _slugs, in_journal=True),
    )
}  # fmt: skip
"""Every setting by its name, in the order of the settings page."""


THEMES = ("theme", "morning_theme", "night_theme")
"""The settings that name a theme; only who reads the themes knows which there are."""


def check_setting(name: str, value: object) -> Any:
    """One setting's value as the program works with it.

    Raises:
        UnknownName: If there is no such setting.
        FieldError: If the value does not fit.
    """
    setting = find_setting(name)
    try:
        return setting.read(value)
    except (ValueError, FieldError):
        raise FieldError(name, value, setting.takes) from None


def find_setting(name: str) -> Setting:
    """The setting of a name.

    Raises:
        UnknownName: If there is none; it names them all.
    """
    if name not in SETTINGS:
        names = [*SETTINGS, KEYS]
        raise UnknownName("setting", name, names, f"there are {', '.join(names)}")
    return SETTINGS[name]


def setting_text(value: Any) -> str:
    """A setting's value as it is read and typed."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return " ".join(value) if isinstance(value, tuple) else str(value)


def is_territory(country: str) -> bool:
    """Is it a country's code of two capital letters?"""
    return len(country) == 2 and country.isascii() and country.isalpha() and country.isupper()
