"""Taking in the copies beside a journal: archived first, then joined, and removed last where that is safe."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from stillnight.domain.ports import Clock
from stillnight.storage.copies.archive import archive, note_name, without_purged
from stillnight.storage.copies.memory import Fate, Memory
from stillnight.storage.copies.names import Strength, strength_of
from stillnight.storage.copies.weighing import weigh
from stillnight.storage.disk.atomic import read_file, sync_folder
from stillnight.storage.disk.folder import Folder, folder_path
from stillnight.storage.disk.neighbours import Neighbour, file_beside, neighbours
from stillnight.storage.joining.adopt import adopt
from stillnight.storage.joining.arrivals import differing
from stillnight.storage.joining.join import join
from stillnight.storage.joining.kin import ids_of
from stillnight.storage.writes.state import State


@dataclass(frozen=True, slots=True)
class _Taken:
    """One copy that is joined in, and not yet published.

    Attributes:
        seen: The file as it was.
        data: Its bytes.
        state: What it added, hand edits stamped.
        fate: What becomes of it where it stays.
        is_kept: Was it archived?
        is_strong: May it be removed by its name?
    """

    seen: Neighbour
    data: bytes
    state: State
    fate: Fate
    is_kept: bool
    is_strong: bool


class Copies:
    """The copies beside one journal file.

    Attributes:
        may_join: May another person's journal be taken in, because somebody said that it is theirs?
    """

    def __init__(self, path: Path, folder: Folder, clock: Clock) -> None:
        """Nothing is looked into yet.

        Args:
            path: The journal file, links followed.
            folder: Where copies are kept, and what became of them.
            clock: Tells since when a copy has not been whole.
        """
        self.may_join = False
        self._path, self._clock = path, clock
        self._archive, self._memory = folder.copies, Memory(folder.copies_seen)
        self._state = folder.path.parent.parent
        self._taken: dict[str, _Taken] = {}
        self._notices: list[str] = []
        self._is_telling = True

    def take_in(self, known: State, beside: Sequence[Neighbour], again: bool = False) -> State:
        """What is known together with what the copies add.

        Args:
            known: All that is known of the journal.
            beside: The files beside it.
            again: Is what became of them no longer to be trusted? This machine's own copy was lost.
        """
        # a journal that was put back from its copies is told of as a whole
        self._is_telling = bool(known.tables)
        self._memory.recall(ids_of(known), self.may_join)
        due = beside if again else self._memory.due(beside, self._clock.now(), self._path.parent)
        named = [(strength_of(one.name, self._path.name), one) for one in due]
        for strength, one in sorted(named, key=lambda pair: pair[0] is Strength.WEAK):
            if strength is None:
                self._memory.note(one, Fate.OTHER, self._clock.now())
            else:
                known = self._joined(known, one, strength)
        return known

    def put_away(self, published: State | None) -> set[str]:
        """Remove the copies that were taken in and may go, and remember the others.

        Args:
            published: What the journal file holds, read back from the disk; ``None`` where it does not
                hold what is known.

        Returns:
            The names of those that are gone, or another file by now.
        """
        gone = set()
        for name, one in self._taken.items():
            if not one.is_strong or not one.is_kept:
                self._memory.note(one.seen, one.fate, self._clock.now())
            elif published is None or join(published, one.state).tables != published.tables:
                self._memory.note(one.seen, Fate.WAITING, self._clock.now())
            elif _removed(file_beside(self._path, name), one):
                gone.add(name)
            else:
                self._memory.note(one.seen, one.fate, self._clock.now())
        self._taken.clear()
        self._memory.keep(neighbours(self._path))
        return gone

    def told(self) -> list[str]:
        """What was taken in since this was last asked, one sentence each."""
        told, self._notices = self._notices, []
        return told

    def _joined(self, known: State, one: Neighbour, strength: Strength) -> State:
        if strength is Strength.WEAK and self._is_in_use(one.name):
            self._memory.note(one, Fate.OWN, self._clock.now())
            return known
        held = self._taken.get(one.name)
        if held and held.seen == one:
            return join(known, held.state)
        try:
            data, _ = read_file(file_beside(self._path, one.name))
        except OSError:
            return known
        is_old = self._memory.is_old(one, self._clock.now())
        weighed = weigh(data, known, strength, is_old, self.may_join)
        if weighed.fate not in (Fate.TAKEN, Fate.SALVAGED):
            self._leave(one, weighed.fate, strength)
            return known
        found = adopt(weighed.state, known)
        joined = join(known, found)
        entries = sum(1 for _ in differing(known, joined))
        kept = self._kept(one.name, without_purged(data, found, joined), entries)
        is_strong = strength is Strength.STRONG and weighed.fate is Fate.TAKEN
        self._taken[one.name] = _Taken(one, data, found, weighed.fate, kept, is_strong)
        return joined

    def _is_in_use(self, name: str) -> bool:
        """Was a file opened on this machine as a journal of its own? Somebody copied this one to begin it."""
        return folder_path(self._state, file_beside(self._path, name)).is_dir()

    def _leave(self, one: Neighbour, fate: Fate, strength: Strength) -> None:
        is_new = (known := self._memory.of(one)) is None or known.fate is not fate
        self._memory.note(one, fate, self._clock.now())
        if is_new and fate is Fate.NEWER:
            self._notices.append(f"{one.name} was written by a newer stillnight; update stillnight here.")
        if is_new and fate is Fate.STRANGER and not self._is_telling:
            self._notices.append(
                f"{one.name} holds a journal, too, and was left as it is; if it is yours, "
                f"stillnight use {file_beside(self._path, one.name)}"
            )
        elif is_new and fate is Fate.STRANGER and strength is not Strength.WEAK:
            self._notices.append(
                f"{one.name} holds another journal, perhaps another person's; it was left as it is. "
                "If it is yours, stillnight verify --join takes it in."
            )

    def _kept(self, name: str, data: bytes, entries: int) -> bool:
        """Keep the bytes, and say what was new in them; did it work?"""
        where = ""
        with contextlib.suppress(OSError):
            path = archive(self._archive, data)
            where = "; the copy is kept (stillnight restore lists it)"
            note_name(self._archive, name, path, self._clock.now(), entries)
        if entries and self._is_telling:
            were = "1 entry that was" if entries == 1 else f"{entries} entries that were"
            taken = "was" if entries == 1 else "were"
            self._notices.append(f"{name}: {were} missing here {taken} taken in{where}.")
        return bool(where)


def _removed(path: Path, one: _Taken) -> bool:
    """Remove a copy that is still the one that was read; is it gone, or another one by now?"""
    try:
        data, seen = read_file(path)
        if data != one.data or (seen.size, seen.mtime_ns) != (one.seen.size, one.seen.mtime_ns):
            return True
        path.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    with contextlib.suppress(OSError):
        sync_folder(path.parent)
    return True
