"""What is said beside what the user's own nights say about a factor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class OwnWords(NamedTuple):
    """The part ``own_nights`` of ``seeds/wording.toml``.

    Attributes:
        meanings: Tier to what it means; a tier may need no words.
        held_back: Said of what would be likely, were it rated earlier in the day.
        beside: Slug to what stands whatever the nights say.
    """

    meanings: Mapping[str, str]
    held_back: str = ""
    beside: Mapping[str, str] = {}


def parse_own_words(data: Mapping[str, Any]) -> OwnWords:
    """Read the parsed table ``own_nights``."""
    return OwnWords(data.get("meaning", {}), data.get("held_back", ""), data.get("beside", {}))
