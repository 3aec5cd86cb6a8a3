"""Everything at once: some devices, the service between them, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from tests.clocks import EVENING
from tests.storage.hostile import folder, hands
from tests.storage.hostile.clocks import Killed, RestlessClock
from tests.storage.hostile.device import Device
from tests.storage.hostile.oracle import Key, Oracle, Seen
from tests.storage.hostile.others import OF_OTHERS
from tests.storage.hostile.service import Service
from tests.storage.hostile.services import Style

from stillnight.domain.errors import StoreError
from stillnight.domain.ids import night_of_id
from stillnight.storage.layout.reading import load
from stillnight.storage.store import FileStore

CLOCKS = (
    timedelta(),
    timedelta(days=-3653),
    timedelta(days=365),
    timedelta(minutes=-7),
    timedelta(seconds=2),
)
"""How wrong the devices' clocks are."""

NIGHTS = (20261118, 20261119)
EPISODE = 2_050_000_000_000_000_001
KEYS: tuple[Key, ...] = (*(("nights", str(night)) for night in NIGHTS), ("episodes", str(EPISODE)))
"""The records of the walks; few, so that devices get into each other's way."""

FIELDS = ("note", "mood")


class World:
    """Some devices with one journal in one cloud folder.

    Attributes:
        devices: The devices.
        service: What carries their files.
        oracle: What was promised.
        own_copies: Copies of the journal that somebody made, by name.
        words: How many words were given out.
    """

    def __init__(self, home: Path, style: Style, clocks: tuple[timedelta, ...]) -> None:
        """Set up the devices; nobody has a journal yet.

        Args:
            home: An empty folder.
            style: The service's manners.
            clocks: How wrong the clock of each device is.
        """
        self.devices = [
            Device(home / f"device {n}", RestlessClock(EVENING + wrong + timedelta(milliseconds=13 * n)))
            for n, wrong in enumerate(clocks)
        ]
        self.service = Service([device.view for device in self.devices], style)
        self.oracle = Oracle()
        self.own_copies: dict[str, bytes] = {}
        self.words = 0
        for n, device in enumerate(self.devices):
            device.on_wait = partial(self.service.finish, n, only_prompt=True)
        for name, data in OF_OTHERS.items():
            for device in self.devices:
                folder.overwrite(device.view / name, data)

    def number(self, n: int) -> int:
        """The number of a device, counted round where there are fewer."""
        return n % len(self.devices)

    def device(self, n: int) -> Device:
        """A device by its number."""
        return self.devices[self.number(n)]

    def new_word(self) -> str:
        """A word that nobody has written yet; the later one is not always the greater one."""
        self.words += 1
        return f"{'zwtqn'[self.words % 5]}{self.words}."

    def act(
        self,
        n: int,
        deed: Callable[[FileStore], object],
        key: Key = KEYS[0],
        word: str = "",
        is_beside: bool = False,
    ) -> None:
        """Let somebody do something in the program on a device, as far as it can be opened.

        Args:
            n: Which device.
            deed: What is done.
            key: The record that it is about.
            word: What is promised once it is done.
            is_beside: Is it done in another process than the one that is open?
        """
        if not self.look(n):
            return
        device = self.device(n)
        store = device.another() if is_beside else device.open()
        before = _seen(store)
        try:
            deed(store)
        except Killed:
            device.leave()
            return
        if word:
            self.oracle.promise(word, key, before[key])
        self._note(before, _seen(store), store.vault.folder.device)
        self._pass_time(n)

    def look(self, n: int) -> bool:
        """Let the program on a device look at the file; could it?"""
        device = self.device(n)
        try:
            device.look()
        except Killed:
            device.leave()
            return False
        except StoreError as error:
            self._judge_refusal(n, str(error))
            device.leave()
            return False
        self._pass_time(n)
        return True

    def has_own_copy(self, n: int) -> bool:
        """Does a device hold anything of the journal outside the cloud folder?"""
        return bool(self.device(n).kept().strip())

    def known_to_all(self, key: Key) -> Seen:
        """What every device knows of a record."""
        seen = [
            Seen.of(load(device.replica()), key).marks if self.has_own_copy(n) else frozenset()
            for n, device in enumerate(self.devices)
        ]
        return Seen(frozenset.intersection(*seen))

    def copy(self, n: int, name: str) -> None:
        """Let somebody copy the journal on a device as it is, once under each name."""
        journal = self.device(n).journal
        if name not in self.own_copies and journal.exists():
            self.own_copies[name] = journal.read_bytes()
            folder.overwrite(journal.with_name(name), self.own_copies[name])

    def edit(self, n: int, key: Key, name: str, word: str, how: hands.Way) -> None:
        """Let somebody put a word into a record of the file on a device, as far as it can be read.

        Args:
            n: Which device.
            key: The record.
            name: The field.
            word: The word.
            how: With which program.
        """
        journal = self.device(n).journal
        if not hands.is_legible(journal):
            return
        seen = Seen.of(load(journal.read_bytes()), key).marks & self.known_to_all(key).marks
        match how:
            case hands.Way.TAKE_OUT:
                hands.take_out(journal, *key)
            case hands.Way.INSERT if key[0] == "nights":
                hands.insert(journal, night_of_id(int(key[1])).isoformat(), **{name: word})
                self.oracle.offer(word, key)
            case hands.Way.UPDATE if hands.update(journal, *key, **{name: word}):
                self.oracle.edited(word, key, name, seen)
            case hands.Way.WIDE | hands.Way.NARROW if hands.change(
                journal, *key, name, word, how is hands.Way.WIDE
            ):
                self.oracle.edited(word, key, name, seen)

    def lose(self, n: int, is_put_back: bool) -> None:
        """Let a device lose its state folder, or have it put back to what was backed up."""
        if is_put_back and self.device(n).restore():
            self.oracle.is_order_known = False  # the same device may say the same moment twice
        else:
            self.device(n).lose_state()
        self.oracle.lost(device.kept() for device in self.devices)

    def _note(self, before: dict[Key, Seen], after: dict[Key, Seen], own: str) -> None:
        """Remember what a device wrote, given what it knew before and knows now."""
        for key in KEYS:
            self.oracle.wrote(key, before[key], after[key], own)
            if after[key].purged() > before[key].purged() and after[key].purged().endswith(own):
                self.oracle.purged(key, before[key], after[key])

    def _judge_refusal(self, n: int, words: str) -> None:
        """A device may only be refused where it has nothing of its own, and is told why."""
        assert not self.has_own_copy(n), f"a device with a copy of its own was refused: {words}"
        assert "\n" not in words, "a refusal is one line"
        assert " " in words.strip(), "a refusal is a sentence"

    def _pass_time(self, n: int) -> None:
        self.device(n).clock.advance(milliseconds=1500 + 7 * n)
        self.oracle.took_in(self.device(n).kept())


def _seen(store: FileStore) -> dict[Key, Seen]:
    return {key: Seen.of(store.vault.state, key) for key in KEYS}
