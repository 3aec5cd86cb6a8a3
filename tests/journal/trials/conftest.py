"""Trials over a journal in memory, on the evening of Thursday 19 November 2026."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest

from stillnight.domain.factor import parse_factors
from stillnight.journal.suggestions.knowledge import SEEDS
from stillnight.journal.suggestions.library import Library, read_library
from stillnight.journal.trials.trials import Trials
from stillnight.resources import read_seed, read_shelf, resource_folder


@cache
def library() -> Library:
    """The rules and tips that came with the program."""
    seeds = {name: read_seed(name) for name in SEEDS}
    tips = read_shelf(resource_folder("seeds") / "tips").documents
    return read_library(seeds, {}, tips, parse_factors(read_seed("factors")))


@pytest.fixture
def trials(journal) -> Trials:
    """The trials of an empty journal, drawn from a seed."""
    return Trials(journal, library(), read_seed("trials"), Random(1))
