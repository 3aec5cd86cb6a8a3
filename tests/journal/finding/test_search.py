"""Words, amounts, factors, medicines: what a query finds in a diary."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.domain.errors import FieldError, UnknownName


@pytest.fixture
def diary(write, store):
    """Five nights in which every kind of thing is on record."""
    write("2026-11-15", severity=2, onset="2026-11-15T19:40+01:00", note="Café with Ann, then a long walk")
    write("2026-11-16", severity=7, parts=["calves", "thighs"], f_caffeine=3, f_alcohol=False, pain=4)
    write("2026-11-17", severity=5, sensations=["urge_only"], f_caffeine=False, f_stress=8, onset="not_yet")
    write(
        "2026-11-18",
        note="flight home, no walk",
        f_caffeine=0,
        f_late_meal=True,
        evening_at="2026-11-18T22:00+01:00",
    )
    write("2026-11-19", severity=0, evening_at="2026-11-20T18:00+01:00", side="left")
    store.records["episodes", 1] = {
        "night": "2026-11-15", "at": "2026-11-16T02:10+01:00", "severity": 9, "relief": "stretch_calves",
    }  # fmt: skip
    store.records["medicines", 7] = {"name": "Iron bisglycinate"}
    store.records["doses", 8] = {"night": "2026-11-16", "medicine": 7}
    store.records["marks", 9] = {"date": "2026-11-10", "kind": "flight", "text": "to Lisbon"}


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("cafe", [15]),
        ("CAFÉ walk", [15]),
        ("walk", [18, 15]),
        ("walk flight", [18]),
        ('"long walk"', [15]),
        ('"walk long"', []),
        ("calves", [16, 15]),
        ("urge only", [17]),
        ("iron", [16]),
        ("lisbon", [10]),
        ("flight", [18, 10]),
        ("walk not cafe", [18]),
        ("walk -cafe", [18]),
        ("nothing", []),
    ],
)
def test_all_words_must_occur_somewhere_in_the_nights_texts(find, diary, typed, days):
    assert find(typed) == [f"2026-11-{day}" for day in days]


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("severity>=5", [17, 16]),
        ("severity >= 5", [17, 16]),
        ("severity≥5", [17, 16]),
        ("severity 5+", [17, 16]),
        ("severity 5", [17]),
        ("severity=5", [17]),
        ("urge 2-5", [17, 15]),
        ("severity<5", [19, 15]),
        ("severity<=5 severity>0", [17, 15]),
        ("worst>=8", [15]),
        ("8+", [15]),
        ("worst 9-x", [15]),
        ("pain>3", [16]),
        ("episodes 1+", [15]),
        ("onset<20:00", [15]),
        ("onset not yet", [17]),
        ("onset:not_yet", [17]),
    ],
)
def test_amounts_and_times_are_compared(find, diary, typed, days):
    assert find(typed) == [f"2026-11-{day}" for day in days]


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("caffeine", [16]),
        ("+caffeine", [16]),
        ("+caffeine>=2", [16]),
        ("caffeine 4+", []),
        ("-caffeine", [18, 17]),
        ("no caffeine", [18, 17]),
        ("without caffeine", [18, 17]),
        ("missing caffeine", [19, 15]),
        ("not asked caffeine", [19, 15]),
        ("+caffeine -alcohol", [16]),
        ("late meal", [18]),
        ("+late-meal", [18]),
        ("missing late meal pain 1+", [16]),
    ],
)
def test_yes_no_and_not_asked_of_a_factor_are_three_things(find, diary, typed, days):
    assert find(typed) == [f"2026-11-{day}" for day in days]


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("medicine:iron", [16]),
        ('med: "iron bis"', [16]),
        ("medicine:tablet", []),
        ("note:walk", [18, 15]),
        ("note:calves", []),
        ("where:calves", [16]),
        ("relief:stretch", [15]),
        ("side:left", [19]),
        ("mark:flight", [10]),
        ("has note", [18, 15]),
        ("missing severity", [18]),
        ("missing note", [19, 17, 16]),
        ("late recall", [19]),
    ],
)
def test_a_field_can_be_named(find, diary, typed, days):
    assert find(typed) == [f"2026-11-{day}" for day in days]


def test_a_factor_is_also_found_where_it_is_only_written(find, write):
    write("2026-11-12", note="too much caffeine, they said")
    assert find("caffeine") == ["2026-11-12"]
    assert find("+caffeine") == []


def test_the_time_of_a_factor_can_be_asked_for(find, write):
    write("2026-11-12", f_caffeine=1, f_caffeine__at="2026-11-12T16:30+01:00")
    write("2026-11-13", f_caffeine=1, f_caffeine__at="2026-11-13T08:30+01:00")
    assert find("caffeine.at>12:00") == ["2026-11-12"]


def test_sleep_is_asked_for_in_hours(find, write):
    times = {"lights_out": "2026-11-12T23:00+01:00", "final_wake": "2026-11-13T04:00+01:00", "waso_min": 30}
    write("2026-11-12", sol_min=30, **times)
    assert find("tst<5h") == ["2026-11-12"]
    assert find("tst<4h") == []


def test_times_of_the_night_count_on_past_midnight(find, write):
    write("2026-11-12", lights_out="2026-11-13T00:30+01:00")
    write("2026-11-13", lights_out="2026-11-13T22:30+01:00")
    assert find("lights_out>=23:30") == ["2026-11-12"]


def test_a_factor_of_ones_own_is_known(find, write, journal):
    journal.ledgers.add_factor("wool", label="wool socks", shown=True)
    write("2026-11-12", f_wool=True)
    assert find("wool socks") == find("+wool") == ["2026-11-12"]


@pytest.mark.parametrize(
    ("typed", "reasons"),
    [
        ("walk", [["note “flight home, no walk”"], ["note “Café with Ann, then a long walk”"]]),
        ("calves", [["where calves thighs"], ["relief stretch calves"]]),
        ("severity 6+ caffeine", [["urge 7", "caffeine 3"]]),
        ("-alcohol iron", [["no alcohol", "medicine Iron bisglycinate"]]),
        ("onset<20:00", [["first at 19:40"]]),
        ("lisbon", [["mark flight: to Lisbon"]]),
        ("late recall", [["evening entered 20 Nov"]]),
        ("missing severity", [["missing severity"]]),
        ("2026-11-16", [[]]),
    ],
)
def test_why_a_night_was_found_is_said(why, diary, typed, reasons):
    assert why(typed) == reasons


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("severity 6+ flight", "urge 6 or more · “flight”"),
        ("onset<20:00 -caffeine", "first at earlier than 20:00 · no caffeine"),
        ("sevrity 6", "“sevrity” · “6”"),
        ("no sleep", "“no” · “sleep”"),
        ("", ""),
        ("- + >", ""),
        ('"', ""),
    ],
)
def test_it_is_said_how_a_query_was_understood(said, typed, words):
    assert said(typed) == words


@pytest.mark.parametrize(
    ("typed", "error", "words"),
    [
        ("sevrity>=6", UnknownName, "did you mean severity"),
        ("+cafeine", UnknownName, "did you mean caffeine"),
        ("-alchol", UnknownName, "did you mean alcohol"),
        ("medcine:iron", UnknownName, "did you mean medicine"),
        ("+cafeine", UnknownName, "for example: severity 6+"),
        (
            "severity>=12",
            FieldError,
            "severity: '12' does not fit, it takes 0 to 10, for example: severity 6+",
        ),
        ("severity>=bad", FieldError, "severity: '>=bad' does not fit"),
        ("severity>=", FieldError, "severity: '>=' does not fit"),
        ("onset>=dusk", FieldError, "it takes a time, for example: onset>=22:00"),
        ("medicine>iron", FieldError, "medicine: '>iron' does not fit, it takes words"),
    ],
)
def test_what_is_not_understood_is_named_with_an_example(find, typed, error, words):
    with pytest.raises(error) as caught:
        find(typed)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "typed", ["http://example.org", "21:30", "a:b", "(", "x" * 5000, "ß:1", "🌙", "severity"]
)
def test_whatever_else_is_typed_is_searched_as_text(find, write, typed):
    write("2026-11-12", note=f"about {typed} and more")
    write("2026-11-13", note="nothing of the kind")
    found = find(typed)
    assert found == (["2026-11-12"] if any(map(str.isalnum, typed)) else ["2026-11-13", "2026-11-12"])


def test_values_that_a_hand_left_in_the_file_break_nothing(find, write):
    write("2026-11-12", severity="bad", note=7, parts="calves", f_caffeine="much", onset=3, evening_at="soon")
    for typed in ("severity 1+", "caffeine", "onset<20:00", "late recall", "missing severity", "calves", "7"):
        assert find(typed) in ([], [str(date(2026, 11, 12))])
