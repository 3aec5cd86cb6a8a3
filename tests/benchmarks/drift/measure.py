"""The figures: alarms a user-year among the stable, and how many of the worsening are seen, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from random import Random
from statistics import median

from stillnight.insight.drift.augmentation import AS_WE_WATCH, augmentation
from stillnight.insight.drift.watched import WatchedNight, watch
from stillnight.insight.drift.worse_after import worse_after
from tests.benchmarks.drift.people import BEGUN, LEAD, YEAR, Kind, live

ONE_LOOK = AS_WE_WATCH._replace(looks=1, lasting=0)
"""The rule as it is written: every look for itself, against the best stretch alone."""

OUR_LOOK = AS_WE_WATCH._replace(looks=1)
"""One of the looks that have to agree."""


@dataclass(frozen=True, slots=True)
class Watching:
    """What a year of nightly looks at one kind of people came to.

    Attributes:
        people: How many.
        alarmed: Those with any alarm that was none.
        seen: Of those made worse, how many were seen in the year.
        worsened: How many were made worse.
        nights: From the night on which it was there in full to the first alarm, half of them sooner.
    """

    people: int
    alarmed: int
    seen: int = 0
    worsened: int = 0
    nights: float = 0.0


def alarm_nights(nights: Sequence[WatchedNight]) -> tuple[list[int], list[int]]:
    """The nights since it was begun with an alarm: as the rule is written, and as the program watches."""
    looked = range(LEAD - AS_WE_WATCH.apart, LEAD + YEAR)
    said = [at for at in looked if augmentation(nights, BEGUN, _day(at), ONE_LOOK)]
    # what does not hold as written cannot hold as we watch
    kept = {at for at in said if augmentation(nights, BEGUN, _day(at), OUR_LOOK)}
    written = [at for at in said if at >= LEAD]
    return written, [at for at in written if at in kept and at - AS_WE_WATCH.apart in kept]


def watchings(kind: Kind, people: int) -> tuple[Watching, Watching]:
    """As the rule is written, and as the program watches."""
    lives = [live(kind, seed) for seed in range(people)]
    alarms = [alarm_nights(watch(nights)) for nights, _ in lives]
    begins = [worse.begins for _, worse in lives]
    full = [worse.begins + worse.takes for _, worse in lives]
    return (
        _watching([one[0] for one in alarms], begins, full, kind),
        _watching([one[1] for one in alarms], begins, full, kind),
    )


def _watching(
    alarms: Sequence[Sequence[int]], begins: Sequence[int], full: Sequence[int], kind: Kind
) -> Watching:
    false = sum(any(at < begun for at in one) for one, begun in zip(alarms, begins, strict=True))
    if not kind.worsens:
        return Watching(len(alarms), false)
    true = [[at for at in one if at >= begun] for one, begun in zip(alarms, begins, strict=True)]
    late = [one[0] - end for one, end in zip(true, full, strict=True) if one]
    return Watching(len(alarms), false, len(late), len(alarms), median(late) if late else 0.0)


def changes_that_look_worse(kind: Kind, people: int) -> float:
    """The share of changes of a medicine that does nothing after which M02 speaks, four changes a person."""
    spoke = done = 0
    for seed in range(people):
        nights = watch(live(kind, seed)[0])
        chance = Random(f"changes {seed}")
        for at in chance.sample(range(60, YEAR), 4):
            done += 1
            spoke += worse_after(nights, _day(at)) is not None
    return spoke / done


def half_width(share: float, number: int) -> float:
    """Half the 95 % interval of a share of so many."""
    return 1.96 * sqrt(max(share * (1 - share), 1 / number) / number)


def _day(at: int) -> date:
    return BEGUN + timedelta(days=at)
