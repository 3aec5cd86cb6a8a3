"""The hand that keeps the diary: which nights and answers are missing, late, rounded or copied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from random import Random
from typing import Any

from stillnight.domain.night import Night
from tests.benchmarks.triggers.draws import chance, clipped

FIRST = date(2025, 3, 3)
"""The evening of the first night, a Monday."""

ZONE = timezone(timedelta(hours=1))


@dataclass(frozen=True)
class Rater:
    """How an urge becomes a number.

    Attributes:
        liked: Numbers this person would rather give than others, each drawing its neighbours to it.
        heaping: How often the liked number is given in place of its neighbour.
        stickiness: How often yesterday's number is given where it is only one or two away.
    """

    liked: tuple[int, ...] = ()
    heaping: float = 0.0
    stickiness: float = 0.0

    def rate(self, rng: Random, urge: float, last: int | None) -> int:
        """The number of a night, 0-10."""
        honest = rated(urge)
        if last is not None and abs(honest - last) <= 2 and chance(rng, self.stickiness):
            return last
        near = [number for number in self.liked if abs(number - honest) <= 1]
        return near[0] if near and chance(rng, self.heaping) else honest


def rated(urge: float) -> int:
    """What an honest rater gives: rounded, 0-10."""
    return int(clipped(round(urge), 0, 10))


@dataclass(frozen=True)
class Hand:
    """How a person keeps a diary.

    Attributes:
        missing: Chance that an ordinary night is not logged.
        bad_missing: More of it on a night of 8 and worse.
        quiet_missing: More of it on a night of 0 or 1.
        item_missing: Chance that one factor is not answered.
        quiet_items: Chance that on a night of 0 to 2 no factor is answered at all.
        holidays: Stretches of 3 to 11 nights a year without a diary.
        stress_at: Wall-clock hour at which stress is rated; ``None`` where nobody knows.
        colour: Points of stress that a point of worse legs adds to a rating made in the evening.
        batches: How often a year several nights are filled in at once.
        copied: How often such a night is a copy of the night on which it was filled in.
        lazy: Chance that a night is only entered with the next one.
        has_stamps: Does a night say when it was entered? An imported one does not.
    """

    missing: float = 0.05
    bad_missing: float = 0.15
    quiet_missing: float = 0.12
    item_missing: float = 0.02
    quiet_items: float = 0.0
    holidays: float = 2.0
    stress_at: int | None = 16
    colour: float = 0.0
    batches: float = 0.0
    copied: float = 0.0
    lazy: float = 0.0
    has_stamps: bool = True


def drawn(rng: Random, **given: Any) -> Hand:
    """A usual hand: 2-10 % of nights missing, more of the very bad and the very quiet ones."""
    usual = {
        "missing": rng.uniform(0.02, 0.1),
        "bad_missing": rng.uniform(0, 0.3),
        "quiet_missing": rng.uniform(0, 0.25),
    }
    return Hand(**{**usual, **given})


def write(
    rng: Random, hand: Hand, urges: Sequence[int], answers: Sequence[dict[str, Any]], away: set[int]
) -> list[Night]:
    """The diary as it lies in the journal.

    Args:
        rng: The person's generator.
        hand: How the diary is kept.
        urges: Each night's number as it would be given.
        answers: Each day's answers, slug to value.
        away: Nights on which a diary is easily forgotten.
    """
    filled_on = _filled_in(rng, hand, len(urges))
    gone = _holidays(rng, hand, len(urges))
    nights = []
    for number, urge in enumerate(urges):
        on = filled_on.get(number, number)
        is_gone = number in gone or (number in away and chance(rng, 0.25))
        if on == number and (is_gone or _is_missing(rng, hand, urge)):
            continue
        source = on if on != number and chance(rng, hand.copied) else number
        nights.append(_night(rng, hand, number, on, urges[source], answers[source], source == number))
    return nights


def _night(
    rng: Random, hand: Hand, number: int, on: int, urge: int, answers: dict[str, Any], is_own: bool
) -> Night:
    values: dict[str, Any] = {"severity": urge}
    if is_own and on != number:
        values["severity"] = int(clipped(urge + rng.choice((-1, 0, 0, 1)), 0, 10))
    is_silent = urge <= 2 and chance(rng, hand.quiet_items)
    for slug, answer in ({} if is_silent else answers).items():
        if not chance(rng, hand.item_missing):
            values[f"f.{slug}"] = answer
    if "f.stress" in values and hand.stress_at is not None and on == number:
        values["f.stress.at"] = _at(number, hand.stress_at, rng.randrange(60))
    if hand.has_stamps:
        values["evening_at"] = _at(on, 22, 5 + min(on - number, 20))
    return Night(FIRST + timedelta(number), values)


def _at(number: int, hour: int, minute: int) -> str:
    return datetime.combine(FIRST + timedelta(number), time(hour, minute), ZONE).isoformat()


def _is_missing(rng: Random, hand: Hand, urge: int) -> bool:
    more = hand.bad_missing if urge >= 8 else hand.quiet_missing if urge <= 1 else 0.0
    return chance(rng, hand.missing + more)


def _holidays(rng: Random, hand: Hand, nights: int) -> set[int]:
    begins = [night for night in range(nights) if chance(rng, hand.holidays / 365)]
    return {night for start in begins for night in range(start, start + rng.randint(3, 11))}


def _filled_in(rng: Random, hand: Hand, nights: int) -> dict[int, int]:
    """Nights that were filled in on a later one, and on which."""
    late: dict[int, int] = {}
    for night in range(nights):
        if chance(rng, hand.batches / 365):
            length = rng.randint(3, 8)
            late.update(dict.fromkeys(range(max(night - length, 0), night), night))
        if chance(rng, hand.lazy) and night + 1 < nights:
            late.setdefault(night, night + 1)
    return late
