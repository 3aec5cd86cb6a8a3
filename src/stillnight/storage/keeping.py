"""Bringing earlier states back and removing records for good, on a journal in a file."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING

from stillnight.domain.errors import StoreError
from stillnight.domain.keeping import Compared, Kept, Place, Purging
from stillnight.domain.ports import NIGHTS, Earlier, Receipt
from stillnight.domain.values import Record
from stillnight.storage.deeds.deed import Deed, Kind, Step
from stillnight.storage.deeds.plan import purging
from stillnight.storage.earlier.kept import kept_in, read_kept
from stillnight.storage.earlier.restoring import differences, is_id, night_of_key, shown, steps_back
from stillnight.storage.joining.past import brought_back_in
from stillnight.storage.layout.lines import dump
from stillnight.storage.purging.remains import still_holding, words_in
from stillnight.storage.writes.meta import is_another
from stillnight.storage.writes.placing import OURS
from stillnight.storage.writes.record import PURGED, Rec
from stillnight.storage.writes.state import Key, State

if TYPE_CHECKING:
    from stillnight.storage.vault import Vault


class FileKeeping:
    """A :class:`stillnight.domain.keeping.Keeping`.

    Attributes:
        vault: The journal; ``None`` while there is none.
    """

    def __init__(self, vault: Vault | None, begin: Callable[[], Vault]) -> None:
        """Nothing is read yet.

        Args:
            vault: The journal; ``None`` where there is none yet.
            begin: Begins it.
        """
        self.vault = vault
        self._begin = begin

    def kept(self) -> Sequence[Kept]:
        """Every earlier state that this machine keeps: images first, of each kind the newest first."""
        return kept_in(self.vault.folder) if self.vault else ()

    def compare(self, kept: Kept) -> Compared:
        """An earlier state, or any file, beside what is known now; raises as :func:`read_kept` does."""
        now = self._known
        found = read_kept(kept, now)
        nights = len(found.state.tables.get(NIGHTS, {}))
        differing = tuple(differences(found.state, now))
        return Compared(nights, differing, found.damage is not None, is_another(found.state, now))

    def restore(self, label: str, kept: Kept, places: Sequence[Place]) -> Receipt:
        """Bring some records back to what they were, as one deed of new writes; undo takes it back.

        Raises:
            BadInput: If it is no journal.
            StoreError: If it could not be made safe; then nothing was changed.
        """
        then = read_kept(kept, State()).state
        vault = self.vault = self.vault or self._begin()
        changed: set[Key] = set()

        def make(now: State, base: str) -> Deed | None:
            steps, fresh = [], set()
            for key in ((table, str(id)) for table, id in places):
                was, held = then.rec(*key), now.rec(*key)
                found = steps_back(key, was, held, base, vault.folder.device)
                steps += found
                changed.update([key] if found else [])
                fresh.update([key] if found and shown(was) and not shown(held) else [])
            return Deed(base, label, tuple(steps), frozenset(fresh)) if steps else None

        done = vault.commit(make)
        at = done.at if done else vault.clock.now()
        return Receipt(at, vault.problem is None, vault.problem, len(changed))

    def brought_back(self, place: Place) -> Sequence[Earlier]:
        """Every value that a record shows and that was brought back, with the time at which it was typed."""
        return brought_back_in(self._known.rec(place[0], str(place[1])))

    def deleted(self) -> Sequence[tuple[Place, Record]]:
        """Every record in the bin with what it holds, in the order of tables and ids."""
        recs = sorted(self._recs(), key=itemgetter(0))
        return [((key[0], int(key[1])), rec.live()) for key, rec in recs if rec.is_deleted]

    def belonging(self, night: date) -> Sequence[tuple[Place, Record]]:
        """Everything that was ever noted of a night with what it holds, the night's own record first."""
        recs = sorted(self._recs(), key=lambda found: (found[0][0] != NIGHTS, found[0]))
        return [
            ((key[0], int(key[1])), rec.live())
            for key, rec in recs
            if night_of_key(key, rec.live()) == night and any(one.field != PURGED for one in rec.writes())
        ]

    @property
    def _known(self) -> State:
        """All that is known of the journal; nothing while there is none."""
        return self.vault.state if self.vault else State()

    def _recs(self) -> Iterator[tuple[Key, Rec]]:
        """Every record of the tables that are ours, in the bin or not."""
        state = self._known
        for key in state.keys():  # noqa: SIM118
            if key[0] in OURS and is_id(key[1]):
                yield key, state.rec(*key)

    def look_again(self) -> None:
        """Take in what other devices wrote meanwhile; what came is still news to whoever asks for it.

        Raises:
            StoreError: If the state folder cannot be used.
        """
        vault = self.vault
        if vault and (vault.file.has_changed() or vault.file.neighbours() != vault.beside):
            with vault.still():
                pass

    def purge(self, label: str, places: Sequence[Place]) -> Purging:
        """Remove some records for good, wherever this machine keeps them; nothing brings them back.

        Raises:
            StoreError: If it could not be begun; then nothing was changed.
        """
        vault = self.vault = self.vault or self._begin()
        keys = [(table, str(id)) for table, id in places]
        texts: set[str] = set()
        steps: list[Step] = []

        def make(now: State, base: str) -> Deed | None:
            nonlocal steps
            texts.update(text for key in keys for text in words_in(now.rec(*key)))
            steps = purging(now, keys, base, vault.folder.device)
            return Deed(base, label, tuple(steps), kind=Kind.ASIDE) if steps else None

        done = vault.commit(make)
        if done and vault.problem:
            # an entry may wait for a file that is away for a moment, what is to be gone should not
            with contextlib.suppress(StoreError):
                vault.settle()
        at = done.at if done else vault.clock.now()
        receipt = Receipt(at, vault.problem is None, vault.problem, len(steps))
        found = still_holding(texts, dump(vault.state), vault.folder, vault.file.path)
        return Purging(receipt, [str(path) for path in found])
