"""Which tips fit: those for the moment that no gate takes away, the best first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from stillnight.domain.flag import Tick
from stillnight.domain.ids import hashed_id
from stillnight.domain.moment import Moment
from stillnight.domain.night import Night
from stillnight.domain.values import Record
from stillnight.tips.gate import Gate
from stillnight.tips.occasion import Occasion
from stillnight.tips.tip import Tip

NO_RATINGS: Mapping[str, int] = {}
"""Nothing was rated by hand."""

SOON = frozenset((Occasion.BEFORE_BED, Occasion.EPISODE))
"""On these occasions people want what was good before; on others there is time for something new."""


def gated(
    tip: Tip, profile: Record, ticks: Iterable[Tick], night: Night, taken: Collection[str] = ()
) -> Gate | None:
    """The first gate that takes the tip away, with its reason in words; ``None`` where it is free.

    Args:
        tip: The tip.
        profile: What the user said of themselves.
        ticks: The red flags they ticked.
        night: Tonight.
        taken: The classes of the medicines taken tonight.
    """
    ticked = tuple(ticks)
    return next((gate for gate in tip.gates if gate.shuts(profile, ticked, night, taken)), None)


def free(tips: Iterable[Tip], shut: Collection[str]) -> list[Tip]:
    """Those of some tips that may be offered.

    What is for information only is never among them, and another version of a tip, such as one for sitting,
    only where a gate takes that tip away.

    Args:
        tips: The tips.
        shut: The ids of all tips that a gate takes away.
    """
    return [
        tip
        for tip in tips
        if tip.id not in shut and not tip.info_only and (not tip.version_of or tip.version_of in shut)
    ]


def fitting(
    tips: Iterable[Tip],
    moment: Moment,
    profile: Record,
    ticks: Iterable[Tick],
    night: Night,
    taken: Collection[str] = (),
    tried: Collection[str] = (),
    ratings: Mapping[str, int] = NO_RATINGS,
) -> list[Tip]:
    """The tips for a moment that no gate takes away, the best first.

    First comes what the user rated 4 or 5 and can be done before bed or awake, then what was never tried,
    then what was; what they rated 1 or 2 comes last. Among these what is for the parts of the body that are
    felt tonight stands before what is for anywhere, and that before what is for other parts; then the better
    grade, where one that was earned in other people or with the maker involved counts a letter less. Equals
    take turns from night to night, the same all night long. Which are free at all says :func:`free`.

    Args:
        tips: All tips.
        moment: Evening, night or morning.
        profile: What the user said of themselves.
        ticks: The red flags they ticked.
        night: Tonight.
        taken: The classes of the medicines taken tonight.
        tried: The ids of the tips used before.
        ratings: The user's own ratings 1-5, by tip id.
    """
    every, ticked = tuple(tips), tuple(ticks)
    shut = {tip.id for tip in every if gated(tip, profile, ticked, night, taken)}
    turn, felt = night.date.isoformat(), parts_of(night)
    return sorted(
        (tip for tip in free(every, shut) if moment in tip.moments),
        key=lambda tip: (
            liking(tip, tip.id in tried, ratings.get(tip.id)),
            distance(tip, felt),
            weight(tip),
            hashed_id(turn, tip.id),
        ),
    )


def parts_of(night: Night) -> frozenset[str]:
    """Where the legs, or other parts, are felt on a night; empty where nobody said."""
    parts = night.get("parts")
    return frozenset(map(str, parts)) if isinstance(parts, list | tuple) else frozenset()


LIKED, UNTRIED, TRIED, DISLIKED = range(4)
"""The groups in the order in which they are offered."""


class Liking(NamedTuple):
    """How soon a tip's turn is, by what the user made of it: the smaller the sooner."""

    rank: int
    dislike: int = 0


def liking(tip: Tip, is_tried: bool, rating: int | None) -> Liking:
    """How soon a tip's turn is.

    Args:
        tip: The tip.
        is_tried: Was it used before?
        rating: The user's own rating 1-5; ``None`` where there is none.
    """
    if rating is not None and rating <= 2:
        return Liking(DISLIKED, -rating)
    if rating is not None and rating >= 4 and not SOON.isdisjoint(tip.occasions):
        return Liking(LIKED, -rating)
    return Liking(TRIED if is_tried or rating is not None else UNTRIED)


def distance(tip: Tip, felt: Collection[str]) -> int:
    """Is it for what is felt tonight (0), for anywhere (1), or for other parts (2)?"""
    if not felt or not tip.areas:
        return 1
    return 2 if set(tip.areas).isdisjoint(felt) else 0


def weight(tip: Tip) -> str:
    """The grade as it counts here, the best first."""
    return chr(ord(tip.grade[0]) + 1) if tip.discounted else tip.grade
