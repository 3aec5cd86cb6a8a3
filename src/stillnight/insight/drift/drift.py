"""What came of a watch over many nights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that changed.

    Attributes:
        name: Which one: ``onset``, ``parts``, ``rest_latency``, ``severity``, or what the watch began with.
        values: What fills the sentence about it: numbers, clock times, days, rows of names.
    """

    name: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Drift:
    """A change on one occasion, or what is missing to tell.

    Attributes:
        occasion: What tells it from the next one; the same on every device.
        signs: What changed; empty where it cannot be judged.
        lacks: The field without which it cannot be judged; else empty.
    """

    occasion: str
    signs: tuple[Sign, ...] = ()
    lacks: str = ""
