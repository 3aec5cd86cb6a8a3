"""Which night a moment belongs to, and which moment a wall-clock time is."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.clocks import BERLIN, LORD_HOWE, NEW_YORK

from stillnight.domain.clock_rule import (
    NightFrame,
    date_words,
    day_words,
    minutes_between,
    night_of,
    parse_clock,
    read_date,
    read_stamp,
    span_words,
    stamp_text,
)
from stillnight.domain.errors import FieldError

APIA = ZoneInfo("Pacific/Apia")
ZONES = (BERLIN, NEW_YORK, LORD_HOWE, APIA, ZoneInfo("Asia/Kathmandu"), UTC)
SPRING, AUTUMN = date(2026, 3, 28), date(2026, 10, 24)


def outcome_of(call, *given):
    """What a call gives, or the refusal it ends in."""
    try:
        return call(*given)
    except FieldError as refusal:
        return refusal


@pytest.mark.parametrize(
    ("wall", "night"),
    [
        ("2026-11-20T12:00", "2026-11-20"),
        ("2026-11-20T23:59", "2026-11-20"),
        ("2026-11-21T00:00", "2026-11-20"),
        ("2026-11-21T02:30", "2026-11-20"),
        ("2026-11-21T11:59:59.999999", "2026-11-20"),
        ("2026-11-21T12:00", "2026-11-21"),
        ("2027-01-01T03:00", "2026-12-31"),
        ("2028-03-01T03:00", "2028-02-29"),
    ],
)
def test_a_moment_belongs_to_the_night_that_began_at_the_last_noon(wall, night):
    assert night_of(datetime.fromisoformat(wall).replace(tzinfo=BERLIN)) == date.fromisoformat(night)


@pytest.mark.parametrize(
    ("rollover", "wall", "night"),
    [
        (time(18), "2026-11-20T17:59", "2026-11-19"),
        (time(18), "2026-11-20T18:00", "2026-11-20"),
        (time(4), "2026-11-20T03:59", "2026-11-19"),
        (time(4), "2026-11-20T04:00", "2026-11-20"),
        (time(0), "2026-11-20T00:00", "2026-11-20"),
    ],
)
def test_another_rollover_moves_the_border_between_nights(rollover, wall, night):
    moment = datetime.fromisoformat(wall).replace(tzinfo=BERLIN)
    assert night_of(moment, rollover) == date.fromisoformat(night)


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("21:30", time(21, 30)),
        ("2130", time(21, 30)),
        ("21.30", time(21, 30)),
        (" 21:30 ", time(21, 30)),
        ("9:05", time(9, 5)),
        ("905", time(9, 5)),
        ("0000", time(0)),
        ("00:00", time(0)),
        ("23:59", time(23, 59)),
    ],
)
def test_a_time_is_read_as_people_type_it(typed, clock):
    assert parse_clock(typed) == clock


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", ":", "24:00", "2400", "23:60", "21:3", "21:300", "-1:30", "+1:30", "21", "9", "now",
        "21:30:00", "00021:30", "0021:30", "2 1:30", "２１:３０", "²1:30", "1_0:30", "1e1:00", "0x10:00",
        "9" * 5000 + ":00",
    ],
)  # fmt: skip
def test_what_is_no_time_of_the_day_is_refused_with_its_field(typed):
    with pytest.raises(
        FieldError, match=r"^onset: .*takes a time such as 21:30 \(00:00 to 23:59\)$"
    ) as caught:
        parse_clock(typed, "onset")
    assert len(str(caught.value)) < 200


@given(st.times().map(lambda clock: clock.replace(second=0, microsecond=0)))
def test_every_time_of_the_day_can_be_typed_in_three_ways(clock):
    assert (
        parse_clock(f"{clock:%H:%M}")
        == parse_clock(f"{clock:%H%M}")
        == parse_clock(f"{clock:%H.%M}")
        == clock
    )


@given(text=st.text(max_size=8))
def test_any_typed_text_is_a_time_or_a_plain_refusal(text):
    outcome = outcome_of(parse_clock, text)
    assert isinstance(outcome, time) or "\n" not in str(outcome)


@given(
    day=st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    clock=st.times(),
    zone=st.sampled_from(ZONES),
    rollover=st.sampled_from([time(12), time(18), time(4), time(0), time(23, 30)]),
)
def test_a_placed_time_lies_in_the_night_it_was_placed_in(day, clock, zone, rollover):
    frame = NightFrame(day, zone, rollover)
    moment = outcome_of(frame.place, clock)
    if isinstance(moment, FieldError):
        assert "the clocks skip this one" in str(moment)
        return
    assert night_of(moment, rollover) == day
    assert frame.contains(moment)
    assert moment.time() == clock
    assert night_of(moment.astimezone(UTC).astimezone(zone), rollover) == day


@given(
    moment=st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=st.just(UTC)),
    zone=st.sampled_from(ZONES),
)
def test_every_moment_lies_in_exactly_one_night_of_its_zone(moment, zone):
    night = night_of(moment.astimezone(zone))
    holding = [step for step in (-1, 0, 1) if NightFrame(night + timedelta(days=step), zone).contains(moment)]
    assert holding == [0]


@pytest.mark.parametrize(
    ("zone", "night", "skipped"),
    [
        (BERLIN, "2026-03-28", "02:00"),
        (BERLIN, "2026-03-28", "02:30"),
        (BERLIN, "2026-03-28", "02:59"),
        (NEW_YORK, "2026-03-07", "02:30"),
        (LORD_HOWE, "2026-10-03", "02:00"),
        (LORD_HOWE, "2026-10-03", "02:29"),
        (APIA, "2011-12-29", "03:00"),
        (APIA, "2011-12-30", "21:00"),
    ],
)
def test_a_time_that_never_happens_is_refused_with_its_date(zone, night, skipped):
    frame = NightFrame(date.fromisoformat(night), zone)
    with pytest.raises(
        FieldError, match=rf"^lights_out: '{skipped}' .*the clocks skip this one on 20\d\d-\d\d-\d\d$"
    ):
        frame.place(time.fromisoformat(skipped), "lights_out")


@pytest.mark.parametrize(
    ("zone", "night", "clock", "stamp"),
    [
        (BERLIN, SPRING, "01:59", "2026-03-29T01:59+01:00"),
        (BERLIN, SPRING, "03:00", "2026-03-29T03:00+02:00"),
        (BERLIN, AUTUMN, "02:30", "2026-10-25T02:30+02:00"),
        (BERLIN, AUTUMN, "03:00", "2026-10-25T03:00+01:00"),
        (NEW_YORK, date(2026, 10, 31), "01:30", "2026-11-01T01:30-04:00"),
        (LORD_HOWE, date(2026, 4, 4), "01:45", "2026-04-05T01:45+11:00"),
        (LORD_HOWE, date(2026, 10, 3), "02:30", "2026-10-04T02:30+11:00"),
    ],
)
def test_a_time_that_happens_twice_means_the_first(zone, night, clock, stamp):
    assert stamp_text(NightFrame(night, zone).place(time.fromisoformat(clock))) == stamp


def test_the_second_of_a_doubled_time_is_never_meant():
    frame = NightFrame(AUTUMN, BERLIN)
    assert stamp_text(frame.place(time(2, 30, fold=1))) == "2026-10-25T02:30+02:00"


@pytest.mark.parametrize(
    ("zone", "night", "start", "end", "minutes"),
    [
        (BERLIN, SPRING, "23:00", "07:00", 7 * 60),
        (BERLIN, AUTUMN, "23:00", "07:00", 9 * 60),
        (BERLIN, date(2026, 11, 19), "23:00", "07:00", 8 * 60),
        (BERLIN, AUTUMN, "02:30", "03:30", 2 * 60),
        (NEW_YORK, date(2026, 3, 7), "22:00", "06:00", 7 * 60),
        (NEW_YORK, date(2026, 10, 31), "22:00", "06:00", 9 * 60),
        (LORD_HOWE, date(2026, 4, 4), "23:00", "07:00", 8 * 60 + 30),
        (LORD_HOWE, date(2026, 10, 3), "23:00", "07:00", 7 * 60 + 30),
    ],
)
def test_a_clock_change_does_not_bend_a_duration(zone, night, start, end, minutes):
    frame = NightFrame(night, zone)
    first, last = (frame.place(time.fromisoformat(clock)) for clock in (start, end))
    assert minutes_between(first, last) == minutes
    assert minutes_between(last, first) == -minutes


def test_travel_between_evening_and_morning_does_not_bend_a_duration():
    night = date(2026, 11, 19)
    lights_out = NightFrame(night, NEW_YORK).place(time(22, 0))
    rise = NightFrame(night, BERLIN).place(time(11, 0))
    assert minutes_between(lights_out, rise) == 7 * 60


@given(
    start=st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1), timezones=st.sampled_from(ZONES)),
    minutes=st.integers(-3000, 3000),
    zone=st.sampled_from(ZONES),
)
def test_minutes_are_those_that_pass_whatever_the_zones(start, minutes, zone):
    end = (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(zone)
    assert minutes_between(start, end) == minutes


@pytest.mark.parametrize(
    ("night", "clock"), [(date.max, time(2)), (date.min, time(12)), (date.max, time(23))]
)
def test_a_time_at_the_edge_of_the_calendar_is_placed_or_refused_in_words(night, clock):
    # one of these offsets pushes each moment out of the years that can be counted in UTC
    for zone in (BERLIN, NEW_YORK, ZoneInfo("Pacific/Kiritimati")):
        outcome = outcome_of(NightFrame(night, zone).place, clock)
        if isinstance(outcome, FieldError):
            assert "years 1 to 9999" in str(outcome)
        else:
            assert night_of(outcome) == night


def test_no_night_holds_a_moment_before_the_first():
    assert not NightFrame(date.min, UTC).contains(datetime(1, 1, 1, 5, tzinfo=UTC))
    assert not NightFrame(date.max, BERLIN).contains(datetime(9999, 12, 31, 23, 30, tzinfo=UTC))


def test_a_stamp_keeps_the_offset_and_drops_the_seconds():
    assert stamp_text(datetime(2026, 11, 19, 22, 40, 59, tzinfo=BERLIN)) == "2026-11-19T22:40+01:00"


@given(st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=st.sampled_from(ZONES)))
def test_a_stamp_is_read_back_as_the_same_minute(moment):
    minute = moment.replace(second=0, microsecond=0)
    assert read_stamp(stamp_text(minute)) == datetime.fromisoformat(minute.isoformat())


@pytest.mark.parametrize(
    "kept",
    [None, 7, True, "", "not_yet", "2026-11-19", "2026-11-19T", "2026-11-19T22:40", "2026-11-19T25:00+01:00",
     "2026-02-30T22:40+01:00", "0001-01-01T00:00+14:00", "9999-12-31T23:59-11:00", ["T"], "T" * 9999],
)  # fmt: skip
def test_what_is_no_stamp_is_read_as_nothing(kept):
    assert read_stamp(kept) is None


@pytest.mark.parametrize(
    ("kept", "day"),
    [("2026-11-19", date(2026, 11, 19)), ("2026-02-30", None), ("", None), (None, None), (20261119, None)],
)
def test_a_kept_date_is_read_or_is_nothing(kept, day):
    assert read_date(kept) == day


@pytest.mark.parametrize(
    ("night", "words"),
    [
        (date(2026, 11, 19), "Thu 19 → Fri 20 Nov"),
        (date(2026, 11, 30), "Mon 30 Nov → Tue 1 Dec"),
        (date(2026, 12, 31), "Thu 31 Dec → Fri 1 Jan"),
        (date(2028, 2, 28), "Mon 28 → Tue 29 Feb"),
        (date.max, "Fri 31 Dec"),
        (date.min, "Mon 1 → Tue 2 Jan"),
    ],
)
def test_a_night_is_shown_with_both_its_dates(night, words):
    assert span_words(night) == words


def test_a_day_is_said_with_its_weekday_and_a_date_with_its_year():
    assert day_words(date(2026, 11, 9)) == "Mon 9 Nov"
    assert date_words(date(2026, 11, 9)) == "Mon 9 Nov 2026"
