"""The keys of commands as ``stillnight set`` says them; the list of commands is imported only for that."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from stillnight.cli.console import say, say_json, warn
from stillnight.domain.setting import KEYS
from stillnight.settings import default_used
from stillnight.ui.commands import COMMANDS
from stillnight.ui.commands.keymap import find_command, keymap_of, keys_shown, remappable, with_keys


def say_keys(written: Mapping[str, str], path: Path, as_json: bool) -> None:
    """List every command that can have other keys, with the keys it has.

    Args:
        written: What the settings file gives to commands.
        path: The settings file; what is wrong there is said.
        as_json: Say it for programs.
    """
    keymap, problems = keymap_of(written, COMMANDS)
    for problem in problems:
        warn(default_used(problem, path))
    listed = [with_keys(command, keymap) for command in remappable(COMMANDS)]
    if as_json:
        say_json({f"{KEYS}.{one.id}": keys_shown(one) for one in listed})
        return
    wide, width = max(len(one.id) for one in listed), max(len(keys_shown(one)) for one in listed)
    for one in listed:
        mark = "*" if one.id in keymap else " "
        say(f"{mark} {KEYS}.{one.id:<{wide}}  {keys_shown(one):<{width}}  {one.help}")
    if keymap:
        say(f"* not the usual keys; stillnight set {KEYS} --reset takes them all back")


def keys_of(id: str, written: Mapping[str, str]) -> str:
    """The keys of one command as people write them.

    Raises:
        UnknownName: If there is no such command.
    """
    keymap, _ = keymap_of(written, COMMANDS)
    return keys_shown(with_keys(find_command(id, COMMANDS), keymap))
