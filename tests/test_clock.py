"""The clock and its zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from stillnight.clock import SystemClock, system_clock, system_zone
from stillnight.domain.errors import BadInput

BERLIN = {"TZ": "Europe/Berlin"}


def test_the_variable_fixes_the_moment():
    clock = system_clock({**BERLIN, "STILLNIGHT_NOW": "2026-11-19T22:40+01:00"})
    assert clock.now().isoformat() == "2026-11-19T22:40:00+01:00"
    assert str(clock.zone) == "Europe/Berlin"


def test_a_fixed_moment_of_another_offset_brings_its_own_zone():
    clock = system_clock({**BERLIN, "STILLNIGHT_NOW": "2026-11-19T22:40-05:00"})
    assert clock.zone.utcoffset(None) == timedelta(hours=-5)
    assert clock.now().isoformat() == "2026-11-19T22:40:00-05:00"


def test_a_fixed_moment_in_the_zones_summer_keeps_the_zone():
    clock = system_clock({**BERLIN, "STILLNIGHT_NOW": "2026-07-01T22:40+02:00"})
    assert str(clock.zone) == "Europe/Berlin"


@pytest.mark.parametrize(
    "text",
    ["now", "2026-11-19", "2026-11-19T22:40", "22:40", "2026-11-19T25:00+01:00", "0001-01-01T00:00+00:00"],
)
def test_what_is_no_moment_with_an_offset_is_refused_by_name(text):
    with pytest.raises(BadInput, match="STILLNIGHT_NOW"):
        system_clock({**BERLIN, "STILLNIGHT_NOW": text})


def test_an_empty_variable_lets_the_clock_run():
    assert system_clock({**BERLIN, "STILLNIGHT_NOW": ""}).fixed is None


def test_a_running_clock_tells_an_aware_moment():
    assert SystemClock(UTC).now().utcoffset() == timedelta(0)


def test_a_zone_can_be_a_file(tmp_path):
    zone = system_zone({"TZ": ":/usr/share/zoneinfo/America/New_York"})
    assert zone.utcoffset(datetime(2026, 7, 1)) == timedelta(hours=-4)


def test_without_a_variable_the_machines_file_counts(tmp_path):
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Asia/Kathmandu")
    zone = system_zone({}, localtime=str(link))
    assert zone.utcoffset(datetime(2026, 7, 1)) == timedelta(hours=5, minutes=45)


@pytest.mark.parametrize("name", ["CET-1CEST", "Nowhere/At_All", "../../etc/passwd", "/etc/hostname"])
def test_a_zone_that_cannot_be_read_falls_back_to_the_offset_of_now(name):
    assert datetime.now(system_zone({"TZ": name})).utcoffset() is not None
