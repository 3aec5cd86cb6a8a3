"""Which questions of the profile would decide a rule: they are asked when they are first needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from stillnight.domain.question import is_answered, to_ask
from stillnight.domain.values import Value
from stillnight.rules.conditions import View
from stillnight.rules.facts import Facts
from stillnight.rules.parts import questions_of
from stillnight.rules.rule import Rule


def asks_of(rule: Rule, facts: Facts) -> tuple[str, ...]:
    """The ids of the questions to ask, because an answer would change whether a rule speaks tonight.

    Every answer that is not known is tried as a yes and as a no. For a rule that speaks, the questions of
    its gates count too. Where a question comes after another, that one is named.
    """
    wanted = [id for id in questions_of(rule.when) if _decides(rule, facts, id)]
    if speaks(rule, facts):
        wanted += [id for gate in rule.gates for id in gate.questions]
    return to_ask(facts.profile, wanted, rule.questions)


def speaks(rule: Rule, facts: Facts) -> bool:
    """Does the rule's condition hold, gates left aside?"""
    return rule.when.judge(View(facts)).holds is True


def _decides(rule: Rule, facts: Facts, id: str) -> bool:
    if id not in rule.questions or is_answered(facts.profile, id):
        return False
    return len({speaks(rule, one) for one in (facts, *_answered(rule, facts, id))}) > 1


def _answered(rule: Rule, facts: Facts, id: str) -> Iterator[Facts]:
    """The same facts with each possible answer to a question."""
    answers: tuple[Value, ...] = rule.questions[id].possible
    return (replace(facts, profile={**facts.profile, id: answer}) for answer in answers)
