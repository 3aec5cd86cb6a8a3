"""The entries of a file of tips or gates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from stillnight.domain.document import Table
from stillnight.tips.errors import TipError


def entries(file: str, document: Mapping[str, Any], name: str) -> Iterator[Table]:
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
        yield Table(file, str(row.get("id", f"{name} number {at}")), row, TipError)
