"""Canonical JSON: one value, one text, on every device."""

from __future__ import annotations

import json
import math
from typing import Any

_ENCODE = json.JSONEncoder(ensure_ascii=True, allow_nan=False, sort_keys=True, separators=(",", ":")).encode

_PLAIN = frozenset((str, int, float, bool, type(None)))


def normal(value: Any) -> Any:
    """A JSON value with one form for each number: integral ones as integers.

    A number that JSON cannot hold becomes its name as text, so that nothing is dropped.
    """
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, dict):
        return {str(name): normal(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [normal(part) for part in value]
    raise ValueError(f"{type(value).__name__} is not JSON")


def text(value: Any) -> str:
    """The canonical text of a value: sorted keys, ASCII, no spaces.

    Raises:
        ValueError: If something in it is not JSON.
    """
    return _ENCODE(normal(value))


def written(value: Any) -> str:
    """The canonical text of a value that is normal already, as all that was read or kept is."""
    return _ENCODE(value)


def is_one(value: Any, other: Any) -> bool:
    """Have two normal values one text? ``True`` and 1 are two, though Python says they are equal."""
    if type(value) in _PLAIN and type(other) in _PLAIN:
        return type(value) is type(other) and value == other
    return _ENCODE(value) == _ENCODE(other)


def _number(value: float) -> int | float | str:
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return int(value) if value.is_integer() else value
