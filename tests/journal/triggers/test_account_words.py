"""What the nights say, in plain lines."""

from __future__ import annotations

from datetime import date

from tests.journal.conftest import FACTORS

from stillnight.insight.knowing.forecast import Forecast
from stillnight.insight.knowing.knowing import Knowing
from stillnight.insight.patterns.pattern import Pattern, Tier
from stillnight.journal.triggers.account import Account, Missing
from stillnight.journal.triggers.account_words import account_words, missing_words

NIGHT = date(2026, 11, 19)
CAFFEINE = Pattern("caffeine", Tier.LIKELY, 0.99, 1.2, 0.6, 1.8, 0, 34, 12, 22)
STRESS = Pattern("stress", Tier.WORTH_A_TEST, 0.99, 0.9, 0.2, 1.6, 1, 30, 9, 21, is_held_back=True)
WALKS = Pattern("exercise", Tier.WORTH_A_TEST, 0.8, -0.9, -1.6, -0.2, 0, 30, 9, 21)
SITTING = Pattern("sitting", Tier.UNLIKELY, 0.01, 0.1, -0.2, 0.3, 0, 120, 60, 60)
ALCOHOL = Pattern("alcohol", Tier.TOO_EARLY, 0.2, 0.3, -0.2, 0.9, 0, 40, 12, 28)
PILL = Pattern("antihistamine", nights=33, with_it=2, without_it=31)


def lines(*patterns: Pattern, **more) -> list[str]:
    account = Account(NIGHT, patterns, FACTORS, rated=40, **more)
    return [" " * one.indent + one.words for one in account_words(account)]


def test_the_effect_stands_with_its_range_and_its_unit():
    said = lines(CAFFEINE)
    assert "  caffeine: goes with worse nights, the same day" in said
    assert "    about +1.2 points (+0.6 to +1.8) for 3 servings instead of 0; 34 nights, 12 with it" in said


def test_the_likely_ones_stand_before_those_worth_a_test_and_each_says_what_it_means():
    said = lines(CAFFEINE, WALKS)
    likely = said.index("Likely: so steady that chance alone rarely does it")
    worth = said.index("Worth a test: a question, and most of these come to nothing")
    assert likely < said.index("  caffeine: goes with worse nights, the same day") < worth
    assert worth < said.index("  exercise: goes with better nights, the same day")


def test_a_rating_of_the_evening_is_told_as_one():
    said = lines(STRESS)
    assert "  stress: goes with worse nights, the day before" in said
    assert any("rate it before six" in line for line in said)
    assert not any("rate it before six" in line for line in lines(CAFFEINE))


def test_no_sign_is_no_all_clear():
    said = lines(SITTING)
    assert "  sitting: no sign in 120 nights" in said
    assert "no all-clear" in said[said.index("  sitting: no sign in 120 nights") - 1]


def test_what_more_nights_will_not_settle_is_small_at_most_and_no_trial_is_offered():
    ruled_out = Knowing((Forecast(1.5, is_ruled_out=True), Forecast(1.0, is_ruled_out=True)), 6.0)
    account = Account(NIGHT, (ALCOHOL,), FACTORS, rated=40, knowing={"alcohol": ruled_out})
    said = [" " * one.indent + one.words for one in account_words(account, lambda slug: "A trial can tell.")]
    at = next(number for number, line in enumerate(said) if line.startswith("Small, if anything"))
    assert said[at + 1].startswith("  alcohol: ")
    assert said[at + 2] == "    An effect of 1 point or more is unlikely by now."
    assert "Could be either so far" not in said
    assert not any("A trial can tell." in line for line in said)


def test_what_is_too_early_says_what_is_missing_or_when_it_is_known():
    knowing = {"alcohol": Knowing((Forecast(1.5, date(2027, 3, 4), date(2027, 6, 1)),), 5.0)}
    said = lines(ALCOHOL, PILL, knowing=knowing, missing={"antihistamine": Missing(0, 3, 0)})
    assert "Could be either so far" in said
    assert "  alcohol: 40 nights" in said
    when = "an effect of 1.5 points would show between March and June 2027."
    assert f"    At about 5 answers a week, {when}" in said
    assert "  antihistamine: needs 3 more nights with it" in said


def test_of_a_sealed_factor_stands_no_more_than_its_name():
    said = lines(Pattern("caffeine", nights=34), sealed=frozenset({"caffeine"}))
    assert said[said.index("Sealed while a trial runs") + 1] == "  caffeine"
    assert sum("caffeine" in line for line in said) == 1


def test_what_is_not_counted_is_said_with_its_reason():
    assert lines(left_out={"late": 3, "batch": 2})[0].endswith(
        "35 of 40 nights rated count. Shown but not counted: 2 entered together with others, "
        "3 entered after the next noon."
    )


def test_what_is_missing_is_said_in_few_words():
    assert missing_words(Missing(3, 1, 0)) == "needs 3 more nights answered, 1 more night with it"
    assert missing_words(Missing(0, 0, 2)) == "needs 2 more nights without it or with little"


def test_what_a_trial_would_need_stands_with_what_may_be_tested():
    account = Account(NIGHT, (CAFFEINE, ALCOHOL, SITTING), FACTORS, rated=40)
    said = [one.words for one in account_words(account, lambda slug: f"A trial of {slug}.")]
    assert [line for line in said if line.startswith("A trial of")] == [
        "A trial of caffeine.",
        "A trial of alcohol.",
    ]


def test_no_trial_is_offered_of_what_is_small_at_most():
    knowing = {"alcohol": Knowing((Forecast(1.5, is_ruled_out=True),))}
    account = Account(NIGHT, (ALCOHOL,), FACTORS, rated=40, knowing=knowing)
    assert "A trial." not in [one.words for one in account_words(account, lambda slug: "A trial.")]


def test_it_says_that_it_says_no_causes():
    assert lines(CAFFEINE)[-1].startswith("This says what goes together, not what causes it.")
