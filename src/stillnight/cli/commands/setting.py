"""``stillnight set``: change a setting, or show them all."""

from __future__ import annotations

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.house import House
from stillnight.cli.parser import Parser
from stillnight.cli.said import say_saved
from stillnight.domain.errors import FieldError, UnknownName
from stillnight.domain.setting import SETTINGS, check_setting, setting_text
from stillnight.paths import journal_file
from stillnight.settings import write_setting

ROLLOVER = "rollover"
"""It lives in the journal, so that every device agrees which night it is."""

KEYS = tuple(name for name, one in SETTINGS.items() if not one.in_journal)


def add_arguments(parser: Parser) -> None:
    """Key and value, both optional."""
    parser.add_argument("key", nargs="?", metavar="KEY", help=f"one of {', '.join((*KEYS, ROLLOVER))}")
    parser.add_argument(
        "value", nargs="?", metavar="VALUE", help="the new value; without it the value is shown"
    )
    parser.add_json()


def run(call: Call) -> int:
    """Change the setting, or show one or all."""
    house, key, value = call.house, call.args.key, call.args.value
    if key is not None and key not in (*KEYS, ROLLOVER):
        raise UnknownName("setting", key, [*KEYS, ROLLOVER], f"there are {', '.join((*KEYS, ROLLOVER))}")
    if key is None or value is None:
        return _show(call, key)
    if key == ROLLOVER:
        return _set_rollover(house, value)
    if key == "journal":
        value = str(journal_file(value, key))
    if key.endswith("theme"):
        _check_theme(house, key, value)
    write_setting(house.folders.config, key, value)
    say(f"{key} is now {setting_text(check_setting(key, value))}")
    return 0


def _show(call: Call, key: str | None) -> int:
    house = call.house
    preferences = house.settings.preferences()
    chosen = house.settings.values
    shown = {
        "journal": str(house.place.path),
        "bedtime": setting_text(preferences.bedtime),
        "week_start": chosen.get("week_start", "as in the territory"),
        "territory": chosen.get("territory", "as the machine says"),
        "theme": preferences.theme,
        "morning_theme": preferences.morning_theme or "as in the evening",
        "night_theme": preferences.night_theme,
    }
    if key in (None, ROLLOVER):
        shown[ROLLOVER] = setting_text(house.journal.desk.rollover)
    if key is not None:
        shown = {key: shown[key]}
    if call.args.json:
        say_json(shown)
    for name, value in shown.items() if not call.args.json else ():
        say(f"{name:<12} {value}")
    return 0


def _set_rollover(house: House, value: str) -> int:
    clock = check_setting(ROLLOVER, value)
    receipt = house.journal.ledgers.set_rollover(clock)
    say_saved(receipt, house.clock, f"nights now begin and end at {clock:%H:%M}", "")
    return 0


def _check_theme(house: House, key: str, value: str) -> None:
    known = list(house.themes.documents)
    if value not in known:
        raise FieldError(key, value, f"one of {', '.join(known)}")
