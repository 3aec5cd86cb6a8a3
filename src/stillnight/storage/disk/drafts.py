"""What is typed and not yet saved, in one small file of this machine: night by night, journal by journal."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from stillnight.domain.clock_rule import read_date
from stillnight.domain.values import Value

KEPT = 50
"""Drafts of so many nights of a journal are kept; the oldest nights go first."""

_FILE = "drafts.json"

_MOVED = "moved"
"""Under this stands where journals were taken to; no path of a journal is as short."""


class FileDrafts:
    """Drafts in a file, see :class:`stillnight.domain.ports.Drafts`.

    A damaged file counts as empty, and a draft that cannot be kept is no error: the journal is
    elsewhere. It stays in memory, and is tried again with the next one.
    """

    def __init__(self, state: Path, journal: Path) -> None:
        """Keep the drafts of a journal file in this program's state folder."""
        self._path = state / _FILE
        self._journal = os.path.realpath(journal)
        self._moved_before: Mapping[str, str] | None = None
        self._unkept: dict[str, dict[str, Value]] = {}

    def load(self, night: date) -> Mapping[str, Value]:
        """The unsaved values of a night; empty when there are none."""
        return self._all().get(night.isoformat(), {})

    def keep(self, night: date, values: Mapping[str, Value]) -> None:
        """Keep the unsaved values of a night in place of what was kept before; empty forgets it."""
        self._unkept[night.isoformat()] = dict(values)
        with contextlib.suppress(OSError, ValueError, TypeError):
            with _kept(self._path.parent) as kept:
                here = self._here(kept)
                drafts = _records(kept.pop(here, None)) | self._unkept
                if left := {key: draft for key, draft in sorted(drafts.items()) if draft}:
                    kept[here] = dict(list(left.items())[-KEPT:])
            self._unkept.clear()

    def nights(self) -> Sequence[date]:
        """The nights that have unsaved values, in order."""
        found = (read_date(night) for night, values in self._all().items() if values)
        return sorted(night for night in found if night is not None)

    @property
    def are_kept(self) -> bool:
        """Is all of it on the disk, whatever became of the last try?"""
        there = self._on_disk() if self._unkept else {}
        return all(there.get(night) == values for night, values in self._unkept.items() if values)

    def _all(self) -> dict[str, dict[str, Any]]:
        return self._on_disk() | self._unkept

    def _on_disk(self) -> dict[str, dict[str, Any]]:
        kept = self._read()
        return _records(kept.get(self._here(kept)))

    def _here(self, kept: Mapping[str, Any]) -> str:
        """The journal whose drafts these are: who types while it is taken elsewhere finds the words there."""
        moved = _moves(kept)
        if self._moved_before is None:
            self._moved_before = moved
        here, seen = self._journal, set[str]()
        while here in moved and here not in seen and moved[here] != self._moved_before.get(here):
            seen.add(here)
            here = moved[here]
        return here

    def _read(self) -> dict[str, Any]:
        return _read(self._path)


@contextlib.contextmanager
def carried_drafts(state: Path, source: Path, target: Path) -> Iterator[None]:
    """Let the drafts of a journal file be those of another one, too, and of that alone after the block.

    All is as before should the block fail. Both are real paths. Where both have a draft of a night the
    words of both stay; of two answers to one question the source's does.

    Raises:
        StoreError: If they cannot be carried; then nothing was changed.
    """
    from stillnight.domain.errors import StoreError

    try:
        before = _copied(state, str(source), str(target))
    except OSError as error:
        raise StoreError(
            f"nothing was moved: {state / _FILE} cannot be written ({error.strerror or error})"
        ) from None
    try:
        yield
    except BaseException:
        if (state / _FILE).exists():
            with contextlib.suppress(OSError), _kept(state) as kept:
                kept.pop(str(target), None)
                kept |= {} if before is None else {str(target): before}
        raise
    with contextlib.suppress(OSError), _kept(state) as kept:
        kept.pop(str(source), None)
        moved = {**_moves(kept), str(source): str(target)}
        moved.pop(str(target), None)
        kept[_MOVED] = moved


def forget_drafts(state: Path, journal: Path) -> None:
    """Forget all drafts of a journal file, and where it was taken from and to.

    Raises:
        OSError: If the file cannot be written.
    """
    if not (state / _FILE).exists():
        return
    here = os.path.realpath(journal)
    with _kept(state) as kept:
        kept.pop(here, None)
        moved = {old: new for old, new in _moves(kept).items() if here not in (old, new)}
        kept.pop(_MOVED, None)
        kept |= {_MOVED: moved} if moved else {}


def _copied(state: Path, source: str, target: str) -> Any:
    """Add a journal's drafts to those of another one; what was kept of that before."""
    if not (state / _FILE).exists():
        return None
    with _kept(state) as kept:
        before, mine = kept.get(target), _records(kept.get(source))
        theirs = _records(before)
        both = {night: _together(theirs.get(night, {}), values) for night, values in mine.items()}
        kept |= {target: theirs | both} if mine else {}
    return before


@contextlib.contextmanager
def _kept(state: Path) -> Iterator[dict[str, Any]]:
    """All drafts, to be changed; kept at the end where they were."""
    from stillnight.storage.disk.atomic import make_folder, replace_file
    from stillnight.storage.disk.lock import held

    path = state / _FILE
    make_folder(state)
    with held(path.with_name("drafts.lock")):
        kept = _read(path)
        before = json.dumps(kept, sort_keys=True)
        yield kept
        if (after := json.dumps(kept, sort_keys=True)) != before:
            replace_file(path, after.encode(), durable=False)


def _together(theirs: Mapping[str, Any], mine: Mapping[str, Any]) -> dict[str, Any]:
    """Two drafts of one night."""
    notes = {
        name: f"{theirs[name]}\n{value}"
        for name, value in mine.items()
        if name.endswith("note") and theirs.get(name) and value and str(theirs[name]) not in str(value)
    }
    return {**theirs, **mine, **notes}


def _moves(kept: Mapping[str, Any]) -> dict[str, str]:
    """Where journals were taken to, by where they were."""
    moved = kept.get(_MOVED)
    items = moved.items() if isinstance(moved, dict) else ()
    return {source: target for source, target in items if isinstance(target, str)}


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
