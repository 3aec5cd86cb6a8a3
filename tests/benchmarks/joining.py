"""Two journals of ten thousand nights joined, against reading one of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from tests.benchmarks.figures import paired
from tests.benchmarks.ground import Ground

if TYPE_CHECKING:
    from stillnight.storage.writes.state import Key, State

FEW = 5

Figures = tuple[float, float, float]


def join_times(ground: Ground, rounds: int) -> dict[str, tuple[Figures, str]]:
    """Joining against reading one of the two files, with the bar: as this program reads it, as JSON is read.

    Reading is what happens to a file of which nothing is known: its bytes are split into lines, and
    every record is parsed and checked. Of two files the one that is read faster counts. Joining begins
    with two states that were read, and ends with the state that is written; to write it is no part of
    either. The bare JSON parser, which checks nothing, is told beside it and has no bar.
    """
    from stillnight.storage.joining.join import join
    from stillnight.storage.layout.lines import dump
    from stillnight.storage.layout.reading import read

    one = read(ground.journal.read_bytes()).state
    nights = [("nights", id) for id in one.tables["nights"]]
    near, far = edited(one, nights[:: len(nights) // FEW], "desk"), edited(one, nights, "desk")
    mine = edited(one, nights, "laptop")
    figures: dict[str, tuple[Figures, str]] = {}
    for name, a, b in (
        (f"all but {FEW} nights equal", one, near),
        ("every night edited on one", one, far),
        ("every night edited on both", mine, far),
    ):
        joined, data = partial(join, a, b), dump(a)
        figures[f"join, {name} / reading"] = paired(joined, partial(read, data), rounds), "3.00"
        figures[f"join, {name} / json.loads"] = paired(joined, partial(json.loads, data), rounds), "-"
    return figures


def edited(state: State, keys: Iterable[Key], device: str) -> State:
    """The state after a device gave some nights another urge and note."""
    from stillnight.domain.ports import Change
    from stillnight.storage.deeds.deed import Deed, apply
    from stillnight.storage.deeds.plan import plan
    from stillnight.storage.writes import stamp

    id = sha256(device.encode()).hexdigest()[:8]
    base = stamp.make(1_795_200_000_000, 0, id)
    changes = [
        Change(table, int(number), field, value)
        for table, number in keys
        for field, value in (("severity", len(device)), ("note", f"mended at the {device}"))
    ]
    return apply(state, [Deed(base, device, tuple(plan(state, changes, base, id).steps))])
