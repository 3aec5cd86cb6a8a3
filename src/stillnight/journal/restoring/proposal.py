"""What going back would change, and what it leaves alone: nothing is deleted that nobody asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from stillnight.domain.errors import BadInput
from stillnight.domain.keeping import Compared, Differing, Fate, Kept, Place
from stillnight.domain.ports import NIGHTS


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed.

    Attributes:
        kept: The earlier state.
        compared: How it differs from now.
        taken: The records that become what they were.
        left: The records that stay as they are: added since, or purged.
    """

    kept: Kept
    compared: Compared
    taken: Sequence[Differing] = ()
    left: Sequence[Differing] = ()

    @property
    def places(self) -> list[Place]:
        """The records that become what they were."""
        return [(one.table, one.id) for one in self.taken]


def propose(kept: Kept, compared: Compared, night: date | None = None, exactly: bool = False) -> Proposal:
    """What going back to an earlier state means.

    Args:
        kept: The earlier state.
        compared: How it differs from now.
        night: The one night that is to come back, even one that was purged; ``None`` for everything.
        exactly: Is what was added since to go to the bin, too?

    Raises:
        BadInput: If it cannot be exactly as it was, since only a part of that can be read.
    """
    if exactly and compared.is_damaged:
        raise BadInput(
            "restore: that file is damaged, so what is missing in it may only be unreadable: "
            "leave out --exactly, and what it holds is brought back"
        )
    fates = {Fate.CHANGED, Fate.DELETED}
    fates |= {Fate.ADDED} if exactly else set()
    fates |= {Fate.PURGED} if night is not None else set()
    asked = [one for one in compared.differing if night is None or one.night == night]
    taken = [one for one in asked if one.fate in fates]
    return Proposal(kept, compared, taken, [one for one in asked if one.fate not in fates])


def nights_of(differing: Iterable[Differing]) -> Mapping[date, list[Differing]]:
    """The nights that differ, in order, each with its own record first."""
    found: dict[date, list[Differing]] = {}
    for one in differing:
        if one.night is not None:
            found.setdefault(one.night, []).append(one)
    return {night: sorted(found[night], key=_own_first) for night in sorted(found)}


def fates_of(differing: Iterable[Differing]) -> Counter[Fate]:
    """How many nights met which fate; one whose episodes or doses differ counts as changed."""
    return Counter(
        some[0].fate if some[0].table == NIGHTS else Fate.CHANGED for some in nights_of(differing).values()
    )


def others_in(differing: Iterable[Differing]) -> Mapping[str, list[Differing]]:
    """The records that belong to no night, by table."""
    found: dict[str, list[Differing]] = {}
    for one in differing:
        if one.night is None:
            found.setdefault(one.table, []).append(one)
    return found


def _own_first(one: Differing) -> tuple[bool, str, int]:
    return one.table != NIGHTS, one.table, one.id
