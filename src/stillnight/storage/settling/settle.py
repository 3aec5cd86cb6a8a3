"""Bringing file, replica and copies to what is known: what every look and every save ends with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from stillnight.domain.errors import StoreError
from stillnight.storage.disk.journal_file import Overtaken
from stillnight.storage.disk.neighbours import Neighbour
from stillnight.storage.layout.lines import dump
from stillnight.storage.writes.record import PURGE_SIGN

if TYPE_CHECKING:
    from stillnight.storage.copies.collecting import Copies
    from stillnight.storage.layout.patch import Written
    from stillnight.storage.purging.scrub import Due
    from stillnight.storage.settling.glance import Glance
    from stillnight.storage.settling.recovery import Verdict
    from stillnight.storage.vault import Vault
    from stillnight.storage.writes.state import State

_TRIES = 5
_RETRY = timedelta(seconds=15)
"""So long an open app waits before it tries again to write a file that could not be written."""


class Settling:
    """Settles one vault; whoever calls holds its lock."""

    def __init__(self, vault: Vault, wait: Callable[[float], None]) -> None:
        """Nothing is looked at yet.

        Args:
            vault: What is known, and where it is kept.
            wait: Waits so many seconds.
        """
        self._vault, self._wait = vault, wait

    @cached_property
    def glance(self) -> Glance:
        """Looks at the journal file."""
        from stillnight.storage.settling.glance import Glance

        vault = self._vault
        return Glance(vault.file, vault.folder, vault.clock, self._wait)

    @cached_property
    def _copies(self) -> Copies:
        from stillnight.storage.copies.collecting import Copies

        return Copies(self._vault.file.path, self._vault.folder, self._vault.clock)

    @cached_property
    def _written(self) -> Written:
        from stillnight.storage.layout.patch import Written

        state, data = self._vault.clean
        return Written(state, data or dump(state))

    def may_join(self) -> None:
        """Somebody said that another journal, here or in a copy, is theirs, too."""
        self.glance.may_join = self._copies.may_join = True

    def settle(self, is_live: bool = False) -> bool:
        """Join in what lies in the folder now, then bring file and replica to what is known.

        Args:
            is_live: Is somebody going to look again? Then a file that is away is not waited for.

        Returns:
            Whether it was done; a file that is away for a moment is left for the next look.

        Raises:
            StoreError: If there is no journal here and none can be begun.
        """
        from stillnight.storage.settling.publishing import publish
        from stillnight.storage.settling.telling import unpublished

        vault = self._vault
        for _ in range(_TRIES):
            beside = vault.file.neighbours()
            verdict = self.glance.meet(vault.state, is_live)
            if verdict is None:
                return False
            known = vault.state
            self._take(verdict, beside)
            data = self._written.follow(vault.state)
            self._tell_purged(known, data)
            due = self._due(data)
            try:
                self._keep_before(data)
                vault.problem = publish(vault.file, vault.state, data, verdict.blocked)
            except Overtaken:
                continue
            break
        else:
            vault.problem = unpublished(vault.file.path, "another program keeps changing it")
        self._keep_after(beside, data, due)
        return True

    def settle_or_say(self, is_live: bool = False) -> None:
        """Settle; what is in the log is safe, so a failure is only a problem to be told."""
        from stillnight.storage.settling.telling import unpublished

        vault = self._vault
        try:
            if not self.settle(is_live):
                vault.problem = unpublished(vault.file.path, "it is away for a moment")
        except StoreError as error:
            vault.problem = str(error)

    def _take(self, verdict: Verdict, beside: tuple[Neighbour, ...]) -> None:
        from stillnight.storage.joining.adopt import adopt
        from stillnight.storage.settling.publishing import make_home
        from stillnight.storage.settling.telling import another
        from stillnight.storage.writes.meta import is_another, with_meta

        vault = self._vault
        vault.tell(verdict.notice)
        if is_another(verdict.state, vault.state):
            vault.tell(another(vault.file.path))
        if not vault.state.tables:
            make_home(vault.file)
        if verdict.state is not vault.state:
            vault.learn(adopt(verdict.state, vault.state))
        if beside:
            vault.learn(self._copies.take_in(vault.state, beside, again=not vault.replica.is_whole))
        vault.state = with_meta(vault.state, is_seen=not verdict.blocked)

    def _keep_after(self, beside: tuple[Neighbour, ...], data: bytes, due: Due | None) -> None:
        """Bring what this machine keeps to what is known, be it published or not."""
        vault = self._vault
        if vault.problem is None:
            self.glance.rest()
        vault.asked = 0
        vault.retry_at = vault.clock.now() + _RETRY if vault.problem else None
        vault.keep(data)
        self._put_away(beside, data)
        self._scrub(due)

    def _put_away(self, beside: tuple[Neighbour, ...], data: bytes) -> None:
        """Remove the copies that are in the file by now, where that is safe."""
        vault = self._vault
        vault.beside = beside
        if not beside:
            return
        for notice in self._copies.told():
            vault.tell(notice)
        if vault.replica.data != data:
            return  # what was taken in is nowhere else yet
        is_published = vault.problem is None and vault.file.holds(data)
        gone = self._copies.put_away(vault.state if is_published else None)
        vault.beside = tuple(one for one in beside if one.name not in gone)

    def _due(self, data: bytes) -> Due | None:
        """What was purged and may still stand in what this machine keeps; mostly nothing was ever purged."""
        if PURGE_SIGN.encode() not in data:
            return None
        from stillnight.storage.purging.scrub import begin

        return begin(self._vault.folder, self._vault.state)

    def _tell_purged(self, known: State, data: bytes) -> None:
        """Say what another device purged of what was here: it goes without being asked here."""
        if known is self._vault.state or PURGE_SIGN.encode() not in data:
            return
        from stillnight.storage.purging.purged_elsewhere import purged_elsewhere, purged_words

        state, device = self._vault.state, self._vault.folder.device
        self._vault.tell(purged_words(purged_elsewhere(known, state, device), state, device))

    def _scrub(self, due: Due | None) -> None:
        """Take what was purged out of what this machine keeps, once it is published."""
        if due is not None:
            from stillnight.storage.purging.scrub import run
            from stillnight.storage.settling.telling import unscrubbed

            vault = self._vault
            vault.tell(unscrubbed(run(vault.folder, due, vault.state, vault.file.path)))

    def _keep_before(self, data: bytes) -> None:
        """Keep an image of what was known, once an hour, before it becomes something else."""
        from stillnight.storage.earlier.backups import keep_before, known_before

        vault = self._vault
        before = known_before(vault.replica, vault.file)
        if before and before != data:
            keep_before(vault.folder.backups, before, vault.clock.now())
