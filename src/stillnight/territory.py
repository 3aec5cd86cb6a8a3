"""The country whose habits the calendar keeps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stillnight.domain.preferences import WEEKDAYS
from stillnight.domain.setting import is_territory


def territory_of(environ: Mapping[str, str]) -> str:
    """The country of the machine's language settings, such as ``DE``; empty where they name none."""
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        if environ.get(name):
            country = environ[name].partition(".")[0].partition("@")[0].partition("_")[2]
            return country if is_territory(country) else ""
    return ""


def week_start_of(territory: str, table: Mapping[str, Any]) -> int:
    """A territory's first weekday, 0 Monday to 6 Sunday, after the parsed ``territories.toml``."""
    for day, territories in table.get("week_start", {}).items():
        if territory in territories:
            return WEEKDAYS.index(day)
    return 0
