"""What one could do during a long sit: what was used before, with the own rating, and what was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from stillnight.domain.ports import Store
from stillnight.journal.long_sit.planned import Planned, planned_sit, sit_words
from stillnight.journal.reliefs.helped import UNRATED
from stillnight.journal.reliefs.tables import ratings_in, tried_in
from stillnight.journal.suggestions.library import Library
from stillnight.journal.suggestions.suggest import shut_tips
from stillnight.rules.facts import Facts
from stillnight.rules.plan import Plan
from stillnight.tips.choice import free
from stillnight.tips.occasion import Occasion
from stillnight.tips.tip import Tip

NAME = "long_sit"
"""What the plan is called in a rule."""

NO_PROOF = (
    "How often it was used and how it was rated is no proof of what it does: urge falls by itself, too."
)


@dataclass(frozen=True, slots=True)
class Used:
    """Something for a long sit that was used or rated before.

    Attributes:
        tip: What it is.
        times: How often it was used.
        rating: The user's own rating 1-5; ``None`` where there is none.
    """

    tip: Tip
    times: int = 0
    rating: int | None = None

    @property
    def words(self) -> str:
        """``get up and move, 6 times, your rating 4 of 5``."""
        times = {0: "", 1: ", once", 2: ", twice"}.get(self.times, f", {self.times} times")
        return f"{_small(self.tip.title)}{times}{f', your rating {self.rating} of 5' if self.rating else ''}"


def plans(
    store: Store, library: Library, facts: Facts, today: date, allowed: Collection[str]
) -> Mapping[str, Sequence[Plan]]:
    """What is planned and worth getting ready for, by the name that rules know.

    Args:
        store: The journal's records.
        library: The tips, and the kinds of marks that are long sits.
        facts: What is known tonight.
        today: The day on the calendar.
        allowed: The ids of the tips that may be named: not those that a running trial tests.
    """
    sit = planned_sit(facts.marks, library.long_sits, facts.tonight, today)
    if sit is None:
        return {}
    tips = [one for one in for_a_sit(library, facts) if one.id in allowed]
    return {
        NAME: [_plan(sit, library.marks.get(sit.mark.kind, sit.mark.kind), today, _used(store, tips), tips)]
    }


def for_a_sit(library: Library, facts: Facts) -> list[Tip]:
    """The tips for a long sit that no gate takes away, one of two versions only."""
    tips = free(library.tips.values(), shut_tips(library, facts))
    return [tip for tip in tips if Occasion.LONG_SIT in tip.occasions]


def _used(store: Store, tips: Sequence[Tip]) -> list[Used]:
    """What of it was used or rated before: by own rating, then by how often, what was rated poor last."""
    times, ratings = Counter(one.relief for one in tried_in(store)), ratings_in(store)
    found = [Used(tip, times[tip.id], ratings.get(tip.id)) for tip in tips]
    known = [one for one in found if one.times or one.rating]
    return sorted(known, key=lambda one: (-(one.rating or UNRATED), -one.times, one.tip.title))


def _plan(sit: Planned, label: str, today: date, used: Sequence[Used], tips: Sequence[Tip]) -> Plan:
    untried = [tip for tip in tips if tip.id not in {one.tip.id for one in used}]
    first = sit_words(sit, label, today)
    said = [f"{first} Used before: {'; '.join(one.words for one in used)}." if used else first]
    said += [NO_PROOF] if used else []
    names = "; ".join(_small(tip.title) for tip in untried)
    said += [f"{'Not tried yet' if used else 'For a long sit'}: {names}."] if untried else []
    return Plan(sit.mark.date.isoformat(), tuple(said))


def _small(title: str) -> str:
    """A title in the middle of a sentence."""
    return title[:1].lower() + title[1:] if title[1:2].islower() or title[1:2] == " " else title
