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
    lines += _part("Your own nights" if rule.is_of_own_nights else "What was seen", finding.seen)
    lines += _part("Your own nights", finding.own)
    for other in finding.others:
        lines += _other(other)
    lines += _part("What is missing", [finding.missing])
    lines += _part(rule.lead, [rule.check] if finding.seen else [])
    lines += _part("Numbers", rule.numbers if finding.seen else [])
    sure, mind = _sure(finding), _part("Mind", _safety(finding))
    # with a red flag what to mind comes before how much is known
    lines += [*mind, *sure] if rule.red_flag else [*sure, *mind]
    lines += _part("Not answered in your profile yet, and it counts here", _questions(finding))
    lines += closing_lines(finding)
    lines += _part("Ticked by mistake, or no longer so", _take_back(finding))
    return lines + _part(
        "Sources", [sources[name].citation for name in sources_of(finding) if name in sources]
    )


def _other(other: Finding) -> list[str]:
    """What another rule about the same factor adds; what the own nights say stands there already."""
    rule = other.rule
    said = [] if rule.is_of_own_nights else [*other.seen, rule.check, f"Literature: {grade_line(rule)}"]
    return _part(rule.title, said)


def closing_lines(finding: Finding) -> list[str]:
    """The lines that end a card: of its rule and of the others on it, each once."""
    return list(dict.fromkeys(line for rule in _rules(finding) for line in rule.closings))


def sources_of(finding: Finding) -> list[str]:
    """The ids of the sources of a card: of its rule and of the others on it, each once."""
    return list(dict.fromkeys(name for rule in _rules(finding) for name in rule.sources))


def _rules(finding: Finding) -> list[Rule]:
    return [finding.rule, *(other.rule for other in finding.others)]


def _safety(finding: Finding) -> list[str]:
    return list(dict.fromkeys(rule.safety for rule in _rules(finding) if rule.safety))


def _sure(finding: Finding) -> list[str]:
    rule = finding.rule
    # beside what the own nights say, the grade has to say whose it is
    grade = f"Literature: {grade_line(rule)}" if finding.pattern is not None else grade_line(rule)
    lines = _part("How sure", [grade, rule.basis, _lag(rule)])
    otherwise = [one.otherwise for one in _rules(finding)]
    lines += _part("What else could explain it", list(dict.fromkeys(otherwise)))
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
