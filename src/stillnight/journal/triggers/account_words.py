"""What the nights say, in plain lines that need no screen: by tier, the sure ones first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from stillnight.domain.clock_rule import span_words
from stillnight.insight.patterns.pattern import Pattern, Tier
from stillnight.insight.patterns.words import (
    direction_words,
    effect_words,
    lag_words,
    nights_words,
    points_words,
    sentence,
)
from stillnight.journal.triggers.account import Account, Missing
from stillnight.journal.triggers.knowing_words import when_words

LEFT_OUT = {
    "late": "entered after the next noon",
    "batch": "entered together with others",
    "repeat": "the same as the night before",
}
"""Why a night is shown and not counted, in words."""

HEADINGS = {
    Tier.LIKELY: "Likely: so steady that chance alone rarely does it",
    Tier.WORTH_A_TEST: "Worth a test: a question, and most of these come to nothing",
}

HELD_BACK = (
    "rated in the same evening as your legs, which colour it: rate it before six, and it counts in full"
)

SMALL = "Small, if anything: so small that neither a diary nor a trial of some weeks can tell it from nothing"

NO_SIGN = "No sign so far, which is no all-clear: a small effect would not be seen yet"

ONLY_A_TRIAL = "Only a trial can tell: done on bad nights, it looks harmful in a diary"

CLOSING = "This says what goes together, not what causes it. A trial can tell more: stillnight trial --help."


class Said(NamedTuple):
    """One paragraph.

    Attributes:
        words: What it says.
        indent: By how much it is set in; what is folded stands two further in.
    """

    words: str
    indent: int = 0


def account_words(account: Account, trial: Callable[[str], str] = lambda slug: "") -> Iterator[Said]:
    """Everything that the nights say.

    Args:
        account: What was found.
        trial: What a trial of a factor would need, or why there is none, in one sentence.
    """
    yield Said(f"Your own nights up to {span_words(account.night)}: {_counted(account)}")
    parts = [
        *((heading, _telling(account, tier, trial)) for tier, heading in HEADINGS.items()),
        (SMALL, _small(account)),
        ("Could be either so far", _undecided(account, trial)),
        ("Not asked often enough to tell", _rarely_asked(account)),
        (NO_SIGN, _no_sign(account)),
        (ONLY_A_TRIAL, [Said(factor.full_label, 2) for factor in account.reliefs]),
        ("Sealed while a trial runs", [Said(_label(account, slug), 2) for slug in sorted(account.sealed)]),
    ]
    for heading, lines in parts:
        said = list(lines)
        if said:
            yield Said("")
            yield Said(heading)
            yield from said
    if account.patterns:
        yield Said("")
        yield Said(CLOSING)


def _counted(account: Account) -> str:
    if not account.rated:
        return "none is rated yet."
    if not account.left_out:
        return f"{nights_words(account.rated)} rated."
    why = ", ".join(
        f"{number} {LEFT_OUT.get(name, name)}" for name, number in sorted(account.left_out.items())
    )
    return f"{account.counted} of {nights_words(account.rated)} rated count. Shown but not counted: {why}."


def _label(account: Account, slug: str) -> str:
    return account.factors[slug].full_label if slug in account.factors else slug


def _telling(account: Account, tier: Tier, trial: Callable[[str], str]) -> Iterator[Said]:
    for pattern in account.telling:
        if pattern.tier is tier:
            yield Said(_title(account, pattern), 2)
            yield Said(_figures(account, pattern), 4)
            lines = (sentence(HELD_BACK) if pattern.is_held_back else "", trial(pattern.factor))
            yield from (Said(line, 4) for line in lines if line)


def _title(account: Account, pattern: Pattern) -> str:
    when = f", {lag_words(pattern)}" if lag_words(pattern) else ""
    return f"{_label(account, pattern.factor)}: {direction_words(pattern)}{when}"


def _figures(account: Account, pattern: Pattern) -> str:
    effect = effect_words(pattern, account.factors[pattern.factor])
    between = f" ({_points(pattern.low)} to {_points(pattern.high)})" if pattern.low is not None else ""
    sides = f"{nights_words(pattern.nights)}, {pattern.with_it} with it"
    return f"{effect.replace(' points', f' points{between}', 1)}; {sides}" if effect else sides


def _points(points: float | None) -> str:
    return "" if points is None else points_words(points)


def _undecided(account: Account, trial: Callable[[str], str]) -> Iterator[Said]:
    for pattern in account.undecided:
        if account.is_small(pattern.factor):
            continue
        yield Said(f"{_label(account, pattern.factor)}: {nights_words(pattern.nights)}", 2)
        yield from _when(account, pattern)
        needed = "" if _is_small_at_most(account, pattern) else trial(pattern.factor)
        if needed:
            yield Said(needed, 4)


def _small(account: Account) -> Iterator[Said]:
    for pattern in account.undecided:
        if account.is_small(pattern.factor):
            yield Said(f"{_label(account, pattern.factor)}: {nights_words(pattern.nights)}", 2)
            yield from _when(account, pattern)


def _is_small_at_most(account: Account, pattern: Pattern) -> bool:
    """Do the nights speak against any effect that a trial of some weeks would find?"""
    knowing = account.knowing.get(pattern.factor)
    return knowing is not None and any(one.is_ruled_out for one in knowing.forecasts)


def _rarely_asked(account: Account) -> Iterator[Said]:
    for pattern in account.rarely_asked:
        lacks = account.missing[pattern.factor]
        yield Said(f"{_label(account, pattern.factor)}: {missing_words(lacks)}", 2)
        if not lacks.with_it and not lacks.without_it:
            yield from _when(account, pattern)


def _when(account: Account, pattern: Pattern) -> Iterator[Said]:
    knowing = account.knowing.get(pattern.factor)
    if knowing is not None:
        yield from (Said(line, 4) for line in when_words(knowing, account.night))


def missing_words(missing: Missing) -> str:
    """What a factor still needs, in a few words."""
    parts = (
        (missing.nights, "answered"),
        (missing.with_it, "with it"),
        (missing.without_it, "without it or with little"),
    )
    wanted = [f"{_more(number)} {words}" for number, words in parts if number]
    return f"needs {', '.join(wanted)}" if wanted else "needs a few more nights"


def _more(number: int) -> str:
    return "1 more night" if number == 1 else f"{number} more nights"


def _no_sign(account: Account) -> Iterable[Said]:
    return [
        Said(f"{_label(account, one.factor)}: no sign in {nights_words(one.nights)}", 2)
        for one in account.no_sign
    ]
