"""A year of plausible nights, made up: the same ones every time for the same tonight."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from stillnight.domain.month import shift_day

NIGHTS = 365
"""So many nights back the made-up diary begins."""

HOLIDAY = range(198, 208)
"""Days back on which nothing was written at all: a gap is no failing."""

_SEED = 20
_PERSISTENCE = 0.45
"""How much of the last night's deviation is still there in the next."""


def demo_nights(
    tonight: date, zone: tzinfo, seed: Mapping[str, Any], is_morning: bool = False
) -> Iterator[dict[str, Any]]:
    """The nights before tonight, oldest first, in the shape that import reads.

    The figures are invented. They hang together as a diary's do: a bad night lingers, coffee and stress go
    with a stronger urge, a strong urge begins earlier and wakes more often.

    Args:
        tonight: The night that is still to be written.
        zone: Where the diary was kept.
        seed: The parsed ``demo.toml``.
        is_morning: Is tonight over? Then its evening was written, and its morning is still to be confirmed.
    """
    chance = random.Random(_SEED)
    lingering = 0.0
    for back in range(NIGHTS, 0, -1):
        night = shift_day(tonight, -back)
        lingering = lingering * _PERSISTENCE + chance.gauss(0, 1.4)
        drawn = _night(chance, night, lingering, zone, seed)
        if back not in HOLIDAY and chance.random() > 0.06:
            yield drawn
    if is_morning:
        yield _unconfirmed(chance, tonight, zone)


def _unconfirmed(chance: random.Random, night: date, zone: tzinfo) -> dict[str, Any]:
    return {
        "night": night.isoformat(), "severity": 5, "onset": "21:40", "factors": _factors(chance, night),
        "parts": ["calves"], "lights_out": "22:50", "evening_at": _at(night, zone, 22, 48),
        "episodes": [{"at": "03:20", "severity": 6, "relief": "walk", "minutes": 10, "after": 3}],
    }  # fmt: skip


def _night(
    chance: random.Random, night: date, lingering: float, zone: tzinfo, seed: Mapping[str, Any]
) -> dict[str, Any]:
    factors = _factors(chance, night)
    severity = _severity(chance, factors, lingering)
    found: dict[str, Any] = {"night": night.isoformat(), "severity": severity, "factors": factors}
    found |= _felt(chance, severity)
    found["evening_at"] = _at(night, zone, 22, chance.randint(0, 50), is_late=chance.random() < 0.03)
    bouts = _bouts(chance, severity, seed["relief"])
    found |= {"episodes": bouts} if bouts else {}
    if chance.random() < 0.8:
        found |= _morning(chance, severity, len(bouts))
        found["morning_at"] = _at(shift_day(night, 1), zone, 7, chance.randint(0, 59))
    if chance.random() < 0.15:
        found["note"] = chance.choice(seed["notes"])
    return found


def _factors(chance: random.Random, night: date) -> dict[str, Any]:
    is_weekend = night.weekday() >= 4
    found = {
        "caffeine": chance.choices((0, 1, 2, 3, 4), (2, 4, 6, 4, 2))[0],
        "alcohol": chance.choices((0, 1, 2), (3, 4, 3) if is_weekend else (8, 2, 1))[0],
        "stress": max(0, min(10, round(chance.gauss(3 if is_weekend else 5, 2)))),
        "exercise": chance.choice((0, 0, 20, 30, 45)),
        "sitting": chance.randint(3, 6) if is_weekend else chance.randint(6, 10),
        "antihistamine": chance.random() < 0.04,
    }
    return {name: value for name, value in found.items() if chance.random() < 0.93}


def _severity(chance: random.Random, factors: Mapping[str, Any], lingering: float) -> int:
    felt: float = 2.2 + lingering
    felt += 0.55 * max(factors.get("caffeine", 1) - 1, 0) + 0.16 * (factors.get("stress", 4) - 4)
    felt += 2.0 if factors.get("antihistamine") else 0.0
    return max(0, min(10, round(felt + chance.gauss(0, 0.6))))


def _felt(chance: random.Random, severity: int) -> dict[str, Any]:
    if severity == 0:
        return {}
    if severity <= 2 and chance.random() < 0.3:
        return {"onset": "not_yet"}
    begun = datetime.combine(date.min, time(22, 20)) - timedelta(
        minutes=severity * 11 + chance.randint(-20, 20)
    )
    parts = (
        ["calves"] if severity < 5 else ["calves", "thighs"] if severity < 8 else ["calves", "thighs", "arms"]
    )
    return {"onset": f"{begun:%H:%M}", "parts": parts, "sensations": [chance.choice(("crawling", "pulling"))]}


def _bouts(chance: random.Random, severity: int, reliefs: Mapping[str, float]) -> list[dict[str, Any]]:
    number = sum(chance.random() < severity / 16 for _ in range(3))
    found: list[dict[str, Any]] = []
    # from three on: no clock change skips these hours
    for hour in sorted(chance.sample(range(3, 6), number)):
        before = max(1, min(10, severity + chance.randint(-1, 2)))
        relief, share = chance.choice(sorted(reliefs.items()))
        found.append({
            "at": f"{hour:02}:{chance.randint(0, 59):02}", "severity": before, "relief": relief,
            "minutes": chance.choice((5, 10, 15)), "after": round(before * share),
        })  # fmt: skip
        # the short ones were stopped early
        found[-1]["completed"] = found[-1]["minutes"] > 5
    return found


def _morning(chance: random.Random, severity: int, bouts: int) -> dict[str, Any]:
    rested = max(1, min(5, round(4.6 - severity * 0.3 - bouts * 0.3 + chance.gauss(0, 0.5))))
    woken = chance.randint(5, 50)
    return {
        "lights_out": f"22:{chance.randint(25, 59)}", "sol_min": 10 + severity * 4 + chance.randint(0, 15),
        "nwak": bouts, "waso_min": bouts * chance.randint(12, 30), "final_wake": f"06:{woken:02}",
        "out_of_bed": f"07:{woken:02}", "quality": rested, "rested": rested,
        "disturbed": max(0, min(10, severity + bouts - 1)),
    }  # fmt: skip


def _at(day: date, zone: tzinfo, hour: int, minute: int, is_late: bool = False) -> str:
    moment = datetime.combine(day, time(hour, minute), zone) + timedelta(days=2 if is_late else 0)
    return moment.isoformat(timespec="minutes")
