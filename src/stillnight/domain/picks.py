"""The words that can be picked for a night."""

from __future__ import annotations

PARTS = ("feet", "calves", "shins", "knees", "thighs", "hips", "back", "trunk", "arms", "hands")
"""Where it can be felt, from the ground up."""

SENSATIONS = (
    "crawling", "tingling", "burning", "aching", "electric", "pulling", "itching", "pressure", "urge_only",
)  # fmt: skip
"""Words for what it feels like; ``urge_only`` is an urge to move without any feeling."""

ONSET_WORDS = ("not_yet", "all_day", "none")
"""What the time of the first symptom can be besides a time."""
