"""What the user said of themselves: yes, no and *not asked* are three different things."""

from __future__ import annotations

from datetime import date

from stillnight.domain.clock_rule import read_date
from stillnight.domain.values import Record

CONDITIONS = "conditions"
"""A list of conditions somebody has, as journals before had it; now each is a field with yes or no."""

WEEKS = {"pregnant_week": 42, "postpartum_weeks": 104}
"""What is said in weeks, and the most that is taken; ``no`` is an answer too."""

SAID_ON = ".at"
"""``pregnant_week.at`` is the day on which the week was said, so that it ages."""


def conditions_of(profile: Record) -> set[str]:
    """The conditions somebody has: those listed under ``conditions``, and every one answered with yes."""
    return {name for name, value in profile.items() if value is True} | listed_conditions(profile)


def listed_conditions(profile: Record) -> set[str]:
    """The conditions of the old list ``conditions``."""
    listed = profile.get(CONDITIONS)
    names = listed.replace(",", " ").split() if isinstance(listed, str) else listed
    return {name for name in names if isinstance(name, str)} if isinstance(names, list | tuple) else set()


def is_pregnant(profile: Record) -> bool:
    """A week of pregnancy is on record, the zeroth too, or a plain yes."""
    week = profile.get("pregnant_week")
    return profile.get("pregnant") is True or (week is not None and week is not False)


def weeks_on(profile: Record, name: str, day: date) -> int | None:
    """Weeks of pregnancy, or since a birth, on a day; ``None`` where they were not said or denied.

    What was said ages by a week every seven days from the day on which it was said, up to the most of
    :data:`WEEKS`; nobody knows here whether a pregnancy has ended until they say so.
    """
    said = profile.get(name)
    if isinstance(said, bool) or not isinstance(said, int):
        return None
    since = read_date(profile.get(name + SAID_ON))
    passed = max((day - since).days // 7, 0) if since else 0
    return min(said + passed, WEEKS[name])


def profile_on(profile: Record, day: date) -> Record:
    """The profile as it holds on a day: weeks counted on, without the days on which they were said."""
    held = {name: value for name, value in profile.items() if not name.endswith(SAID_ON)}
    aged = {name: weeks for name in WEEKS if (weeks := weeks_on(profile, name, day)) is not None}
    return held | aged
