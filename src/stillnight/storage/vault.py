"""One journal on this machine: its file, this device's replica and log, kept at one.

The order of every save: the log first, that is the acknowledgement; then what is in the file now is
joined in; then the file and the replica are replaced. Whatever breaks in between, the next look mends.
"""

from __future__ import annotations

import contextlib
from _thread import allocate_lock
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from stillnight.domain.errors import StoreError
from stillnight.domain.ports import Clock
from stillnight.storage.disk.folder import Folder
from stillnight.storage.disk.journal_file import JournalFile
from stillnight.storage.disk.log import DeviceLog, Mark
from stillnight.storage.disk.neighbours import Neighbour
from stillnight.storage.disk.replica import Replica
from stillnight.storage.layout.lines import outline
from stillnight.storage.writes import canon
from stillnight.storage.writes.state import SCHEMA, State

if TYPE_CHECKING:
    from stillnight.domain.news import News
    from stillnight.storage.deeds.deed import Deed
    from stillnight.storage.joining.arrivals import Arrivals
    from stillnight.storage.settling.settle import Settling

# What mends and saves is imported when there is something to mend or save: on most days the file is as
# it was left, and the first frame waits for every module on its way.


_GLIMPSES, _PAUSE = 50, 0.02
"""So often, and every so many seconds, a save looks whether a look that is under way comes to its end."""

_PATIENCE = 15
"""Who asks about once a second has waited for long enough after so many times, whatever the clock says."""


class Committed(NamedTuple):
    """A deed that is safe.

    Attributes:
        deed: What was written.
        at: When it was acknowledged.
    """

    deed: Deed
    at: datetime


