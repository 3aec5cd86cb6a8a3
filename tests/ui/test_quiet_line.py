"""What no card says."""

from __future__ import annotations

from stillnight.insight.patterns.pattern import Pattern, Tier
from stillnight.ui.quiet_line import quiet_words


def unlikely(factor: str, nights: int) -> Pattern:
    return Pattern(factor, Tier.UNLIKELY, nights=nights)


def words(*patterns: Pattern, sealed: tuple[str, ...] = ()) -> str:
    return quiet_words(patterns, sealed, lambda slug: slug.replace("_", " "))


def test_what_was_never_seen_is_counted_and_not_cleared():
    said = words(unlikely("sitting", 120), unlikely("late_screen", 120))
    assert said == "No sign in 120 nights: late screen, sitting."


def test_nights_that_differ_are_said_from_the_fewest_to_the_most():
    assert words(unlikely("sitting", 96), unlikely("travel", 120)).startswith("No sign in 96 to 120 nights:")


def test_what_is_too_early_stands_behind_it():
    said = words(unlikely("sitting", 120), Pattern("stress"), Pattern("alcohol"))
    assert said == "No sign in 120 nights: sitting. Not known so far: alcohol, stress."


def test_long_lists_are_cut_short():
    assert words(*(Pattern(f"f{n}") for n in range(7))) == "Not known so far: f0, f1, f2, f3 and 3 more."


def test_of_a_sealed_factor_nothing_is_told():
    said = words(unlikely("sitting", 120), Pattern("stress", Tier.LIKELY), sealed=("sitting",))
    assert said == "Sealed while a trial runs: sitting."


def test_where_every_factor_has_a_card_nothing_is_left_to_say():
    assert words(Pattern("stress", Tier.LIKELY), Pattern("alcohol", Tier.WORTH_A_TEST)) == ""
