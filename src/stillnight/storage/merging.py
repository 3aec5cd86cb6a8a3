"""Merging two versions of one journal for a program that keeps versions: git, Unison.

A pure function of bytes. Whoever calls has every version still, so damaged ones are refused, not salvaged.
"""

from __future__ import annotations

from typing import NamedTuple

from stillnight.domain.errors import StoreError
from stillnight.storage.joining.adopt import adopt
from stillnight.storage.joining.join import join
from stillnight.storage.joining.kin import are_kin
from stillnight.storage.layout.lines import dump
from stillnight.storage.layout.reading import Damage, load, read
from stillnight.storage.writes.meta import schema_of
from stillnight.storage.writes.state import SCHEMA, State


class Version(NamedTuple):
    """One version of a journal.

    Attributes:
        name: What the user knows it by.
        data: Its bytes.
    """

    name: str
    data: bytes


def merge(base: bytes, one: Version, other: Version) -> bytes:
    """The canonical bytes of the journal that knows every write of both, whichever comes first.

    Args:
        base: What both were made of, by which edits by hand are known; empty where nobody has it.
        one: A version.
        other: The other one.

    Raises:
        StoreError: If one is damaged, no journal or of a newer program, or if they are two journals.
    """
    before, mine, theirs = load(base), _sound(one), _sound(other)
    if not mine.tables and not theirs.tables:
        raise StoreError(f"{one.name} and {other.name} are both empty; nothing was written")
    if not _are_one(mine, theirs, before):
        raise StoreError(
            f"{one.name} and {other.name} are two different journals; nothing was written. "
            "To take nights of one into the other use stillnight export and import"
        )
    if are_kin(before, mine) or are_kin(before, theirs):
        mine, theirs = join(adopt(mine, before), before), adopt(theirs, before)
    return dump(join(mine, theirs))


def _sound(version: Version) -> State:
    """What a version says; an empty one says nothing, and nothing is lost with it.

    Raises:
        StoreError: If it says anything but a whole journal that is understood here.
    """
    found = read(version.data)
    if found.damage is Damage.FOREIGN:
        raise StoreError(f"{version.name} is no journal; nothing was written")
    if found.damage is Damage.BROKEN:
        raise StoreError(
            f"{version.name} is damaged; nothing was written. Take it whole from where it came, or let "
            "stillnight verify --repair mend it there, and merge again"
        )
    if schema_of(found.state) > SCHEMA:
        raise StoreError(
            f"{version.name} was written by a newer stillnight; nothing was written. Update stillnight here"
        )
    return found.state


def _are_one(one: State, other: State, base: State) -> bool:
    """Are these versions of one journal? What both were made of may show it."""
    if not one.tables or not other.tables or are_kin(one, other):
        return True
    return are_kin(base, one) and are_kin(base, other)
