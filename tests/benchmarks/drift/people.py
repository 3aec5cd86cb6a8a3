"""People on a dopamine medicine, night by night: stable ones of many kinds, and some whom it makes worse.

Each has a burden that wanders from night to night; what is written down follows it: the urge, when it was
first felt, how long rest was possible, where. The body keeps its own clock: after a flight it follows the
local one by an hour a day, and what is written down is the local time. All figures are our own choice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone
from math import exp, pi, sin
from random import Random

from stillnight.domain.night import Night

BEGUN = date(2025, 2, 1)
"""The first night on the medicine."""

LEAD = 102
"""Nights before the first look: sixty on it, and an earlier stretch beside the last fortnight."""

YEAR = 365

SUMMER, WINTER = date(2025, 3, 30), date(2025, 10, 26)
"""When the clocks go forward and back, and again a year later."""

CLOCK_CHANGES = {SUMMER: 60, WINTER: -60, date(2026, 3, 29): 60}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of life.

    Attributes:
        name: What it is called.
        level: Usual urge, from and to.
        swing: How far a night lies from the next, points.
        memory: How much of last night's deviation is left tonight.
        drift: How far the level wanders over months, points.
        season: Half the difference between summer and winter, points.
        spell: Points between a good and a bad spell; a spell lasts some weeks.
        answered: Share of nights that are logged.
        details: Share of logged nights on which rest and places are answered.
        trips: Journeys a year.
        rotates: Works in shifts that change every week.
        worsens: Does the medicine make it worse?
    """

    name: str
    level: tuple[float, float] = (2.5, 5)
    swing: float = 1.6
    memory: tuple[float, float] = (0.2, 0.6)
    drift: float = 0.0
    season: float = 0.0
    spell: float = 0.0
    answered: float = 0.9
    details: float = 0.6
    trips: int = 0
    rotates: bool = False
    worsens: bool = False


PLAIN = Kind("stable")
STABLE = (
    PLAIN,
    replace(PLAIN, name="season", season=1.0),
    replace(PLAIN, name="travel", trips=6),
    replace(PLAIN, name="sparse", answered=0.55, details=0.3),
    replace(PLAIN, name="many zero nights", level=(0.5, 1.5)),
    replace(PLAIN, name="wandering level", drift=1.2),
    replace(PLAIN, name="good and bad spells", spell=3.0),
    replace(PLAIN, name="rotating shifts", rotates=True),
    replace(PLAIN, name="all of it, mildly", season=0.6, drift=0.6, trips=3, answered=0.75, details=0.4),
)
WORSENING = (
    replace(PLAIN, name="worsens", worsens=True, level=(1.5, 3.5)),
    replace(PLAIN, name="worsens, sparse", worsens=True, level=(1.5, 3.5), answered=0.55, details=0.3),
)


@dataclass(frozen=True, slots=True)
class Worsening:
    """What the medicine does to one person.

    Attributes:
        begins: The night from which it grows.
        takes: Over so many nights.
        severity: Points at the end.
        earlier: Minutes at the end.
        rest: What is left of the time at rest at the end.
        arms: Does it reach the arms?
    """

    begins: int
    takes: int
    severity: float
    earlier: float
    rest: float
    arms: bool

    def share(self, night: int) -> float:
        """How much of it has come, 0-1."""
        return min(max((night - self.begins) / self.takes, 0.0), 1.0)


NOTHING = Worsening(10**6, 1, 0, 0, 1, arms=False)


def live(kind: Kind, seed: int, nights: int = LEAD + YEAR) -> tuple[list[Night], Worsening]:
    """The nights of one person, and what the medicine does to them."""
    chance = Random(f"{kind.name} {seed}")
    worse = _worsening(chance) if kind.worsens else NOTHING
    bedtimes = Random(f"bed {kind.name} {seed}")
    burden = _burden(kind, chance, nights)
    clock = _clock(kind, chance, nights)
    usual = chance.gauss(20.5 * 60, 75)
    slope, spread = chance.uniform(15, 35), chance.uniform(30, 70)
    rest, arms = chance.uniform(15, 45), chance.random() < 0.2
    level = sum(burden) / nights
    made = []
    for at in range(nights):
        ill = worse.share(at)
        urge = min(max(round(burden[at] + ill * worse.severity), 0), 10)
        away, zone = clock[at]
        felt = usual - slope * (burden[at] - level) + chance.gauss(0, spread) - ill * worse.earlier + away
        latency = (
            rest * exp(-0.12 * (burden[at] - level) + chance.gauss(0, 0.5)) * (1 - ill * (1 - worse.rest))
        )
        reaches = (arms and urge >= 7) or (worse.arms and chance.random() < 0.6 * ill)
        asked, detailed = chance.random() < kind.answered, chance.random() < kind.details
        entered = 22 * 60 + 30 + chance.gauss(0, 35)
        if asked:
            values = _written(BEGUN + timedelta(days=at), urge, felt, entered, zone)
            values |= _details(latency, reaches) if detailed and urge else {}
            if bedtimes.random() < 0.7:
                bed = 23 * 60 + (_shift(at) if kind.rotates else 0) + bedtimes.gauss(0, 30)
                values["lights_out"] = _stamp(BEGUN + timedelta(days=at), bed, zone)
            made.append(Night(BEGUN + timedelta(days=at), values))
    return made, worse


