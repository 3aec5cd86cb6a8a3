"""One table of a tip file, read key by key; every misfit is named with file, id and key."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from stillnight.tips.errors import TipError


@dataclass(frozen=True, slots=True)
class Entry:
    """A tip or a gate as it stands in its file.

    Attributes:
        file: The file's name.
        id: Its id.
        data: Its keys and values.
    """

    file: str
    id: str
    data: Mapping[str, Any]

    def fail(self, key: str, problem: str) -> NoReturn:
        """Stop here.

        Raises:
            TipError: Always.
        """
        raise TipError(self.file, self.id, key, problem)

    def only(self, allowed: Collection[str]) -> None:
        """Refuse keys that nobody reads."""
        for key in self.data:
            if key not in allowed:
                self.fail(key, f"no such key here, there are {', '.join(sorted(allowed))}")

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty, or the default where the key is missing."""
        value = self.data.get(key, default)
        if not isinstance(value, str) or (not value and key in self.data):
            self.fail(key, "a text belongs here")
        return value

    def words(self, key: str, allowed: Collection[str] | None = None, least: int = 0) -> tuple[str, ...]:
        """A list of at least so many words, each one of the allowed ones."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or any(not isinstance(word, str) for word in value):
            self.fail(key, "a list of texts belongs here")
        if len(value) < least:
            self.fail(key, f"at least {least} belong here")
        for word in value:
            if allowed is not None and word not in allowed:
                self.fail(key, f"{word!r} is not known here")
        return tuple(value)

    def switch(self, key: str) -> bool:
        """True or false; missing is false."""
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            self.fail(key, "true or false belongs here")
        return value


def entries(file: str, document: Mapping[str, Any], name: str) -> Iterator[Entry]:
    """The ``[[name]]`` tables of a parsed file.

    Raises:
        TipError: If the file holds anything else.
    """
    for key in document:
        if key != name:
            raise TipError(file, "-", key, f"this file holds only [[{name}]] tables")
    rows = document.get(name, [])
    if not isinstance(rows, list) or any(not isinstance(row, Mapping) for row in rows):
        raise TipError(file, "-", name, f"each one begins with [[{name}]]")
    for at, row in enumerate(rows, 1):
        yield Entry(file, str(row.get("id", f"{name} number {at}")), row)
