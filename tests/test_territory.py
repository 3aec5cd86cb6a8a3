"""The country whose habits the calendar keeps."""

from __future__ import annotations

import pytest

from stillnight.domain.setting import is_territory
from stillnight.resources import read_seed
from stillnight.territory import territory_of, week_start_of


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"LANG": "de_DE.UTF-8"}, "DE"),
        ({"LANG": "de_DE.UTF-8", "LC_TIME": "en_US.UTF-8"}, "US"),
        ({"LC_ALL": "sr_RS@latin", "LC_TIME": "en_US.UTF-8"}, "RS"),
        ({"LC_ALL": "C", "LANG": "de_DE"}, ""),
        ({"LC_ALL": "", "LANG": "ar_EG"}, "EG"),
        ({"LANG": "C.UTF-8"}, ""),
        ({}, ""),
    ],
)
def test_the_territory_is_read_off_the_language_settings(environ, expected):
    assert territory_of(environ) == expected


@pytest.mark.parametrize(
    ("territory", "weekday"), [("DE", 0), ("GB", 0), ("US", 6), ("EG", 5), ("MV", 4), ("", 0), ("XX", 0)]
)
def test_the_week_begins_as_the_territory_has_it(territory, weekday):
    assert week_start_of(territory, read_seed("territories")) == weekday


def test_no_territory_stands_under_two_weekdays():
    listed = [one for some in read_seed("territories")["week_start"].values() for one in some]
    assert len(listed) == len(set(listed))
    assert all(is_territory(one) for one in listed)
