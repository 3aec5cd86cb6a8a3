"""The rules on iron: fire, just do not fire, say nothing where something is missing."""

from __future__ import annotations

import pytest

from stillnight.domain.mark import Mark
from tests.rules.worlds import ago, facts, ferritin, fires, found, medicine, tsat

WEEKLY = [(days, {"severity": 4}) for days in (0, 3, 8, 10, 15, 17, 22, 25)]


@pytest.mark.parametrize(
    ("rows", "labs", "expected"),
    [
        ([(0, {"severity": 1})], [], True),
        ([(300, {"severity": 1})], [], True),
        ([(0, {"severity": 0})], [], False),
        ([(0, {"note": "slept"})], [], False),
        ([], [], False),
        ([(0, {"severity": 1})], [ferritin(120)], False),
        ([(0, {"severity": 1})], [tsat(30)], True),
    ],
)
def test_i00_asks_whether_iron_was_ever_measured(rows, labs, expected):
    assert fires("I00", facts(rows, labs=labs)) is expected


def test_i00_says_what_it_saw_and_what_to_ask_for():
    finding = found(facts([(0, {"severity": 6}), (1, {"severity": 0})]))["I00"]
    assert finding.seen == (
        "No ferritin in your journal.",
        "Nights with restless legs in the last year: 1 of 2 logged.",
    )
    assert "ferritin and transferrin saturation" in finding.rule.check
    assert finding.rule.level == "discuss"
    assert finding.rule.closing == "Do not start iron on your own; too much iron harms."


@pytest.mark.parametrize(
    ("rows", "labs", "expected"),
    [
        (WEEKLY, [], True),
        (WEEKLY[1:], [], False),
        ([row for row in WEEKLY if row[0] != 25], [], False),
        ([*WEEKLY[:-1], (28, {"severity": 4})], [], False),
        ([(days, {"severity": 0}) for days, _ in WEEKLY], [], False),
        (WEEKLY, [ferritin(200)], False),
    ],
)
def test_i01_asks_for_numbers_when_every_week_has_two_such_nights(rows, labs, expected):
    assert fires("I01", facts(rows, labs=labs)) is expected


def test_i01_takes_the_place_of_i00():
    assert "I00" not in found(facts(WEEKLY))


@pytest.mark.parametrize(
    ("labs", "profile", "expected"),
    [
        ([ferritin(75)], {}, True),
        ([ferritin(75.1)], {}, False),
        ([ferritin(76)], {}, False),
        ([tsat(19.9)], {}, True),
        ([tsat(20)], {}, False),
        ([ferritin(200), tsat(15)], {}, True),
        ([ferritin(40), tsat(44)], {}, True),
        ([ferritin(40), tsat(45)], {}, False),
        ([ferritin(40)], {"conditions": ["haemochromatosis"]}, False),
        ([ferritin(40)], {"conditions": ["dialysis"]}, False),
        ([ferritin(40)], {"dialysis": True}, False),
        ([ferritin(40)], {"conditions": ["ckd"]}, True),
        ([ferritin(40, days=300), ferritin(120, days=3)], {}, False),
        ([], {}, False),
    ],
)
def test_i02_speaks_of_low_iron_unless_something_speaks_against_it(labs, profile, expected):
    assert fires("I02", facts(labs=labs, profile=profile)) is expected


@pytest.mark.parametrize(
    ("labs", "profile", "expected"),
    [
        ([ferritin(40), tsat(45)], {}, True),
        ([ferritin(40), tsat(44)], {}, False),
        ([ferritin(40)], {"conditions": ["haemochromatosis"]}, True),
        ([ferritin(40)], {"conditions": ["haemochromatosis", "dialysis"]}, False),
        ([ferritin(76), tsat(60)], {}, False),
        ([], {"conditions": ["haemochromatosis"]}, False),
    ],
)
def test_i02d_only_says_discuss_where_iron_may_be_too_high(labs, profile, expected):
    world = facts(labs=labs, profile=profile)
    assert fires("I02D", world) is expected
    assert not (expected and fires("I02", world))


def test_i02_names_both_numbers_with_their_dates():
    seen = found(facts(labs=[ferritin(40, days=9), tsat(12, days=8)]))["I02"].seen
    assert seen == (
        "Ferritin 40 µg/L on Tue 10 Nov 2026; the guideline's line is 75.",
        "Transferrin saturation 12 % on Wed 11 Nov 2026; the guideline's line is 20 %.",
    )


OLD = "That test is more than a year old."
ILL = "It was taken while ill, and an infection lifts ferritin."


@pytest.mark.parametrize(
    ("rule", "labs", "said"),
    [
        ("I02", [ferritin(40, days=366)], (OLD,)),
        ("I02", [ferritin(40, days=365)], ()),
        ("I02", [ferritin(40, ill=True)], (ILL,)),
        ("I02", [ferritin(40, ill=False)], ()),
        ("I02", [ferritin(40, days=400, ill=True)], (OLD, ILL)),
        ("I02", [ferritin(200, days=400), tsat(12)], ()),
        ("I02", [tsat(12, days=400)], (OLD,)),
        ("I03", [ferritin(90, days=366)], (OLD,)),
        ("I03", [ferritin(90, ill=True)], (ILL,)),
        ("I03", [ferritin(90)], ()),
    ],
)
def test_beside_an_old_number_or_one_taken_while_ill_it_is_said(rule, labs, said):
    assert found(facts(labs=labs))[rule].seen[1:] == said


