"""What is kept of a try: a latency where there was an urge, words in the note where there was none.

``rest_latency_min`` is read by the watch for slow changes (M01): the middle of the last two weeks against
that of the weeks before. So nothing may stand there that is no latency:

- Nothing felt in 40 minutes only says that it takes longer than 40. Written as 40 it would be a latency that
  nobody had; left out altogether it would be forgotten. It can go into the note, in words, which no rule
  computes with. That the middle is then one of the nights with an urge holds for both stretches alike.
- The first try of a night counts. The urge comes sooner the later it is, so the shortest of several would
  make a night look worse because somebody tried often, and the last one would let them try until they like
  it. Another one takes its place only where somebody says so.
- A try in which the machine slept is void and leaves nothing.
"""

from __future__ import annotations

from datetime import date

from stillnight.domain.clock_rule import night_of
from stillnight.domain.ports import Receipt
from stillnight.domain.values import whole_number
from stillnight.journal.journal import Journal
from stillnight.journal.sit_still.timer import Phase, Try

FIELD = "rest_latency_min"
"""The field of the night: minutes at rest until the first urge."""


def night_of_try(journal: Journal, one: Try) -> date:
    """The night that a try belongs to: the one in which it began."""
    return night_of(one.began.astimezone(journal.desk.clock.zone), journal.desk.rollover)


def kept_minutes(journal: Journal, night: date) -> int | None:
    """What a night holds already; ``None`` where it holds nothing."""
    return whole_number(journal.browse.night(night).get(FIELD), 0)


def keep(journal: Journal, one: Try) -> Receipt:
    """Write the minutes of a try into its night.

    Raises:
        ValueError: If it did not end with an urge: anything else is no latency.
        StoreError: If it could not be made safe.
    """
    if one.phase is not Phase.FELT:
        raise ValueError(f"a try that ended with {one.phase} has no latency")
    return journal.record.amend(night_of_try(journal, one), {FIELD: one.minutes}, form="")


def note(journal: Journal, one: Try) -> Receipt:
    """Add to the night's note that nothing was felt.

    Raises:
        ValueError: If something was, or nobody can tell.
        StoreError: If it could not be made safe.
    """
    if one.phase is not Phase.NOTHING:
        raise ValueError(f"a try that ended with {one.phase} is not one without an urge")
    night = night_of_try(journal, one)
    before = str(journal.browse.night(night).get("note") or "")
    text = "\n".join(part for part in (before, nothing_words(one)) if part)
    return journal.record.amend(night, {"note": text}, form="")


def nothing_words(one: Try) -> str:
    """What goes into the note: ``sat still for 40 min, no urge``."""
    return f"sat still for {one.minutes} min, no urge"
