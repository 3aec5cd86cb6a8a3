"""Which questions about oneself would decide something tonight: they are asked when they are first needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stillnight.domain.night import Night
from stillnight.domain.question import Question, to_ask
from stillnight.journal.suggestions.library import Library
from stillnight.rules.asking import asks_of
from stillnight.rules.facts import Facts
from stillnight.tips.choice import gated
from stillnight.tips.tip import Tip


class OpenQuestion(NamedTuple):
    """A question of the profile that is not answered yet.

    Attributes:
        question: The question.
        decides: The ids of the rules and tips that wait for its answer, the first in precedence first.
    """

    question: Question
    decides: tuple[str, ...]


def open_questions(library: Library, facts: Facts) -> list[OpenQuestion]:
    """The questions whose answer would decide a rule or take a tip away, the weightiest first.

    Those of the rules stand in the rules' order of precedence, then those that the most tips wait for.
    What is answered, with yes or no, is never among them.
    """
    waiting: dict[str, list[str]] = {}
    for name, ids in (*_of_rules(library, facts), *_of_tips(library, facts)):
        for id in ids:
            waiting.setdefault(id, []).append(name)
    rules = {rule.id for rule in library.rules}
    ordered = sorted(waiting.items(), key=lambda row: (row[1][0] not in rules, _place(row[1], rules)))
    return [OpenQuestion(library.questions[id], tuple(names)) for id, names in ordered]


def tip_asks(tip: Tip, library: Library, facts: Facts) -> tuple[str, ...]:
    """The ids of the questions to ask before a tip: a yes to one of them would take it away."""
    wanted = [id for gate in tip.gates for id in gate.questions]
    return to_ask(facts.profile, wanted, library.questions)


def _of_rules(library: Library, facts: Facts) -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((rule.id, asks_of(rule, facts)) for rule in library.rules)


def _of_tips(library: Library, facts: Facts) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Of a tip that the profile has taken away already nothing more is asked."""
    any_night = Night(facts.tonight, logged=False)
    for tip in library.tips.values():
        if not tip.info_only and not gated(tip, facts.profile, (), any_night):
            yield tip.id, tip_asks(tip, library, facts)


def _place(names: list[str], rules: set[str]) -> int:
    """Rules keep the order in which they came; of tips the more the better."""
    return 0 if names[0] in rules else -len(names)
