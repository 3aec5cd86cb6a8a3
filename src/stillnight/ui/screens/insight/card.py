"""What is said of one factor, line by line: how much, how sure, which nights, what else may be behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual.content import Content

from stillnight.domain.factor import Factor, Kind
from stillnight.insight.patterns.pattern import Pattern, Tier
from stillnight.insight.patterns.words import (
    amount_words,
    between_words,
    direction_words,
    effect_words,
    lag_words,
    nights_words,
    sentence,
)
from stillnight.ui.pictures.insight import LOOKS, SEALED, interval_bar
from stillnight.ui.screens.insight.entry import NightRow
from stillnight.ui.widgets.prose import Drawn, ProseLine

FEW = 5
"""So many nights are named on the card beside the list."""

INDENT = 2
"""The columns by which what stands under a heading is set in."""

SEALED_WORDS = (
    "A trial of it runs. What your nights say about it stays closed until the trial ends, so that "
    "knowing it does not colour your answers. X shows the trial."
)
"""What is said in place of all that is known."""

ONLY_A_TRIAL = "only a trial can tell"

RELIEF_WORDS = (
    "What is done against the legs is done on bad nights, so a diary makes it look harmful. It is never "
    "judged from one."
)
"""What is said of relief."""

NO_SIGN = "No sign is not an all-clear: a small effect would not be seen yet."
"""What "no sign" means."""

TOO_EARLY = "The nights so far do not say it either way."
"""What "too early" means."""

SMALL = "small, if anything"
"""What stands in place of "too early" where more nights change nothing."""

SMALL_WORDS = "If it matters, then little: neither a diary nor a trial of some weeks tells that from nothing."
"""What that means."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The interval of an effect over its scale; nothing at all where it has no room."""

    low: float
    middle: float
    high: float

    def drawn(self, width: int) -> list[Content]:
        """Its rows in so many columns, a blank one under them."""
        lines = interval_bar(self.low, self.middle, self.high, width - INDENT)
        return [Content.assemble(" " * INDENT, *line) for line in lines] + [Content("")] * bool(lines)


class Known(NamedTuple):
    """What is known of a factor beside its pattern, ready to be read.

    Attributes:
        status: How far its nights have come, in a few words: its tier, or what is truer.
        meaning: What its tier means and what stands beside it, one sentence each.
        nights: The nights that speak about it, the newest first.
        others: What else could explain it.
        studies: What the literature says, its grade first.
        knowing: When more will be known, and what a trial would need.
        closing: The last line.
        sources: Where the literature's part comes from.
        is_small: Do the nights speak against every effect for which anybody would wait?
    """

    status: str
    meaning: Sequence[str] = ()
    nights: Sequence[NightRow] = ()
    others: Sequence[str] = ()
    studies: Sequence[str] = ()
    knowing: Sequence[str] = ()
    closing: str = ""
    sources: Sequence[str] = ()
    is_small: bool = False


def sealed_lines(label: str) -> list[Drawn]:
    """What is said of a factor on which a trial runs."""
    return [_title(SEALED.glyph, label, "sealed while a trial runs"), ProseLine(SEALED_WORDS)]


def relief_lines(label: str) -> list[Drawn]:
    """What is said of a factor that is a measure against the legs."""
    return [_title("○", label, ONLY_A_TRIAL), ProseLine(RELIEF_WORDS)]


def card_lines(factor: Factor, pattern: Pattern, known: Known, is_whole: bool) -> list[Drawn]:
    """The card of a factor.

    Args:
        factor: The factor.
        pattern: What the nights say about it.
        known: What else there is to be said.
        is_whole: With every night and every source, or only what fits beside a list?
    """
    return [
        _title(LOOKS[pattern.tier].glyph, factor.full_label, known.status),
        *_own(factor, pattern, known),
        *_last_nights(known.nights, pattern, is_whole),
        *_part("What else could explain it", known.others),
        *_part("What studies say", known.studies),
        *_part("What would settle it" if is_telling(pattern) else "When more is known", known.knowing),
        *([ProseLine(""), ProseLine(known.closing, style="$muted")] if known.closing else []),
        *(_part("Sources", known.sources) if is_whole else []),
        *(_part("Every night with an answer", [one.line for one in known.nights]) if is_whole else []),
    ]


def _title(glyph: str, label: str, status: str) -> ProseLine:
    return ProseLine(f"{glyph} {label}: {status}", style="$accent bold")


def is_telling(pattern: Pattern) -> bool:
    """Do the nights say that something goes with it?"""
    return pattern.tier in (Tier.LIKELY, Tier.WORTH_A_TEST)


def lag_of(pattern: Pattern) -> int:
    """The days before the evening whose answer stands beside a night; of a mere guess the same day's."""
    return (pattern.lag or 0) if is_telling(pattern) else 0


def _own(factor: Factor, pattern: Pattern, known: Known) -> Iterator[Drawn]:
    """What the nights themselves say."""
    if is_telling(pattern) and pattern.effect is not None:
        lag = lag_words(pattern)
        when = f", {lag}" if lag else ""
        yield ProseLine(sentence(f"{effect_words(pattern, factor)}; it {direction_words(pattern)}{when}"))
        if pattern.low is not None and pattern.high is not None:
            yield ProseLine(sentence(f"{between_words(pattern)}; 0 is no difference"))
            yield ProseLine("")
            yield Bar(pattern.low, pattern.effect, pattern.high)
    silent = {Tier.TOO_EARLY: SMALL_WORDS if known.is_small else TOO_EARLY, Tier.UNLIKELY: NO_SIGN}
    if pattern.tier in silent:
        yield ProseLine(silent[pattern.tier])
    yield from map(ProseLine, known.meaning)
    if pattern.nights:
        yield ProseLine(f"{nights_words(pattern.nights)} count: {_sides(factor, pattern)}.", style="$muted")


def _last_nights(nights: Sequence[NightRow], pattern: Pattern, is_whole: bool) -> list[Drawn]:
    """The last nights with it, and where all of them are."""
    with_it = [one.line for one in nights if one.has_it][:FEW]
    more = "All of them stand at the end." if is_whole else "n shows every night with an answer."
    with_it_words = "with it the day before" if lag_of(pattern) else "with it"
    return _part(f"Which nights: the last ones {with_it_words}", [*with_it, more]) if with_it else []


def _sides(factor: Factor, pattern: Pattern) -> str:
    """How many of them were with it, how many without."""
    if factor.kind is Kind.YES_NO:
        return f"{pattern.with_it} with it, {pattern.without_it} without"
    half = (factor.low + factor.high) / 2
    return f"{pattern.with_it} with {amount_words(factor, half)} or more, {pattern.without_it} with less"


def _part(heading: str, lines: Sequence[str]) -> list[Drawn]:
    """A heading with its lines; nothing at all where there are none."""
    if not lines:
        return []
    said = [ProseLine(line, hang=INDENT) for line in lines if line]
    return [ProseLine(""), ProseLine(heading, style="$accent"), *said]
