"""Single answers of a night in words: a time, its factors, an awakening, what was recalled late."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from stillnight.domain.factor import Factor
from stillnight.domain.night import Episode
from stillnight.domain.picks import ONSET_WORDS
from stillnight.domain.recall import Recall


def clock_words(value: object) -> str:
    """A time of the night as it is read: ``21:30``, ``not yet``; empty when not asked."""
    if not isinstance(value, str):
        return ""
    if value in ONSET_WORDS:
        return value.replace("_", " ")
    try:
        return datetime.fromisoformat(value).strftime("%H:%M")
    except ValueError:
        return value


def factor_words(values: Mapping[str, Any], factors: Mapping[str, Factor]) -> Iterator[str]:
    """Each factor that was answered: ``caffeine 2 at 15:30``, ``no alcohol``."""
    for name, value in values.items():
        if not name.startswith("f.") or name.count(".") != 1 or value is None:
            continue
        factor = factors.get(name[2:])
        label = factor.label if factor else name[2:]
        amount = "" if isinstance(value, bool) else f" {value:g}" if isinstance(value, float) else f" {value}"
        at = clock_words(values.get(f"{name}.at"))
        yield f"no {label}" if value is False else f"{label}{amount}" + (f" at {at}" if at else "")


def episode_words(episode: Episode) -> str:
    """One episode: ``03:10, urge 7, walk 5 min, stopped early, then 4, out of bed, back 03:40``."""
    parts = [f"{episode.at:%H:%M}"]
    parts += [f"urge {episode.severity}"] if episode.severity is not None else []
    if episode.relief:
        relief = episode.relief.replace("_", " ")
        parts.append(relief + (f" {episode.minutes} min" if episode.minutes is not None else ""))
        parts += ["stopped early"] if episode.completed is False else []
    parts += [f"then {episode.after}"] if episode.after is not None else []
    parts += ["out of bed"] if episode.out_of_bed else []
    parts += [f"back {episode.back_at:%H:%M}"] if episode.back_at is not None else []
    return ", ".join(parts)


def recall_words(recall: Recall) -> str:
    """What was recalled late, and when: ``late, the evening on Fri 20 Nov 2026 at 13:05``; else empty."""
    late = zip(recall.names, filter(None, recall), strict=True)
    said = [f"the {name} on {at:%a} {at.day} {at:%b} {at.year} at {at:%H:%M}" for name, at in late]
    return f"late, {' and '.join(said)}" if said else ""
