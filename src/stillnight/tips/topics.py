"""The topics under which claims and facts stand, each with its heading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stillnight.domain.document import Table
from stillnight.tips.errors import TipError


def headings(file: str, document: Mapping[str, Any], key: str) -> dict[str, str]:
    """The table ``[key]`` of a parsed file: id to words, in their order.

    Raises:
        TipError: If it is missing or holds anything but words.
    """
    table = Table(file, "-", document, TipError).inner(key)
    return {name: table.text(name) for name in table.data}


def without(document: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    """What stands in a parsed file beside these tables."""
    return {key: value for key, value in document.items() if key not in keys}
