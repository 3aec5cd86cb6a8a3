"""Holds every rule against what is known tonight."""

from __future__ import annotations

from collections.abc import Sequence

from stillnight.rules.conditions import View
from stillnight.rules.facts import Facts
from stillnight.rules.rule import Finding, Rule
from stillnight.rules.verdict import Verdict


def evaluate(rules: Sequence[Rule], facts: Facts) -> list[Finding]:
    """What the rules have to say tonight.

    Red flags come first, then the order of precedence; last the rules that cannot be judged for want
    of one field that is a tap away. A rule that another finding replaces is left out.
    """
    view = View(facts)
    found = [finding for rule in rules if (finding := _finding(rule, rule.when.judge(view)))]
    replaced = {name for finding in found if finding.seen for name in finding.rule.replaces}
    kept = [finding for finding in found if finding.red_flag or finding.rule.id not in replaced]
    return sorted(kept, key=lambda finding: (bool(finding.missing), finding.rule.order))


def _finding(rule: Rule, verdict: Verdict) -> Finding | None:
    if verdict.holds:
        return Finding(rule, verdict.seen)
    asked = [sentence for name, sentence in rule.missing.items() if name in verdict.settles]
    return Finding(rule, missing=asked[0]) if verdict.holds is None and asked else None
