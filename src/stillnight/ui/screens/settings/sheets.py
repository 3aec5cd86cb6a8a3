"""The sheets in which settings, keys and factors are typed."""

from __future__ import annotations

from collections.abc import Callable

from stillnight.domain.errors import BadInput
from stillnight.domain.factor import Factor
from stillnight.domain.ports import Receipt
from stillnight.domain.setting import KEYS, check_setting, find_setting
from stillnight.journal.ledgers import Ledgers
from stillnight.journal.session import Session
from stillnight.journal.setting_book import rollover_words
from stillnight.journal.typed_factor import LETTER, LINES, new_slug, said_with, typed_lines
from stillnight.ui.commands.key_names import KEYS_IN_WORDS
from stillnight.ui.screens.sheet import Answers, Asked, SheetScreen
from stillnight.ui.setting_rows import FACTOR

Kept = Callable[[str, Receipt | None], None]
"""Is told the id of the row that changed and what became of it; what a device keeps has no receipt."""


_NOTES = {"journal": "Nothing is moved: stillnight move takes the nights along to another place."}
"""What is said while a setting is typed, in place of what it is."""


def setting_sheet(session: Session, name: str, current: str, kept: Kept) -> SheetScreen:
    """One line for a setting; another rollover says what it means while it is typed."""
    setting = find_setting(name)
    choices = _places(session) if name == "journal" else tuple(session.settings().choices(name))
    asked = Asked(name, setting.label, current, setting.takes, choices)

    def save(answers: Answers) -> None:
        kept(name, session.save_setting(name, answers[name]))

    def say(answers: Answers) -> str:
        return _meaning(session, answers[name]) if name == "rollover" else _NOTES.get(name, setting.what)

    return SheetScreen(setting.label, [asked], save, say)


def _places(session: Session) -> tuple[str, ...]:
    """The files in cloud folders that a journal lies in, or could."""
    return tuple(place.file for place in session.living().find()) if session.living else ()


def _meaning(session: Session, typed: str) -> str:
    try:
        after = check_setting("rollover", typed)
    except BadInput:
        return find_setting("rollover").what
    return rollover_words(session.journal, session.journal.desk.rollover, after)


def keys_sheet(session: Session, id: str, title: str, current: str, kept: Kept) -> SheetScreen:
    """One line for the keys of a command, comma between."""
    name = f"{KEYS}.{id}"

    def save(answers: Answers) -> None:
        kept(name, session.save_setting(name, answers[name]))

    def say(answers: Answers) -> str:
        return KEYS_IN_WORDS

    asked = Asked(name, "Keys", hint=f"now {current}; such as F5, Ctrl+L")
    return SheetScreen(f"Keys for: {title}", [asked], save, say)


def letter_sheet(ledgers: Ledgers, factor: Factor, kept: Kept) -> SheetScreen:
    """One line for the letter of a built-in factor."""

    def save(answers: Answers) -> None:
        kept(f"{FACTOR}.{factor.slug}", ledgers.edit_factor(factor.slug, key=answers["key"]))

    return SheetScreen(factor.label, [Asked(LETTER.name, LETTER.label, factor.key, LETTER.hint)], save)


def factor_sheet(ledgers: Ledgers, factor: Factor | None, kept: Kept) -> SheetScreen:
    """The lines of a factor of one's own; of a new one all that is left empty goes without saying."""
    before = typed_lines(factor) if factor else {}
    asked = [Asked(one.name, one.label, before.get(one.name, ""), one.hint, one.choices) for one in LINES]

    def save(answers: Answers) -> None:
        said = said_with(answers, before)
        slug = factor.slug if factor else new_slug(answers["label"], ledgers.factors())
        write = ledgers.edit_factor if factor else ledgers.add_factor
        kept(f"{FACTOR}.{slug}", write(slug, **said))

    return SheetScreen(factor.label if factor else "A factor of your own", asked, save)
