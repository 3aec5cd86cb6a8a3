"""One table of a parsed TOML file, read key by key; every misfit is named with file, id and key."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from stillnight.domain.errors import DocumentError


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a parsed TOML file together with where it stands.

    Attributes:
        file: The file's name.
        id: The id of the rule, tip or gate it belongs to.
        data: Its keys and values.
        error: What is raised where it does not fit.
        path: The keys above it, with dots; empty at the top.
    """

    file: str
    id: str
    data: Mapping[str, Any]
    error: type[DocumentError] = DocumentError
    path: str = ""

    def fail(self, key: str, problem: str) -> NoReturn:
        """Stop here.

        Raises:
            DocumentError: Always, of the kind :attr:`error`.
        """
        raise self.error(self.file, self.id, self.place(key), problem)

    def place(self, key: str) -> str:
        """A key with the keys above it."""
        return f"{self.path}.{key}".strip(".")

    def only(self, allowed: Collection[str]) -> None:
        """Refuse keys that nobody reads: they are slips of the pen.

        Raises:
            DocumentError: If there is one.
        """
        for key in self.data:
            if key not in allowed:
                self.fail(key, f"no such key here, there are {', '.join(sorted(allowed))}")

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty, or the default where the key is missing."""
        value = self.data.get(key, default)
        if not isinstance(value, str) or (not value and key in self.data):
            self.fail(key, "a text belongs here")
        return value

    def choice(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """One word of a few."""
        value = self.text(key, default)
        if value not in allowed:
            self.fail(key, f"{value!r} is none of {', '.join(sorted(allowed))}")
        return value

    def whole(self, key: str, default: int | None = None, least: int = 1) -> int:
        """A whole number from ``least`` up."""
        value = self.data.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            self.fail(key, f"a whole number from {least} up belongs here")
        return value

    def switch(self, key: str) -> bool:
        """True or false; missing is false."""
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            self.fail(key, "true or false belongs here")
        return value

    def words(self, key: str, allowed: Collection[str] | None = None, least: int = 0) -> tuple[str, ...]:
        """A list of at least so many words, each one of the allowed ones; missing is an empty list."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or any(not isinstance(word, str) for word in value):
            self.fail(key, "a list of words belongs here")
        if len(value) < least:
            self.fail(key, f"at least {least} belong here")
        for word in value:
            if allowed is not None and word not in allowed:
                self.fail(key, f"{word!r} is not known here")
        return tuple(value)

    def inner(self, key: str) -> Table:
        """The table under a key."""
        value = self.data.get(key)
        if not isinstance(value, Mapping):
            self.fail(key, "a table belongs here")
        return Table(self.file, self.id, value, self.error, self.place(key))

    def rows(self, key: str) -> Iterator[Table]:
        """The tables of the list under a key, counted from 1."""
        value = self.data.get(key)
        if not isinstance(value, list) or not value or any(not isinstance(row, Mapping) for row in value):
            self.fail(key, "a list of tables belongs here, at least one")
        for number, row in enumerate(value, 1):
            yield Table(self.file, self.id, row, self.error, self.place(f"{key}.{number}"))
