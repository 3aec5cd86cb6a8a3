"""From the journal's suggestions to the cards of the To check pane."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from stillnight.domain.moment import Moment
from stillnight.insight.patterns.words import brief_words, sentence
from stillnight.journal.journal import Journal
from stillnight.journal.reliefs.tables import ratings_in
from stillnight.journal.sealing import sealed_factors
from stillnight.journal.suggestions.knowledge import suggestions
from stillnight.journal.suggestions.suggest import HELP_NOW, SOON, Library, Suggestions, card_text, tip_card
from stillnight.rules.rule import Finding, Rule
from stillnight.tips.card import dose_words
from stillnight.tips.tip import Tip
from stillnight.ui.cards import CheckCard
from stillnight.ui.quiet_line import LEAST_NIGHTS, few_words, quiet_words

if TYPE_CHECKING:
    from stillnight.journal.triggers.account import Account

COUNTING = "Your own nights: counting."
"""The line under the cards until the nights have been looked at."""

RECOUNTING = "Recounting: nights were added or changed."
"""What a card of the own nights says while they are looked at anew."""


@dataclass(frozen=True, slots=True)
class Board:
    """What the pane shows.

    Attributes:
        cards: The cards, most important first.
        quiet: The line under them: what cannot be told yet.
    """

    cards: tuple[CheckCard, ...] = ()
    quiet: str = ""


def make_board(
    journal: Journal,
    library: Library,
    moment: Moment,
    account: Account | None = None,
    is_recounting: bool = False,
) -> Board:
    """The board as of now.

    Args:
        journal: The journal.
        library: The rules and tips.
        moment: Evening, night or morning.
        account: What the nights said when they were looked at last; ``None`` before anybody has.
        is_recounting: Were nights added or changed that make this old? Then none of it is shown.
    """
    found = suggestions(journal, library, moment, account.patterns if account else None)
    if is_recounting:
        found = _without_own(found)
    ratings = ratings_in(journal.desk.store)
    cards = tuple(_cards(found, library, account, is_recounting, ratings))
    if any(one.rule.level in HELP_NOW for one in found.red_flags):
        return Board(cards)
    return Board(cards, _quiet(journal, account, is_recounting))


def _without_own(found: Suggestions) -> Suggestions:
    """The same without what the nights said before they were others."""
    rule = found.rule and replace(found.rule, pattern=None, own=())
    return replace(found, rule=rule)


def _cards(
    found: Suggestions,
    library: Library,
    account: Account | None,
    is_recounting: bool,
    ratings: Mapping[str, int],
) -> Iterator[CheckCard]:
    for finding in found.of_rules:
        yield _finding_card(finding, tuple(card_text(finding, library.sources)))
    if found.pattern and account:
        card = _pattern_card(found.pattern, account, tuple(card_text(found.pattern, library.sources)))
        yield card._replace(summary=RECOUNTING, full=(RECOUNTING,)) if is_recounting else card
    if found.tip:
        yield _tip_card(found.tip, library, ratings)


def _pattern_card(finding: Finding, account: Account, full: tuple[str, ...]) -> CheckCard:
    """What the own nights carry; one figure stands here, the others on the card."""
    slug, rule = finding.rule.factor, finding.rule
    factor = account.factors[slug]
    pattern = next(one for one in account.patterns if one.factor == slug)
    seen = "" if rule.is_of_own_nights or not finding.seen else f" {finding.seen[0]}"
    return CheckCard(
        id=finding.key,
        title=factor.full_label.capitalize(),
        sure=f"your nights · {pattern.tier}",
        summary=f"{sentence(brief_words(pattern, factor))}{seen} Studies: {_studies(rule)}.",
        full=full,
        factor=slug,
    )


def _finding_card(finding: Finding, full: tuple[str, ...]) -> CheckCard:
    rule = finding.rule
    said = finding.seen[0] if finding.seen else finding.missing
    return CheckCard(
        id=finding.key,
        title=rule.title,
        sure=rule.level_words if finding.red_flag else _urgency(rule) + _sure(rule.grade, rule.badges),
        summary=f"{said} {_deed(rule)}" if finding.seen else said,
        full=full,
        is_urgent=finding.red_flag,
        factor="" if finding.red_flag else rule.factor,
        page="long_sit" if rule.is_of_a_plan else "",
    )


def _urgency(rule: Rule) -> str:
    """What should not wait says so before how sure it is."""
    return f"{rule.level_words} · " if rule.level == SOON else ""


def _deed(rule: Rule) -> str:
    """What to do; for a red flag how soon comes first."""
    return f"{rule.lead.rstrip(':. ')}. {rule.check}" if rule.red_flag else rule.check


def _tip_card(tip: Tip, library: Library, ratings: Mapping[str, int]) -> CheckCard:
    dose, has_session = dose_words(tip), any(guide.tip == tip.id for guide in library.guides.values())
    said = [f"You rated it {ratings[tip.id]} of 5."] if tip.id in ratings else []
    said += [tip.steps[0], f"{tip.when.capitalize()}{': ' + dose if dose else ''}."]
    said += ["g starts it."] if has_session else []
    full = tuple(tip_card(tip, library.sources))
    sure = _sure(tip.grade, tip.badges)
    return CheckCard(tip.id, f"Try: {tip.title}", sure, " ".join(said), full, factor=tip.id, tip=tip.id)


def _studies(rule: Rule) -> str:
    """How sure the literature is, with every badge: findings that are mixed stand beside a consensus."""
    return f"{', '.join(rule.badges)} · {rule.grade}" if rule.badges else f"grade {rule.grade}"


def _sure(grade: str, badges: Sequence[str]) -> str:
    """How sure in the fewest words; the card says the rest."""
    return f"{badges[0]} · {grade}" if badges else f"grade {grade}"


def _quiet(journal: Journal, account: Account | None, is_recounting: bool) -> str:
    """What the user's own nights say no more than this about."""
    rated = _rated(journal)
    if rated < LEAST_NIGHTS:
        return few_words(rated)
    if account is None or is_recounting:
        return RECOUNTING if is_recounting else COUNTING
    factors = journal.ledgers.factors()
    sealed = account.sealed | sealed_factors(journal)
    return quiet_words(
        account.patterns, sealed, lambda slug: factors[slug].full_label if slug in factors else slug
    )


def _rated(journal: Journal) -> int:
    """Rated nights of the last year; no further back than there are enough of them."""
    for nights in (2 * LEAST_NIGHTS, 365):
        _, rated = journal.browse.legs_on(journal.tonight, nights)
        if rated >= LEAST_NIGHTS:
            break
    return rated
