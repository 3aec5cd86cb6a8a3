"""``stillnight set``: change a setting, or show them all."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json, warn
from stillnight.cli.device import setting_book_of
from stillnight.cli.parser import Parser
from stillnight.cli.said import say_saved
from stillnight.domain.clock_rule import NOON
from stillnight.domain.errors import BadInput, FieldError
from stillnight.domain.setting import KEYS, SETTINGS, THEMES, check_setting, find_setting
from stillnight.journal.setting_book import Said, SettingBook, rollover_words
from stillnight.settings import command_of, default_used

DEFAULT = "default"
"""The value that gives a setting its default back, as ``--reset`` does."""

_OF_KEYS = "  keys.COMMAND   Other keys for a command, such as F5; stillnight set keys lists them."


def add_arguments(parser: Parser) -> None:
    """Key and value, both optional; the settings are listed below."""
    rows = "\n".join(
        f"  {one.name:<14} {one.what}\n{'':<17}It takes {one.takes}." for one in SETTINGS.values()
    )
    parser.epilog = f"settings:\n{rows}\n{_OF_KEYS}\n\n{parser.epilog}"
    parser.add_argument("key", nargs="?", metavar="KEY", help="a setting; without it all are shown")
    parser.add_argument(
        "value",
        nargs="?",
        metavar="VALUE",
        help=f"its new value, or {DEFAULT}; without it the value is shown",
    )
    parser.add_argument("--reset", action="store_true", help="let the default hold again")
    parser.add_json()


def run(call: Call) -> int:
    """Change the setting, or show one or all."""
    book, name, value = setting_book_of(call.house), call.args.key, call.args.value
    if call.args.reset and value not in (None, DEFAULT):
        raise BadInput(f"--reset takes no value, so leave out {value!r}")
    if call.args.reset or value == DEFAULT:
        return _change(call, book, name, None)
    if value is None:
        return _show(call, book, name)
    if name == "journal":
        return _use(call, value)
    return _change(call, book, name, value)


def _change(call: Call, book: SettingBook, name: str | None, value: str | None) -> int:
    """Change one setting; ``None`` lets its default hold again."""
    if name is None:
        raise BadInput("--reset needs the name of a setting, for example: stillnight set bedtime --reset")
    if name == KEYS and value is not None:
        raise BadInput(f"{KEYS} needs a command, for example: stillnight set {KEYS}.lights_out F5")
    meaning = _rollover_meaning(call, value) if name == "rollover" else ""
    receipt = book.reset(name) if value is None else book.change(name, value)
    said = "the usual ones" if name == KEYS else _text(book, name)
    if receipt is None:
        say(f"{name} {'are' if name == KEYS else 'is'} now {said}")
    else:
        say_saved(receipt, call.house.clock, name, said)
    if meaning:
        say(meaning)
    return 0


def _rollover_meaning(call: Call, value: str | None) -> str:
    """What another rollover means, looked up before it is changed."""
    journal = call.house.journal
    after = NOON if value is None else check_setting("rollover", value)
    return rollover_words(journal, journal.desk.rollover, after)


def _use(call: Call, path: str) -> int:
    """The journal's place is looked at before it is kept, as ``stillnight use`` does."""
    from stillnight.cli.commands import use

    return use.run(Call("use", Namespace(path=path, json=False), call.house))


def _show(call: Call, book: SettingBook, name: str | None) -> int:
    if name == KEYS:
        from stillnight.cli.keys_said import say_keys

        say_keys(book.device.given_keys(), call.house.settings.path, call.args.json)
        return 0
    shown = _all(book) if name is None else {name: _one(book, name)}
    for wrong in _unknown_themes(book, shown):
        warn(default_used(wrong, call.house.settings.path))
    if call.args.json:
        say_json({key: said.text for key, said in shown.items()})
        return 0
    width = max(map(len, shown))
    for key, said in shown.items():
        say(f"{key:<{width}}  {said.text}" + (f"  ({said.by})" if said.by else ""))
    if name is not None and name in SETTINGS:
        say(_explained(book, name))
    return 0


def _all(book: SettingBook) -> dict[str, Said]:
    shown = {setting.name: said for setting, said in book.rows()}
    return shown | {f"{KEYS}.{id}": Said(keys, "settings") for id, keys in book.device.given_keys().items()}


def _unknown_themes(book: SettingBook, shown: Mapping[str, Said]) -> Iterator[FieldError]:
    """The settings that name a theme that is not there."""
    for name in THEMES:
        if name in shown and shown[name].by == "settings" and shown[name].text not in book.choices(name):
            yield FieldError(name, shown[name].text, f"one of {', '.join(book.choices(name))}")


def _one(book: SettingBook, name: str) -> Said:
    if command := command_of(name):
        return Said(_text(book, name), "settings" if command in book.device.given_keys() else "default")
    return book.said(name)


def _explained(book: SettingBook, name: str) -> str:
    choices = ", ".join(book.choices(name))
    takes = f"one of {choices}" if choices else find_setting(name).takes
    return f"{find_setting(name).what} It takes {takes}."


def _text(book: SettingBook, name: str) -> str:
    if command := command_of(name):
        from stillnight.cli.keys_said import keys_of

        return keys_of(command, book.device.given_keys())
    return book.said(name).text
