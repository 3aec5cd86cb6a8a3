"""Holds every rule against what is known tonight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stillnight.rules.asking import asks_of
from stillnight.rules.conditions import View
from stillnight.rules.facts import Facts
from stillnight.rules.handed_in import Drifted, Planned
from stillnight.rules.parts import flags_of
from stillnight.rules.reading import read_fact
from stillnight.rules.rule import Finding, Rule
from stillnight.rules.verdict import Verdict


def evaluate(rules: Sequence[Rule], facts: Facts) -> list[Finding]:
    """What the rules have to say tonight.

    Red flags come first, then the order of precedence; last the rules that cannot be judged for want
    of one field that is a tap away. A rule that another finding replaces is left out. Gates run last and
    only ever take away.
    """
    found = [finding for rule in rules for finding in _findings(rule, facts)]
    replaced = {name for finding in found if finding.seen for name in finding.rule.replaces}
    kept = [
        finding
        for finding in found
        if finding.red_flag or not (finding.rule.id in replaced or is_shut(finding.rule, facts))
    ]
    ordered = sorted(kept, key=lambda finding: (bool(finding.missing), finding.rule.order))
    return [
        replace(
            finding,
            flags=_flags(finding.rule, facts),
            asks=asks_of(finding.rule, facts),
            pattern=facts.patterns.get(finding.rule.factor),
            own=() if finding.rule.is_of_own_nights else tuple(facts.own_words.get(finding.rule.factor, ())),
        )
        for finding in ordered
    ]


def is_shut(rule: Rule, facts: Facts) -> bool:
    """Does one of its gates take a rule away tonight?"""
    return any(
        gate.shuts(facts.profile, facts.ticks, facts.night, facts.classes_tonight()) for gate in rule.gates
    )


def _findings(rule: Rule, facts: Facts) -> Iterator[Finding]:
    """What a rule finds: one thing, or one on each occasion of a slow change or a plan."""
    if isinstance(rule.when, Planned):
        for plan in facts.plans.get(rule.when.name, ()):
            if found := _finding(rule, rule.when.judge_one(plan)):
                yield replace(found, occasion=plan.occasion)
    elif isinstance(rule.when, Drifted):
        for drift in facts.drifts.get(rule.when.name, ()):
            if found := _finding(rule, rule.when.judge_one(drift)):
                yield replace(found, occasion=drift.occasion)
    elif found := _finding(rule, rule.when.judge(View(facts))):
        yield found


def _finding(rule: Rule, verdict: Verdict) -> Finding | None:
    if verdict.holds:
        return Finding(rule, tuple(dict.fromkeys(verdict.seen)))
    asked = [sentence for name, sentence in rule.missing.items() if name in verdict.settles]
    return Finding(rule, missing=asked[0]) if verdict.holds is None and asked else None


def _flags(rule: Rule, facts: Facts) -> tuple[str, ...]:
    """The ticked flags that the rule looked at, in the order of the rule."""
    ticked: dict[str, None] = {}
    for part in flags_of(rule.when):
        seen = read_fact(facts, part.field, part.within_days, part.value).value
        ticked |= dict.fromkeys(flag for flag in part.value if flag in seen)
    return tuple(ticked)
