"""A finding as plain lines, for the command line and the screen alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stillnight.rules.rule import Finding, Rule
from stillnight.rules.source import Source


def card_text(finding: Finding, sources: Mapping[str, Source]) -> list[str]:
    """The whole card as plain lines; the lines under a heading are set in by two blanks.

    Args:
        finding: What a rule found.
        sources: All sources by id.
    """
    rule = finding.rule
    lines = [f"{rule.title} ({rule.level_words})"]
    lines += _part("What was seen", finding.seen)
    lines += _part("What is missing", [finding.missing])
    lines += _part(rule.lead, [rule.check])
    lines += _part("How sure", [grade_line(rule), rule.basis, _lag(rule)])
    lines += _part("What would speak against it", [rule.disproof])
    lines += _part("Mind", [rule.safety])
    lines += [rule.closing] if rule.closing else []
    return lines + _part("Sources", [sources[name].citation for name in rule.sources if name in sources])


def grade_line(rule: Rule) -> str:
    """The grade with its words and badges in one line."""
    return " · ".join([f"{rule.grade}: {rule.grade_words}", *rule.badges])


def _lag(rule: Rule) -> str:
    return f"A change would show after: {rule.lag}." if rule.lag else ""


def _part(heading: str, lines: Sequence[str]) -> list[str]:
    """A heading with its lines; nothing at all where there are none."""
    said = [f"  {line}" for line in lines if line]
    return [heading, *said] if said else []
