"""What was typed and never saved, of any night: somebody who fell asleep over it is told where it waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from stillnight.domain.clock_rule import span_words
from stillnight.domain.moment import Moment
from stillnight.domain.ports import Drafts
from stillnight.journal.form.draft import MORNING_SHARE, Share
from stillnight.journal.form.entry import Entries

if TYPE_CHECKING:
    from stillnight.journal.morning.entry import Mornings


class Half(NamedTuple):
    """The evening or the morning of a night.

    Attributes:
        night: The evening's date.
        part: ``evening`` or ``morning``.
    """

    night: date
    part: Moment


def waiting(drafts: Drafts, entries: Entries, mornings: Callable[[], Mornings]) -> list[Half]:
    """The halves of nights in which something was typed that is not saved, by date.

    Args:
        drafts: What is typed and not yet saved.
        entries: Opens evenings.
        mornings: Opens mornings; not looked at where nothing was typed in one.
    """
    evenings = [Half(night, Moment.EVENING) for night in entries.drafts.nights() if _is_news(entries, night)]
    nights = Share(drafts, MORNING_SHARE).nights()
    return sorted(
        [*evenings, *(Half(night, Moment.MORNING) for night in nights if _is_news(mornings(), night))],
        key=lambda half: half.night,
    )


def waiting_words(halves: Sequence[Half], within_reach: Sequence[Half]) -> str:
    """Where something waits, and the key that leads there; empty where nothing does.

    Args:
        halves: What waits, by date.
        within_reach: Those that W opens from here.
    """
    if not halves:
        return ""
    last = halves[-1]
    key = "e" if last.part is Moment.EVENING else "m"
    way = "W opens it" if last in within_reach else f"{key} on that night opens it"
    others = f" and {len(halves) - 1} more" if len(halves) > 1 else ""
    return f"typed and not saved yet: the {last.part} of {span_words(last.night)}{others} · {way}"


def _is_news(forms: Entries | Mornings, night: date) -> bool:
    return forms.unsaved(night).is_dirty
