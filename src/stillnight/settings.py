"""What the user chose, kept in ``settings.toml`` of the config folder; everything has a default."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Any

from stillnight.domain.clock_rule import parse_clock
from stillnight.domain.errors import FieldError, StillnightError, UnknownName
from stillnight.domain.preferences import Preferences
from stillnight.resources import ResourceError, read_toml
from stillnight.territory import WEEKDAYS, is_territory

FILE = "settings.toml"

_JOURNAL_LINE = re.compile(r"""\s*["']?journal["']?\s*=""")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings as they were found.

    Attributes:
        path: The file they stand in, whether it is there or not.
        values: Key to checked value; a key that is missing keeps its default.
        problems: One line for each value that was not taken, naming key and file.
        hides_journal: Does it say where the journal lives, but not so that it can be read?
    """

    path: Path
    values: Mapping[str, Any]
    problems: tuple[str, ...] = ()
    hides_journal: bool = False

    @property
    def journal(self) -> str | None:
        """Where the journal was said to live."""
        return self.values.get("journal")

    def preferences(self, week_start: int = 0) -> Preferences:
        """What the user prefers.

        Args:
            week_start: The territory's first weekday, 0 Monday to 6 Sunday; a setting overrides it.
        """
        chosen = {
            name: self.values[name] for name in ("bedtime", "theme", "night_theme") if name in self.values
        }
        if "week_start" in self.values:
            week_start = WEEKDAYS.index(self.values["week_start"])
        return Preferences(week_start=week_start)._replace(**chosen)


def read_settings(folder: Path) -> Settings:
    """The settings of a config folder; a wrong value is a problem in words, never a failure."""
    path = folder / FILE
    try:
        return _checked(path, read_toml(path))
    except ResourceError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return Settings(path, {})
        sound, hides_journal = _sound_lines(path)
        found = _checked(path, sound)
        said = f"{error}; the defaults are used for what cannot be read"
        return Settings(path, found.values, (said, *found.problems), hides_journal or found.hides_journal)


def _checked(path: Path, found: Mapping[str, Any]) -> Settings:
    values: dict[str, Any] = {}
    problems: list[str] = []
    for key, value in found.items():
        try:
            values[key] = check_setting(key, value)
        except (FieldError, UnknownName) as error:
            problems.append(f"{error}; the default is used (in {path})")
    return Settings(path, values, tuple(problems), hides_journal="journal" in found.keys() - values.keys())


def _sound_lines(path: Path) -> tuple[dict[str, Any], bool]:
    """The settings on lines that can be read by themselves; and is the journal's line not one of them?"""
    import tomllib

    found: dict[str, Any] = {}
    hides_journal = False
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return {}, False
    for line in text.partition("\n[")[0].splitlines():
        try:
            found |= tomllib.loads(line)
        except tomllib.TOMLDecodeError:
            hides_journal |= _JOURNAL_LINE.match(line) is not None
    return found, hides_journal and "journal" not in found


def check_setting(key: str, value: object) -> Any:
    """One setting as the program works with it.

    Raises:
        UnknownName: If there is no such setting.
        FieldError: If the value does not fit.
    """
    if key not in _READERS:
        raise UnknownName("setting", key, list(_READERS), f"there are {', '.join(_READERS)}")
    return _READERS[key](key, value)


def write_setting(folder: Path, key: str, value: str) -> None:
    """Keep one setting, atomically; comments and everything else in the file stay.

    Raises:
        UnknownName: If there is no such setting.
        FieldError: If the value does not fit.
        StillnightError: If the file cannot be read or written.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    from stillnight.files import write_whole

    checked = check_setting(key, value)
    path = folder / FILE
    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
        document[key] = f"{checked:%H:%M}" if isinstance(checked, time) else checked
        write_whole(path, tomlkit.dumps(document))
    except TOMLKitError as error:
        raise StillnightError(f"{path} is not right, mend it first: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise StillnightError(f"{path} could not be written: {error}") from error


def _clock(key: str, value: object) -> time:
    return value if isinstance(value, time) else parse_clock(str(value), key)


def _weekday(key: str, value: object) -> str:
    day = str(value).strip().lower()
    if day not in WEEKDAYS:
        raise FieldError(key, value, f"one of {', '.join(WEEKDAYS)}")
    return day


def _country(key: str, value: object) -> str:
    country = str(value).strip().upper()
    if not is_territory(country):
        raise FieldError(key, value, "a country of two letters, such as GB")
    return country


def _words(key: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise FieldError(key, value, "a name")
    return value


_READERS: Mapping[str, Callable[[str, object], Any]] = {
    "journal": _words,
    "bedtime": _clock,
    "week_start": _weekday,
    "territory": _country,
    "theme": _words,
    "night_theme": _words,
}

KEYS = tuple(_READERS)
"""Every setting there is."""
