"""The inbox of a journal file, see :class:`stillnight.journal.inbox.taking.Box`."""

from __future__ import annotations

import contextlib
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from stillnight.domain.ports import Clock
from stillnight.journal.inbox.source import Role, Source
from stillnight.journal.inbox.taking import Outcome
from stillnight.storage.disk.atomic import Signature, make_folder, read_file, signature
from stillnight.storage.disk.folder import folder_path
from stillnight.storage.disk.lock import held
from stillnight.storage.inbox import ASIDE, NAME
from stillnight.storage.inbox.archive import Archive
from stillnight.storage.inbox.finding import Found, find
from stillnight.storage.inbox.owed import Owed, refused
from stillnight.storage.inbox.seen import Seen, digest_of, keep_seen, load_seen
from stillnight.storage.inbox.swap import Swap, give_back

MOST_BYTES = 65_536
"""No phone writes more between two evenings; what is larger is no inbox."""

QUIET_SECONDS = 120
"""A file that nobody changed for so long is whole, be its last line without an end."""


class FileBox:
    """The inbox beside a journal, with what this machine keeps of it.

    Attributes:
        folder: Where the inbox lies.
    """

    def __init__(self, journal: Path, state: Path, clock: Clock) -> None:
        """Look at nothing yet.

        Args:
            journal: The real path of the journal.
            state: This program's state folder.
            clock: Tells the time.
        """
        self.folder = journal.parent
        self._own = folder_path(state, journal) / "inbox"
        self._clock = clock
        self._archive, self._owed = Archive(self._own, clock.now()), Owed(self._own)
        self._seen, self._now_seen = Seen(), dict[str, Signature]()
        self._found = Found()
        self._problems: list[str] = []
        self._is_strange = False
        self._data: bytes | None = None
        self._left: tuple[int, str] = (0, "")
        self._late: dict[str, tuple[Path, int]] = {}

    @property
    def path(self) -> Path:
        """The inbox, there or not."""
        return self._found.main or self.folder / NAME

    @property
    def problems(self) -> Sequence[str]:
        """What is odd about it, one plain sentence each."""
        return self._problems

    @property
    def may_rewrite(self) -> bool:
        """May file and folder be written? Somebody who took the right away does not want it written."""
        if self._is_strange:
            return False
        here = [self.folder, *([self._found.main] if self._found.main else [])]
        with contextlib.suppress(OSError):
            return all(path.stat().st_mode & stat.S_IWUSR for path in here)
        return False

    def has_mail(self) -> bool:
        """Is there anything that was not looked at yet? Costs a look at names and dates."""
        seen, found = load_seen(self._own / "seen.json"), find(self.folder)
        files = {path.name: one for path in found.paths if (one := signature(path))}
        if next(self._archive.late(), None):
            return True
        return bool(files) and not (seen.is_over and seen.day == self._day() and seen.files == files)

    @contextlib.contextmanager
    def open(self, is_trial: bool = False) -> Iterator[None]:
        """Have the inbox to ourselves, as far as this machine goes.

        Args:
            is_trial: Only look. Where there is no journal and no line nothing is made either.

        Raises:
            StoreError: If nothing can be kept on this machine.
        """
        with contextlib.ExitStack() as stack:
            if not is_trial and (self._has_journal or self._has_lines()):
                try:
                    make_folder(self._own)
                    stack.enter_context(held(self._own / "lock"))
                except OSError as error:
                    raise refused(self._own, error) from None
            self._seen = load_seen(self._own / "seen.json")
            self._left = (self._seen.size, self._seen.digest)
            yield

    def remember(self, is_over: bool) -> None:
        """What was seen needs no other look; what was kept for long enough goes.

        Args:
            is_over: Is nothing left that may still be on its way?
        """
        self._archive.sweep()
        if self._has_journal:
            keep_seen(self._own / "seen.json", Seen(self._now_seen, self._day(), is_over, *self._left))

    def sources(self) -> Sequence[Source]:
        """The inbox, copies of it, and what is to be put there."""
        self._problems, self._now_seen, self._late, self._is_strange = [], {}, {}, False
        self._found = self._restored(find(self.folder))
        found = self._found
        main = self._read(found.main, Role.MAIN) if found.main else None
        self._data = main.data if main else None
        copies = [self._read(path, Role.COPY) for path in found.strong]
        weak = [self._read(path, Role.WEAK) for path in found.weak]
        there = [source for source in (main, *copies, *weak) if source]
        return [*there, *self._late_lines(), *self._owed.sources()]

    def owe(self, lines: Sequence[str]) -> None:
        """Keep lines safe that are to stand in the inbox, in place of what was kept before.

        Raises:
            StoreError: If they cannot be kept on this machine.
        """
        self._owed.owe(lines)

    def stand(self, lines: Sequence[str]) -> None:
        """Nothing is owed any more; these lines stand there, below the first line of the inbox.

        Raises:
            StoreError: If they cannot be kept on this machine.
        """
        self._owed.stand(lines)

    def rewrite(self, data: bytes) -> Outcome:
        """Put these bytes in the inbox's place, unless somebody wrote there since it was read."""
        swap = Swap(self.path, self._data)
        outcome = swap.put(data)
        if outcome is Outcome.DONE:
            self._left = (0, "")
            if swap.signature:
                self._now_seen[self.path.name] = swap.signature
            if swap.aside and self._data is not None:
                self._archive.keep(swap.aside, len(self._data))
        if outcome is Outcome.FAILED:
            self._problems.append(f"{self.path} could not be written; what was taken stays in it")
        return outcome

    def leave(self) -> None:
        """All of the inbox as it was read is dealt with, and stays there."""
        if self._data is not None:
            self._left = (len(self._data), digest_of(self._data))

    def put_away(self, names: Sequence[str]) -> None:
        """Keep copies of which nothing is left to do in the archive, if they are what was read."""
        for path in self._found.strong:
            before = self._now_seen.get(path.name)
            is_same = before is not None and signature(path) == before
            if path.name in names and before and is_same and self._archive.keep(path, before.size):
                self._now_seen.pop(path.name, None)
        for name, (path, size) in self._late.items():
            if name in names:
                self._archive.settle(path, size)

    def _restored(self, found: Found) -> Found:
        """An inbox that a crash left aside is the inbox, where there is no other."""
        asides = [path for path in found.strong if path.name.startswith(ASIDE)]
        if found.main or not asides or not self.may_rewrite:
            return found
        return find(self.folder) if give_back(asides[0], self.folder / NAME) else found

    def _read(self, path: Path, role: Role) -> Source | None:
        """One file; ``None`` where it is none that is read."""
        try:
            if refusal := _refusal(path):
                self._refuse(path, role, refusal)
                return None
            data, sign = read_file(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            self._is_strange = role is Role.MAIN
            self._problems.append(f"{path} cannot be read: {error.strerror or error}")
            return None
        self._now_seen[path.name] = sign
        age = self._clock.now().timestamp() - sign.mtime_ns / 1e9
        is_quiet = age >= QUIET_SECONDS or self._seen.files.get(path.name) == sign
        done = self._seen.done_of(data) if role is Role.MAIN else 0
        return Source(path.name, data, sign.mtime_ns / 1e9, role, is_quiet, done)

    def _refuse(self, path: Path, role: Role, refusal: str) -> None:
        """Leave a file alone, until it is another one."""
        if seen := signature(path):
            self._now_seen[path.name] = seen
        if role is Role.MAIN:
            self._is_strange = True
            self._problems.append(f"{path} {refusal}, so nothing was taken from it")

    def _late_lines(self) -> Iterator[Source]:
        """What was appended to inboxes that were put away already."""
        for old in list(self._archive.late()):
            with contextlib.suppress(OSError):
                data, sign = read_file(old.path)
                self._late[old.path.name] = (old.path, len(data))
                yield Source(old.path.name, data, sign.mtime_ns / 1e9, Role.COPY, True, old.size)

    @property
    def _has_journal(self) -> bool:
        """Does this machine keep anything of the journal yet?"""
        return self._own.parent.is_dir()

    def _has_lines(self) -> bool:
        """Is there more than remarks in it? Then a journal is about to begin, by one process at a time."""
        with contextlib.suppress(OSError):
            return any(
                line.strip() and not line.startswith(b"#")
                for path in find(self.folder).paths
                if not _refusal(path)
                for line in path.read_bytes().splitlines()
            )
        return False

    def _day(self) -> str:
        now = self._clock.now().astimezone(self._clock.zone)
        return f"{now.date().isoformat()} {'pm' if now.hour >= 12 else 'am'}"


def _refusal(path: Path) -> str:
    """Why a file is not read; empty where it may be."""
    there = path.lstat()
    if stat.S_ISLNK(there.st_mode):
        return "is a link"
    if not stat.S_ISREG(there.st_mode):
        return "is no ordinary file"
    return "is too large for an inbox" if there.st_size > MOST_BYTES else ""
