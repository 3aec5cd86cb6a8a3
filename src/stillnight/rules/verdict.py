"""What came of holding one condition against the facts: yes, no, or not known for want of a field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one condition.

    Attributes:
        holds: Does it hold? ``None`` where a field is missing that would decide it.
        seen: What was seen, one sentence each; empty unless it holds.
        settles: Where it is not known: the fields any one of which would settle it.
    """

    holds: bool | None
    seen: tuple[str, ...] = ()
    settles: frozenset[str] = frozenset()


NO = Verdict(False)


def all_of(verdicts: Sequence[Verdict]) -> Verdict:
    """Holds when all hold; one no is enough for a no, whatever is missing."""
    if any(verdict.holds is False for verdict in verdicts):
        return NO
    unknown = [verdict.settles for verdict in verdicts if verdict.holds is None]
    if unknown:
        return Verdict(None, settles=reduce(frozenset.intersection, unknown))
    return Verdict(True, _seen(verdicts))


def at_least(number: int, verdicts: Sequence[Verdict]) -> Verdict:
    """Holds when so many hold; not known when missing fields could still make up the number."""
    holding = [verdict for verdict in verdicts if verdict.holds]
    unknown = [verdict.settles for verdict in verdicts if verdict.holds is None]
    if len(holding) >= number:
        return Verdict(True, _seen(holding))
    if len(holding) + len(unknown) < number:
        return NO
    return Verdict(None, settles=settling(number - len(holding), unknown))


def none_of(verdict: Verdict) -> Verdict:
    """Holds when the condition does not."""
    return Verdict(None if verdict.holds is None else not verdict.holds, settles=verdict.settles)


def settling(wanted: int, unknown: Sequence[frozenset[str]]) -> frozenset[str]:
    """The fields that stand open often enough to settle the count on their own."""
    fields = frozenset().union(*unknown)
    return frozenset(name for name in fields if sum(name in one for one in unknown) >= wanted)


def _seen(verdicts: Sequence[Verdict]) -> tuple[str, ...]:
    return tuple(sentence for verdict in verdicts for sentence in verdict.seen)
