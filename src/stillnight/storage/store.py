"""The store: the journal as the rest of the house sees it, plain records without bookkeeping."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from stillnight.domain.ids import night_id, night_of_id
from stillnight.domain.ports import (
    INBOX,
    NIGHTS,
    Change,
    Deletion,
    Earlier,
    Health,
    LastDeed,
    Receipt,
    Undone,
)
from stillnight.domain.values import Record
from stillnight.storage.vault import Vault
from stillnight.storage.writes.notation import visible
from stillnight.storage.writes.record import HISTORY_SIGN
from stillnight.storage.writes.section import Section
from stillnight.storage.writes.state import META, State

if TYPE_CHECKING:
    from stillnight.domain.disagreement import Disagreement
    from stillnight.domain.keeping import Keeping
    from stillnight.domain.news import News
    from stillnight.storage.deeds.deed import Deed, Kind
    from stillnight.storage.joining.disagreement import Standing
    from stillnight.storage.vault import Committed

# What writes is imported with the first write: the first frame waits for every module on its way.

_DAY = re.compile(r'"(?:date|night)":"(\d{4}-\d\d-\d\d)')


class FileStore:
    """One journal file as a store, see :class:`stillnight.domain.ports.Store`."""

    def __init__(self, vault: Vault) -> None:
        """Serve a vault that is open."""
        self.vault = vault
        self._open: tuple[State, Sequence[Disagreement]] | None = None
        self._standing: Standing | None = None

    def get(self, table: str, id: int) -> Record | None:
        """One record, or ``None`` where there is none (or it is in the bin)."""
        text = self.vault.state.tables.get(table, {}).get(str(id))
        return (visible(text) or None) if text is not None else None

    def between(self, table: str, first: date, last: date) -> Mapping[int, Record]:
        """The records of some days, by id; only their lines are parsed."""
        records = self.vault.state.tables.get(table, {})
        if table == NIGHTS:
            near = _nights_between(records, night_id(first), night_id(last))
        else:
            near = _dated_between(records, first.isoformat(), last.isoformat())
        found = {int(id): visible(text) for id, text in near.items()}
        return {id: record for id, record in found.items() if record}

    def all(self, table: str) -> Mapping[int, Record]:
        """Every record of a table, in the order of the ids, as TinyDB reads it."""
        from stillnight.storage.tiny import database

        found = {document.doc_id: dict(document) for document in database(self).table(table)}
        return dict(sorted(found.items()))

    def dates(self) -> Sequence[date]:
        """The date of every night on record, ascending."""
        found = []
        for id in self.vault.state.tables.get(NIGHTS, {}):
            try:
                found.append(night_of_id(int(id)))
            except ValueError:
                continue
        return sorted(found)

    def meta(self) -> Record:
        """What the journal knows of itself."""
        return self.get(META, 1) or {}

    def earlier(self, table: str, id: int) -> Sequence[Earlier]:
        """Every replaced value of a record, oldest first."""
        from stillnight.storage.joining.past import earlier_in

        return earlier_in(self.vault.state.rec(table, str(id)))

    @property
    def keeping(self) -> Keeping:
        """The earlier states that this machine keeps."""
        from stillnight.storage.keeping import FileKeeping

        return FileKeeping(self.vault, lambda: self.vault)

    def write(self, label: str, changes: Sequence[Change | Deletion]) -> Receipt:
        """Keep the changes as one deed that can be undone as one.

        Raises:
            StoreError: If they could not be made safe on this machine; then nothing was changed.
        """
        return self._write(label, changes)

    def _write(self, label: str, changes: Sequence[Change | Deletion], settling: bool = False) -> Receipt:
        from stillnight.storage.deeds.deed import Deed, Kind
        from stillnight.storage.deeds.plan import Plan, plan

        planned = Plan()
        # what is remembered of an inbox is nobody's deed: no undo may forget it
        kind = Kind.ASIDE if all(change.table == INBOX for change in changes) else Kind.DO

        def make(state: State, base: str) -> Deed | None:
            nonlocal planned
            planned = plan(state, changes, base, self.vault.folder.device, settling)
            steps = tuple(planned.steps)
            return Deed(base, label, steps, frozenset(planned.fresh), kind) if steps else None

        return self._receipt(self.vault.commit(make), planned.changed)

    def last_deed(self) -> LastDeed | None:
        """What the next undo would take back."""
        from stillnight.storage.deeds.undo import touched, undoable

        log = self.vault.log
        last = undoable(log.outlines())
        deed = log.deed(last.stamp) if last else None
        return LastDeed(deed.label, touched(deed)) if deed else None

    def undo(self) -> Undone:
        """Take this device's last deed back, as new writes."""
        from stillnight.storage.deeds.deed import Kind

        return self._turn(Kind.UNDO)

    def redo(self) -> Undone:
        """Do again what the last undo took back."""
        from stillnight.storage.deeds.deed import Kind

        return self._turn(Kind.REDO)

    def has_news(self) -> bool:
        """Is a look worth while? Costs next to nothing and never raises."""
        return self.vault.has_news()

    def refresh(self) -> News:
        """Look at the file again, take in what came, and say what it was.

        Raises:
            StoreError: If nothing can be kept on this machine any more.
        """
        return self.vault.refresh()

    @property
    def problem(self) -> str | None:
        """Why the file does not hold what is known; ``None`` when it does."""
        return self.vault.problem

    def disagreements(self) -> Sequence[Disagreement]:
        """Every field on which devices disagree, and nobody has chosen."""
        from stillnight.storage.joining.disagreement import Standing
        from stillnight.storage.joining.sides import for_people

        state, self._standing = self.vault.state, self._standing or Standing()
        if self._open is None or self._open[0] is not state:
            self._open = state, for_people(state, self.vault.folder.device, standing=self._standing)
        return self._open[1]

    def disagreements_in(self, table: str, id: int) -> Sequence[Disagreement]:
        """Those of one record; where nothing was replaced there are none, and nothing is imported."""
        state = self.vault.state
        if HISTORY_SIGN not in state.tables.get(table, {}).get(str(id), ""):
            return ()
        from stillnight.storage.joining.sides import for_people

        return for_people(state, self.vault.folder.device, (table, str(id)))

    def choose(self, label: str, changes: Sequence[Change]) -> Receipt:
        """Keep the changes as one deed that settles what devices disagreed on.

        Raises:
            StoreError: If they could not be made safe on this machine; then nothing was changed.
        """
        return self._write(label, changes, settling=True)

    def author(self, table: str, id: int, field: str) -> str:
        """Who wrote what a field shows, by the name that people know; empty where nobody did."""
        from stillnight.storage.joining.devices import author, names_of
        from stillnight.storage.writes.record import Write

        state, cell = self.vault.state, self.vault.state.rec(table, str(id)).cell(field)
        write = Write(cell.stamp, field, cell.value)
        return author(write, names_of(state), self.vault.folder.device) if cell.stamp else ""

    def notices(self) -> Sequence[str]:
        """What happened while opening, one plain sentence each."""
        return tuple(self.vault.notices)

    def health(self) -> Health:
        """What ``verify`` reports of the file and of what this machine keeps of it."""
        from stillnight.storage.health.examine import examine

        return examine(self.vault)

    def join_strange(self) -> Health:
        """Join a journal that shares nothing with this one and lies in its place, and report.

        Raises:
            StoreError: If the state folder cannot be used.
        """
        self.vault.join_strange()
        return self.health()

    def repair(self) -> Health:
        """Mend what this machine keeps, write file and replica anew where they differ, and report."""
        from stillnight.storage.health.mending import repair

        return repair(self.vault)

    def _turn(self, kind: Kind) -> Undone:
        from stillnight.storage.deeds.deed import Deed, Kind
        from stillnight.storage.deeds.undo import Turned, origins, redoable, turn, undoable

        turned, label = Turned(), ""
        self.vault.refresh()  # what was changed elsewhere since has to be seen to be left alone

        def make(state: State, base: str) -> Deed | None:
            nonlocal turned, label
            deeds = self.vault.log.outlines()
            last = undoable(deeds) if kind is Kind.UNDO else redoable(deeds)
            deed = self.vault.log.deed(last.stamp) if last else None
            if deed is None:
                return None
            label = deed.label
            turned = turn(deed, state, origins(deeds), base, self.vault.folder.device)
            return Deed(base, label, tuple(turned.steps), kind=kind, of=deed.stamp)

        done = self.vault.commit(make)
        if done is None:
            return Undone(label, None)
        touched = dict.fromkeys((step.table, int(step.id)) for step in turned.steps)
        return Undone(label, self._receipt(done, len(turned.steps)), tuple(turned.kept), tuple(touched))

    def _receipt(self, done: Committed | None, changed: int) -> Receipt:
        problem = self.vault.problem
        at = done.at if done else self.vault.clock.now()
        return Receipt(at, problem is None, problem, changed)


def _nights_between(records: Mapping[str, str], first: int, last: int) -> dict[str, str]:
    least, most = f"{first:08}", f"{last:08}"
    near = records.between(least, most) if isinstance(records, Section) else records
    ids = sorted(id for id in near if least <= id <= most and len(id) == 8 and id.isdecimal())
    return {id: near[id] for id in ids}


def _dated_between(records: Mapping[str, str], first: str, last: str) -> dict[str, str]:
    near = {}
    for id, text in records.items():
        day = _DAY.search(text)
        if day and first <= day[1] <= last and id.isdecimal():
            near[id] = text
    return dict(sorted(near.items(), key=lambda record: int(record[0])))
