"""The rows of the settings page, without a screen: sections, what holds, who said so, what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stillnight.domain.factor import Factor, Kind
from stillnight.domain.setting import KEYS, Setting
from stillnight.journal.journal import Journal
from stillnight.journal.setting_book import BY_DEFAULT, IN_JOURNAL, Said, SettingBook
from stillnight.ui.commands import COMMANDS, Command, Place
from stillnight.ui.commands.command import Keymap
from stillnight.ui.commands.keymap import keymap_of, keys_shown, remappable, with_keys

FACTOR, NEW = "factor", "factor."
"""What the id of a factor's row begins with, and the id of the row that adds one."""


class SettingRow(NamedTuple):
    """One row.

    Attributes:
        id: A setting, ``factor.`` and a slug, ``keys.`` and a command; empty for the head of a section.
        label: What it is called.
        text: What holds.
        by: Who said so; empty where nobody needs to know.
        about: What it is, what it takes, who said so: one sentence each.
    """

    id: str
    label: str
    text: str = ""
    by: str = ""
    about: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The factor of the row; empty for every other row."""
        table, _, slug = self.id.partition(".")
        return slug if table == FACTOR else ""

    @property
    def command(self) -> str:
        """The command of the row; empty for every other row."""
        table, _, command = self.id.partition(".")
        return command if table == KEYS else ""


def setting_rows(book: SettingBook, journal: Journal) -> list[SettingRow]:
    """Every row, section by section."""
    return [*_settings(book), *_factors(journal), *_keys(keymap_of(book.device.given_keys(), COMMANDS)[0])]


def change_words(before: SettingRow, now: SettingRow) -> str:
    """What was changed, in words."""
    label = now.label.removeprefix("[x] ").removeprefix("[ ] ")
    if now.slug:
        return f"{label}: {now.text}"
    if now.id == "journal":
        return f"{now.text} is used from the next start; nothing was moved"
    was = f" (was {before.text})" if before.text != now.text else ""
    return f"{label}: now {now.text}{was}"


def _settings(book: SettingBook) -> Iterator[SettingRow]:
    section = ""
    for setting, said in book.rows():
        # what is asked has rows of its own
        if setting.name == "factors":
            continue
        if setting.section != section:
            section = setting.section
            yield SettingRow("", section)
        yield SettingRow(setting.name, setting.label, said.text, said.by, _about(setting, said))


_SAID = {
    "": "",
    BY_DEFAULT: "This is the default.",
    IN_JOURNAL: "",
    "settings": "Said in the settings file.",
    "the machine": "As the machine says.",
    "the country": "As the country has it.",
    "the usual folder": "It lies in the usual folder.",
}
"""Who said something, in a sentence."""


def _about(setting: Setting, said: Said) -> tuple[str, ...]:
    kept = "Kept in the journal, for every device that shares it." if setting.in_journal else ""
    by = _SAID.get(said.by, f"Said by {said.by}.")
    return tuple(filter(None, (setting.what, f"It takes {setting.takes}.", kept, by)))


def _factors(journal: Journal) -> Iterator[SettingRow]:
    yield SettingRow("", "Factors")
    for factor in journal.ledgers.factors().values():
        is_own = factor.slug not in journal.desk.built_in
        mark = "[x]" if factor.shown else "[ ]"
        letter = f"letter {factor.key}" if factor.key else "no letter" if factor.shown else ""
        text = " · ".join(filter(None, (letter, factor.range_words)))
        by = "your own" if is_own else ""
        yield SettingRow(
            f"{FACTOR}.{factor.slug}", f"{mark} {factor.label}", text, by, _of_factor(factor, is_own)
        )
    yield SettingRow(NEW, "+ a new one", about=("A name, how it is answered, what to compare.",))


def _of_factor(factor: Factor, is_own: bool) -> tuple[str, ...]:
    days = f"Days with {factor.low:g} and days with {factor.high:g} are compared."
    expected = (
        "" if factor.direction == "either" else f"More of it is expected to make the legs {factor.direction}."
    )
    deeds = "Enter changes it, d removes it; its answers stay." if is_own else "Enter changes its letter."
    shown = (factor.question, "" if factor.kind is Kind.YES_NO else days, expected, deeds)
    return tuple(filter(None, shown))


def _keys(keymap: Keymap) -> Iterator[SettingRow]:
    """Place by place: what works in many of them stands first."""
    for place in dict.fromkeys((Place.EVERYWHERE, Place.HOME, *Place)):
        commands = [command for command in remappable(COMMANDS) if command.place is place]
        if commands:
            yield SettingRow("", f"Keys · {place.value}")
        yield from (_of_command(command, keymap) for command in commands)


def _of_command(command: Command, keymap: Keymap) -> SettingRow:
    worn = with_keys(command, keymap)
    by = "settings" if command.id in keymap else ""
    about = (command.help, f"Usually {keys_shown(command)}.") if by else (command.help,)
    return SettingRow(f"{KEYS}.{command.id}", command.label, keys_shown(worn), by, about)
