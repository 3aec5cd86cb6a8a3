"""From what the nights say to what stands on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from stillnight.domain.clock_rule import span_words
from stillnight.domain.errors import StillnightError
from stillnight.domain.factor import Factor, Kind
from stillnight.insight.patterns.pattern import Pattern, Tier
from stillnight.insight.patterns.words import amount_words, nights_words, sentence, tier_words
from stillnight.journal.trials.words import power_lines
from stillnight.journal.triggers.account_words import LEFT_OUT
from stillnight.journal.triggers.knowing_words import when_words
from stillnight.rules.pattern import fits
from stillnight.ui.pictures.insight import LOOKS, SEALED
from stillnight.ui.screens.insight.card import (
    ONLY_A_TRIAL,
    SMALL,
    Known,
    card_lines,
    is_telling,
    lag_of,
    relief_lines,
    sealed_lines,
)
from stillnight.ui.screens.insight.entry import Entries, Entry, NightRow

if TYPE_CHECKING:
    from stillnight.journal.suggestions.suggest import Library
    from stillnight.journal.trials.trials import Trials
    from stillnight.journal.triggers.account import Account, NightBehind
    from stillnight.journal.triggers.triggers import Triggers
    from stillnight.rules.rule import Rule

Behind = Callable[[Pattern], Sequence["NightBehind"]]
"""The nights behind a pattern."""

CLEARLY = 1.0
"""So many points away from what was expected a night has a sign."""

NOTHING = "Nothing is logged yet. What you log in the evening is looked at here."
"""What is said of an empty journal."""


Need = Callable[[str], Sequence[str]]
"""What a trial of a factor would need, a sentence each, by its slug."""


def entries_of(account: Account, behind: Behind, need: Need, library: Library) -> Entries:
    """Everything on the page: what tells most first, what was never asked last.

    Args:
        account: What the nights say.
        behind: Finds the nights behind a pattern.
        need: Says what a trial would need.
        library: What the literature says.
    """

    def entry(pattern: Pattern, status: str = "") -> Entry:
        factor = account.factors[pattern.factor]
        nights = tuple(_rows(factor, behind(pattern), account.night.year))
        is_small = pattern.tier is Tier.TOO_EARLY and account.is_small(factor.slug)
        status = status or (SMALL if is_small else tier_words(pattern))
        known = Known(
            status,
            meaning=_meaning(pattern, library),
            nights=nights,
            is_small=is_small,
            knowing=[*_knowing(account, pattern), *([] if is_small else need(factor.slug))],
            **_literature(_rule_of(pattern, library), pattern, library),
        )
        brief, full = (card_lines(factor, pattern, known, is_whole) for is_whole in (False, True))
        return Entry(factor.slug, factor.full_label, LOOKS[pattern.tier], status, brief, full, nights)

    sealed = [_sealed(account.factors[slug]) for slug in sorted(account.sealed) if slug in account.factors]
    rare = [entry(one, "not asked often enough") for one in account.rarely_asked]
    told, others = map(entry, account.telling), map(entry, [*account.undecided, *account.no_sign])
    return Entries(
        _said(account), (*told, *sealed, *others, *rare, *map(_relief, account.reliefs)), _why(account)
    )


def _relief(factor: Factor) -> Entry:
    lines = relief_lines(factor.full_label)
    return Entry(factor.slug, factor.full_label, LOOKS[Tier.TOO_EARLY], ONLY_A_TRIAL, lines, lines)


def _sealed(factor: Factor) -> Entry:
    label = factor.full_label
    lines = sealed_lines(label)
    return Entry(factor.slug, label, SEALED, "sealed while a trial runs", lines, lines, is_sealed=True)


def _said(account: Account) -> str:
    """How many nights it rests on."""
    if not account.rated:
        return NOTHING
    if not account.left_out:
        return f"{nights_words(account.rated)} rated."
    return f"{account.counted} of {account.rated} rated nights count."


def _why(account: Account) -> str:
    """Why the others are left out."""
    why = [f"{number} {LEFT_OUT.get(name, name)}" for name, number in account.left_out.items() if number]
    return f"Not counted: {', '.join(why)}." if why else ""


def _meaning(pattern: Pattern, library: Library) -> list[str]:
    """What the tier means, and what stands whatever the nights say."""
    own = library.wording.own
    said = [own.meanings.get(pattern.tier, ""), own.held_back if pattern.is_held_back else ""]
    return [words for words in [*said, own.beside.get(pattern.factor, "")] if words]


def _rule_of(pattern: Pattern, library: Library) -> Rule | None:
    """What the literature says of the factor: of two rules the one that points as the nights do."""
    rules = [one for one in library.rules if one.is_of_own_nights and one.factor == pattern.factor]
    return next((one for one in rules if fits(pattern, one.effect)), rules[0] if rules else None)


def _literature(rule: Rule | None, pattern: Pattern, library: Library) -> dict[str, Any]:
    """The parts of the card that a rule about the factor brings."""
    if rule is None:
        return {}
    return {
        "others": (rule.otherwise,) if is_telling(pattern) else (),
        "studies": tuple(_studies(rule)),
        "closing": rule.closing,
        "sources": [library.sources[name].citation for name in rule.sources if name in library.sources],
    }


def _studies(rule: Rule) -> Iterator[str]:
    yield " · ".join([f"{rule.grade}: {rule.grade_words}", *rule.badges])
    yield rule.basis
    yield rule.safety


def _knowing(account: Account, pattern: Pattern) -> Iterator[str]:
    """When more can be known."""
    missing, knowing = account.missing.get(pattern.factor), account.knowing.get(pattern.factor)
    if missing and any(missing):
        yield from _missing(missing)
    if knowing:
        yield from when_words(knowing, account.night)


def _missing(missing: Sequence[int]) -> Iterator[str]:
    nights, with_it, without_it = missing
    parts = [(nights, "an answer"), (with_it, "it"), (without_it, "little or none of it")]
    wanted = [f"{nights_words(number)} with {words}" for number, words in parts if number]
    yield f"Still needed: {', '.join(wanted)}."


def _rows(factor: Factor, nights: Iterable[NightBehind], this_year: int) -> Iterator[NightRow]:
    """The nights behind a pattern, the newest first."""
    for one in sorted(nights, key=lambda one: one.night, reverse=True):
        year = "" if one.night.year == this_year else f" {one.night.year}"
        yield NightRow(
            one.night, span_words(one.night) + year, " · ".join(_night_words(factor, one)), one.has_it
        )


def _night_words(factor: Factor, one: NightBehind) -> Iterator[str]:
    yield _amount_words(factor, one.answer)
    if one.expected is None:
        yield f"came {one.severity}"
    else:
        yield f"expected about {one.expected:.0f}, came {one.severity} {_departure(one)}".rstrip()
    if one.left_out:
        yield f"not counted: {LEFT_OUT.get(one.left_out, one.left_out)}"


def _departure(one: NightBehind) -> str:
    """A sign for a night that came clearly worse or better than expected."""
    away = one.severity - (one.expected or 0.0)
    return "▲" if away >= CLEARLY else "▼" if away <= -CLEARLY else ""


def _amount_words(factor: Factor, answer: float) -> str:
    if factor.kind is Kind.YES_NO:
        return "yes" if answer else "no"
    return amount_words(factor, answer)


def nights_of(triggers: Triggers) -> Behind:
    """The nights behind any pattern; where the day before seems to matter, with its answer."""
    behind = triggers.behind()
    return lambda pattern: behind.of(pattern.factor, lag_of(pattern))


def trial_need(trials: Trials) -> Need:
    """What a trial would need, of any factor."""

    def need(slug: str) -> list[str]:
        try:
            proposal = trials.propose(slug)
        except StillnightError as error:
            return [sentence(str(error).rstrip("."))]
        found = power_lines(proposal.design, proposal.weeks, proposal.outcome, proposal.power)
        return [f"A trial can tell (x): {found[0]}", *found[1:]]

    return need
