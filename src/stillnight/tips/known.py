"""The ids that tips and gates may name, gathered from the other seeds."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Known:
    """What tips and gates may name.

    Attributes:
        sources: The ids of ``sources.toml``.
        grades: Evidence grade to its words.
        badges: Badge id to its words.
        conditions: Ids of the conditions in the profile.
        flags: Red flag ids.
        factors: Slugs of factors.
        classes: Medicine class ids.
    """

    sources: Collection[str] = ()
    grades: Mapping[str, str] = field(default_factory=dict)
    badges: Mapping[str, str] = field(default_factory=dict)
    conditions: Collection[str] = ()
    flags: Collection[str] = ()
    factors: Collection[str] = ()
    classes: Collection[str] = ()
