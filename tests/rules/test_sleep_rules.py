"""The rules on sleep and breathing: fire, just do not fire, missing data."""

from __future__ import annotations

import pytest

from tests.rules.worlds import at, facts, fires, found


def bedtimes(*clocks, first=0):
    return [(day, {"lights_out": at(day, clock)}) for day, clock in enumerate(clocks, first)]


EARLY_LATE = ["21:00", "23:02"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (bedtimes(*EARLY_LATE * 4), True),
        (bedtimes(*["21:00", "23:00"] * 4), False),
        (bedtimes(*EARLY_LATE * 3), False),
        (bedtimes(*["23:30", "00:30"] * 4), False),
        (bedtimes(*["22:30", "00:45"] * 4), True),
        (bedtimes(*EARLY_LATE * 4, first=6), True),
        (bedtimes(*EARLY_LATE * 4, first=8), False),
        ([], False),
    ],
)
def test_s02_sees_bedtimes_more_than_an_hour_around_their_middle(rows, expected):
    assert fires("S02", facts(rows)) is expected


def screens(late, early=0, unasked=0):
    answers = [True] * late + [False] * early + [None] * unasked
    return [(day, {"f.late_screen": answer}) for day, answer in enumerate(answers)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (screens(5, 2), True),
        (screens(4, 3), False),
        (screens(5, unasked=2), True),
        (screens(4, unasked=3), False),
        (screens(0, 7), False),
    ],
)
def test_s02_sees_screens_to_the_end_on_five_of_seven_nights(rows, expected):
    assert fires("S02", facts(rows)) is expected


def test_s02_says_that_it_is_about_sleep_and_not_the_legs():
    finding = found(facts(bedtimes(*EARLY_LATE * 4)))["S02"]
    assert finding.seen == (
        "Your bedtimes of the last two weeks lie about 61 minutes from their average (8 nights).",
    )
    assert "not tested in restless legs" in finding.rule.basis


def test_a_statistic_is_no_more_precise_than_what_was_noted():
    times = ["21:30", "01:00"] * 4 + ["21:30"]
    (seen,) = found(facts(bedtimes(*times)))["S02"].seen
    assert "about 104 minutes" in seen


def rested(*values):
    return [(day, {"rested": value}) for day, value in enumerate(values)]


TIRED = rested(2, 1, 2, 4, 4, 4, 4)


@pytest.mark.parametrize(
    ("profile", "rows", "expected"),
    [
        ({"witnessed_apnoea": True}, [], True),
        ({"witnessed_apnoea": False, "snore": True}, TIRED, True),
        ({"snore": True}, TIRED, True),
        ({"snore": True}, rested(2, 2, 3, 3, 3, 3, 3), False),
        ({"snore": True}, rested(3, 3, 3, 3, 3, 3, 3, 1, 1, 1), False),
        ({"snore": False}, TIRED, False),
        ({"snore": True}, [], False),
        ({"witnessed_apnoea": True, "sleep_apnoea": True}, TIRED, False),
        ({}, TIRED, False),
        ({}, [], False),
    ],
)
def test_s03_asks_for_a_check_of_breathing(profile, rows, expected):
    assert fires("S03", facts(rows, profile=profile)) is expected


@pytest.mark.parametrize(
    ("profile", "asks"),
    [
        ({}, ("witnessed_apnoea", "snore")),
        ({"witnessed_apnoea": False}, ("snore",)),
    ],
)
def test_s03_asks_the_profile_where_tired_mornings_make_it_matter(profile, asks):
    finding = found(facts(TIRED, profile=profile))["S03"]
    assert finding.seen == ()
    assert "is not in your profile yet" in finding.missing
    assert finding.asks == asks


@pytest.mark.parametrize("rows", [[], rested(4, 4, 4, 4, 4, 4, 4)])
def test_s03_asks_nobody_who_wakes_rested(rows):
    assert "S03" not in found(facts(rows))


def test_s03_says_what_it_saw():
    seen = found(facts(TIRED, profile={"snore": True}))["S03"].seen
    assert seen == (
        "In your profile: you snore.",
        "Little rested (1 or 2 of 5) after 3 of your last 7 logged nights: "
        "Tue 17 Nov, Wed 18 Nov, Thu 19 Nov.",
    )
