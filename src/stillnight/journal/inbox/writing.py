"""The bytes of a text file, as phones and their editors write them."""

from __future__ import annotations

import codecs
from typing import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_ENDS = "\n\r\x85\u2028\u2029"
_BARE = 0.3
"""With so large a share of zero bytes on one side of the pairs it is UTF-16 that does not say so."""


class Writing(NamedTuple):
    """A text and how it was written.

    Attributes:
        text: The text.
        codec: How its signs are bytes.
        newline: How its lines end.
    """

    text: str = ""
    codec: str = "utf-8"
    newline: str = "\n"

    @property
    def is_finished(self) -> bool:
        """Does its last line have an end? One that has none may still be on its way."""
        return not self.text or self.text[-1] in _LINE_ENDS

    def encoded(self, text: str) -> bytes:
        """Another text, written in the same way: who appends to the file goes on in it."""
        mark = "\ufeff" if self.codec.startswith("utf-16") else ""
        return (mark + text.replace("\n", self.newline)).encode(self.codec, "backslashreplace")


def read_writing(data: bytes) -> Writing | None:
    """The text behind some bytes; ``None`` where they are no text."""
    codec = next((codec for mark, codec in _BOMS if data.startswith(mark)), "") or _bare_utf16(data)
    for guess in [codec] if codec else ["utf-8", "cp1252"]:
        try:
            text = data.decode(guess)
        except UnicodeDecodeError:
            continue
        return None if _is_binary(text) else Writing(text.removeprefix("\ufeff"), guess, _newline(text))
    return None


def _bare_utf16(data: bytes) -> str:
    half = len(data) // 2
    if not half or len(data) % 2 or b"\0" not in data:
        return ""
    if data[1::2].count(0) > half * _BARE:
        return "utf-16-le"
    return "utf-16-be" if data[0::2].count(0) > half * _BARE else ""


def _is_binary(text: str) -> bool:
    return any(sign < " " and sign not in "\t\n\r\f\v\x1a" for sign in text)


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
