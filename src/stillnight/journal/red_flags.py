"""The red flags as a list to tick: the most urgent first, each with what its card says once it is ticked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from stillnight.domain.flag import Tick
from stillnight.journal.suggestions.library import Library
from stillnight.rules.parts import flags_of
from stillnight.rules.rule import Finding, Rule

NO_CARD = "Please tell your clinician or pharmacist about it soon."
"""What is said to somebody who ticked a flag that no rule reads: nobody must meet silence."""

OLD_TICK = "Its card is not shown any more. If it is still so, take the tick off and tick it again."
"""What is said of a tick that lies longer back than its rules look."""


class FlagRow(NamedTuple):
    """One red flag of the list.

    Attributes:
        flag: Its id.
        label: What it is called.
        level: How urgent it is, in words; empty where no rule reads it.
        ticked: The day of its newest tick; ``None`` while it is not ticked.
    """

    flag: str
    label: str
    level: str
    ticked: date | None = None


def flag_rows(library: Library, ticks: Sequence[Tick]) -> list[FlagRow]:
    """Every red flag, the most urgent first; equals stand in the order of the seeds.

    Args:
        library: The flags and the rules that read them.
        ticks: What is ticked.
    """
    rules = {flag: list(_rules_of(library, flag)) for flag in library.flags}
    newest = {tick.flag: tick.date for tick in sorted(ticks, key=lambda tick: tick.date)}
    ordered = sorted(library.flags, key=lambda flag: -max((rule.urgency for rule in rules[flag]), default=-1))
    return [
        FlagRow(
            flag, library.flags[flag], rules[flag][0].level_words if rules[flag] else "", newest.get(flag)
        )
        for flag in ordered
    ]


def finding_of(library: Library, found: Sequence[Finding], flag: str) -> Finding | None:
    """What the rules found because of a flag; ``None`` where none of them speaks.

    Args:
        library: The rules.
        found: Every red flag that was found tonight.
        flag: The flag.
    """
    rules = {rule.id for rule in _rules_of(library, flag)}
    return next((finding for finding in found if finding.rule.id in rules), None)


def silence_words(library: Library, flag: str) -> str:
    """What is said of a ticked flag whose rules do not speak, or that no rule reads."""
    if any(_rules_of(library, flag)):
        return OLD_TICK
    gone = "; ".join(gate.what for gate in library.gates.values() if flag in gate.flags)
    return f"While it is ticked these are not offered: {gone}. {NO_CARD}" if gone else NO_CARD


def _rules_of(library: Library, flag: str) -> Iterator[Rule]:
    """The red-flag rules that read a flag, the most urgent first."""
    reading = [rule for rule in library.rules if rule.red_flag and _reads(rule, flag)]
    return iter(sorted(reading, key=lambda rule: -rule.urgency))


def _reads(rule: Rule, flag: str) -> bool:
    return any(flag in (one.value or ()) for one in flags_of(rule.when))
