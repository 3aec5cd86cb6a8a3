"""What a phone's keyboard makes of plain words, taken back: capitals, dashes, quotes, spaces, digits."""

from __future__ import annotations

import re
import unicodedata

from stillnight.journal.line.words import LIGHTS_OUT

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_QUOTES = dict.fromkeys(map(ord, "\"'`´‘’‚‛“”„‟«»‹›"), "")
_UNSEEN = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad\u200e\u200f"), None)
_BEHIND = ".,;:"


def plain_line(typed: str) -> str:
    """A line without what cannot be seen, its words one space apart."""
    return " ".join(unicodedata.normalize("NFC", typed.translate(_UNSEEN)).split())


def plain_words(typed: str) -> list[str]:
    """The words of a line that are keys, as somebody types them who has a keyboard.

    ``L`` alone keeps its capital: it is a key of its own.
    """
    folded = unicodedata.normalize("NFKC", typed.translate(_QUOTES)).translate(_DASHES)
    digits = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in folded)
    words = (_without_stops(word) for word in digits.split())
    return [word if word == LIGHTS_OUT else word.lower() for word in words if word]


def _without_stops(word: str) -> str:
    """A word without the comma or full stop behind it; alone they are signs of their own."""
    return word.rstrip(_BEHIND) or word[:1] if re.search(r"\w", word) else word
