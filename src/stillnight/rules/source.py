"""Where a statement comes from, and how far its source was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_CAUTIOUS = ("secondary", "general")
"""So far a source was read of which a reader has to be told."""


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
        read: The words of ``seen``, whatever it is.
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
    read: str = ""

    @property
    def citation(self) -> str:
        """One plain line: authors, title, year, where, number, and a caution where one is due."""
        year = str(self.year) if self.year else ""
        parts = [part.rstrip(".") for part in (self.authors, self.title, year, self.where, self.doi) if part]
        return ". ".join(parts) + (f" ({self.caution})" if self.caution else "")


def cited(names: Iterable[str], sources: Mapping[str, Source]) -> list[str]:
    """The sources of these ids, one plain line each; an id that nobody knows is passed over."""
    return [sources[name].citation for name in names if name in sources]


def parse_sources(data: Mapping[str, Any]) -> dict[str, Source]:
    """Read the parsed ``sources.toml``: a table ``source`` of id to description."""
    words = data.get("seen", {})
    return {
        name: _source(name, spec, words.get(spec["seen"], ""))
        for name, spec in data.get("source", {}).items()
    }


def _source(name: str, spec: Mapping[str, Any], read: str) -> Source:
    return Source(id=name, **spec, caution=read if spec["seen"] in _CAUTIOUS else "", read=read)