class Vault:
    """The journal's state, and how it gets to the disk.

    Attributes:
        state: All that is known.
        notices: What happened, one plain sentence each.
        problem: Why the file does not hold the state just now; ``None`` when it does.
        name: What this device is called, as it is now; empty leaves it without a name.
        clean: A state with its bytes, as it was found on the disk.
        beside: The files beside the journal, as they were when they were last looked into.
        retry_at: When to try again to write a file that could not be written.
        asked: How often somebody asked for news since it was last tried.
    """

    def __init__(
        self,
        file: JournalFile,
        folder: Folder,
        clock: Clock,
        wait: Callable[[float], None],
        name: Callable[[], str] = str,
    ) -> None:
        """Nothing is read yet: call :meth:`open`."""
        self.file, self.folder, self.clock = file, folder, clock
        self.replica, self.log = Replica(folder.replica), DeviceLog(folder.log)
        self.state = State()
        self.notices: list[str] = []
        self.problem: str | None = None
        self.name = name
        self._wait = wait
        self.clean = (self.state, b"")
        self._mark = Mark()
        self._is_marked = False
        self.beside: tuple[Neighbour, ...] = ()
        self.retry_at: datetime | None = None
        self.asked = 0
        self._is_live = False
        self._gate, self._reaching = allocate_lock(), allocate_lock()

    @cached_property
    def _arrivals(self) -> Arrivals:
        from stillnight.storage.joining.arrivals import Arrivals

        return Arrivals()

    @cached_property
    def _settling(self) -> Settling:
        from stillnight.storage.settling.settle import Settling

        return Settling(self, self._wait)

    def open(self) -> None:
        """Read the journal; mend and adopt what differs from what this device knows.

        Raises:
            StoreError: If there is no journal here and none can be begun.
        """
        if self._is_quiet() and not self.folder.scrub.exists():
            return
        self.settle()
        from stillnight.storage.settling.left_behind import bring

        bring(self)

    def has_news(self) -> bool:
        """Is a look worth while? Costs two ``stat`` and a look at the folder, and never raises.

        Who asks will look again: from then on a save never waits for a file that is away.
        """
        self._is_live = True
        with self._reaching:
            has_changed = self._has_arrivals or self.file.has_changed() or self.replica.has_changed()
            return has_changed or self.file.neighbours() != self.beside or self._may_try_again()

    def _may_try_again(self) -> bool:
        """Did the file not hold what is known, and is it time to try again, or was it asked often enough?"""
        self.asked += 1
        is_time = self.asked > _PATIENCE or (self.retry_at or self.clock.now()) <= self.clock.now()
        return self.problem is not None and is_time

    def refresh(self) -> News:
        """Look again: what came? A file that is away gets time to come back; one that lags is written.

        Raises:
            StoreError: If the state folder cannot be used.
        """
        if self.has_news() or self.problem:
            was_well = self.problem is None
            with self._reaching:
                self.file.read_ahead()
            if was_well and self.problem:
                # a save was put off meanwhile: who looks again finds a file that lags, and tells its end
                return self._arrivals.take(self.state, self.folder.device)
            with self._alone():
                self._catch_up()
                self._settling.settle(is_live=True)
        return self._arrivals.take(self.state, self.folder.device)

    @property
    def _has_arrivals(self) -> bool:
        """Did something come that nobody asked for yet? Who never asks imports nothing for it."""
        return "_arrivals" in self.__dict__ and self._arrivals.is_any

    def commit(self, make: Callable[[State, str], Deed | None]) -> Committed | None:
        """Keep a deed.

        Args:
            make: Given the state and the deed's stamp, says what is written; ``None`` for nothing.

        Raises:
            StoreError: If it could not be made safe; then nothing was changed.
        """
        with self._alone():
            self._catch_up()
            self._refuse_newer()
            deed = make(self.state, self._base())
            if deed is None and self._has_answer() and self.file.is_overtaken():
                # nothing new against what was last seen may be new against what the file holds by now
                self._settling.settle_or_say()
                deed = make(self.state, self._base())
            if deed is None:
                return None
            done = Committed(deed, self._acknowledge(deed))
            if self._has_answer():
                self._settling.settle_or_say(self._is_live)
            else:
                self._put_off()
            return done

    def _has_answer(self) -> bool:
        """Does the file's folder answer? Where a look hangs in it a save would hang, too."""
        for _ in range(_GLIMPSES):
            if not self._reaching.locked():
                return True
            self._wait(_PAUSE)
        return False

    def _put_off(self) -> None:
        """Leave it to the look that hangs to write the file, once it goes on."""
        from stillnight.storage.settling.telling import unpublished

        self.problem = unpublished(self.file.path, "its folder does not answer")

    def settle(self) -> None:
        """Join what is in the file, and write file and replica anew where they differ.

        Raises:
            StoreError: If the state folder cannot be used.
        """
        with self._alone():
            self._catch_up()
            self._settling.settle()

    def join_strange(self) -> None:
        """Join what the file holds, be it a journal that shares nothing with this one: somebody said so.

        Raises:
            StoreError: If the state folder cannot be used.
        """
        self._settling.may_join()
        self.settle()

    @contextlib.contextmanager
    def still(self) -> Iterator[State]:
        """All that is known, while no other process of this machine can write.

        Raises:
            StoreError: If the state folder cannot be used.
        """
        with self._alone():
            self._catch_up()
            self._settling.settle_or_say()
            yield self.state

    def _is_quiet(self) -> bool:
        """Do file and replica hold the same, with nothing left in the log? Then there is nothing to do."""
        mark = self.log.mark()
        self.replica.fetch()
        data = self.replica.data
        tables = outline(data) if mark and data else None
        if mark is None or data is None or tables is None or not self.file.recognise(data):
            self.replica.forget()
            return False
        self.beside = self.file.neighbours()
        if self.beside and not self._is_settled_beside():
            self.replica.forget()
            return False
        self.state, self._mark, self._is_marked = State(tables), mark, True
        self.clean = (self.state, data)
        self.replica.is_whole = True
        return True

    def _is_settled_beside(self) -> bool:
        """Were all the files beside the journal looked into before?"""
        from stillnight.storage.copies.memory import Memory

        return not Memory(self.folder.copies_seen).due(self.beside, self.clock.now(), self.file.path.parent)

    def _alone(self) -> AbstractContextManager[None]:
        from stillnight.storage.disk.alone import alone

        return alone(self.folder, self._gate)

    def _base(self) -> str:
        from stillnight.storage.settling.minting import base_stamp

        return base_stamp(self.log, self._mark.newest, self._now_ms(), self.folder.device)

    def _acknowledge(self, deed: Deed) -> datetime:
        from stillnight.storage.deeds.deed import apply
        from stillnight.storage.settling.telling import unsaved

        try:
            self.log.append(deed)
        except OSError as error:
            raise StoreError(unsaved(self.folder.path, error)) from None
        self._is_marked = False
        self._mark = Mark(max(self._mark.newest, deed.newest()), self._mark.deeds + 1)
        self.state = self._signed(apply(self.state, [deed]), deed.stamp)
        if self._has_arrivals:
            self._arrivals.leave_out(step.stamp for step in deed.steps)
        return self.clock.now()

    def _signed(self, state: State, at: str) -> State:
        """The state with this device's name in it; who has it there already imports nothing for it."""
        device, name = self.folder.device, self.name()
        kept = state.tables.get("devices", {}).get(str(int(device, 16)), "")
        if not name or f'"name":{canon.text(name)}' in kept:
            return state
        from stillnight.storage.joining.devices import with_name

        return with_name(state, device, name, at)

    def _catch_up(self) -> None:
        """Take in what other processes of this device wrote; the log fills in for a lost replica."""
        from stillnight.storage.deeds.deed import apply

        if self.replica.has_changed():
            self.replica.fetch()
            self.learn(self.replica.state())
            if not self.replica.is_whole:
                self._rescue()
        mark = self.log.mark() if self.replica.is_whole else None
        self._is_marked = mark is not None
        pending = [] if mark else self.log.pending() if self.replica.is_whole else self.log.deeds()
        deeds = mark.deeds if mark else self._mark.deeds + len(pending)
        newest = [mark.newest] if mark else [deed.newest() for deed in pending]
        self._mark = Mark(max([self._mark.newest, *newest]), deeds)
        self.learn(apply(self.state, pending))

    def _rescue(self) -> None:
        """Keep this machine's own copy aside before it is made anew: nobody may need it, but who knows."""
        from stillnight.storage.settling.recovery import keep_own

        keep_own(self.folder, self.replica)

    def learn(self, other: State) -> None:
        """Take in what somebody else knows; :meth:`settle` writes it down."""
        from stillnight.storage.joining.join import join
        from stillnight.storage.writes.meta import newest_between

        before, self.state = self.state, join(self.state, other)
        # who knew nothing opens the journal, and all of it is no news
        if self.state is not before and before.tables:
            self._arrivals.note(before, self.state)
        newest = newest_between(before, self.state, self._now_ms())
        if newest > self._mark.newest:
            self._mark, self._is_marked = Mark(newest, self._mark.deeds), False

    def tell(self, notice: str) -> None:
        """Tell the user something, once."""
        if notice and notice not in self.notices:
            self.notices.append(notice)

    def keep(self, data: bytes) -> None:
        """Bring the replica to what is known; where that fails, the log still holds it."""
        with contextlib.suppress(OSError):
            self.replica.write(data)
            if not self._is_marked:
                self.log.set_mark(self._mark)
                self._is_marked = True
        self.folder.sweep()

    def _refuse_newer(self) -> None:
        from stillnight.storage.settling.telling import newer
        from stillnight.storage.writes.meta import schema_of

        if schema_of(self.state) > SCHEMA:
            raise StoreError(newer(self.file.path))

    def _now_ms(self) -> int:
        return int(self.clock.now().timestamp() * 1000)
