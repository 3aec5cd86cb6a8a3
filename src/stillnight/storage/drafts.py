"""What is typed and not yet saved, in one small file of this machine: night by night, journal by journal."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from stillnight.domain.values import Value

KEPT = 50
"""Drafts of so many nights of a journal are kept; the oldest nights go first."""


class FileDrafts:
    """Drafts in a file, see :class:`stillnight.domain.ports.Drafts`.

    A damaged file counts as empty, and a draft that cannot be kept is no error: the journal is
    elsewhere.
    """

    def __init__(self, state: Path, journal: Path) -> None:
        """Keep the drafts of a journal file in this program's state folder."""
        self._path = state / "drafts.json"
        self._journal = os.path.realpath(journal)

    def load(self, night: date) -> Mapping[str, Value]:
        """The unsaved values of a night; empty when there are none."""
        return _records(self._read().get(self._journal)).get(night.isoformat(), {})

    def keep(self, night: date, values: Mapping[str, Value]) -> None:
        """Keep the unsaved values of a night in place of what was kept before; empty forgets it."""
        from stillnight.storage.atomic import make_folder, replace_file
        from stillnight.storage.lock import held

        with contextlib.suppress(OSError, ValueError, TypeError):
            make_folder(self._path.parent)
            with held(self._path.with_name("drafts.lock")):
                kept = self._read()
                drafts = _records(kept.pop(self._journal, None))
                drafts.pop(night.isoformat(), None)
                if values:
                    drafts[night.isoformat()] = dict(values)
                if drafts:
                    kept[self._journal] = dict(sorted(drafts.items())[-KEPT:])
                replace_file(self._path, json.dumps(kept, sort_keys=True).encode(), durable=False)

    def _read(self) -> dict[str, Any]:
        return _read(self._path)


def carry_drafts(state: Path, source: Path, target: Path) -> None:
    """Let the drafts of a journal file belong to the file that it is now; both are real paths.

    Drafts of the same night that belong there already stay.
    """
    from stillnight.storage.atomic import replace_file
    from stillnight.storage.lock import held

    path = state / "drafts.json"
    with contextlib.suppress(OSError, ValueError, TypeError):
        if not path.exists():
            return
        with held(path.with_name("drafts.lock")):
            kept = _read(path)
            carried = _records(kept.pop(str(source), None))
            if carried:
                kept[str(target)] = carried | _records(kept.get(str(target)))
                replace_file(path, json.dumps(kept, sort_keys=True).encode(), durable=False)


def _read(path: Path) -> dict[str, Any]:
    try:
        kept = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _records(kept: Any) -> dict[str, dict[str, Any]]:
    """What is kept of one journal, by night; what makes no sense counts as nothing."""
    items = kept.items() if isinstance(kept, dict) else ()
    return {night: values for night, values in items if isinstance(values, dict)}
