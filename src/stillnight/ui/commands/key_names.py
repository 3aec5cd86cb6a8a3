"""Keys as people write them and as the screen library names them: ``F5`` and ``f5``, ``?`` and ``question_mark``."""

from __future__ import annotations

import unicodedata
from string import ascii_lowercase, punctuation

_NAMED = {
    "enter": "Enter", "escape": "Esc", "tab": "Tab", "shift+tab": "Shift+Tab", "backspace": "⌫",
    "space": "Space", "insert": "Insert", "delete": "Delete", "home": "Home", "end": "End",
    "pageup": "PageUp", "pagedown": "PageDown", "up": "↑", "down": "↓", "left": "←", "right": "→",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
    **{f"ctrl+{letter}": f"Ctrl+{letter.upper()}" for letter in ascii_lowercase},
}  # fmt: skip
"""Keys with a name, and how they are shown."""

_OTHER_WORDS = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "del": "delete"}

_SIGNS = {
    "/": "slash", "\\": "backslash", "@": "at", "-": "minus", "+": "plus", "_": "underscore",
}  # fmt: skip
"""Signs that the screen library calls otherwise than Unicode does."""

KEYS_IN_WORDS = (
    "F1 to F12, Ctrl and a letter, a capital, a sign, or Home End PageUp PageDown Insert Delete Space"
)
"""What a key can be."""


def key_named(written: str) -> str:
    """The screen library's name of a key; empty where there is no such key.

    Args:
        written: As people write it (``F5``, ``Ctrl+L``, ``?``, ``J``) or as the library names it.
    """
    text = written.strip()
    if len(text) == 1:
        return _sign_name(text)
    name = text.lower()
    name = _OTHER_WORDS.get(name, name)
    if name in _NAMED:
        return name
    return name if _sign_of(name) else ""


def key_shown(name: str) -> str:
    """A key as people write it."""
    return _NAMED.get(name) or _sign_of(name) or name


def _sign_name(sign: str) -> str:
    if sign.isalnum():
        return sign
    if sign in _SIGNS:
        return _SIGNS[sign]
    name = unicodedata.name(sign, "") if sign.isprintable() and not sign.isspace() else ""
    return name.lower().replace("-", "_").replace(" ", "_")


def _sign_of(name: str) -> str:
    """The sign behind a library's name such as ``question_mark``; empty where there is none."""
    for sign in punctuation:
        if _sign_name(sign) == name:
            return sign
    try:
        sign = unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return ""
    return sign if _sign_name(sign) == name else ""
