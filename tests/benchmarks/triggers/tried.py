"""What was tried to beat the study's method, and what came of it at the same rate of false alarms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from stillnight.insight.patterns.settings import OURS, PLAIN, Settings

CANDIDATES: Mapping[str, Settings] = {
    "the study's method": replace(PLAIN, cut=OURS.cut),
    "three looks": replace(PLAIN, cut=OURS.cut, looks=3),
    "three looks, no fast level": replace(OURS, fast_decay=0.0),
    "ours": OURS,
    "ours, one look": replace(OURS, looks=1),
    "ours, wider effects": replace(OURS, spread=0.4),
    "ours, smaller effects": replace(OURS, centre=1.0),
    "ours, nothing left out": replace(OURS, leaves_out=False),
}
"""By what they change."""

SIMULATORS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "as in the study": (("null", "confounded null", "wild null"), ("1.0 point", "1.5 points", "2.0 points")),
    "of other build": (
        ("good and bad spells", "bursts", "mostly zero", "heaped and sticky ratings", "shift work"),
        ("1.5 points, hard", "1.5 points over three days"),
    ),
}
"""By how they are built: kinds in which nothing is planted, kinds in which something is."""
