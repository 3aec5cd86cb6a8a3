"""The shapes of what the journal holds: JSON, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

Value: TypeAlias = "bool | int | float | str | list[Any] | dict[str, Any] | None"
"""One field's value. ``None`` means *not asked*; it is never written as a zero."""

Record: TypeAlias = Mapping[str, Any]
"""One record as a plain mapping of field name to value, without bookkeeping fields."""
