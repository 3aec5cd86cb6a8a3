"""The moment in the name of a file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from stillnight.storage.disk.file_moment import in_name, moment_in


def test_a_name_tells_the_moment_in_utc():
    moment = datetime(2026, 11, 19, 22, 40, 5, tzinfo=timezone(timedelta(hours=1)))

    assert in_name(moment) == "20261119T214005"
    assert moment_in(in_name(moment)) == moment


@pytest.mark.parametrize(
    ("digits", "minute"), [("20261119T21", 0), ("20261119T2140", 40), ("20261119T214000", 40)]
)
def test_a_name_may_tell_less(digits: str, minute: int):
    assert moment_in(digits) == datetime(2026, 11, 19, 21, minute, tzinfo=UTC)


@pytest.mark.parametrize("digits", ["20261399T09", "20261119T2560", "00001119T21", ""])
def test_what_no_clock_has_is_no_moment(digits: str):
    assert moment_in(digits) is None
