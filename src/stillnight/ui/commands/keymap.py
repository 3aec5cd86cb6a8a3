"""Other keys for commands, as the user wrote them, held against the list of commands.

A command always keeps a key: keys that must work whatever a settings file says stay with their command
beside the new ones, so that nobody is locked in and red flags are never out of reach.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from stillnight.domain.errors import BadInput, FieldError, UnknownName
from stillnight.domain.setting import KEYS
from stillnight.ui.commands.command import Command, Keymap, Place, shared
from stillnight.ui.commands.key_names import KEYS_IN_WORDS, key_named, key_shown

RESERVED = frozenset((
    "enter", "ctrl+j", "ctrl+m", "escape", "tab", "ctrl+i", "shift+tab", "backspace", "ctrl+h",
    "up", "down", "left", "right", "ctrl+c", "ctrl+q", "ctrl+z", "ctrl+s",
    "question_mark", "f1", "exclamation_mark", "x", *"0123456789",
))  # fmt: skip
"""Keys that keep their meaning: moving, saving, leaving, help, red flags, and the answers of the form."""

_LISTS = ("j", "k", "g", "G", "home", "end", "pageup", "pagedown")
"""Keys that every list of a page takes for itself."""

_ANSWERS = ("full_stop", "minus", "asterisk", "at")
"""Signs that answer in the form."""


def keymap_of(
    written: Mapping[str, str], commands: Sequence[Command]
) -> tuple[dict[str, str], list[BadInput]]:
    """What can be used of the keys in a settings file, and what is wrong with the others.

    Of two commands that would share a key, the one further down keeps its usual keys.

    Args:
        written: A command's id to its keys, as the user wrote them.
        commands: The list of commands.
    """
    keymap: dict[str, str] = {}
    problems: list[BadInput] = []
    for id, typed in written.items():
        try:
            keymap[id] = _with_staying(find_command(id, commands), typed)
        except BadInput as error:
            problems.append(error)
    # a command that has its usual keys back may meet somebody who has taken one of them: look again
    while left := list(_clashes(keymap, commands)):
        id, key, other = left[-1]
        problems.append(_taken(id, written[id], key, other))
        del keymap[id]
    return keymap, problems


def keys_for(id: str, typed: str, written: Mapping[str, str], commands: Sequence[Command]) -> str:
    """The keys that a command is to get, as they are kept.

    Args:
        id: The command.
        typed: The keys as people write them, comma between.
        written: What other commands were given.
        commands: The list of commands.

    Raises:
        UnknownName: If there is no such command.
        FieldError: If a key is none, is reserved or belongs to another command that is reached there.
    """
    command = find_command(id, commands)
    wanted = _read(command, typed)
    others = {other: said for other, said in written.items() if other != id}
    # it stands last, so of two that want one key it is the one that is refused
    keymap, problems = keymap_of({**others, id: typed}, commands)
    if id not in keymap:
        raise next(one for one in problems if isinstance(one, FieldError) and one.field == f"{KEYS}.{id}")
    return ", ".join(key if key == "comma" else key_shown(key) for key in wanted)


def with_keys(command: Command, keymap: Keymap) -> Command:
    """A command with the keys that the user gave it, as the footer, the help and the palette show it."""
    keys = keymap.get(command.id)
    return command._replace(keys=keys, shown=key_shown(keys.split(",")[0])) if keys else command


def remappable(commands: Sequence[Command]) -> Iterator[Command]:
    """The commands that can have other keys: all that are bound to any."""
    return (command for command in commands if command.keys and command.action)


def keys_shown(command: Command) -> str:
    """All keys of a command as people write them."""
    return " ".join(key_shown(key) for key in command.keys.split(","))


def find_command(id: str, commands: Sequence[Command]) -> Command:
    """The command with a name that can have other keys.

    Raises:
        UnknownName: If there is none.
    """
    known = {command.id: command for command in remappable(commands)}
    if id not in known:
        raise UnknownName("command", id, list(known), f"{KEYS}.{id}: stillnight set {KEYS} lists them")
    return known[id]


def _read(command: Command, typed: str) -> list[str]:
    """The keys that were typed, by their library names."""
    name = f"{KEYS}.{command.id}"
    wanted = list(dict.fromkeys(key_named(one) for one in typed.split(",")))
    if not all(wanted):
        raise FieldError(name, typed, KEYS_IN_WORDS)
    for key in wanted:
        if key not in _staying(command) and (reason := _refused(command, key)):
            raise FieldError(name, typed, f"another key: {key_shown(key)} {reason}")
    return wanted


def _with_staying(command: Command, typed: str) -> str:
    """The keys that were typed, then those that stay whatever is typed."""
    return ",".join(dict.fromkeys((*_read(command, typed), *_staying(command))))


def _staying(command: Command) -> list[str]:
    """The usual keys that stay with a command; the form takes its letters by itself."""
    is_of_form = command.place is Place.FORM
    return [key for key in command.keys.split(",") if key in RESERVED or (is_of_form and len(key) == 1)]


def _refused(command: Command, key: str) -> str:
    """Why a command cannot have a key; empty when it can."""
    if key in RESERVED:
        return "keeps its meaning everywhere"
    is_small = len(key) == 1 and not key.isupper()
    reaches_form = command.place in (Place.FORM, Place.HOME, Place.PAGE, Place.EVERYWHERE)
    if reaches_form and (is_small or key in _ANSWERS):
        return "is an answer in the form or a key of the pane you are in"
    if key in _LISTS and Place.PAGE in (command.place, *shared(command.place)):
        return "moves the cursor in lists"
    return ""


def _clashes(keymap: Keymap, commands: Sequence[Command]) -> Iterator[tuple[str, str, Command]]:
    """The commands with other keys, the key in question, and whom it belongs to in a place where both work."""
    worn = {command.id: with_keys(command, keymap) for command in commands}
    by_key: dict[str, list[Command]] = {}
    for command in worn.values():
        for key in filter(None, command.keys.split(",")):
            by_key.setdefault(key, []).append(command)
    for id in keymap:
        for key in worn[id].keys.split(","):
            for other in by_key[key]:
                if other.id != id and _meet(worn[id].place, other.place):
                    yield id, key, other


def _meet(one: Place, other: Place) -> bool:
    """Can the commands of two places be given at the same time?"""
    return one is other or Place.EVERYWHERE in (one, other) or one in shared(other) or other in shared(one)


def _taken(id: str, typed: str, key: str, other: Command) -> FieldError:
    return FieldError(f"{KEYS}.{id}", typed, f"a free key: {key_shown(key)} is {other.label} ({other.id})")
