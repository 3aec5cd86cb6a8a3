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
from tests.storage.hostile import moves, quiet
from tests.storage.hostile.services import Style
from tests.storage.hostile.world import FIELDS, KEYS, World


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


def trouble_of(base: Path, way: Walk) -> str:
    """What is wrong at the end of a walk, in words; empty where nothing is."""
    try:
        walk(base, way)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


def _walked(world: World, way: Walk) -> World:
    if way.is_shared:
        moves.Writes(0, KEYS[0], FIELDS[0])(world)
        moves.SyncsEverywhere(local_wins=False, and_look=True)(world)
    for move in way.moves:
        move(world)
    quiet.calm_down(world, way.is_at_once, way.local_wins)
    quiet.check(world)
    return world
