"""From what the nights say to the rows and cards of the page."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rules.seeds import seed_library
from tests.ui.world import seed

from stillnight.domain.errors import BadInput
from stillnight.domain.factor import parse_factors
from stillnight.insight.knowing.forecast import Forecast
from stillnight.insight.knowing.knowing import Knowing
from stillnight.insight.patterns.pattern import Pattern, Tier
from stillnight.journal.triggers.account import Account, Missing, NightBehind
from stillnight.ui.screens.insight.card import Bar
from stillnight.ui.screens.insight.entry import Entries
from stillnight.ui.screens.insight.reading import entries_of, trial_need

FACTORS = parse_factors(seed("factors"))
TONIGHT = date(2026, 11, 19)


def page(*patterns: Pattern, nights: tuple[NightBehind, ...] = (), **known: object) -> Entries:
    account = Account(TONIGHT, patterns, FACTORS, **{"rated": 120, **known})  # type: ignore[arg-type]
    return entries_of(account, lambda pattern: nights, lambda slug: ["A trial can tell."], seed_library())


def words(entries: Entries, at: int = 0) -> str:
    return "\n".join(getattr(line, "text", "") for line in entries.rows[at].full)


def telling(factor: str, effect: float, **more: object) -> Pattern:
    figures = {"effect": effect, "low": effect - 0.6, "high": effect + 0.6, "lag": 0, "nights": 60}
    return Pattern(factor, Tier.WORTH_A_TEST, 0.8, **{**figures, **more})  # type: ignore[arg-type]


def test_what_tells_stands_first_and_what_was_rarely_asked_last():
    rows = page(
        telling("caffeine", 1.2),
        Pattern("stress", probability=0.3, nights=60),
        Pattern("sitting", Tier.UNLIKELY, 0.01, nights=96),
        Pattern("travel", nights=3),
        missing={"travel": Missing(11, 5, 2)},
        sealed=frozenset({"alcohol"}),
    ).rows
    assert [(one.label, one.look.glyph, one.status) for one in rows] == [
        ("caffeine", "◐", "worth a test"),
        ("alcohol", "▣", "sealed while a trial runs"),
        ("stress", "○", "too early"),
        ("sitting", "–", "no sign in 96 nights"),
        ("travel", "○", "not asked often enough"),
    ]


def test_what_more_nights_will_not_settle_is_not_called_too_early():
    ruled_out = Knowing((Forecast(1.5, is_ruled_out=True), Forecast(1.0, is_ruled_out=True)), 6.0)
    entries = page(Pattern("alcohol", probability=0.2, nights=300), knowing={"alcohol": ruled_out})
    assert entries.rows[0].status == "small, if anything"
    said = words(entries)
    assert "alcohol: small, if anything" in said
    assert "An effect of 1 point or more is unlikely by now." in said
    assert "too early" not in said
    assert "A trial can tell." not in said


def test_a_hypothesis_is_worded_as_one_and_nothing_as_a_cause():
    said = words(page(telling("caffeine", 1.2)))
    assert "A guess, and many of these turn out to be nothing." in said
    assert "it goes with worse nights, the same day." in said
    assert "What would settle it\nA trial can tell." in said


def test_the_literature_that_points_as_the_nights_do_stands_beside_them():
    better, worse = words(page(telling("exercise", -0.8))), words(page(telling("exercise", 0.8)))
    assert "found less severe legs" in better
    assert "found less severe legs" not in worse
    assert "it goes with better nights" in better


def test_no_sign_is_no_all_clear_and_other_reasons_stand():
    said = words(page(Pattern("alcohol", Tier.UNLIKELY, 0.01, nights=120)))
    assert "alcohol: no sign in 120 nights" in said
    assert "No sign is not an all-clear" in said
    assert "Other reasons to drink less stand" in said
    assert "safe" not in said


def test_a_rating_of_the_evening_says_why_it_is_held_back():
    assert "rate it in the afternoon" in words(page(telling("stress", 1.4, is_held_back=True)))


def test_what_is_missing_is_counted():
    said = words(page(Pattern("travel", nights=3), missing={"travel": Missing(11, 5, 1)}))
    assert said.startswith("○ travel: not asked often enough")
    assert (
        "Still needed: 11 nights with an answer, 5 nights with it, 1 night with little or none of it." in said
    )


def test_a_bar_is_drawn_only_for_what_the_nights_tell():
    told, silent = (
        page(telling("caffeine", 1.2)),
        page(Pattern("caffeine", Tier.UNLIKELY, 0.01, 0.1, -0.2, 0.3)),
    )
    assert [any(isinstance(line, Bar) for line in one.rows[0].brief) for one in (told, silent)] == [
        True,
        False,
    ]


def test_a_night_has_its_year_where_it_is_another_and_a_sign_where_it_was_clearly_worse():
    nights = (
        NightBehind(date(2025, 12, 30), 3, True, 7, 4.2),
        NightBehind(date(2026, 1, 2), 0, False, 4, 4.4),
        NightBehind(date(2026, 1, 3), 2, True, 2, 4.4),
        NightBehind(date(2026, 1, 4), 2, True, 2, None, "late"),
    )
    rows = page(telling("caffeine", 1.2), nights=nights).rows[0].nights
    assert [row.line for row in rows] == [
        "Sun 4 → Mon 5 Jan       2 servings · came 2 · not counted: entered after the next noon",
        "Sat 3 → Sun 4 Jan       2 servings · expected about 4, came 2 ▼",
        "Fri 2 → Sat 3 Jan       0 servings · expected about 4, came 4",
        "Tue 30 → Wed 31 Dec 2025  3 servings · expected about 4, came 7 ▲",
    ]


def test_the_line_above_counts_the_nights():
    entries = page(telling("caffeine", 1.2), left_out={"late": 8})
    assert entries.said == "112 of 120 rated nights count."
    assert entries.why == "Not counted: 8 entered after the next noon."
    assert page(rated=0).said.startswith("Nothing is logged yet.")


def test_what_can_never_be_an_arm_says_so_in_place_of_what_a_trial_needs():
    class NoTrials:
        def propose(self, slug):
            raise BadInput("no trial of a medicine")

    assert trial_need(NoTrials())("antihistamine") == ["No trial of a medicine."]


@pytest.mark.parametrize("lag", [0, 1])
def test_a_day_before_is_said_where_its_answer_stands(lag):
    nights = (NightBehind(date(2026, 11, 1), 3, True, 7, 4.2),)
    said = words(page(telling("caffeine", 1.2, lag=lag), nights=nights))
    assert ("with it the day before" in said) == bool(lag)


def test_what_does_not_tell_yet_has_the_answers_of_the_same_day():
    nights = (NightBehind(date(2026, 11, 1), 3, True, 7, 4.2),)
    undecided = Pattern("caffeine", probability=0.3, lag=1, nights=60)
    assert "the day before" not in words(page(undecided, nights=nights))
