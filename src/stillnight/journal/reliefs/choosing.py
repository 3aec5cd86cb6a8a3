"""Which reliefs to offer, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stillnight.domain.ids import hashed_id
from stillnight.domain.moment import Moment
from stillnight.domain.month import shift_day
from stillnight.domain.night import Night
from stillnight.journal.journal import Journal
from stillnight.journal.reliefs.tables import ratings_in, tried_in
from stillnight.journal.sealing import sealed_factors, tested_tips
from stillnight.journal.suggestions.knowledge import LOOK_BACK, recent_facts
from stillnight.journal.suggestions.library import Library
from stillnight.journal.suggestions.silenced import Silenced
from stillnight.journal.suggestions.suggest import help_now, shut_tips
from stillnight.tips.choice import DISLIKED, LIKED, distance, free, liking, parts_of, weight
from stillnight.tips.coach.guide import Guide
from stillnight.tips.gate import Gate
from stillnight.tips.occasion import Occasion
from stillnight.tips.tip import Tip


@dataclass(frozen=True, slots=True)
class Choice:
    """One relief that can be chosen.

    Attributes:
        tip: What it is.
        guides: Its guided sessions, the usual one first; at least one.
        rating: The user's own rating 1-5; ``None`` where there is none.
        times: How often it was used in the last two years.
        shut: The gate that takes it away tonight; ``None`` where it is free.
    """

    tip: Tip
    guides: tuple[Guide, ...]
    rating: int | None = None
    times: int = 0
    shut: Gate | None = None

    @property
    def is_silent(self) -> bool:
        """Can it be done in a dark bedroom beside somebody who sleeps?"""
        return any(guide.silent for guide in self.guides)


def free_choices(
    journal: Journal,
    library: Library,
    guides: Mapping[str, Guide],
    moment: Moment | None = None,
    occasion: Occasion | None = None,
) -> Sequence[Choice]:
    """What can be done, the best first; see :meth:`stillnight.journal.reliefs.reliefs.Reliefs.choices`.

    Args:
        journal: The journal.
        library: The tips.
        guides: The guided sessions by id.
        moment: Evening, night or morning; as the clock says where not given.
        occasion: What it is wanted for, such as a long sit; then the moment chooses nothing, and only orders.
    """
    facts = recent_facts(journal, library)
    if help_now(library, facts):
        return []
    when, shut = moment or journal.browse.moment(), shut_tips(library, facts)
    every = _all(journal, library, guides, shut)
    tips = free((one.tip for one in every.values()), shut)
    put_off = Silenced(journal.ledgers.answers(), journal.tonight)
    is_night = when is Moment.NIGHT

    def place(one: Choice) -> tuple[object, ...]:
        return _place(one, is_night and not one.is_silent, put_off.has(one.tip.id), facts.night)

    return sorted((every[tip.id] for tip in tips if _has_its_place(tip, when, occasion)), key=place)


def shut_choices(
    journal: Journal, library: Library, guides: Mapping[str, Guide], moment: Moment | None = None
) -> Sequence[Choice]:
    """What would fit the moment but for a gate, by title; what another version stands in for among it."""
    when = moment or journal.browse.moment()
    every = _all(journal, library, guides, gates_tonight(journal, library)).values()
    shut = [one for one in every if one.shut is not None and _has_its_place(one.tip, when, None)]
    return sorted(shut, key=lambda one: one.tip.title)


def _all(
    journal: Journal, library: Library, guides: Mapping[str, Guide], shut: Mapping[str, Gate]
) -> Mapping[str, Choice]:
    """Everything that has a guided session and is not tested by a running trial, by the tip's id."""
    tested, sealed = tested_tips(journal), sealed_factors(journal)
    store, tonight = journal.desk.store, journal.tonight
    ratings = ratings_in(store)
    times = Counter(one.relief for one in tried_in(store, shift_day(tonight, -LOOK_BACK), tonight))
    led: dict[str, list[Guide]] = {}
    for guide in guides.values():
        led.setdefault(guide.tip, []).append(guide)
    found = {}
    for id, own in led.items():
        tip = library.tips.get(id)
        if tip is None or tip.info_only or id in tested or tip.factor in sealed:
            continue
        found[id] = Choice(tip, tuple(own), ratings.get(id), times[id], shut.get(id))
    return found


def gates_tonight(journal: Journal, library: Library) -> Mapping[str, Gate]:
    """The gate that takes a tip away tonight, by the tip's id; those that are free are left out."""
    return shut_tips(library, recent_facts(journal, library))


def _has_its_place(tip: Tip, moment: Moment, occasion: Occasion | None) -> bool:
    return moment in tip.moments if occasion is None else occasion in tip.occasions


def _place(choice: Choice, is_noise: bool, is_put_off: bool, night: Night) -> tuple[object, ...]:
    """Where a choice stands: by own rating, then what makes no noise at night, then untried, then by tip.

    Equals take turns from night to night, and stay as they are all night long. What was put off or dismissed
    as a suggestion can still be found, at the end.
    """
    tip, liked = choice.tip, liking(choice.tip, choice.times > 0, choice.rating)
    is_last = liked.rank == DISLIKED or (is_put_off and liked.rank != LIKED)
    group = 0 if liked.rank == LIKED else 2 if is_last else 1
    turn = hashed_id(night.date.isoformat(), tip.id)
    return group, is_noise and group > 0, liked, distance(tip, parts_of(night)), weight(tip), turn
