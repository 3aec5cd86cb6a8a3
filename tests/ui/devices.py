"""Two devices with one journal file: the program is open on one of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.clocks import FixedClock
from tests.ui.world import World

from stillnight.domain.ids import night_id
from stillnight.domain.ports import NIGHTS, Change, Deletion
from stillnight.storage import FileDrafts, open_store
from stillnight.storage.store import FileStore

TONIGHT = 20261119


@dataclass
class Elsewhere:
    """Another device with the same file.

    Attributes:
        file: The journal file that both share.
        state: What belongs to this device alone.
        clock: Its clock.
        name: What it is called.
    """

    file: Path
    state: Path
    clock: FixedClock
    name: str = "desk"

    def open(self) -> FileStore:
        """Open the journal as it is now."""
        return open_store(self.file, self.state, self.clock, lambda _: None, lambda: self.name)

    def log(self, night: int = TONIGHT, **values: Any) -> None:
        """Write a night; ``f_caffeine`` is ``f.caffeine``."""
        day = f"{night // 10000}-{night // 100 % 100:02}-{night % 100:02}"
        named = {name.replace("f_", "f.", 1): value for name, value in {"date": day, **values}.items()}
        self.write("nights", night, **named)

    def write(self, table: str, id: int, **values: Any) -> None:
        """Write a record of any table."""
        store = self.open()
        store.write("elsewhere", [Change(table, id, name, value) for name, value in values.items()])

    def delete(self, night: int = TONIGHT) -> None:
        """Put a night into the bin."""
        self.open().write("elsewhere", [Deletion("nights", night)])


class SharedWorld(World):
    """A world whose journal is a real file, with another device beside it."""

    def __init__(self, clock: FixedClock, folder: Path) -> None:
        """Begin a journal with three nights in it: the first ones come with a welcome."""
        self.file = folder / "cloud" / "journal.json"
        here = Elsewhere(self.file, folder / "here", clock, "laptop")
        for night in (20261101, 20261102, 20261103):
            here.log(night, severity=0)
        store: Any = here.open()
        super().__init__(clock, store, FileDrafts(here.state, self.file))  # type: ignore[arg-type]
        self.elsewhere = Elsewhere(self.file, folder / "there", clock)

    def night(self, day: Any = None) -> Any:
        """What the open journal holds of a night."""
        number = night_id(day) if day is not None else TONIGHT
        return self.store.get(NIGHTS, number) or {}
