"""What the user chose, kept in ``settings.toml`` of the config folder; everything has a default."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from stillnight.domain.errors import BadInput, FieldError, StillnightError
from stillnight.domain.preferences import WEEKDAYS, Preferences
from stillnight.domain.setting import KEYS, check_setting, find_setting, setting_text
from stillnight.resources import ResourceError, read_toml

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

FILE = "settings.toml"

_JOURNAL_LINE = re.compile(r"""\s*["']?journal["']?\s*=""")


class Settings(NamedTuple):
    """The settings as they were found.

    Attributes:
        path: The file they stand in, whether it is there or not.
        values: Key to checked value; a key that is missing keeps its default.
        keys: Command to the keys that do it, as written; which commands and keys there are the screen knows.
        problems: One line for each value that was not taken, naming key and file.
        hides_journal: Does it say where the journal lives, but not so that it can be read?
    """

    path: Path
    values: Mapping[str, Any]
    keys: Mapping[str, str]
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
        chosen = {name: value for name, value in self.values.items() if name in Preferences._fields}
        if "week_start" in chosen:
            chosen["week_start"] = WEEKDAYS.index(chosen["week_start"])
        return Preferences(week_start=week_start)._replace(**chosen)


def read_settings(folder: Path) -> Settings:
    """The settings of a config folder; a wrong value is a problem in words, never a failure."""
    path = folder / FILE
    try:
        return _checked(path, read_toml(path))
    except ResourceError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return Settings(path, {}, {})
        sound, hides_journal = _sound_lines(path)
        found = _checked(path, sound)
        said = f"{error}; the defaults are used for what cannot be read"
        hides_journal |= found.hides_journal
        return Settings(path, found.values, found.keys, (said, *found.problems), hides_journal)


def _checked(path: Path, found: Mapping[str, Any]) -> Settings:
    values: dict[str, Any] = {}
    keys: dict[str, str] = {}
    problems: list[str] = []
    for name, value in found.items():
        try:
            if name == KEYS:
                _check_table(value)
            else:
                values[name] = _of_this_device(name, value)
        except BadInput as error:
            problems.append(default_used(error, path))
    table = found.get(KEYS)
    for command, typed in table.items() if isinstance(table, dict) else ():
        if isinstance(typed, str) and typed.strip():
            keys[command] = typed
        else:
            wrong = FieldError(f"{KEYS}.{command}", typed, 'keys in quotes, such as "F5"')
            problems.append(default_used(wrong, path))
    hides_journal = "journal" in found.keys() - values.keys()
    return Settings(path, values, keys, tuple(problems), hides_journal)


def _check_table(value: object) -> None:
    if not isinstance(value, dict):
        raise FieldError(KEYS, value, 'a table [keys] with lines such as lights_out = "F5"')


def _of_this_device(name: str, value: object) -> Any:
    if find_setting(name).in_journal:
        raise BadInput(f"{name} is kept in the journal, not here: stillnight set {name} says it")
    return check_setting(name, value)


def default_used(error: StillnightError, path: Path) -> str:
    """A wrong value of the settings file in one line that names the file."""
    return f"{error}; the default is used (in {path})"


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


def write_setting(folder: Path, name: str, value: str) -> None:
    """Keep one setting, atomically; comments and everything else in the file stay.

    Args:
        folder: The config folder.
        name: A setting, or ``keys.`` and a command whose keys the caller has checked.
        value: The value as it would be typed.

    Raises:
        UnknownName: If there is no such setting.
        FieldError: If the value does not fit.
        StillnightError: If the file cannot be read or written.
    """
    if command := command_of(name):
        _rewrite(folder / FILE, lambda document: _keys_of(document).__setitem__(command, value))
        return
    checked = setting_text(_of_this_device(name, value))
    _rewrite(folder / FILE, lambda document: document.__setitem__(name, checked))


def reset_setting(folder: Path, name: str) -> None:
    """Forget one setting, so that its default holds again; the rest of the file stays.

    Args:
        folder: The config folder.
        name: A setting, ``keys.`` and a command, or ``keys`` for all of these.

    Raises:
        UnknownName: If there is no such setting.
        StillnightError: If the file cannot be read or written.
    """
    path = folder / FILE
    command = command_of(name)
    if not command and name != KEYS:
        find_setting(name)
    if not path.exists():
        return
    if command:
        _rewrite(path, lambda document: _keys_of(document).pop(command, None))
    else:
        _rewrite(path, lambda document: document.pop(name, None))


def command_of(name: str) -> str:
    """The command in ``keys.command``; empty for every other setting."""
    table, _, command = name.partition(".")
    return command if table == KEYS else ""


def _keys_of(document: TOMLDocument) -> Any:
    """The table of keys, begun where there is none."""
    if not isinstance(document.get(KEYS), dict):
        import tomlkit

        document[KEYS] = tomlkit.table()
    return document[KEYS]


def _rewrite(path: Path, change: Callable[[TOMLDocument], object]) -> None:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    from stillnight.files import write_whole

    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
        change(document)
        write_whole(path, tomlkit.dumps(document))
    except TOMLKitError as error:
        raise StillnightError(f"{path} is not right, mend it first: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise StillnightError(f"{path} could not be written: {error}") from error
