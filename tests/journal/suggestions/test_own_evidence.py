"""What the own nights say, as it stands beside the literature; what must not be said is left out."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reports.worlds import new_journal
from tests.rules.seeds import factors, seed_library

from stillnight.insight.patterns.pattern import Pattern, Tier
from stillnight.journal.suggestions.knowledge import facts_of, suggestions
from stillnight.journal.suggestions.own_evidence import own_lines, shown_patterns

LIBRARY = seed_library()
CAFFEINE = Pattern("caffeine", Tier.WORTH_A_TEST, 0.7, 1.2, 0.6, 1.8, 0, 34, 20, 14)


def lines(pattern):
    return own_lines(pattern, factors()[pattern.factor], LIBRARY.wording.own)


def test_a_guess_is_called_a_guess_and_says_for_what_and_of_how_many_nights():
    assert lines(CAFFEINE) == (
        "Worth a test: goes with worse nights, about +1.2 points for 3 servings instead of 0, "
        "probably between +0.6 and +1.8, the same day, 34 nights.",
        "A guess, and many of these turn out to be nothing.",
    )


def test_likely_still_does_not_say_why():
    said = lines(Pattern("stress", Tier.LIKELY, 0.97, 1.5, 1.0, 2.0, 1, 120))
    assert "the day before" in said[0]
    assert "not why" in said[1]


@pytest.mark.parametrize("factor", ["alcohol", "nicotine"])
@pytest.mark.parametrize("tier", list(Tier))
def test_other_reasons_to_cut_down_stand_whatever_was_found(factor, tier):
    assert "Other reasons" in lines(Pattern(factor, tier, 0.01, 0.1, -0.2, 0.4, 0, 120))[-1]


def test_unlikely_is_no_sign_and_never_all_clear():
    assert lines(Pattern("sitting", Tier.UNLIKELY, 0.01, 0.1, -0.2, 0.4, 0, 120)) == (
        "No sign in 120 nights.",
    )


def test_too_early_counts_the_nights():
    assert lines(Pattern("sitting", nights=9)) == ("Too early, 9 nights so far.",)


def test_a_rating_of_the_same_evening_says_why_it_stays_a_guess():
    held = Pattern("stress", Tier.WORTH_A_TEST, 0.97, 1.5, 1.0, 2.0, 0, 90, is_held_back=True)
    assert any("the same evening" in line for line in lines(held))


@pytest.mark.parametrize("left_out", ["unknown", "walk"])
def test_a_relief_is_never_rated_and_an_unknown_factor_is_none(left_out):
    known = {**factors(), "walk": factors()["caffeine"]}
    patterns = [CAFFEINE, Pattern(left_out, Tier.LIKELY, 0.99, 1.0, 0.5, 1.5, 0, 90)]
    assert set(shown_patterns(patterns, known, (), LIBRARY.tips)) == {"caffeine"}


def test_what_a_trial_seals_is_not_said():
    assert shown_patterns([CAFFEINE], factors(), {"caffeine"}, ()) == {}


def test_the_pane_is_handed_the_patterns_and_works_none_out():
    journal = new_journal({date(2026, 11, 18): {"severity": 6}})
    assert suggestions(journal, LIBRARY).pattern is None
    assert suggestions(journal, LIBRARY, patterns=[CAFFEINE]).pattern.rule.id == "C01"


def test_a_running_trial_keeps_its_pattern_out_of_the_pane(monkeypatch):
    monkeypatch.setattr(
        "stillnight.journal.suggestions.knowledge.sealed_factors", lambda journal: frozenset({"caffeine"})
    )
    journal = new_journal({date(2026, 11, 18): {"severity": 6}})
    found = facts_of(journal, LIBRARY, [CAFFEINE])
    assert (found.patterns, found.own_words) == ({}, {})
