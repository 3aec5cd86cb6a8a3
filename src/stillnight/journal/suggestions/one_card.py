"""One card a factor: what several rules and the user's own nights say about it stands side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from stillnight.rules.pattern import TIERS
from stillnight.rules.rule import Finding


def gather(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with those about the same factor made one, in the order of the first of each.

    The rule that leads is the first one from the literature, unless the own nights point the other way:
    then it is the one that they set off. What only lacks a field adds nothing to a card that speaks.
    """
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        name = finding.rule.factor or f"rule {finding.rule_key}"
        groups.setdefault(name, []).append(finding)
    return [_as_one(group) for group in groups.values()]


def _as_one(group: Sequence[Finding]) -> Finding:
    speaking = [finding for finding in group if finding.seen] or group
    agreeing = [finding for finding in speaking if finding.agrees] or speaking
    lead = agreeing[0]
    others = tuple(finding for finding in speaking if finding is not lead)
    return replace(lead, others=others) if others else lead


def has_standing(finding: Finding) -> bool:
    """Do the own nights carry this card, too? What only lacks a field is carried by nothing."""
    return finding.standing is not None and bool(finding.seen)


def likeliest(findings: Iterable[Finding]) -> list[Finding]:
    """The cards that the own nights carry: likely before worth a test, then the largest effect."""
    return sorted(filter(has_standing, findings), key=_weight)


def _weight(finding: Finding) -> tuple[int, float, str]:
    pattern = finding.standing
    if pattern is None:
        return (0, 0, finding.rule.factor)
    return (-TIERS.index(pattern.tier), -abs(pattern.effect or 0), pattern.factor)
