"""When a tip has its place: what the reader is doing, not what the clock says."""

from __future__ import annotations

from enum import StrEnum

from stillnight.domain.moment import Moment


class Occasion(StrEnum):
    """The five occasions on which something can be tried."""

    DAY = "day"
    BEFORE_BED = "before bed"
    EPISODE = "episode"
    LONG_SIT = "long sit"
    WEEKS = "weeks"


OFFERED = {
    Moment.EVENING: (Occasion.BEFORE_BED, Occasion.EPISODE, Occasion.LONG_SIT),
    Moment.NIGHT: (Occasion.EPISODE,),
    Moment.MORNING: (Occasion.DAY, Occasion.WEEKS),
}
"""The occasions whose tips are offered in each moment. What is done by day or takes weeks to arrange is
offered in the morning: the evening is for what can be done before bed."""


def moments_of(occasions: tuple[Occasion, ...]) -> tuple[Moment, ...]:
    """The moments in which something with these occasions is offered."""
    return tuple(moment for moment, offered in OFFERED.items() if not set(offered).isdisjoint(occasions))
