"""The numbers that come with the program: of the country that the settings or the machine name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

CRISIS, EMERGENCY = "crisis", "emergency"
"""The kinds: for dark thoughts; ambulance, fire, police."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """One number of ``seeds/numbers.toml``.

    Attributes:
        territories: The countries in which it is meant, by ISO 3166 code.
        where: What these are called: a number of the wrong country must be seen to be one.
        kind: :data:`CRISIS` or :data:`EMERGENCY`.
        service: Whose it is.
        number: The number as its page has it.
        page: The address of the page that was read.
        read: The day on which it was read.
        how: How it was read, where not on the page itself: ``stored copy``.
    """

    territories: tuple[str, ...]
    where: str
    kind: str
    service: str
    number: str
    page: str
    read: date
    how: str = ""

    @property
    def words(self) -> str:
        """Whose it is, where it is meant, and the number: ``Samaritans (United Kingdom): 116 123``."""
        return f"{self.service} ({self.where}): {self.number}"

    @property
    def source_words(self) -> str:
        """Where it is from, in one sentence."""
        site = self.page.removeprefix("https://").partition("/")[0].removeprefix("www.")
        how = f" in a {self.how}" if self.how else ""
        day = f"{self.read.day} {self.read:%b %Y}"
        return f"{self.number}: as {site} said, read{how} on {day}; check it where you can."


def shipped_numbers(data: Mapping[str, Any], territory: str) -> list[Shipped]:
    """The numbers of a country, out of the parsed ``numbers.toml``; none where it is not known.

    Args:
        data: The parsed file.
        territory: The country by its ISO 3166 code, such as ``GB``; empty for none.
    """
    rows = [Shipped(**{**row, "territories": tuple(row["territories"])}) for row in data.get("number", ())]
    return [one for one in rows if territory in one.territories]
