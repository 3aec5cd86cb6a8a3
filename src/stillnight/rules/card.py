"""A finding as plain lines, for the command line and the screen alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stillnight.rules.rule import Finding, Rule
from stillnight.rules.source import Source

NOT_KNOWN = "cannot be judged yet"
"""What stands in the place of the level where a field is missing: nothing was found that has one."""


def card_text(finding: Finding, sources: Mapping[str, Source]) -> list[str]:
    """The whole card as plain lines; the lines under a heading are set in by two blanks.

    Args:
        finding: What a rule found.
        sources: All sources by id.
    """
    rule = finding.rule
    lines = [f"{rule.title} ({rule.level_words if finding.seen else NOT_KNOWN})"]
    lines += _part("What was seen", finding.seen)
    lines += _part("What is missing", [finding.missing])
    lines += _part(rule.lead, [rule.check] if finding.seen else [])
    sure, mind = _sure(rule), _part("Mind", [rule.safety])
    # with a red flag what to mind comes before how much is known
    lines += [*mind, *sure] if rule.red_flag else [*sure, *mind]
    lines += _part("Not answered in your profile yet, and it counts here", _questions(finding))
    lines += [rule.closing] if rule.closing else []
    lines += _part("Ticked by mistake, or no longer so", _take_back(finding))
    return lines + _part("Sources", [sources[name].citation for name in rule.sources if name in sources])


def _sure(rule: Rule) -> list[str]:
    lines = _part("How sure", [grade_line(rule), rule.basis, _lag(rule)])
    return lines + _part("What would speak against it", [rule.disproof])


def _questions(finding: Finding) -> list[str]:
    """What the profile could tell, and how to answer it."""
    asked = [finding.rule.questions[id] for id in finding.asks]
    lines = [f"{one.question} ({one.id})" for one in asked]
    how = [f"In the app behind M, or: stillnight profile {one.id} {one.answers}" for one in asked[:1]]
    return [*lines, *how]


def _take_back(finding: Finding) -> list[str]:
    """How a tick is taken back, where the card comes from one."""
    lines = [f"stillnight flag remove {flag}" for flag in finding.flags]
    return ["In the app: the page of red flags, behind !", *lines] if lines else []


def grade_line(rule: Rule) -> str:
    """The grade with its words and badges in one line."""
    return " · ".join([f"{rule.grade}: {rule.grade_words}", *rule.badges])


def _lag(rule: Rule) -> str:
    return f"A change would show after: {rule.lag}." if rule.lag else ""


def _part(heading: str, lines: Sequence[str]) -> list[str]:
    """A heading with its lines; nothing at all where there are none."""
    said = [f"  {line}" for line in lines if line]
    return [heading, *said] if said else []
