"""From the journal's suggestions to the cards of the To check pane."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stillnight.domain.moment import Moment
from stillnight.journal.journal import Journal
from stillnight.journal.knowledge import suggestions
from stillnight.journal.suggest import Library, card_text, tip_card
from stillnight.rules.rule import Finding, Rule
from stillnight.tips.card import dose_words
from stillnight.tips.tip import Tip
from stillnight.ui.cards import CheckCard

PATTERN_NIGHTS = 14
"""Fewer rated nights than these say nothing about a factor of the user's own."""


@dataclass(frozen=True, slots=True)
class Board:
    """What the pane shows.

    Attributes:
        cards: The cards, most important first.
        quiet: The line under them: what cannot be told yet.
    """

    cards: tuple[CheckCard, ...] = ()
    quiet: str = ""


def make_board(journal: Journal, library: Library, moment: Moment) -> Board:
    """The board as of now."""
    return Board(tuple(_cards(journal, library, moment)), _quiet(journal))


def _cards(journal: Journal, library: Library, moment: Moment) -> Iterator[CheckCard]:
    found = suggestions(journal, library, moment)
    findings = [*found.red_flags, *([found.rule] if found.rule else [])]
    for finding in findings:
        yield _finding_card(finding, tuple(card_text(finding, library.sources)))
    if found.tip:
        yield _tip_card(found.tip, tuple(tip_card(found.tip, library.sources)))


def _finding_card(finding: Finding, full: tuple[str, ...]) -> CheckCard:
    rule = finding.rule
    said = finding.seen[0] if finding.seen else finding.missing
    return CheckCard(
        id=finding.key,
        title=rule.title,
        sure=rule.level_words if finding.red_flag else _sure(rule.grade, rule.badges),
        summary=f"{said} {_deed(rule)}" if finding.seen else said,
        full=full,
        is_urgent=finding.red_flag,
    )


def _deed(rule: Rule) -> str:
    """What to do; for a red flag how soon comes first."""
    return f"{rule.lead.rstrip(':. ')}. {rule.check}" if rule.red_flag else rule.check


def _tip_card(tip: Tip, full: tuple[str, ...]) -> CheckCard:
    dose = dose_words(tip)
    summary = f"{tip.steps[0]} {tip.when.capitalize()}{': ' + dose if dose else ''}."
    sure = _sure(tip.grade, tip.badges)
    return CheckCard(tip.id, f"Try: {tip.title}", sure, summary, full)


def _sure(grade: str, badges: Sequence[str]) -> str:
    """How sure in the fewest words; the card says the rest."""
    return f"{badges[0]} · {grade}" if badges else f"grade {grade}"


def _quiet(journal: Journal) -> str:
    """What the user's own nights can say so far."""
    _, rated = journal.browse.legs_on(journal.tonight, 365)
    if rated < PATTERN_NIGHTS:
        return f"Your own nights: too early to tell, {rated} of {PATTERN_NIGHTS} rated."
    return f"Your own nights: {rated} rated. Patterns are not worked out yet."
