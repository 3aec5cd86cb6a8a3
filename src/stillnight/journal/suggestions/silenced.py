"""Which suggestions were put off or dismissed, and for how far.

One answer counts for a whole card. About a factor it holds as far as the own nights had come: what was put
off as worth a test comes back when it has become likely, since that is another statement. What is not for
this person stays away, whatever the nights come to; the patterns themselves are still there to look up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from stillnight.domain.values import Record
from stillnight.rules.pattern import TIERS
from stillnight.rules.rule import AS_FAR_AS, Finding

NEVER = "never"
"""What stands under ``until`` when a suggestion is not for this person."""


class Silenced:
    """The answers that hold tonight."""

    def __init__(self, answers: Iterable[Record], tonight: date) -> None:
        """Keep those that hold.

        Args:
            answers: ``rule`` (the key of a finding, or a tip's id) and ``until`` (a date, or ``never``).
            tonight: The night it is; an answer ends on its day.
        """
        kept = ((str(one.get("rule") or ""), str(one.get("until") or "")) for one in answers)
        self._until: Mapping[str, str] = {
            key: until for key, until in kept if until == NEVER or until > tonight.isoformat()
        }

    def has(self, key: str) -> bool:
        """Was this very thing put off or dismissed?"""
        return key in self._until

    def silences(self, finding: Finding) -> bool:
        """Does an answer keep a finding away? Red flags do not ask."""
        if self.has(finding.rule.id) or self.has(finding.rule_key):
            return True
        told = self._told(finding.rule.factor)
        if not finding.rule.is_of_own_nights or finding.pattern is None:
            return bool(told)
        now = TIERS.index(finding.pattern.tier)
        return any(until == NEVER or TIERS.index(tier) >= now for tier, until in told.items())

    def _told(self, factor: str) -> dict[str, str]:
        """What was answered to cards about a factor: tier to until when."""
        cut = ((*key.partition(AS_FAR_AS)[::2], until) for key, until in self._until.items())
        return {tier: until for slug, tier, until in cut if factor and slug == factor and tier in TIERS}