def _worsening(chance: Random) -> Worsening:
    return Worsening(
        begins=chance.randint(150, 260),
        takes=chance.randint(40, 150),
        severity=chance.uniform(1.5, 4),
        earlier=chance.uniform(100, 330),
        rest=chance.uniform(0.3, 0.7),
        arms=chance.random() < 0.5,
    )


def _burden(kind: Kind, chance: Random, nights: int) -> list[float]:
    level, memory = chance.uniform(*kind.level), chance.uniform(*kind.memory)
    phase = chance.uniform(0, 2 * pi)
    near, far, bad, made = 0.0, chance.gauss(0, kind.drift), chance.random() < 0.5, []
    for night in range(nights):
        near = memory * near + chance.gauss(0, kind.swing * (1 - memory**2) ** 0.5)
        far = 0.985 * far + chance.gauss(0, kind.drift * (1 - 0.985**2) ** 0.5)
        bad = bad ^ (chance.random() < 1 / 35)
        season = kind.season * sin(2 * pi * night / YEAR + phase)
        made.append(level + near + far + season + (kind.spell * (bad - 0.5)))
    return made


def _clock(kind: Kind, chance: Random, nights: int) -> list[tuple[float, timezone]]:
    """For each night: by how many minutes the body is off the local clock, and the zone's offset."""
    there, left = 0.0, 0
    home, body, made = 60.0, 60.0, []
    for night in range(nights):
        home += CLOCK_CHANGES.get(BEGUN + timedelta(days=night), 0)
        if left:
            left -= 1
        elif kind.trips and chance.random() < kind.trips / YEAR:
            there, left = chance.choice((-9, -6, -3, 1, 3, 6, 9)) * 60.0, chance.randint(3, 21)
        local = home + (there if left else 0)
        body += min(max(local - body, -60), 60)
        shift = _shift(night) if kind.rotates else 0
        made.append((local - body + shift, timezone(timedelta(minutes=local))))
    return made


def _shift(night: int) -> float:
    """Early, late and night shifts, a week each: the evening of the body moves with the bed."""
    return (-90.0, 60.0, 480.0)[night // 7 % 3]


def _written(night: date, urge: int, felt: float, entered: float, zone: timezone) -> dict[str, object]:
    values: dict[str, object] = {"severity": urge, "evening_at": _stamp(night, entered, zone)}
    if urge == 0:
        return values | {"onset": "none"}
    felt %= 1440
    # what comes between five and noon is of this day's morning, and is typed so in the evening
    begun = felt if felt >= 300 else felt + 1440
    return values | {"onset": "not_yet" if begun > entered else _stamp(night, _kept(begun), zone)}


def _kept(felt: float) -> float:
    """A night runs from noon: the form keeps a time of the morning under the morning after."""
    return felt + 1440 if felt < 720 else felt


def _details(latency: float, reaches: bool) -> dict[str, object]:
    parts = ["calves", "arms"] if reaches else ["calves"]
    return {"parts": parts, "rest_latency_min": min(max(round(latency / 5) * 5, 0), 240)}


def _stamp(night: date, minutes: float, zone: timezone) -> str:
    start = datetime.combine(night, time(0), zone)
    return (start + timedelta(minutes=round(minutes / 5) * 5)).isoformat(timespec="minutes")


def year_of_looks() -> Iterator[date]:
    """The dates of a year of nightly looks."""
    return (BEGUN + timedelta(days=LEAD + night) for night in range(YEAR))
