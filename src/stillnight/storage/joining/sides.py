"""What devices disagree on, as people know it: values, moments, the names of the devices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from stillnight.domain.disagreement import Disagreement, Side
from stillnight.storage.joining.devices import author, names_of
from stillnight.storage.joining.disagreement import Dispute, Standing, disagreements_in
from stillnight.storage.writes import stamp
from stillnight.storage.writes.state import Key, State


def for_people(
    state: State, here: str, key: Key | None = None, standing: Standing | None = None
) -> Sequence[Disagreement]:
    """Every disagreement of a state, or those of one record, with the names of the devices.

    Args:
        state: What is known.
        here: The id of the device that asks.
        key: The record; ``None`` for all of them.
        standing: What was found in an earlier state, so that not all is looked into again.
    """
    found = (standing or Standing()).of(state) if key is None else disagreements_in(state, *key)
    names = names_of(state) if found else {}
    return tuple(
        Disagreement(one.table, int(one.id), one.field, tuple(_sides(one, names, here)))
        for one in found
        # a table of another program may have ids of its own kind, which no screen can name
        if one.id.removeprefix("-").isdecimal()
    )


def _sides(one: Dispute, names: Mapping[str, str], here: str) -> Iterator[Side]:
    for write in one.heads:
        yield Side(write.value, stamp.moment_of(write.stamp), author(write, names, here))
