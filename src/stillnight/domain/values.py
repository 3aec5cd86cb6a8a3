"""The shapes of what the journal holds: JSON, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

Value: TypeAlias = "bool | int | float | str | list[Any] | dict[str, Any] | None"
"""One field's value. ``None`` means *not asked*; it is never written as a zero."""

Record: TypeAlias = Mapping[str, Any]
"""One record as a plain mapping of field name to value, without bookkeeping fields."""

YES_NO_WORDS: Mapping[str, bool] = {"yes": True, "no": False, "true": True, "false": False}
"""Words for yes and no, as typed or as another program writes them."""


def whole_number(value: object, least: int, most: int | None = None) -> int | None:
    """A kept value as a whole number in [least, most]; ``None`` where it is missing or none."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if value >= least and (most is None or value <= most) else None
