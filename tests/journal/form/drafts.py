"""Drafts in memory."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

from stillnight.domain.values import Value


class MemoryDrafts:
    """A :class:`stillnight.domain.ports.Drafts` that keeps text, as a file would."""

    def __init__(self) -> None:
        self.texts: dict[date, str] = {}

    def load(self, night: date) -> Mapping[str, Value]:
        """What was kept of a night."""
        return json.loads(self.texts.get(night, "{}"))

    def keep(self, night: date, values: Mapping[str, Value]) -> None:
        """Keep it; empty forgets it."""
        self.texts.pop(night, None)
        if values:
            self.texts[night] = json.dumps(dict(values), sort_keys=True)

    def nights(self) -> Sequence[date]:
        """The nights of which something was kept."""
        return sorted(self.texts)

    @property
    def are_kept(self) -> bool:
        """All is kept."""
        return True