def test_i02_knows_that_somebody_may_have_iron_already():
    check = found(facts(labs=[ferritin(40)]))["I02"].rule.check
    assert "or how it is going if you have it" in check


@pytest.mark.parametrize(
    ("labs", "profile", "expected"),
    [
        ([ferritin(75)], {}, False),
        ([ferritin(76)], {}, True),
        ([ferritin(100)], {}, True),
        ([ferritin(100.5)], {}, False),
        ([ferritin(90), tsat(44)], {}, True),
        ([ferritin(90), tsat(45)], {}, False),
        ([ferritin(90)], {"conditions": ["dialysis"]}, False),
        ([ferritin(90)], {"conditions": ["haemochromatosis"]}, False),
        ([tsat(30)], {}, False),
    ],
)
def test_i03_mentions_ferritin_between_76_and_100(labs, profile, expected):
    assert fires("I03", facts(labs=labs, profile=profile)) is expected


IRON = {"name": "ferrous sulfate 200 mg", "klass": "other"}


@pytest.mark.parametrize(
    ("labs", "medicines", "profile", "expected"),
    [
        ([ferritin(150, days=365)], [], {}, False),
        ([ferritin(150, days=366)], [], {}, True),
        ([ferritin(150, days=91)], [], {}, False),
        ([ferritin(150, days=91)], [medicine(**IRON, start=ago(91))], {}, True),
        ([ferritin(150, days=90)], [medicine(**IRON, start=ago(91))], {}, False),
        ([ferritin(150, days=100)], [medicine(**IRON, start=ago(90))], {}, False),
        ([ferritin(150, days=100)], [medicine(**IRON, start=ago(100), end=ago(5))], {}, False),
        ([ferritin(150, days=100)], [medicine(**IRON)], {}, False),
        ([ferritin(150, days=5, ill=True)], [], {}, True),
        ([ferritin(150, days=5, ill=False)], [], {}, False),
        ([ferritin(150, days=400)], [], {"conditions": ["dialysis"]}, False),
        ([], [], {}, False),
    ],
)
def test_i04_asks_whether_it_is_time_to_measure_again(labs, medicines, profile, expected):
    assert fires("I04", facts(labs=labs, medicines=medicines, profile=profile)) is expected


def test_a_blood_test_of_this_morning_counts_before_noon():
    assert not fires("I00", facts([(0, {"severity": 5})], labs=[ferritin(200, days=-1)]))


def given(days):
    return Mark(ago(days), "donation")


def heavy(*days):
    return [Mark(ago(day), "heavy_period") for day in days]


@pytest.mark.parametrize(
    ("marks", "labs", "profile", "expected"),
    [
        ([given(120)], [], {}, True),
        ([given(121)], [], {}, False),
        ([given(100)], [ferritin(150, days=101)], {}, True),
        ([given(100)], [ferritin(150, days=100)], {}, False),
        ([given(100)], [ferritin(150, days=99)], {}, False),
        ([given(100)], [tsat(30, days=99)], {}, True),
        (heavy(10, 40), [], {}, True),
        (heavy(10), [], {}, False),
        (heavy(10, 11, 12, 24), [], {}, False),
        (heavy(10, 25), [], {}, True),
        (heavy(10, 100), [], {}, True),
        (heavy(10, 101), [], {}, False),
        (heavy(10, 40), [ferritin(150, days=11)], {}, True),
        (heavy(10, 40), [ferritin(150, days=9)], {}, False),
        ([given(100)], [], {"haemochromatosis": True}, False),
        ([given(100)], [], {"dialysis": True}, False),
        ([Mark(ago(10), "flight")], [], {}, False),
        ([], [], {}, False),
    ],
)
def test_i05_asks_for_ferritin_after_blood_loss(marks, labs, profile, expected):
    assert fires("I05", facts(marks=marks, labs=labs, profile=profile)) is expected


def test_i05_says_that_the_evidence_is_mixed_and_nothing_twice():
    finding = found(facts(marks=[given(9), *heavy(5, 33)]))["I05"]
    assert finding.seen == (
        "Blood given on Tue 10 Nov 2026.",
        "No ferritin in your journal.",
        "2 heavy periods in the last 100 days, the last on Sat 14 Nov 2026.",
    )
    assert finding.rule.check.startswith("The evidence is mixed.")


@pytest.mark.parametrize(
    ("labs", "profile", "asks"),
    [
        ([ferritin(40)], {}, ("haemochromatosis", "ckd")),
        ([ferritin(40)], {"haemochromatosis": False}, ("ckd",)),
        ([ferritin(40)], {"haemochromatosis": False, "ckd": True}, ("dialysis",)),
        ([ferritin(40)], {"haemochromatosis": False, "ckd": False}, ()),
        ([ferritin(40)], {"haemochromatosis": False, "dialysis": False}, ()),
    ],
)
def test_low_iron_asks_what_would_change_the_card(labs, profile, asks):
    assert found(facts(labs=labs, profile=profile))["I02"].asks == asks
