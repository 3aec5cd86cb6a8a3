"""All tips as they stand tonight: what fits now first, then the others, each with why it is not offered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stillnight.domain.moment import Moment
from stillnight.domain.month import shift_day
from stillnight.domain.night import Episode
from stillnight.journal.journal import Journal
from stillnight.journal.reliefs.tables import ratings_in, tried_in
from stillnight.journal.sealing import sealed_factors, tested_tips
from stillnight.journal.suggestions.knowledge import LOOK_BACK, recent_facts
from stillnight.journal.suggestions.library import Library
from stillnight.journal.suggestions.silenced import Silenced
from stillnight.journal.suggestions.suggest import fitting_now, help_now, shut_by
from stillnight.rules.facts import Facts
from stillnight.tips.coach.guide import Guide
from stillnight.tips.gate import Gate
from stillnight.tips.tip import Tip


class Stand(StrEnum):
    """How a tip stands tonight, in the order in which they are listed."""

    NOW = "fits now"
    OTHER = "for another time"
    VERSION = "another version"
    WAITS = "after the red flag"
    TRIAL = "in your trial"
    AWAY = "put away by you"
    INFO = "only with a clinician"
    SHUT = "not for you now"


@dataclass(frozen=True, slots=True)
class ShelvedTip:
    """One tip as it stands tonight.

    Attributes:
        tip: The tip.
        stand: Why it is offered or is not.
        shut: The gate that takes it away; ``None`` where it is free.
        rating: The user's own rating 1-5; ``None`` where there is none.
        times: How often it was used in the last two years.
        last: The night on which it was used last.
        guides: Its guided sessions, the usual one first.
        trial: The id of the trial that would test it; empty where there is none.
        original: The title of the tip of which it is another version; empty where it is none.
        waits: Does a red flag that asks for help come first?
    """

    tip: Tip
    stand: Stand
    shut: Gate | None = None
    rating: int | None = None
    times: int = 0
    last: date | None = None
    guides: tuple[Guide, ...] = ()
    trial: str = ""
    original: str = ""
    waits: bool = False

    @property
    def can_begin(self) -> bool:
        """Is there a session, and does nothing stand before it: no gate, no red flag, no trial?"""
        is_free = self.shut is None and not self.waits and self.stand is not Stand.TRIAL
        return is_free and bool(self.guides)


def shelve(
    journal: Journal, library: Library, trials: Mapping[str, str], moment: Moment | None = None
) -> Sequence[ShelvedTip]:
    """Every tip, what fits now first and the best of it at the top; the others as their files have them.

    Args:
        journal: The journal.
        library: The tips.
        trials: Tip id to the id of the trial that tests it.
        moment: Evening, night or morning; as the clock says where not given.
    """
    return sorted(_Tonight(journal, library, trials, moment).all(), key=lambda one: _ORDER.index(one.stand))


_ORDER = list(Stand)


class _Tonight:
    """What is known tonight, gathered once for all tips."""

    def __init__(
        self, journal: Journal, library: Library, trials: Mapping[str, str], moment: Moment | None
    ) -> None:
        first = shift_day(journal.tonight, -LOOK_BACK)
        self.library, self.trials = library, trials
        self.facts: Facts = recent_facts(journal, library)
        self.used: Sequence[Episode] = tried_in(journal.desk.store, first, journal.tonight)
        self.times = Counter(one.relief or "" for one in self.used)
        self.last = {one.relief: one.night for one in self.used}
        self.ratings = ratings_in(journal.desk.store)
        self.put_off = Silenced(journal.ledgers.answers(), journal.tonight)
        self.tested, self.sealed = tested_tips(journal), sealed_factors(journal)
        self.needs_help = bool(help_now(library, self.facts))
        when = moment or journal.browse.moment()
        fits = fitting_now(library.tips.values(), self.facts, when, self.ratings, self.times)
        self.fits = {tip.id: tip for tip in fits}

    def all(self) -> Iterator[ShelvedTip]:
        """What fits, the best first, then the rest."""
        yield from map(self._shelved, {**self.fits, **self.library.tips}.values())

    def _shelved(self, tip: Tip) -> ShelvedTip:
        shut, original = shut_by(tip, self.facts), self.library.tips.get(tip.version_of)
        return ShelvedTip(
            tip,
            self._stand(tip, shut),
            shut,
            self.ratings.get(tip.id),
            self.times[tip.id],
            self.last.get(tip.id),
            tuple(guide for guide in self.library.guides.values() if guide.tip == tip.id),
            "" if tip.info_only else self.trials.get(tip.id, ""),
            original.title if original else "",
            self.needs_help,
        )

    def _stand(self, tip: Tip, shut: Gate | None) -> Stand:
        if shut is not None:
            return Stand.SHUT
        if tip.info_only:
            return Stand.INFO
        if tip.id in self.tested or tip.factor in self.sealed:
            return Stand.TRIAL
        if self.put_off.has(tip.id):
            return Stand.AWAY
        if self.needs_help:
            return Stand.WAITS
        if tip.id in self.fits:
            return Stand.NOW
        return Stand.VERSION if tip.version_of else Stand.OTHER
