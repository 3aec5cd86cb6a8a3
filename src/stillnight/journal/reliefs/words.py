"""What was tried in words, the same ones in the shell and on the screen; they claim nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stillnight.domain.clock_rule import date_words
from stillnight.journal.reliefs.helped import Helped

SHOWN_PAIRS = 5
"""So many of the latest numbers before and after are told one by one; our choice."""

SEALED = "your trial tests it: what its nights say stays sealed until the end"
"""What is said in place of the numbers while a trial runs."""


@dataclass(frozen=True, slots=True)
class HelpedWords:
    """One entry of the ledger in words.

    Attributes:
        title: What it is, with the own rating.
        used: How often and for how long; empty where it was only rated.
        urge: The urge before and after; empty where it is never known.
        trial: How it can be tested, or what stands in the way; empty where there is no trial.
    """

    title: str
    used: str = ""
    urge: str = ""
    trial: str = ""

    def lines(self) -> Iterator[str]:
        """What there is to say, the title first."""
        yield self.title
        yield from (line for line in (self.used, self.urge, self.trial) if line)


def helped_words(one: Helped, bank: Mapping[str, str]) -> HelpedWords:
    """One entry in words.

    Args:
        one: The entry.
        bank: ``[helped]`` of the wording bank.
    """
    rating = f"your rating {one.rating} of 5" if one.rating is not None else "not rated"
    return HelpedWords(f"{one.title} · {rating}", used_words(one), urge_words(one, bank), trial_words(one))


def used_words(one: Helped) -> str:
    """``6 times, 4 to the end, 1 stopped early, 10 min as a rule, last on Thu 19 Nov 2026``."""
    if not one.times:
        return ""
    parts = ["once" if one.times == 1 else f"{one.times} times"]
    parts += [f"{one.completed} to the end"] if one.completed else []
    parts += [f"{one.stopped} stopped early"] if one.stopped else []
    parts += [f"{one.minutes} min{'' if one.times == 1 else ' as a rule'}"] if one.minutes else []
    parts += [f"last on {date_words(one.last)}"] if one.last and one.times > 1 else []
    parts += [f"on {date_words(one.last)}"] if one.last and one.times == 1 else []
    return ", ".join(parts)


def urge_words(one: Helped, bank: Mapping[str, str]) -> str:
    """``urge before and after: 7→5, 6→3, 5→4; 2 lower on average of 3``."""
    if not one.pairs:
        return ""
    latest = one.pairs[-SHOWN_PAIRS:]
    told = ", ".join(f"{before}→{after}" for before, after in latest)
    more = f" (the latest of {len(one.pairs)})" if len(latest) < len(one.pairs) else ""
    return f"urge before and after: {told}{more}; {_change_words(one, bank)}"


def trial_words(one: Helped) -> str:
    """How to test it: the command, or the reason of the gate that is shut; or that it is being tested."""
    if one.is_tested:
        return SEALED
    if not one.trial:
        return ""
    if one.shut is not None:
        return f"no trial for now: {one.shut.reason}"
    return f"to test it: stillnight trial start {one.trial}"


def _change_words(one: Helped, bank: Mapping[str, str]) -> str:
    if one.change is None:
        return bank["few"]
    size = f"{abs(one.change):.1f}".removesuffix(".0")
    if size == "0":
        return f"the same on average, {len(one.pairs)} times"
    return f"{size} {'lower' if one.change < 0 else 'higher'} on average, {len(one.pairs)} times"
