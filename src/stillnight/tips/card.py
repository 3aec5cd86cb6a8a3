"""A tip, a claim or a fact as plain lines, for the command line and the screen alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from stillnight.tips.claim import Claim
from stillnight.tips.fact import Fact
from stillnight.tips.tip import Tip

_SAID: Mapping[str, Callable[[int | str], str]] = {
    "minutes": lambda value: f"{value} minutes",
    "hold_s": lambda value: f"hold {value} seconds",
    "reps": lambda value: f"{value} times",
    "per": lambda value: f"each {value}",
    "sessions": lambda value: f"{value} sessions in all",
    "sessions_per_week": lambda value: f"{value} times a week",
    "home_minutes": lambda value: f"{value} minutes at home on other days",
    "every_minutes": lambda value: f"every {value} minutes",
    "hours": lambda value: f"{value} hours before bed",
    "weeks": lambda value: f"for {value} weeks",
    "days": lambda value: f"for {value} days",
}


def dose_words(tip: Tip) -> str:
    """How much, in words: ``hold 30 seconds, 3 times, each leg``; empty where nothing is counted."""
    return ", ".join(said(tip.dose[unit]) for unit, said in _SAID.items() if unit in tip.dose)


def grade_line(one: Tip | Claim | Fact) -> str:
    """The grade with its words and badges in one line."""
    return " · ".join([f"{one.grade}: {one.grade_words}", *one.badges])


def tip_text(tip: Tip, citations: Iterable[str]) -> list[str]:
    """The whole tip as plain lines.

    Args:
        tip: The tip.
        citations: Its sources, one line each.
    """
    dose = dose_words(tip)
    lines = [tip.title, f"When: {tip.when}", *([f"How much: {dose}"] if dose else [])]
    lines += [f"Where: {', '.join(tip.areas)}"] if tip.areas else []
    lines += ["What to do"]
    lines += [f"  {number}. {step}" for number, step in enumerate(tip.steps, 1)]
    lines += ["How sure", f"  {grade_line(tip)}", f"  {tip.honest}"]
    if tip.gates:
        lines += ["Not for you with", *(f"  {gate.words}" for gate in tip.gates)]
    return [*lines, "Sources", *(f"  {citation}" for citation in citations)]


def claim_text(claim: Claim, citations: Iterable[str]) -> list[str]:
    """The whole claim as plain lines: what is said, what is left of it, what was found.

    Args:
        claim: The claim.
        citations: Its sources, one line each.
    """
    lines = [f"One may read: {claim.claim}", f"Verdict: {claim.verdict_words}", "What we found"]
    lines += [f"  {claim.found}", "How sure", f"  {grade_line(claim)}"]
    return [*lines, "Sources", *(f"  {citation}" for citation in citations)]


def fact_text(fact: Fact, citations: Iterable[str]) -> list[str]:
    """The whole fact as plain lines, its closing line after the points.

    Args:
        fact: The fact.
        citations: Its sources, one line each.
    """
    lines = [fact.title, *(f"  - {line}" for line in fact.lines), *([fact.closing] if fact.closing else [])]
    lines += ["How sure", f"  {grade_line(fact)}"]
    return [*lines, "Sources", *(f"  {citation}" for citation in citations)]
