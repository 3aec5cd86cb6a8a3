"""What somebody said of themselves, and how it ages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from stillnight.domain.profile import conditions_of, profile_on, weeks_on

SAID = date(2026, 9, 1)
PREGNANT = {"pregnant_week": 20, "pregnant_week.at": "2026-09-01"}


@pytest.mark.parametrize(
    ("days", "week"), [(0, 20), (6, 20), (7, 21), (70, 30), (154, 42), (3000, 42), (-9, 20)]
)
def test_a_week_of_pregnancy_ages_until_somebody_says_otherwise(days, week):
    assert weeks_on(PREGNANT, "pregnant_week", SAID + timedelta(days=days)) == week


def test_the_weeks_since_a_birth_age_too():
    profile = {"postpartum_weeks": 3, "postpartum_weeks.at": "2026-09-01"}
    assert weeks_on(profile, "postpartum_weeks", date(2026, 10, 13)) == 9
    assert weeks_on(profile, "postpartum_weeks", date(2036, 10, 13)) == 104


@pytest.mark.parametrize("said", [None, False, True, "20", 20.5])
def test_what_is_no_number_of_weeks_is_not_one_later(said):
    assert weeks_on({**PREGNANT, "pregnant_week": said}, "pregnant_week", SAID) is None


def test_a_week_whose_day_nobody_noted_stays_as_it_is():
    assert weeks_on({"pregnant_week": 20}, "pregnant_week", date(2030, 1, 1)) == 20


def test_the_profile_of_a_day_has_the_weeks_counted_on_and_all_the_rest_as_it_was():
    profile = {**PREGNANT, "ckd": True, "falls": False, "conditions": ["implant"]}
    assert profile_on(profile, date(2026, 9, 15)) == {
        "pregnant_week": 22, "ckd": True, "falls": False, "conditions": ["implant"],
    }  # fmt: skip


def test_a_no_stays_a_no():
    assert profile_on({"pregnant_week": False, "ckd": False}, SAID) == {"pregnant_week": False, "ckd": False}


@pytest.mark.parametrize(
    ("profile", "has"),
    [
        ({}, set()),
        ({"ckd": True, "falls": False}, {"ckd"}),
        ({"conditions": ["ckd", 7]}, {"ckd"}),
        ({"conditions": "ckd, falls"}, {"ckd", "falls"}),
        ({"conditions": 7, "implant": True}, {"implant"}),
    ],
)
def test_the_conditions_are_what_was_answered_with_yes_and_what_older_journals_list(profile, has):
    assert conditions_of(profile) == has
