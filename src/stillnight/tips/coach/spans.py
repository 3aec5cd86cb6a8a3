"""Lengths of time as a session counts and says them."""

from __future__ import annotations

from datetime import timedelta

LONGEST = 240
"""The most minutes that an episode takes."""


def whole_seconds(time: timedelta) -> int:
    """Seconds of a countdown: rounded up, so that a 0 is never seen before the end, and never below 0."""
    return max(-(-time // timedelta(seconds=1)), 0)


def whole_minutes(time: timedelta) -> int:
    """Minutes as an episode keeps them: rounded, halves up, 0-240."""
    return min(max((time + timedelta(seconds=30)) // timedelta(minutes=1), 0), LONGEST)


def minutes_words(minutes: int) -> str:
    """Whole minutes in words: ``less than a minute``, ``1 minute``, ``12 minutes``."""
    if not minutes:
        return "less than a minute"
    return f"{minutes} minute{'' if minutes == 1 else 's'}"


def said(time: timedelta) -> str:
    """A length in words: ``1 second``, ``40 seconds``, ``12 minutes``, ``5 hours``."""
    seconds = whole_seconds(time)
    if seconds < 120:
        return f"{seconds} second{'' if seconds == 1 else 's'}"
    return f"{seconds // 60} minutes" if seconds < 7200 else f"{seconds // 3600} hours"


def news_of(unseen: timedelta, went_on: bool, ago: timedelta | None = None) -> str:
    """What went on while the machine slept, in plain words; empty where it did not sleep.

    Args:
        unseen: How long it slept just now.
        went_on: Did what is done go on meanwhile?
        ago: How long ago the time was up; ``None`` while it is not.
    """
    if not unseen:
        return ""
    # a program that somebody suspended stands still on a computer that is awake
    slept = f"For {said(unseen)} the computer slept or stood still"
    if not went_on:
        return f"{slept}, and the countdown with it."
    return f"{slept}." if ago is None else f"{slept}. The time was up {said(ago)} ago."
