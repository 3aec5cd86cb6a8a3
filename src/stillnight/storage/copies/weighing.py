"""What is in a file beside the journal: the same journal, another one, or nothing of ours. Pure."""

from __future__ import annotations

from typing import NamedTuple

from stillnight.domain.ports import NIGHTS
from stillnight.storage.copies.memory import Fate
from stillnight.storage.copies.names import Strength
from stillnight.storage.joining.kin import are_kin, are_strangers, ids_of
from stillnight.storage.layout.reading import Damage, read
from stillnight.storage.writes.meta import schema_of
from stillnight.storage.writes.state import SCHEMA, State


class Weighed(NamedTuple):
    """What some bytes are.

    Attributes:
        fate: What is to become of the file.
        state: What is taken in; nothing where it is left as it is.
    """

    fate: Fate
    state: State = State()


def weigh(data: bytes, known: State, strength: Strength, is_old: bool, may_join: bool = False) -> Weighed:
    """Say what some bytes are to a journal.

    Args:
        data: The bytes of the file.
        known: All that is known of the journal.
        strength: What the file's name says.
        is_old: Has it been not whole for long, so that nothing more is to come?
        may_join: Did somebody say that another journal is theirs, too?
    """
    found = read(data, known)
    if found.damage in (Damage.EMPTY, Damage.FOREIGN):
        return Weighed(Fate.OTHER)
    is_broken = found.damage is Damage.BROKEN
    if is_broken and not is_old:
        return Weighed(Fate.BROKEN)
    if not _is_same(found.state, known, strength is not Strength.WEAK, may_join):
        return Weighed(_left(found.state))
    if schema_of(found.state) > max(SCHEMA, schema_of(known)):
        return Weighed(Fate.NEWER)
    return Weighed(Fate.SALVAGED if is_broken else Fate.TAKEN, found.state)


def _is_same(found: State, known: State, is_strong: bool, may_join: bool) -> bool:
    """Is it this journal? What a service names as its conflict copy is, unless it is another person's."""
    if are_kin(found, known):
        return True
    is_journal = bool(ids_of(found)) or bool(found.tables.get(NIGHTS))
    return is_strong and is_journal and (may_join or not are_strangers(found, known))


def _left(found: State) -> Fate:
    return Fate.STRANGER if ids_of(found) else Fate.OTHER
