"""Which tips fit: those for the moment that no gate takes away, the best first."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from stillnight.domain.flag import Tick
from stillnight.domain.ids import hashed_id
from stillnight.domain.moment import Moment
from stillnight.domain.night import Night
from stillnight.domain.values import Record
from stillnight.tips.gate import Gate
from stillnight.tips.tip import Tip


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


def fitting(
    tips: Iterable[Tip],
    moment: Moment,
    profile: Record,
    ticks: Iterable[Tick],
    night: Night,
    taken: Collection[str] = (),
    tried: Collection[str] = (),
) -> list[Tip]:
    """The tips for a moment that no gate takes away, the best first.

    Untried ones come before tried ones, then the better grade, where one that was earned in other people
    or with the maker involved counts a letter less; equals take turns from night to night, the same all
    night long. What is for information only is never among them, and another version of a tip, such as one
    for sitting, only where a gate takes that tip away.

    Args:
        tips: All tips.
        moment: Evening, night or morning.
        profile: What the user said of themselves.
        ticks: The red flags they ticked.
        night: Tonight.
        taken: The classes of the medicines taken tonight.
        tried: The ids of the tips used before.
    """
    every, ticked = tuple(tips), tuple(ticks)
    shut = {tip.id for tip in every if gated(tip, profile, ticked, night, taken)}
    free = [
        tip
        for tip in every
        if moment in tip.moments
        and not tip.info_only
        and tip.id not in shut
        and (not tip.version_of or tip.version_of in shut)
    ]
    turn = night.date.isoformat()
    return sorted(free, key=lambda tip: (tip.id in tried, _weight(tip), hashed_id(turn, tip.id)))


def _weight(tip: Tip) -> str:
    """The grade as it counts here, the best first."""
    return chr(ord(tip.grade[0]) + 1) if tip.discounted else tip.grade
