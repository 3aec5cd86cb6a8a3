"""The moves of a walk: what people, programs, services and machines do, each by itself.

A move that cannot be made is passed over, so that a walk can be made shorter anywhere.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import NamedTuple, Protocol

from tests.storage.hostile import hands
from tests.storage.hostile.clocks import Killed
from tests.storage.hostile.device import JOURNAL
from tests.storage.hostile.oracle import Key
from tests.storage.hostile.world import World

from stillnight.domain.ports import Change, Deletion
from stillnight.storage.store import FileStore


class Move(Protocol):
    """Something happens."""

    def __call__(self, world: World) -> None:
        """Let it happen."""
        ...


class Writes(NamedTuple):
    """Somebody enters something, and is told that it is safe.

    Attributes:
        is_beside: Is it entered by a command while the program may be open?
    """

    n: int
    key: Key
    name: str
    is_beside: bool = False

    def __call__(self, world: World) -> None:
        word = world.new_word()
        write = partial(_write, key=self.key, name=self.name, word=word)
        world.act(self.n, write, self.key, word, self.is_beside)


class IsDisturbed(NamedTuple):
    """The service comes in the middle of a save, or the process is killed and promises nothing."""

    n: int
    key: Key
    name: str
    after: int
    is_killed: bool

    def __call__(self, world: World) -> None:
        word, clock = world.new_word(), world.device(self.n).clock

        def write(store: FileStore) -> None:
            clock.meanwhile = _die if self.is_killed else partial(world.service.sync, world.number(self.n))
            clock.after = self.after
            _write(store, self.key, self.name, word)
            clock.calm()

        world.act(self.n, write, self.key, word)


class Clears(NamedTuple):
    """Somebody takes an answer out, or deletes the whole record."""

    n: int
    key: Key
    name: str | None

    def __call__(self, world: World) -> None:
        gone = _change(self.key, self.name, None) if self.name else Deletion(self.key[0], int(self.key[1]))
        world.act(self.n, lambda store: store.write("clear", [gone]))


class Purges(NamedTuple):
    """Somebody removes a record for good."""

    n: int
    key: Key

    def __call__(self, world: World) -> None:
        place = self.key[0], int(self.key[1])
        world.act(self.n, lambda store: store.keeping.purge("purge", [place]))


class Undoes(NamedTuple):
    """Somebody takes the last deed of the device back."""

    n: int
    is_redo: bool

    def __call__(self, world: World) -> None:
        world.act(self.n, FileStore.redo if self.is_redo else FileStore.undo)


class Looks(NamedTuple):
    """The program looks at the file, as it runs or started anew."""

    n: int
    is_new: bool

    def __call__(self, world: World) -> None:
        if self.is_new:
            world.device(self.n).leave()
        world.look(self.n)


class Edits(NamedTuple):
    """Somebody changes the file without the program."""

    n: int
    key: Key
    name: str
    how: hands.Way

    def __call__(self, world: World) -> None:
        world.edit(self.n, self.key, self.name, world.new_word(), self.how)


class Copies(NamedTuple):
    """Somebody copies the journal under a name of their own."""

    n: int
    name: str

    def __call__(self, world: World) -> None:
        world.copy(self.n, self.name)


class Syncs(NamedTuple):
    """The service carries everything between one device and the cloud."""

    n: int
    local_wins: bool

    def __call__(self, world: World) -> None:
        world.service.sync(world.number(self.n), self.local_wins)


class SyncsEverywhere(NamedTuple):
    """The service carries everything, and the programs look, or do not."""

    local_wins: bool
    and_look: bool

    def __call__(self, world: World) -> None:
        for n in range(len(world.devices)):
            world.service.sync(n, self.local_wins)
            if self.and_look:
                world.look(n)


class GoesOffline(NamedTuple):
    """A device goes out of reach, or comes back."""

    n: int

    def __call__(self, world: World) -> None:
        world.service.offline ^= {world.number(self.n)}


class BringsAPart(NamedTuple):
    """A file is written in place, and the rest is still on its way.

    Attributes:
        copy: Which of the conflict copies; ``None`` for the journal.
        back: Which version, counted back from the newest.
        share: How much of it is there, in [0, 1].
        keeps_tail: Does the rest of the old file still stand behind it?
        is_prompt: Does the rest come while somebody waits for it?
    """

    n: int
    copy: int | None
    back: int
    share: float
    keeps_tail: bool
    is_prompt: bool

    def __call__(self, world: World) -> None:
        for name in _chosen(world, self.copy):
            world.service.deliver(
                world.number(self.n), name, self.back, self.share, self.keeps_tail, self.is_prompt
            )


class BringsTheRest(NamedTuple):
    """What is half there is brought at last, or never."""

    n: int
    is_brought: bool

    def __call__(self, world: World) -> None:
        n = world.number(self.n)
        (world.service.finish if self.is_brought else world.service.give_up)(n)


class TakesAPart(NamedTuple):
    """The service takes a file before it is complete."""

    n: int
    share: float

    def __call__(self, world: World) -> None:
        world.service.fetch_half(world.number(self.n), JOURNAL, self.share)


class RollsBack(NamedTuple):
    """The service puts an old version back, in the cloud or on one device only."""

    n: int | None
    back: int

    def __call__(self, world: World) -> None:
        if self.n is None:
            world.service.roll_back(JOURNAL, self.back)
        else:
            world.service.deliver(world.number(self.n), JOURNAL, self.back, 1, False, False)
            world.service.finish(world.number(self.n))


class Loses(NamedTuple):
    """The service deletes a file in the cloud, or empties it."""

    copy: int | None
    is_deleted: bool

    def __call__(self, world: World) -> None:
        for name in _chosen(world, self.copy):
            world.service.put(name, None if self.is_deleted else b"")


class SetsTheClock(NamedTuple):
    """A clock is set, or time passes."""

    n: int
    by: timedelta

    def __call__(self, world: World) -> None:
        clock = world.device(self.n).clock
        clock.set(clock.moment + self.by + timedelta(milliseconds=1))


class LosesItsState(NamedTuple):
    """A device loses its state folder, or it is put back from a backup."""

    n: int
    is_put_back: bool

    def __call__(self, world: World) -> None:
        world.lose(self.n, self.is_put_back)


class IsBackedUp(NamedTuple):
    """Somebody backs a device up."""

    n: int

    def __call__(self, world: World) -> None:
        world.device(self.n).back_up()


def _chosen(world: World, copy: int | None) -> list[str]:
    return [JOURNAL] if copy is None else world.service.copies()[copy : copy + 1]


def _write(store: FileStore, key: Key, name: str, word: str) -> None:
    store.write("log", [_change(key, name, word)])


def _change(key: Key, name: str, value: str | None) -> Change:
    return Change(key[0], int(key[1]), name, value)


def _die() -> None:
    raise Killed
