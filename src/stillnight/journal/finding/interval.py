"""Amounts as they are asked for: ``6+``, ``>=6``, ``<3``, ``6-8``."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import NamedTuple

_COMPARED = re.compile(r"(?P<sign>>=|=>|≥|<=|=<|≤|>|<|=|)(?P<value>.+?)(?P<plus>\+?)", re.DOTALL)
_RANGE = re.compile(r"(?P<low>.+?)(\.\.|-|–)(?P<high>.+)", re.DOTALL)
_SAME = {"=>": ">=", "≥": ">=", "=<": "<=", "≤": "<=", "": "="}
_SAID = {">=": "{} or more", "<=": "{} or less", ">": "more than {}", "<": "less than {}", "=": "{}"}
_SAID_OF_TIMES = {
    ">=": "{} or later",
    "<=": "{} or earlier",
    ">": "later than {}",
    "<": "earlier than {}",
    "=": "{}",
}

SIGNS = ">=|<=|=>|=<|≥|≤|>|<|="
"""The signs that compare, as a regular expression."""


class Interval(NamedTuple):
    """The numbers from ``low`` to ``high``, both of them included, and how that is said."""

    low: float
    high: float
    said: str

    def has(self, number: float | None) -> bool:
        """Is it one of them? What was not asked is none."""
        return number is not None and self.low <= number <= self.high


def read_interval(typed: str, read: Callable[[str], float | None], is_time: bool = False) -> Interval | None:
    """The numbers that are meant; ``None`` where it is no amount.

    Args:
        typed: ``6``, ``6+``, ``>=6``, ``<3``, ``6-8``.
        read: Reads one amount; ``None`` where it is none.
        is_time: Is it said of a time of the day?
    """
    between = _RANGE.fullmatch(typed)
    if between:
        low, high = read(between["low"]), read(between["high"])
        if low is not None and high is not None:
            return Interval(low, high, f"{between['low']} to {between['high']}")
    found = _COMPARED.fullmatch(typed)
    value = read(found["value"]) if found else None
    if found is None or value is None or (found["plus"] and found["sign"]):
        return None
    sign = ">=" if found["plus"] else _SAME.get(found["sign"], found["sign"])
    low = {">=": value, "=": value, ">": math.nextafter(value, math.inf)}.get(sign, -math.inf)
    high = {"<=": value, "=": value, "<": math.nextafter(value, -math.inf)}.get(sign, math.inf)
    return Interval(low, high, (_SAID_OF_TIMES if is_time else _SAID)[sign].format(found["value"]))
