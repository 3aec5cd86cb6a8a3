"""A cloud service: one folder in the cloud, one view of it on each device, and little care.

It carries whole files. It knows of each view what it carried last, so it can tell who changed what; of
what is in the files it knows nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.storage.hostile import folder, seams
from tests.storage.hostile.services import Loser, Style

_MANY = 100
"""More conflicts than this are not in any walk."""


@dataclass
class Delivery:
    """A file that is on its way into a view, and half of it is to be seen there.

    Attributes:
        data: All of it.
        is_prompt: Does the rest come while somebody waits for it?
    """

    data: bytes
    is_prompt: bool


@dataclass
class Service:
    """The service and all it holds.

    Attributes:
        views: The folder on each device.
        style: Its manners.
        cloud: The folder in the cloud.
        versions: Every content that a file in the cloud ever had, oldest first.
        bases: Of each view, what was last carried there or fetched from there.
        offline: The devices without a network.
        under_way: What is half delivered, by view and name.
        conflicts: How many conflicts there were.
    """

    views: Sequence[Path]
    style: Style
    cloud: dict[str, bytes] = field(default_factory=dict)
    versions: dict[str, list[bytes]] = field(default_factory=dict)
    bases: list[dict[str, bytes]] = field(init=False)
    offline: set[int] = field(default_factory=set)
    under_way: dict[tuple[int, str], Delivery] = field(default_factory=dict)
    conflicts: int = 0

    def __post_init__(self) -> None:
        """Nothing was carried yet."""
        self.bases = [{} for _ in self.views]

    def sync(self, view: int, local_wins: bool = False) -> None:
        """Carry everything that changed between a view and the cloud, either way.

        Args:
            view: Which device's.
            local_wins: In a conflict, is the local version the later one?
        """
        if view in self.offline:
            return
        self.finish(view)
        names = folder.content(self.views[view]).keys() | self.cloud.keys() | self.bases[view].keys()
        for name in sorted(names):
            if not _is_ignored(name) and (self.style.is_shared or not self.is_copy(name)):
                self._sync(view, name, local_wins)

    def deliver(
        self, view: int, name: str, version: int, share: float, keeps_tail: bool, is_prompt: bool
    ) -> None:
        """Begin to write a version of a file into a view, in place, and stop in the middle.

        Where the new beginning and the old end would make a record that nobody wrote, the old end is
        not kept: no reader without a checksum in the file can tell such a seam from an edit by hand.

        Args:
            view: Which device's.
            name: The file.
            version: Which of its versions, counted back from the newest.
            share: How much of it arrives for now, in [0, 1].
            keeps_tail: Does the rest of the old file still stand behind it?
            is_prompt: Does the rest come while somebody waits for it?
        """
        data = self._version(name, version)
        if view in self.offline or data is None:
            return
        part, old = data[: int(len(data) * share)], self._local(view, name) or b""
        folder.overwrite(self.views[view] / name, part, keeps_tail and not seams.invents(part, data, old))
        self.under_way[view, name] = Delivery(data, is_prompt)

    def finish(self, view: int, only_prompt: bool = False) -> None:
        """Write the rest of what is half delivered to a view, over whatever is there by now."""
        for key, delivery in list(self.under_way.items()):
            if key[0] == view and (delivery.is_prompt or not only_prompt):
                folder.overwrite(self.views[view] / key[1], delivery.data)
                self.bases[view][key[1]] = delivery.data
                del self.under_way[key]

    def give_up(self, view: int) -> None:
        """Forget what is half delivered: nobody brings the rest, except of copies."""
        for key in [key for key in self.under_way if key[0] == view and not self.is_copy(key[1])]:
            del self.under_way[key]

    def fetch_half(self, view: int, name: str, share: float) -> None:
        """Take a local file for complete that is not: the cloud gets the beginning of it."""
        data = self._local(view, name)
        if view not in self.offline and data is not None:
            self._upload(view, name, data[: int(len(data) * share)])

    def roll_back(self, name: str, version: int) -> None:
        """Put an old version of a file back in the cloud."""
        data = self._version(name, version)
        if data is not None:
            self.cloud[name] = data

    def put(self, name: str, data: bytes | None) -> None:
        """Change a file in the cloud, on the service's web page say; ``None`` deletes it."""
        self._keep(name, data)

    def is_copy(self, name: str) -> bool:
        """Is this the name of a conflict copy, as this service makes them?"""
        return name in _copies_of(self.style, "journal.json")

    def copies(self) -> list[str]:
        """The conflict copies in the cloud by name."""
        return sorted(filter(self.is_copy, self.cloud))

    def _sync(self, view: int, name: str, local_wins: bool) -> None:
        local, base, cloud = self._local(view, name), self.bases[view].get(name), self.cloud.get(name)
        if local == cloud:
            self._agree(view, name, cloud)
        elif local == base:
            self._download(view, name)
        elif cloud == base:
            self._upload(view, name, local)
        elif local is None:
            self._download(view, name)
        elif cloud is None:
            self._upload(view, name, local)
        else:
            self._settle_conflict(view, name, local, cloud, local_wins)

    def _settle_conflict(self, view: int, name: str, local: bytes, cloud: bytes, local_wins: bool) -> None:
        self.conflicts += 1
        loser = Loser.NOBODY if self.is_copy(name) else self.style.loser
        if loser is Loser.EITHER:
            loser = Loser.CLOUD if local_wins else Loser.LOCAL
        match loser:
            case Loser.NOBODY if local_wins:
                self._upload(view, name, local)
            case Loser.NOBODY:
                self._download(view, name)
            case Loser.LOCAL:
                self.views[view].joinpath(name).rename(self.views[view] / self._free_name(view, name))
                self._download(view, name)
            case Loser.CLOUD:
                self._keep(self._free_name(view, name), cloud)
                self._upload(view, name, local)
            case Loser.BOTH:
                self._keep(self._free_name(view, name), cloud)
                self.views[view].joinpath(name).rename(self.views[view] / self._free_name(view, name))
                self._keep(name, None)
                self._agree(view, name, None)

    def _free_name(self, view: int, name: str) -> str:
        taken = {*self.cloud, *folder.content(self.views[view])}
        names = (self.style.copy(name, n) for n in range(_MANY))
        # a service that knows one name only writes over the copy that is there
        return next((free for free in names if free not in taken), self.style.copy(name, 0))

    def _download(self, view: int, name: str) -> None:
        data = self.cloud.get(name)
        path = self.views[view] / name
        if data is None:
            folder.remove(path)
        elif self.style.is_in_place:
            folder.overwrite(path, data)
        else:
            folder.replace(path, data, self.style.temporary.format(stem=path.stem))
        self._agree(view, name, data)

    def _upload(self, view: int, name: str, data: bytes | None) -> None:
        self._keep(name, data)
        self._agree(view, name, data)

    def _keep(self, name: str, data: bytes | None) -> None:
        if data is None:
            self.cloud.pop(name, None)
            return
        self.cloud[name] = data
        self.versions.setdefault(name, []).append(data)

    def _agree(self, view: int, name: str, data: bytes | None) -> None:
        self.under_way.pop((view, name), None)
        if data is None:
            self.bases[view].pop(name, None)
        else:
            self.bases[view][name] = data

    def _version(self, name: str, back: int) -> bytes | None:
        kept = self.versions.get(name)
        return kept[-1 - back % len(kept)] if kept else None

    def _local(self, view: int, name: str) -> bytes | None:
        try:
            return (self.views[view] / name).read_bytes()
        except FileNotFoundError:
            return None


@cache
def _copies_of(style: Style, name: str) -> frozenset[str]:
    return frozenset(style.copy(name, n) for n in range(_MANY)) if style.copies else frozenset()


def _is_ignored(name: str) -> bool:
    return name.startswith(("~", ".")) or name.endswith((".tmp", ".part"))
