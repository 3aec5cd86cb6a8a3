"""Taking the inbox in: into the journal first, then out of the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import Protocol

from stillnight.domain.clock_rule import span_words
from stillnight.domain.ports import Receipt
from stillnight.journal.inbox.look import Looking
from stillnight.journal.inbox.memory import Key
from stillnight.journal.inbox.slots import Look, Slot
from stillnight.journal.inbox.source import Source
from stillnight.journal.journal import Journal

LABEL = "inbox.txt"
"""What an undo calls it."""

_TRIES = 5


class Outcome(StrEnum):
    """What became of writing the inbox anew."""

    DONE = "done"
    OVERTAKEN = "somebody wrote into it meanwhile: look again"
    FAILED = "it could not be written"


class Box(Protocol):
    """Where the inbox and what belongs to it lie."""

    @property
    def may_rewrite(self) -> bool:
        """May the inbox be written anew?"""
        ...

    @property
    def problems(self) -> Sequence[str]:
        """What is odd about it, one plain sentence each."""
        ...

    def sources(self) -> Sequence[Source]:
        """The inbox, copies of it, and what is to be put there; empty where there is nothing to read."""
        ...

    def owe(self, lines: Sequence[str]) -> None:
        """Keep lines safe that are to stand in the inbox, in place of what was kept before."""
        ...

    def stand(self, lines: Sequence[str]) -> None:
        """Nothing is owed any more; these lines stand there, below the first line of the inbox.

        They are kept, too: an older file may take the place of that one.
        """
        ...

    def rewrite(self, data: bytes) -> Outcome:
        """Put these bytes in the inbox's place, unless somebody wrote there since it was read."""
        ...

    def leave(self) -> None:
        """All of the inbox as it was read is dealt with, and stays there."""
        ...

    def put_away(self, names: Sequence[str]) -> None:
        """Nothing is left to do of these copies."""
        ...


@dataclass(slots=True)
class Delivery:
    """What came with a look.

    Attributes:
        taken: The lines that were taken.
        kept: The lines that stay in the inbox, each with its reason.
        waiting: Lines that may still be on their way.
        problems: What is odd about the inbox, one plain sentence each.
        receipt: What became of the write; ``None`` where nothing was written.
    """

    taken: list[Slot] = field(default_factory=list)
    kept: Sequence[Slot] = ()
    waiting: Sequence[str] = ()
    problems: list[str] = field(default_factory=list)
    receipt: Receipt | None = None

    @property
    def sentences(self) -> list[str]:
        """What is to be told, one sentence each."""
        new = [slot for slot in self.kept if slot.above != " ".join(slot.reason.split())]
        return [*told(self.taken), *self.problems, *stays(new)]


def take_in(journal: Journal, box: Box, is_trial: bool = False) -> Delivery:
    """Take in what waits in the inbox, then write the inbox anew without it.

    Whatever breaks in between, the next look finds the lines once more and sees that they are on record.

    Args:
        journal: The journal.
        box: Where the inbox lies.
        is_trial: Only find out what would be taken.

    Raises:
        StoreError: If it could not be made safe; then the inbox stays as it is.
    """
    delivery, fresh, may_rewrite = Delivery(), dict[Key, str](), True
    for _ in range(_TRIES):
        sources = box.sources()
        may_rewrite = box.may_rewrite
        look = Looking(journal, dict(fresh), may_rewrite).look(sources)
        if not is_trial and _is_overtaken(journal, look):
            continue
        fresh |= look.fresh
        delivery.taken += look.taken
        delivery.kept, delivery.waiting = look.kept, look.waiting
        if is_trial or _is_settled(journal, box, look, delivery, may_rewrite):
            break
    delivery.problems = [*look.problems, *box.problems]
    if delivery.taken and not may_rewrite:
        delivery.problems += [
            f"{LABEL} may not be written: what was taken stays in it and is not taken again"
        ]
    return delivery


def _is_settled(journal: Journal, box: Box, look: Look, delivery: Delivery, may_rewrite: bool) -> bool:
    """Write what a look found; ``False`` where somebody was quicker and it has to be looked at again."""
    if look.owed:
        box.owe(look.owed)
    store = journal.desk.store
    if look.changes:
        delivery.receipt = store.write(LABEL, look.changes)
    if look.memory:
        # behind the entries: a line that is remembered and not on record would be lost
        store.write(LABEL, look.memory)
    outcome = Outcome.DONE if look.next_data is None else box.rewrite(look.next_data)
    if outcome is Outcome.OVERTAKEN:
        return False
    if look.problems:
        box.owe(look.owed)
    elif outcome is Outcome.FAILED or not may_rewrite:
        box.owe(look.owed)
        box.leave()
    elif not look.waiting:
        box.stand(look.standing)
    box.put_away(look.whole)
    return True


def _is_overtaken(journal: Journal, look: Look) -> bool:
    """Was a night saved while the lines were read? What was typed there is not to be written over."""
    store = journal.desk.store
    if look.changes:
        # writes nothing, and sees what other programs saved
        store.write(LABEL, ())
    return any(store.get(*place) != base for place, base in look.bases.items())


def told(taken: Sequence[Slot]) -> list[str]:
    """What was taken, night by night: ``from inbox.txt: night of Wed 18 → Thu 19 Nov: urge 6``."""
    new = sorted((slot for slot in taken if slot.words), key=_night_of)
    said = [
        (night, [word for slot in slots for word in slot.words]) for night, slots in groupby(new, _night_of)
    ]
    return [f"from {LABEL}: night of {span_words(night)}: {', '.join(words)}" for night, words in said]


def stays(kept: Sequence[Slot]) -> list[str]:
    """How many lines stay, in a sentence."""
    if not kept:
        return []
    others = f" and {len(kept) - 1} more lines were" if len(kept) > 2 else " and one more line were"
    verb = " was" if len(kept) == 1 else others
    return [f"{LABEL}: {kept[0].stays_as!r}{verb} not taken: stillnight inbox says why"]


def _night_of(slot: Slot) -> date:
    return slot.night or date.min
