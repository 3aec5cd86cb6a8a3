"""Something that the user dated and that is near: worked out elsewhere, and handed in to the rules."""

from __future__ import annotations

from typing import NamedTuple


class Plan(NamedTuple):
    """One plan.

    Attributes:
        occasion: What tells it from the next one of its kind; the same on every device.
        said: What is said of it, one sentence each; at least one.
    """

    occasion: str
    said: tuple[str, ...]
