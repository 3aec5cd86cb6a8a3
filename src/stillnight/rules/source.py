"""Where a statement comes from, and how far its source was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Source:
    """One source of ``seeds/sources.toml``.

    Attributes:
        id: Its id in rules and tips.
        authors: Who wrote it.
        title: Its title in our words.
        year: When; 0 where it has none.
        where: The journal or the site.
        doi: Its DOI or another number, empty where there is none.
        seen: How far it was read: abstract, page, secondary or general.
        note: What it was read for.
        caution: The words of ``seen`` where it was not read itself, else empty.
    """

    id: str
    authors: str
    title: str
    year: int
    where: str
    doi: str = ""
    seen: str = "abstract"
    note: str = ""
    caution: str = ""

    @property
    def citation(self) -> str:
        """One plain line: authors, title, year, where, number, and a caution where one is due."""
        year = str(self.year) if self.year else ""
        parts = [part.rstrip(".") for part in (self.authors, self.title, year, self.where, self.doi) if part]
        return ". ".join(parts) + (f" ({self.caution})" if self.caution else "")


def parse_sources(data: Mapping[str, Any]) -> dict[str, Source]:
    """Read the parsed ``sources.toml``: a table ``source`` of id to description."""
    words, cautious = data.get("seen", {}), ("secondary", "general")
    return {
        name: Source(id=name, **spec, caution=words.get(spec["seen"], "") if spec["seen"] in cautious else "")
        for name, spec in data.get("source", {}).items()
    }
