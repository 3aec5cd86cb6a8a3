"""Reliefs over a journal in memory, on the evening of Thursday 19 November 2026, with made-up sessions."""

from __future__ import annotations

from functools import cache

import pytest

from stillnight.domain.factor import parse_factors
from stillnight.journal.reliefs.reliefs import Reliefs
from stillnight.journal.suggestions.knowledge import SEEDS
from stillnight.journal.suggestions.library import Library, read_library
from stillnight.resources import read_seed, read_shelf, resource_folder
from stillnight.tips.coach.guide import Guide, Kind, Step


@cache
def library() -> Library:
    """The rules and tips that came with the program."""
    seeds, folder = {name: read_seed(name) for name in SEEDS}, resource_folder("seeds")
    shelves = [read_shelf(folder / name).documents for name in ("rules", "tips")]
    return read_library(seeds, *shelves, parse_factors(read_seed("factors")))


def guide(tip: str, id: str = "", silent: bool = True) -> Guide:
    """A session of one step."""
    return Guide(id or tip, tip, tip.replace("_", " "), (Step("Do it.", Kind.DO, 60),), silent=silent)


@pytest.fixture
def reliefs(journal) -> Reliefs:
    """The reliefs of an empty journal."""
    some = [
        guide("calf_stretch"),
        guide("walk"),
        guide("selfmassage_calf"),
        guide("foot_massager", silent=False),
    ]
    return Reliefs(journal, library(), {one.id: one for one in some})
