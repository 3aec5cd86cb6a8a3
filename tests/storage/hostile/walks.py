"""Walks: some devices, one service, some moves in a row, and then it goes quiet."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import strategies as st
from tests.storage.hostile import hands, moves, quiet
from tests.storage.hostile.services import Style
from tests.storage.hostile.world import CLOCKS, FIELDS, KEYS, World

OWN_NAMES = ("journal before Vienna.json", "journal (old).json", "journal.bak")

_DEVICE = st.integers(0, 3)
_KEY, _FIELD = st.sampled_from(KEYS), st.sampled_from(FIELDS)
_TRUTH, _SHARE, _BACK = st.booleans(), st.floats(0, 1), st.integers(0, 5)
_JOURNAL_OR_COPY = st.sampled_from([None, None, None, 0, 1])
_TIME = st.sampled_from(CLOCKS) | st.integers(0, 100_000).map(lambda seconds: timedelta(seconds=seconds))

_MOVES: tuple[tuple[int, st.SearchStrategy[moves.Move]], ...] = (
    (6, st.builds(moves.Writes, _DEVICE, _KEY, _FIELD)),
    (3, st.builds(moves.IsDisturbed, _DEVICE, _KEY, _FIELD, st.integers(0, 6), _TRUTH)),
    (2, st.builds(moves.Clears, _DEVICE, _KEY, _FIELD | st.none())),
    (2, st.builds(moves.Undoes, _DEVICE, _TRUTH)),
    (4, st.builds(moves.Looks, _DEVICE, _TRUTH)),
    (4, st.builds(moves.Edits, _DEVICE, _KEY, _FIELD, st.sampled_from(hands.Way))),
    (1, st.builds(moves.Copies, _DEVICE, st.sampled_from(OWN_NAMES))),
    (8, st.builds(moves.Syncs, _DEVICE, _TRUTH)),
    (1, st.builds(moves.SyncsEverywhere, _TRUTH, _TRUTH)),
    (1, st.builds(moves.GoesOffline, _DEVICE)),
    (4, st.builds(moves.BringsAPart, _DEVICE, _JOURNAL_OR_COPY, _BACK, _SHARE, _TRUTH, _TRUTH)),
    (2, st.builds(moves.BringsTheRest, _DEVICE, _TRUTH)),
    (1, st.builds(moves.TakesAPart, _DEVICE, _SHARE)),
    (2, st.builds(moves.RollsBack, _DEVICE | st.none(), _BACK)),
    (1, st.builds(moves.Loses, _JOURNAL_OR_COPY, _TRUTH)),
    (2, st.builds(moves.SetsTheClock, _DEVICE, _TIME)),
)
"""What happens all the time, and how often beside the others."""

_LOSSES: tuple[tuple[int, st.SearchStrategy[moves.Move]], ...] = (
    (2, st.builds(moves.LosesItsState, _DEVICE, _TRUTH)),
    (1, st.builds(moves.IsBackedUp, _DEVICE)),
)
"""What happens once in the life of a machine; fewer promises can be held it to afterwards."""


class Walk(NamedTuple):
    """What happens, from the first device to the last round.

    Attributes:
        style: The service's manners.
        clocks: How wrong the clock of each device is.
        is_shared: Do all devices have a first entry before anything else happens?
        moves: What happens.
        is_at_once: At the end, does everybody look before anything is carried on?
        local_wins: At the end, who wins the conflicts that are left?
    """

    style: Style
    clocks: tuple[timedelta, ...]
    is_shared: bool
    moves: Sequence[moves.Move]
    is_at_once: bool = True
    local_wins: bool = False


def walks(styles: Sequence[Style], steps: int) -> st.SearchStrategy[Walk]:
    """Any walk of so many steps with one of these services."""
    clocks = st.lists(st.sampled_from(CLOCKS), min_size=2, max_size=4).map(tuple)
    rows = _rows(_MOVES, steps) | _rows(_MOVES + _LOSSES, steps)
    return st.builds(Walk, st.sampled_from(styles), clocks, _TRUTH, rows, _TRUTH, _TRUTH)


def _rows(
    made: tuple[tuple[int, st.SearchStrategy[moves.Move]], ...], steps: int
) -> st.SearchStrategy[tuple[moves.Move, ...]]:
    """Some moves in a row; a failing one is made shorter by doing nothing instead."""
    weighted = [move for weight, move in made for _ in range(weight)]
    row = st.lists(st.one_of(st.none(), *weighted), min_size=steps, max_size=steps)
    return row.map(lambda row: tuple(move for move in row if move is not None))


def walk(base: Path, way: Walk) -> World:
    """Walk, and assert at the end that nothing was lost and all is quiet.

    Args:
        base: Where the devices are made; nothing is left there.
        way: The walk.
    """
    home = Path(tempfile.mkdtemp(dir=base))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "urandom", random.Random(4).randbytes)  # the same walk has the same ids
        patch.setattr(os, "fsync", lambda handle: None)  # no power is cut here
        try:
            return _walked(World(home, way.style, way.clocks), way)
        finally:
            shutil.rmtree(home)


def _walked(world: World, way: Walk) -> World:
    if way.is_shared:
        moves.Writes(0, KEYS[0], FIELDS[0])(world)
        moves.SyncsEverywhere(local_wins=False, and_look=True)(world)
    for move in way.moves:
        move(world)
    quiet.calm_down(world, way.is_at_once, way.local_wins)
    quiet.check(world)
    return world
